"""What a note says, in plain words: the parts that every format puts in its own shape."""

from __future__ import annotations

from reader.model import Note, NoteKind
from reader.text import clean_block, clean_line

__all__ = ["correction", "note_text", "one_line", "passage"]


def passage(note: Note) -> str:
    """The words that the note is about, ``""`` for one on the whole article."""
    return clean_block(note.selector.exact) if note.selector else ""


def correction(note: Note) -> str:
    """What a correction says, as a sentence; ``""`` for any other note, and for one that this version does not know.

    The fields are those that ``reader.app.corrections`` lays over the engine's answer.
    """
    if note.kind is not NoteKind.CORRECTION:
        return ""
    speaker, what = clean_line(note.speaker), note.extra.get("correction")
    if what == "rename":
        before = note.extra.get("correction_from")
        return f"Correction: {clean_line(before) if isinstance(before, str) else 'a speaker'} is {speaker}."
    if what == "speaker":
        return f"Correction: said by {speaker or 'nobody who is named'}."
    if what == "confirm":
        return f"Confirmed: said by {speaker or 'nobody who is named'}."
    return ""


def note_text(note: Note) -> str:
    """What the user thought, a correction in words before it."""
    return "\n\n".join(filter(None, [correction(note), clean_block(note.body)]))


def one_line(note: Note) -> str:
    """The whole note in one line: ``“passage” (speaker) what was thought``; never empty."""
    words, speaker = clean_line(passage(note)), clean_line(note.speaker)
    parts = [f"“{words}”" if words else "", f"({speaker})" if words and speaker else "", clean_line(note_text(note))]
    return " ".join(filter(None, parts)) or "On the whole article"
