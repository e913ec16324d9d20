"""Sorts the children of a feed's element by what they say of it, the best source first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from reader.feeds.names import short_name
from reader.feeds.tree import Element

__all__ = ["Parts", "Vocabulary", "first"]

Parts: TypeAlias = Mapping[str, list[Element]]
"""Elements by what they say (``title``, ``link``), the best source first; a role that nobody has is absent."""

_MOST_REMEMBERED = 2048
_GROUPS = ("media:group", "media:content")


class Vocabulary:
    """Which elements say what: for each role, the short names of those that can have it, the best first."""

    def __init__(self, roles: Mapping[str, str]) -> None:
        self._places = {name: (role, rank) for role, names in roles.items() for rank, name in enumerate(names.split())}
        self._remembered: dict[str, tuple[str, int] | None] = {}

    def parts(self, element: Element) -> Parts:
        """The element's children by role; those inside a group of media count as its own, after them."""
        parts: dict[str, list[Element]] = {}
        ranks: dict[str, int] = {}
        unsorted = set()
        remembered = self._remembered
        for child in element:
            tag = child.tag
            place = remembered[tag] if tag in remembered else self._place(tag)
            if place is None:
                continue
            role, rank = place
            if role in parts:
                parts[role].append(child)
                if rank != ranks[role]:
                    unsorted.add(role)
            else:
                parts[role], ranks[role] = [child], rank
        if "media" in parts:
            self._add_groups(parts)
            unsorted.update(parts)
        for role in unsorted:
            parts[role].sort(key=self._rank)
        return parts

    def _add_groups(self, parts: dict[str, list[Element]]) -> None:
        for element in parts["media"]:
            if short_name(element.tag) in _GROUPS:
                for role, elements in self.parts(element).items():
                    parts.setdefault(role, [])
                    parts[role] = [*parts[role], *elements]

    def _place(self, tag: str) -> tuple[str, int] | None:
        place = self._places.get(short_name(tag))
        if len(self._remembered) < _MOST_REMEMBERED:  # whoever writes the feed chooses the names
            self._remembered[tag] = place
        return place

    def _rank(self, element: Element) -> int:
        place = self._place(element.tag)
        return place[1] if place else 0


def first(parts: Parts, role: str, read: Callable[[Element], str]) -> str:
    """What ``read`` makes of the first element of a role of which it makes something, ``""`` for none."""
    for element in parts.get(role, ()):
        if text := read(element):
            return text
    return ""
