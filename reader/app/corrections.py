"""The user's corrections of who said what, laid over the engine's answer; theirs always wins.

A correction is a note of kind ``correction`` with a field of its own, ``correction``, that says what it does:

``speaker``  the passage was said by ``Note.speaker``; ``""`` means by nobody who is named
``confirm``  as ``speaker``: the engine's answer was looked at and is right
``rename``   in this article the speaker called ``correction_from`` is ``Note.speaker``; when that is another speaker's
             name already, the two are one
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec.structs import replace

from reader.model import Attribution, Mention, Note, NoteKind, Quotation, Speaker

__all__ = ["CORRECTION", "FROM", "Correction", "corrected", "correction_of"]

CORRECTION, FROM = "correction", "correction_from"


class Correction(StrEnum):
    """What a correction does."""

    SPEAKER = "speaker"
    CONFIRM = "confirm"
    RENAME = "rename"


def correction_of(note: Note) -> Correction | None:
    """What a note corrects; None for any other note, and for one this version does not know."""
    said = note.extra.get(CORRECTION)
    known = note.kind is NoteKind.CORRECTION and isinstance(said, str) and said in set(Correction)
    return Correction(str(said)) if known else None


def corrected(attribution: Attribution, notes: Iterable[Note]) -> Attribution:
    """The attribution with the corrections among ``notes`` (freshly anchored) applied in the order they were made.

    A corrected quotation has confidence 1. A speaker who is left without a quotation goes, with all mentions.
    """
    corrections = [note for note in notes if correction_of(note)]
    if not corrections:
        return attribution
    corrections.sort(key=lambda note: (note.modified, note.id))
    speakers = {speaker.id: speaker for speaker in attribution.speakers}
    quotations = list(attribution.quotations)
    mentions = list(attribution.mentions)
    for note in corrections:
        if correction_of(note) is Correction.RENAME:
            moved = _rename(speakers, str(note.extra.get(FROM, "")), note.speaker)
            quotations = [replace(one, speaker=moved.get(one.speaker or "", one.speaker)) for one in quotations]
            mentions = [replace(one, speaker=moved.get(one.speaker, one.speaker)) for one in mentions]
        else:
            _assign(speakers, quotations, note)
    return _quoted_only(speakers, quotations, mentions)


def _rename(speakers: dict[str, Speaker], old: str, new: str) -> Mapping[str, str]:
    """Rename a speaker; what is returned says which ids became another, when two are one now."""
    found = _named(speakers, old)
    if found is None or not new or found.name == new:
        return {}
    other = _named(speakers, new)
    if other is None or other.id == found.id:
        aliases = tuple(dict.fromkeys((found.name, *found.aliases)))
        speakers[found.id] = replace(found, name=new, aliases=tuple(alias for alias in aliases if alias != new))
        return {}
    aliases = tuple(dict.fromkeys((*other.aliases, found.name, *found.aliases)))
    speakers[other.id] = replace(other, role=other.role or found.role, aliases=aliases)
    del speakers[found.id]
    return {found.id: other.id}


def _assign(speakers: dict[str, Speaker], quotations: list[Quotation], note: Note) -> None:
    """Give the quotation at the note's place to its speaker."""
    anchor = note.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return
    start, end = anchor.start, anchor.end
    shared = [max(0, min(end, one.end) - max(start, one.start)) for one in quotations]
    if not any(shared):
        return
    place = max(range(len(shared)), key=shared.__getitem__)
    speaker = _named(speakers, note.speaker) if note.speaker else None
    if note.speaker and speaker is None:
        speaker = Speaker(id=f"user-{note.id}", name=note.speaker)
        speakers[speaker.id] = speaker
    before = quotations[place]
    same = speaker is not None and speaker.id == before.speaker
    quotations[place] = replace(
        before,
        speaker=speaker.id if speaker else None,
        mention=before.mention if same else None,
        confidence=1.0,
    )


def _named(speakers: Mapping[str, Speaker], name: str) -> Speaker | None:
    """The speaker of this name, else the one it is an alias of."""
    folded = name.casefold()
    for speaker in speakers.values():
        if speaker.name.casefold() == folded:
            return speaker
    return next((one for one in speakers.values() if folded in map(str.casefold, one.aliases)), None)


def _quoted_only(speakers: dict[str, Speaker], quotations: list[Quotation], mentions: list[Mention]) -> Attribution:
    quoted = {quotation.speaker for quotation in quotations}
    return Attribution(
        tuple(speaker for speaker in speakers.values() if speaker.id in quoted),
        tuple(quotations),
        tuple(mention for mention in mentions if mention.speaker in quoted),
    )
