"""The one way through the room: marks, tokens, candidates, links, people; then stretch by stretch who said it."""

from __future__ import annotations

from reader.attribution.languages import choose
from reader.attribution.marks import scan
from reader.attribution.reading import Reading
from reader.attribution.result import to_attribution
from reader.model import Attribution

__all__ = ["attribute"]


def attribute(text: str, language: str | None = None) -> Attribution:
    """Who said what in a text whose paragraphs are parted by line breaks.

    Gives the quotations in order (offsets leave out the marks), the speakers who are quoted and every mention of
    them, none overlapping. ``language`` is a BCP 47 tag: its primary subtag picks a table in ``languages``; with None
    or "" the text is English unless it plainly is not. Deterministic, no I/O, time linear in the length of the text.
    """
    table = choose(text, language)
    if table is not None:
        from reader.attribution.languages.reading import read

        return read(text, table)
    reading = Reading(text, scan(text))
    findings = reading.findings()
    return to_attribution(reading.tokens, reading.people, reading.relays(), findings, reading.clauses())
