"""A query of the search language as SQL: over ``documents d LEFT JOIN entries e``, and an FTS5 expression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol

from reader.library.marks import as_json
from reader.library.selection import Selection
from reader.query import All, Day, Node, Not, Query, Some, Term
from reader.query.tree import State

__all__ = ["FIELDS", "Compiled", "Resolver", "compiled"]

FIELDS = ("title", "text", "author", "site", "feed", "tag", "said", "speaker", "note", "is", "after", "before")
"""What can be asked by name here."""
_COLUMNS = {"title": "title", "text": "text", "author": "author", "site": "site", "speaker": "speaker"}
_ANYWHERE = "{title author text speaker}"
_STATES = {
    "unread": "coalesce(e.read, 1) = 0",
    "read": "coalesce(e.read, 1) = 1",
    "starred": "coalesce(e.starred, 0) = 1",
    "saved": "coalesce(e.saved, 0) = 1",
    "hidden": "coalesce(e.hidden, 0) = 1",
}
Value = str | int


class Resolver(Protocol):
    """Answers what is not in SQL: which feeds, tags, quotations and noted things a term means."""

    def feeds(self, term: Term) -> Sequence[int]:
        """The keys of the feeds whose name the words stand in."""

    def tags(self, term: Term) -> Sequence[str]:
        """The tags in use that a term means."""

    def said(self, term: Term) -> Sequence[int]:
        """The keys of the articles in which somebody is quoted with the words."""

    def noted(self, term: Term | None) -> tuple[Sequence[int], Sequence[int]]:
        """The entries and the articles with a note that a term means (by its words or tags); with any when None."""


@dataclass(frozen=True)
class Compiled:
    """``match`` for ``search_index MATCH``, ``""`` for none; ``where`` with its values.

    ``hidden`` says that it asks for hidden entries, which are left out else.
    """

    match: str
    where: str
    values: tuple[Value, ...]
    hidden: bool = False

    def under(self, name: str) -> tuple[str, tuple[Value, ...]]:
        """All of it as one condition on the documents, whose row is ``name``."""
        where, values = self.where, self.values
        if self.match:
            found = f"{name}.id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)"
            return f"{found} AND {where}", (self.match, *values)
        return where, values

    def entries(self) -> Selection:
        """The entries that it finds, as a condition on ``e`` and ``f``."""
        where, values = self.under("d")
        shown = "" if self.hidden else "e.hidden = 0 AND e.lead IS NULL AND "
        inner = f"SELECT d.entry FROM documents AS d LEFT JOIN entries AS e ON e.key = d.entry WHERE {where}"
        return Selection(f"{shown}e.key IN ({inner})", values)


def compiled(query: Query, resolver: Resolver) -> Compiled:
    """The SQL of a query; days begin at midnight where the person is."""
    return _Compiler(resolver).whole(query.root)


class _Compiler:
    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._hidden = False

    def whole(self, root: Node) -> Compiled:
        """What all documents must hold is asked of the index at once; the rest is a condition beside it."""
        parts = root.nodes if isinstance(root, All) else (root,)
        wanted = [found for part in parts if not isinstance(part, Not) and (found := self._match(part))]
        refused = [found for part in parts if isinstance(part, Not) and (found := self._match(part.node))]
        if not wanted:
            refused = []
        rest = [
            self._sql(part)
            for part in parts
            if not (self._match(part.node) if isinstance(part, Not) and wanted else self._match(part))
        ]
        match = " AND ".join(wanted)
        for one in refused:
            match = f"({match}) NOT ({one})"
        where = " AND ".join(f"({sql})" for sql, _values in rest) or "1"
        return Compiled(match, where, tuple(value for _sql, values in rest for value in values), self._hidden)

    def _match(self, node: Node) -> str:
        """The node as an FTS5 expression, ``""`` when that cannot say it."""
        if isinstance(node, Term):
            return self._term_match(node)
        if isinstance(node, All | Some) and node.nodes:
            parts = [self._match(part) for part in node.nodes]
            if all(parts):
                return "(" + (" AND " if isinstance(node, All) else " OR ").join(parts) + ")"
        return ""

    def _term_match(self, term: Term) -> str:
        if term.field and term.field not in _COLUMNS:
            return ""
        if not term.field and any(self._resolver.noted(term)):
            return ""  # the words may be in a note instead
        return _phrase(term)

    def _sql(self, node: Node) -> tuple[str, tuple[Value, ...]]:
        match node:
            case Term():
                return self._term(node)
            case State():
                return self._state(node)
            case Day():
                return f"d.sort {'>=' if node.after else '<'} ?", (_midnight(node.day),)
            case Not():
                sql, values = self._sql(node.node)
                return f"NOT coalesce(({sql}), 0)", values
            case All() | Some():
                parts = [self._sql(part) for part in node.nodes]
                joined = (" AND " if isinstance(node, All) else " OR ").join(f"({sql})" for sql, _values in parts)
                return joined or "1", tuple(value for _sql, values in parts for value in values)

    def _term(self, term: Term) -> tuple[str, tuple[Value, ...]]:
        found = "d.id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)"
        match term.field:
            case "feed":
                return "e.feed IN (SELECT value FROM json_each(?))", (as_json(self._resolver.feeds(term)),)
            case "said":
                return "d.article IN (SELECT value FROM json_each(?))", (as_json(self._resolver.said(term)),)
            case "tag":
                return self._tag(term)
            case "note":
                return self._noted(term)
            case "":
                noted, values = self._noted(term)
                return f"{found} OR {noted}", (_phrase(term), *values)
        return found, (_phrase(term),)

    def _tag(self, term: Term) -> tuple[str, tuple[Value, ...]]:
        tags = _json_words(self._resolver.tags(term))
        noted, values = self._noted(term)
        tagged = (
            "e.key IN (SELECT entry FROM entry_tags WHERE tag IN (SELECT value FROM json_each(?)))"
            " OR e.feed IN (SELECT feed FROM feed_tags WHERE tag IN (SELECT value FROM json_each(?)))"
        )
        return f"{tagged} OR {noted}", (tags, tags, *values)

    def _noted(self, term: Term | None) -> tuple[str, tuple[Value, ...]]:
        entries, articles = self._resolver.noted(term)
        sql = "d.entry IN (SELECT value FROM json_each(?)) OR d.article IN (SELECT value FROM json_each(?))"
        return sql, (as_json(entries), as_json(articles))

    def _state(self, state: State) -> tuple[str, tuple[Value, ...]]:
        if state.name == "noted":
            return self._noted(None)
        self._hidden = self._hidden or state.name == "hidden"
        return _STATES[state.name], ()


def _phrase(term: Term) -> str:
    """The words of a term as FTS5 wants them: they are folded, so no sign of theirs means anything to it."""
    column = _COLUMNS.get(term.field, _ANYWHERE) if term.field else _ANYWHERE
    return f'{column} : "{term.words}"{" *" if term.prefix else ""}'


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time()).astimezone().timestamp())


def _json_words(words: Sequence[str]) -> str:
    import json

    return json.dumps(list(words))
