"""Which of the user's notes a later version of an article touches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.app.diff.words import Change, word_changes
from reader.model import Anchor, AnchorStatus, Note

__all__ = ["TouchedNote", "touched_notes"]


@dataclass(frozen=True)
class TouchedNote:
    """A note whose passage changed or is gone: where it stands now, and its words as a diff."""

    note: Note
    anchor: Anchor
    words: tuple[Change, ...]


def touched_notes(notes: Iterable[Note], before: str, after: str) -> list[TouchedNote]:
    """The notes whose passage in the text ``before`` is not the same in ``after``; those only moved are left out."""
    from reader.notes.anchor import find

    touched = []
    for note in notes:
        if note.selector is None:
            continue
        was = find(note.selector, before)
        if was.status is AnchorStatus.ORPHAN:
            continue  # it was lost before this version
        now = find(note.selector, after)
        old = before[was.start : was.end]
        new = "" if now.status is AnchorStatus.ORPHAN else after[now.start : now.end]
        if old != new:
            touched.append(TouchedNote(note, now, tuple(word_changes(old, new))))
    return touched
