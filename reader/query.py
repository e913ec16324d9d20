"""The search language: words, ``"phrases"``, ``field:value`` and ``-not``, read once for every list.

budget "light rail" tag:rail speaker:petrova -site:example.org after:2026-01-31
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reader.errors import BadInput
from reader.text import clean_line

__all__ = ["Query", "Term", "parse"]

_TERM = re.compile(r"""(?P<no>-)?(?:(?P<field>[a-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))""", re.IGNORECASE)
ANY = ""
"""The field of a term that may stand anywhere."""


@dataclass(frozen=True)
class Term:
    """One thing asked for. ``value`` is folded; ``field`` is ``""`` when the words may stand anywhere."""

    value: str
    field: str = ANY
    negated: bool = False


@dataclass(frozen=True)
class Query:
    """All the terms of a search; every one of them must hold."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked for at all."""
        return bool(self.terms)

    def holds(self, fields: Mapping[str, str], day: date | None = None) -> bool:
        """Whether something with these texts by field, and of this day, is what is asked for."""
        folded = {name: text.casefold() for name, text in fields.items()}
        return all(_holds(term, folded, day) != term.negated for term in self.terms)


def parse(text: str, fields: Collection[str]) -> Query:
    """The query of a text. ``fields`` are those that may be named; ``after`` and ``before`` take a day.

    A word with a colon that names no field is a word. BadInput when a day is none.
    """
    terms = []
    for match in _TERM.finditer(text):
        field, value = (match["field"] or "").lower(), match["phrase"] or match["word"] or ""
        if field and field not in fields and field not in _DAYS:
            field, value = ANY, f"{match['field']}:{value}"
        if field in _DAYS:
            value = _day(value).isoformat()
        if value:
            terms.append(Term(value.casefold(), field, bool(match["no"])))
    return Query(tuple(terms))


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise BadInput(f"{clean_line(value) or 'nothing'}: no day: write it as 2026-01-31") from error


_DAYS: Mapping[str, Callable[[date, date], bool]] = {
    "after": lambda day, asked: day >= asked,
    "before": lambda day, asked: day < asked,
}


def _holds(term: Term, fields: Mapping[str, str], day: date | None) -> bool:
    if term.field in _DAYS:
        return day is not None and _DAYS[term.field](day, date.fromisoformat(term.value))
    texts: Iterable[str] = fields.values() if term.field == ANY else (fields.get(term.field, ""),)
    return any(term.value in text for text in texts)
