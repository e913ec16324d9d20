"""What the book gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reader.model import QuotationKind, SpeakerKind
from reader.text import counted

__all__ = ["THOUSANDTHS", "BookQuotation", "SpeakerOrder", "SpeakerRow", "Standing"]

THOUSANDTHS = 1000
"""Confidence is kept in these, as whole numbers: it has no more digits."""


@dataclass(frozen=True)
class SpeakerRow:
    """One speaker over all that was read: how often, in how many articles of how many sites, and from when to when."""

    key: int
    id: str
    name: str
    role: str
    kind: SpeakerKind
    quotations: int
    articles: int
    sites: int
    first: date | None
    last: date | None
    outside_id: str = ""


class SpeakerOrder(StrEnum):
    """The orders of the list of speakers."""

    QUOTATIONS = "quotations"
    NAME = "name"
    LAST = "last"


@dataclass(frozen=True)
class BookQuotation:
    """One quotation with its article: enough to show it, cite it and open it at its place.

    ``speaker`` is the person's name over all articles, ``called`` what this article calls them, ``who`` what kind of
    speaker that is.
    """

    key: int
    article: int
    source: str
    address: str
    title: str
    site: str
    day: date
    start: int
    end: int
    kind: QuotationKind
    words: str
    speaker: str
    role: str
    via: str
    confidence: float
    person: int | None = None
    utterance: int | None = None
    called: str = ""
    who: SpeakerKind = SpeakerKind.UNNAMED


@dataclass(frozen=True)
class Standing:
    """How a quotation stands in other articles: ``same`` have its very words, ``others`` other words for it."""

    same: tuple[BookQuotation, ...] = ()
    others: tuple[BookQuotation, ...] = ()

    @property
    def words(self) -> str:
        """In a line: how many other articles have it, and in how many it is worded differently."""
        same, others = len({one.article for one in self.same}), len({one.article for one in self.others})
        if same and others:
            return f"also in {counted(same, 'other')}, worded differently in {others}"
        if same:
            return f"also in {counted(same, 'other')}"
        return f"worded differently in {counted(others, 'other')}"
