"""The short sign of each speaker: initials, so that no quotation is told by colour alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Attribution, Speaker, SpeakerKind
from reader.text import cell_width

__all__ = ["colour_slots", "initials"]

_SKIP = frozenset({"the", "a", "an", "of", "for", "and", "de", "la", "van", "von", "der", "al", "el", "bin"})


def initials(speakers: Sequence[Speaker]) -> dict[str, str]:
    """Two letters for each speaker id, all different: Yury Ushakov is YU, the Kremlin KR.

    When two would be alike, the later one takes another letter of its last name, at worst a digit.
    """
    taken: set[str] = set()
    tags: dict[str, str] = {}
    for speaker in speakers:
        tag = next((form for form in _forms(speaker) if form not in taken), "??")
        taken.add(tag)
        tags[speaker.id] = tag
    return tags


def colour_slots(attribution: Attribution) -> dict[str, int]:
    """A number for each speaker id, in the order in which they are first quoted: the slot in the theme's palette."""
    order = dict.fromkeys(quotation.speaker for quotation in attribution.quotations if quotation.speaker)
    order.update(dict.fromkeys(speaker.id for speaker in attribution.speakers))
    return {speaker: slot for slot, speaker in enumerate(order)}


def _forms(speaker: Speaker) -> list[str]:
    words = re.findall(r"[^\W\d_]+", speaker.name) or ["?"]
    strong = [word for word in words if word.lower() not in _SKIP] or words
    if speaker.kind is SpeakerKind.PERSON and len(strong) > 1:
        given, family = strong[0], strong[-1]
    else:
        given = family = strong[0]
    letters = family[1:] if given is family else family
    pairs = [given[0] + letter for letter in letters] + [given[0] + str(number) for number in range(2, 10)]
    if given is not family:
        pairs += [family[0] + letter for letter in family[1:]]
    pairs += [f"{tens}{ones}" for tens in range(1, 10) for ones in range(10)]
    return [pair.upper() for pair in pairs if cell_width(pair.upper()) == 2]
