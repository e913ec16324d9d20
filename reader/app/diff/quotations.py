"""Which quotations of an article a later version changed, dropped, added or gave to somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.app.diff.words import Change, word_changes
from reader.model import Attribution, QuotationKind
from reader.notes.fold import Folded

__all__ = ["QuotationChange", "Turn", "quotation_changes"]

_SAME_QUOTATION = 60.0
"""Two quotations this alike (rapidfuzz's ratio of folded words, 0 to 100) are one that was edited."""


class Turn(StrEnum):
    """What became of a quotation."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SPEAKER = "another speaker"


@dataclass(frozen=True)
class QuotationChange:
    """One quotation; its words as a diff, and who said it before and now (``""`` for nobody named)."""

    turn: Turn
    words: tuple[Change, ...]
    before: str = ""
    now: str = ""


@dataclass(frozen=True)
class _Said:
    words: str
    folded: str
    speaker: str


def quotation_changes(before: tuple[str, Attribution], after: tuple[str, Attribution]) -> list[QuotationChange]:
    """The quotations in marks that differ between two (text, attribution), in the order of the later text."""
    old, new = _said(*before), _said(*after)
    changes: list[QuotationChange] = []
    for one in new:
        same = next((other for other in old if other.folded == one.folded), None) or _alike(one, old)
        if same is None:
            changes.append(QuotationChange(Turn.ADDED, (Change("", one.words),), now=one.speaker))
            continue
        old.remove(same)
        if same.folded != one.folded:
            words = tuple(word_changes(same.words, one.words))
            changes.append(QuotationChange(Turn.CHANGED, words, same.speaker, one.speaker))
        elif same.speaker != one.speaker:
            changes.append(QuotationChange(Turn.SPEAKER, (Change(one.words, one.words),), same.speaker, one.speaker))
    return changes + [QuotationChange(Turn.REMOVED, (Change(one.words, ""),), before=one.speaker) for one in old]


def _said(text: str, attribution: Attribution) -> list[_Said]:
    found = []
    for one in attribution.quotations:
        if one.kind is not QuotationKind.INDIRECT:
            words = " ".join(text[one.start : one.end].split())
            speaker = attribution.speaker(one.speaker)
            found.append(_Said(words, " ".join(Folded(words).words), speaker.name if speaker else ""))
    return found


def _alike(one: _Said, others: Sequence[_Said]) -> _Said | None:
    from rapidfuzz import fuzz, process

    best = process.extractOne(one.folded, [other.folded for other in others], scorer=fuzz.ratio)
    return others[best[2]] if best and best[1] >= _SAME_QUOTATION else None
