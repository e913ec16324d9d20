"""Who is named in a text, quoted or not."""

from __future__ import annotations

from reader.attribution.languages import choose
from reader.attribution.marks import scan
from reader.attribution.reading import Reading
from reader.attribution.values import NAME

__all__ = ["named_people"]


def named_people(text: str, language: str | None = None) -> list[tuple[str, int]]:
    """The persons who are named in an English text, the fullest form of each name, and how often, the most first.

    Bodies, places and those named once by a single word, who may be anything, are left out; so is every text in
    another language, of which nobody knows who in it is a person.
    """
    if choose(text, language) is not None:
        return []
    reading = Reading(text, scan(text))
    reading.findings()
    found = [
        (person.name, len(person.mentions))
        for person in reading.people.everyone
        if any(mention.kind == NAME for mention in person.mentions)
        and not (person.organisation or person.place or person.unnamed or person.document)
        and len(person.words) > 1
    ]
    return sorted(found, key=lambda one: -one[1])
