"""What the book says of a draft's quotation: a pure decision over the articles that have words like it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from reader.app.check.compare import Edits, Match, Stream, compare
from reader.app.check.context import cut_from
from reader.app.check.words import Part, parts_of
from reader.library.book.fold import fold_name, surname_of
from reader.model import Range, SpeakerKind

__all__ = ["SURE", "DraftQuotation", "Finding", "Quoted", "Said", "Verdict", "judge", "same_person"]

SURE = 0.95
"""Only a speaker of at least this confidence, or one that a person confirmed, can show a draft's to be wrong."""
_DRAFT_SURE = 0.75
"""Below this confidence nobody knows whom the draft itself means."""
_FEW = 3
"""So few words are anybody's: they count only beside the same speaker."""
_TELLING = (0.85, 8)
"""How much must be kept, and of how many words, for changed words beside another speaker to be the same utterance."""


class Verdict(StrEnum):
    """How a draft's quotation stands to what was read."""

    EXACT = "exact"
    ALTERED = "altered"
    MISATTRIBUTED = "misattributed"
    CONTEXT = "out of context?"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Said:
    """A quotation of an article: its place, its words, who said it (all that speaker's names), how sure that is."""

    start: int
    words: str
    names: tuple[str, ...] = ()
    kind: SpeakerKind = SpeakerKind.PERSON
    confidence: float = 1.0


@dataclass(frozen=True)
class Quoted:
    """An article and all that is quoted in it; ``key`` is the library's, ``day`` its date."""

    key: int
    title: str
    address: str
    site: str
    day: date
    said: tuple[Said, ...]

    @cached_property
    def stream(self) -> Stream:
        """Its quoted words, to compare with."""
        return Stream((said.start, said.words) for said in self.said)


@dataclass(frozen=True)
class DraftQuotation:
    """A quotation of the draft: its place in the draft's text, its words, its sentence, and whom the draft names."""

    start: int
    end: int
    words: str
    sentence: str
    paragraph: int
    speaker: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON
    confidence: float = 1.0


@dataclass(frozen=True)
class Finding:
    """The verdict on one quotation, and what it rests on.

    ``speaker`` is whom the article names; ``spans`` where it has the words; ``edits`` what an altered one changed;
    ``sentence`` the sentence that one out of context was cut from.
    """

    quotation: DraftQuotation
    verdict: Verdict
    source: Quoted | None = None
    speaker: str = ""
    spans: tuple[Range, ...] = ()
    edits: tuple[Edits, ...] = ()
    sentence: str = ""


@dataclass(frozen=True)
class _Candidate:
    source: Quoted
    match: Match
    said: Said | None
    agrees: bool | None
    """Whether the speakers are one; None when either is not a named person, so that nobody can tell."""

    @property
    def rank(self) -> tuple[bool, bool, bool, float]:
        """The best evidence is the highest."""
        return self.match.exact, self.agrees is True, self.agrees is None, self.match.kept


def judge(quotation: DraftQuotation, articles: Sequence[Quoted], text_of: Callable[[Quoted], str]) -> Finding:
    """The verdict on a quotation, from the articles that may have it; ``text_of`` gives an article's whole text."""
    pieces = parts_of(quotation.words)
    count = sum(piece.part is Part.WORD for piece in pieces)
    found = []
    for article in articles:
        match = compare(pieces, article.stream)
        if match is not None:
            candidate = _candidate(quotation, article, match)
            if _tells(candidate, count):
                found.append(candidate)
    if not found:
        return Finding(quotation, Verdict.UNKNOWN)
    return _verdict(quotation, max(found, key=lambda one: one.rank), text_of)


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: the same surname, and given names that do not speak against it.

    >>> same_person("Lavrov", "Sergey Lavrov"), same_person("S. Lavrov", "Sergei Lavrov"), same_person("A Ro", "E Ro")
    (True, True, False)
    """
    first, second = fold_name(one).split(), fold_name(other).split()
    if not first or not second:
        return False
    if first == second or set(first) <= set(second) or set(second) <= set(first):
        return True
    if surname_of(" ".join(first)) != surname_of(" ".join(second)):
        return False
    given, others = first[0], second[0]
    return len(first) < 2 or len(second) < 2 or given.startswith(others) or others.startswith(given)


def _candidate(quotation: DraftQuotation, article: Quoted, match: Match) -> _Candidate:
    start, end = match.spans[0]
    said = max(article.said, key=lambda one: _shared(one, start, end), default=None)
    agrees = None
    named = said is not None and said.names and said.kind is SpeakerKind.PERSON
    if said and named and quotation.speaker and quotation.kind is SpeakerKind.PERSON:
        agrees = any(same_person(quotation.speaker, name) for name in said.names)
    return _Candidate(article, match, said, agrees)


def _shared(said: Said, start: int, end: int) -> int:
    return min(end, said.start + len(said.words)) - max(start, said.start)


def _tells(candidate: _Candidate, count: int) -> bool:
    """Whether this is more than chance: few words, or changed ones, must have the same speaker."""
    if candidate.match.exact:
        return count >= _FEW or candidate.agrees is True
    kept, least = _TELLING
    return candidate.agrees is True or (candidate.match.kept >= kept and count >= least)


def _verdict(quotation: DraftQuotation, best: _Candidate, text_of: Callable[[Quoted], str]) -> Finding:
    match, said = best.match, best.said
    sentence = ""
    if best.agrees is False:
        sure = said is not None and said.confidence >= SURE and quotation.confidence >= _DRAFT_SURE
        verdict = Verdict.MISATTRIBUTED if sure else Verdict.UNSURE
    elif not match.exact:
        verdict = Verdict.ALTERED
    else:
        sentence = cut_from(text_of(best.source), match.spans, quotation.sentence)
        verdict = Verdict.CONTEXT if sentence else Verdict.EXACT
    name = said.names[0] if said and said.names else ""
    return Finding(quotation, verdict, best.source, name, match.spans, match.edits, sentence)
