"""From a text to a query; what cannot be read is one line that says where."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from difflib import get_close_matches
from typing import TypeVar

from reader.errors import BadInput
from reader.query.fields import ALIASES, DAYS, FIELDS, STATES, WHOLE, day_of
from reader.query.lexer import Kind, Piece, pieces
from reader.query.tree import All, Day, Node, Not, Query, Some, State, Term
from reader.query.words import asked, fold
from reader.text import clean_line, elide

__all__ = ["LONGEST", "parse"]

LONGEST = 2_000
"""The most characters of a query."""
MOST = 64
"""The most words and conditions of a query."""
DEEPEST = 20
"""The most brackets in one another."""
Result = TypeVar("Result")
_MEANT = 0.8
"""How near (difflib's ratio) a word before a colon is to a field's name when it is a misspelt one and no word."""


def parse(
    text: str, fields: Collection[str] = tuple(FIELDS), *, today: date | None = None, typing: bool = False
) -> Query:
    """The query of a text: terms side by side must all hold.

    ``fields`` are those that may be named here; a word with a colon that names none is a word. ``today`` is what
    ``after:7d`` counts from. While ``typing``, the last word is only the beginning of one. A term without any letter
    or digit asks for nothing. BadInput, in one line with the column, when the text is not as the language wants it.
    """
    if len(text) > LONGEST:
        raise BadInput(f"query: is over {LONGEST:,} characters: ask for less at once")
    return Query(_Parser(text, fields, today or date.today(), typing).whole())


class _Parser:
    """Reads the pieces from left to right: ``or`` of ``and`` of terms, each looking at one piece ahead."""

    def __init__(self, text: str, fields: Collection[str], today: date, typing: bool) -> None:
        self._pieces = list(pieces(text))
        self._next = 0
        self._fields = fields
        self._today = today
        self._typing_at = len(text) if typing else -1
        self._depth = self._count = 0

    def whole(self) -> Node:
        node = self._some("")
        if extra := self._peek():
            raise _wrong(extra, 'a ")" without its "(": take it away, or put the words in quotation marks')
        return node

    def _peek(self) -> Piece | None:
        return self._pieces[self._next] if self._next < len(self._pieces) else None

    def _take(self) -> Piece:
        piece = self._pieces[self._next]
        self._next += 1
        return piece

    def _some(self, field: str) -> Node:
        """Alternatives; ``field`` is the one that stands before their bracket."""
        sides = [self._all(field)]
        while (piece := self._peek()) and piece.kind is Kind.OR:
            before = self._pieces[self._next - 1] if self._next else None
            self._take()
            after = self._peek()
            if before is None or before.kind in (Kind.OPEN, Kind.OR) or after is None or after.kind is Kind.CLOSE:
                raise _wrong(piece, 'OR needs something on both sides (the word itself is written "OR")')
            sides.append(self._all(field))
        kept = tuple(side for side in sides if side != All())
        return kept[0] if len(kept) == 1 else Some(kept) if kept else All()

    def _all(self, field: str) -> Node:
        nodes = []
        while (piece := self._peek()) and piece.kind not in (Kind.OR, Kind.CLOSE):
            if (node := self._one(field)) is not None:
                nodes.append(node)
        return nodes[0] if len(nodes) == 1 else All(tuple(nodes))

    def _one(self, field: str) -> Node | None:
        """One term, with a minus or a bracket; None when it asks for nothing."""
        piece = self._take()
        self._count += 1
        if self._count > MOST:
            raise _wrong(piece, f"over {MOST} words and conditions: ask for less at once")
        match piece.kind:
            case Kind.NOT:
                return self._opposite(piece, field)
            case Kind.OPEN:
                return self._bracket(piece, field)
            case Kind.FIELD:
                return self._named(piece, field)
            case _:
                return self._words(piece, field)

    def _opposite(self, minus: Piece, field: str) -> Node | None:
        following = self._peek()
        if following is None or following.kind in (Kind.OR, Kind.CLOSE):
            raise _wrong(minus, "NOT needs something after it")
        node = self._deeper(minus, self._one, field)
        return None if node is None else Not(node)

    def _bracket(self, opened: Piece, field: str) -> Node | None:
        node = self._deeper(opened, self._some, field)
        closed = self._peek()
        if closed is None:
            raise _wrong(opened, 'a "(" that is never closed: close it, or put the words in quotation marks')
        self._take()
        return None if node == All() else node

    def _deeper(self, piece: Piece, read: Callable[[str], Result], field: str) -> Result:
        """What ``read`` gives inside of a bracket or after a minus, unless that is too deep."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise _wrong(piece, f"over {DEEPEST} brackets in one another")
        node = read(field)
        self._depth -= 1
        return node

    def _named(self, name: Piece, outer: str) -> Node | None:
        """What follows ``field:``; or the name and what follows as words when there is no such field."""
        field = ALIASES.get(name.text.lower(), name.text.lower())
        value = self._peek()
        touching = value is not None and value.column == name.end + 1
        if field not in self._fields:
            if touching:
                self._refuse_misspelt(name, field)
            return self._unnamed(name, value if touching else None, outer)
        if value is None or not touching or value.kind not in (Kind.WORD, Kind.PHRASE, Kind.OPEN):
            raise _wrong(name, f"{field}: needs its word right after the colon: {_example(field)}")
        if value.kind is Kind.OPEN:
            return self._bracket(self._take(), field)
        return self._words(self._take(), field)

    def _refuse_misspelt(self, name: Piece, field: str) -> None:
        here = ", ".join(f"{known}:" for known in self._fields)
        if field in FIELDS:
            raise _wrong(name, f"{field}: cannot be asked here, only {here}")
        if near := get_close_matches(field, [*self._fields, *ALIASES], 1, _MEANT):
            said = (
                f'{_shown(name)}: no such field: did you mean {near[0]}:? (for the word itself write "{_shown(name)}:")'
            )
            raise _wrong(name, said)

    def _unnamed(self, name: Piece, value: Piece | None, field: str) -> Node | None:
        """A word with a colon in it, such as the time 12:30 or an address."""
        if value is None or value.kind not in (Kind.WORD, Kind.PHRASE):
            return self._words(Piece(Kind.WORD, name.text, name.column, name.end), field)
        self._take()
        return self._words(Piece(Kind.WORD, f"{name.text}:{value.text}", name.column, value.end), field)

    def _words(self, piece: Piece, field: str) -> Node | None:
        if field in DAYS:
            return Day(field == "after", self._day(piece, field))
        if field == "is":
            return self._state(piece)
        words, prefix = (fold(piece.text), False) if field in WHOLE else asked(piece.text)
        if piece.kind is Kind.WORD:
            prefix = prefix or piece.text.endswith("*") or (piece.end == self._typing_at and len(words) > 1)
        return Term(words, field, prefix) if words else None

    def _day(self, piece: Piece, field: str) -> date:
        try:
            return day_of(piece.text, self._today)
        except ValueError as error:
            said = f"{field}:{_shown(piece)}: no day: write it as 2026-01-31, 2026-01, 7d, today or yesterday"
            raise _wrong(piece, said) from error

    def _state(self, piece: Piece) -> State:
        name = piece.text.lower()
        if name not in STATES:
            near = get_close_matches(name, STATES, 1)
            hint = f"did you mean is:{near[0]}?" if near else f"it is one of {', '.join(STATES)}"
            raise _wrong(piece, f"is:{_shown(piece)}: no such state: {hint}")
        return State(name)


def _example(field: str) -> str:
    examples = {"after": "after:2026-01-31", "before": "before:2026-01-31", "is": "is:unread", "tag": "tag:budget"}
    return examples.get(field, f'{field}:word or {field}:"two words"')


def _shown(piece: Piece) -> str:
    return elide(clean_line(piece.text), 40) or "nothing"


def _wrong(piece: Piece, words: str) -> BadInput:
    return BadInput(f"query, column {piece.column}: {words}")
