"""What a query is made of, and whether something held in memory is as asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from reader.query.fields import ANYWHERE, WHOLE
from reader.query.words import fold

__all__ = ["All", "Day", "Node", "Not", "Query", "Some", "State", "Term", "Texts"]

Node: TypeAlias = "Term | State | Day | Not | All | Some"


class Texts:
    """The texts of one thing by field, each folded when it is first looked at and then kept.

    A text that is dear to make may be given as a function of nothing. ``tag``, ``colour`` and ``kind`` hold a value a
    line; ``is`` the states, parted by spaces.
    """

    def __init__(self, fields: Mapping[str, str | Callable[[], str]]) -> None:
        self._fields = fields
        self._folded: dict[str, str] = {}

    def _text(self, field: str) -> str:
        text = self._fields.get(field, "")
        return text if isinstance(text, str) else text()

    def words(self, field: str) -> str:
        """The folded words of a field with a space at both ends."""
        known = self._folded.get(field)
        if known is None:
            known = self._folded[field] = f" {fold(self._text(field))} "
        return known

    def values(self, field: str) -> list[str]:
        """The folded values of a field that has one a line."""
        return [fold(line) for line in self._text(field).splitlines()]

    def states(self) -> list[str]:
        """What it is."""
        return self._text("is").split()


@dataclass(frozen=True)
class Term:
    """Words that shall stand together: folded, parted by spaces; ``field`` is ``""`` when they may stand anywhere.

    With ``prefix`` the last of them may go on.
    """

    words: str
    field: str = ""
    prefix: bool = False

    def holds(self, texts: Texts, _day: date | None) -> bool:
        """Whether the words are there."""
        if self.field in WHOLE:
            return any(
                value == self.words or (self.prefix and value.startswith(self.words))
                for value in texts.values(self.field)
            )
        sought = f" {self.words}" if self.prefix else f" {self.words} "
        return any(sought in texts.words(field) for field in ((self.field,) if self.field else ANYWHERE))


@dataclass(frozen=True)
class State:
    """One of ``STATES``."""

    name: str

    def holds(self, texts: Texts, _day: date | None) -> bool:
        """Whether it is so."""
        return self.name in texts.states()


@dataclass(frozen=True)
class Day:
    """``after`` a day, which includes it, or else before it. What has no day is neither."""

    after: bool
    day: date

    def holds(self, _texts: Texts, day: date | None) -> bool:
        """Whether the day is as asked."""
        return day is not None and (day >= self.day if self.after else day < self.day)


@dataclass(frozen=True)
class Not:
    """The opposite."""

    node: Node

    def holds(self, texts: Texts, day: date | None) -> bool:
        """Whether the other does not hold."""
        return not self.node.holds(texts, day)


@dataclass(frozen=True)
class All:
    """Every one of these; of none, everything."""

    nodes: tuple[Node, ...] = ()

    def holds(self, texts: Texts, day: date | None) -> bool:
        """Whether all hold."""
        return all(node.holds(texts, day) for node in self.nodes)


@dataclass(frozen=True)
class Some:
    """At least one of these."""

    nodes: tuple[Node, ...]

    def holds(self, texts: Texts, day: date | None) -> bool:
        """Whether any holds."""
        return any(node.holds(texts, day) for node in self.nodes)


@dataclass(frozen=True)
class Query:
    """What was asked for; ``All()`` when nothing was."""

    root: Node = All()

    def __bool__(self) -> bool:
        """Whether anything is asked for at all."""
        return self.root != All()

    def holds(self, fields: Mapping[str, str] | Texts, day: date | None = None) -> bool:
        """Whether something with these texts by field, and of this day, is what is asked for."""
        return self.root.holds(fields if isinstance(fields, Texts) else Texts(fields), day)

    def terms(self) -> list[Term]:
        """The words that are looked for, those after a minus left out: what there is to highlight."""
        return list(_sought(self.root))


def _sought(node: Node) -> Iterator[Term]:
    if isinstance(node, Term):
        yield node
    elif isinstance(node, All | Some):
        for part in node.nodes:
            yield from _sought(part)
