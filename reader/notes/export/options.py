"""What a person can choose about an export, beside its format and which notes are in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.errors import BadInput
from reader.model import Note
from reader.notes.export.citation import day_text
from reader.notes.record import instant_text
from reader.text import clean_line

__all__ = ["GROUPS", "Options", "grouped"]

GROUPS = ("article", "tag", "speaker", "date")
"""What notes can be put together by."""


def _no_text(_note: Note) -> str | None:
    return None


@dataclass(frozen=True)
class Options:
    """``group``: one of ``GROUPS``; ``template``: a Jinja2 file for Markdown.

    ``text_of`` gives the text of the article as it was when the note was made, None when nobody has it any more:
    with it, positions are counted exactly and deep links name their neighbours only where they have to.
    """

    group: str = "article"
    template: Path | None = None
    text_of: Callable[[Note], str | None] = _no_text

    def __post_init__(self) -> None:
        """BadInput for a group that there is not."""
        if self.group not in GROUPS:
            raise BadInput(f"group {self.group[:40]!r}: not known: choose {', '.join(GROUPS)}")


def grouped(notes: Sequence[Note], by: str) -> list[tuple[str, list[Note]]]:
    """The notes with the heading of each group, in the order of its first note; one group, unnamed, for ``article``.

    A note with several tags stands under each of them.
    """
    if by == "article":
        return [("", list(notes))] if notes else []
    groups: dict[str, list[Note]] = {}
    for note in notes:
        for label in _labels(note, by):
            groups.setdefault(label, []).append(note)
    if by == "date":
        return list(groups.items())
    return sorted(groups.items(), key=lambda group: (group[0].startswith("No "), group[0].casefold()))


def _labels(note: Note, by: str) -> list[str]:
    if by == "tag":
        return list(dict.fromkeys(filter(None, map(clean_line, note.tags)))) or ["No tag"]
    if by == "speaker":
        return [clean_line(note.speaker) or "No speaker"]
    return [day_text(instant_text(note.created))]
