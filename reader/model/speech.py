"""Who said what in an article."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from msgspec import Struct

__all__ = [
    "Attribution",
    "Mention",
    "Quotation",
    "QuotationKind",
    "Range",
    "Speaker",
    "SpeakerKind",
]

Range = tuple[int, int]
"""Start and end offsets into ``Article.text``, end exclusive."""


class SpeakerKind(StrEnum):
    """Whether a speaker is named, a body of people, or kept unnamed."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


class Speaker(Struct, frozen=True):
    """Someone who is quoted: the fullest form of the name, the role as the article words it, and aliases."""

    id: str
    name: str
    role: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON
    aliases: tuple[str, ...] = ()


class QuotationKind(StrEnum):
    """A whole utterance, some words inside a reporting sentence, or reported without marks."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class Quotation(Struct, frozen=True):
    """Words that someone said; the offsets leave out the quotation marks.

    ``speaker`` is a ``Speaker.id`` or None. ``mention`` is where the speaker is named for this quotation,
    ``cue`` the verb or phrase that says it is speech. ``via`` is who relayed it. ``confidence`` is 0 to 1.
    A quotation over several paragraphs is one a paragraph; ``continues`` is the index in
    ``Attribution.quotations`` of the one before.
    """

    start: int
    end: int
    kind: QuotationKind = QuotationKind.DIRECT
    speaker: str | None = None
    mention: Range | None = None
    cue: Range | None = None
    via: str | None = None
    confidence: float = 1.0
    continues: int | None = None


class Mention(Struct, frozen=True):
    """A place where a speaker is named, described or stood for by a pronoun."""

    start: int
    end: int
    speaker: str


class Attribution(Struct, frozen=True, dict=True):
    """Who said what in one article; quotations and mentions in the order of the text."""

    speakers: tuple[Speaker, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def speaker(self, speaker_id: str | None) -> Speaker | None:
        """The speaker with this id, or None."""
        return self._by_id.get(speaker_id) if speaker_id is not None else None

    @cached_property
    def _by_id(self) -> dict[str, Speaker]:
        return {speaker.id: speaker for speaker in self.speakers}
