"""Notes as Hypothesis takes them: the JSON that its client exports and imports.

Its positions count UTF-16 code units, as JavaScript does. It keeps ``document``, ``tags``, ``text``, ``target`` and
``uri`` of what it imports (https://github.com/hypothesis/client); ``reader`` is there for coming back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Note, NoteKind, Selector
from reader.notes.export.json_text import json_text
from reader.notes.export.options import Options
from reader.notes.export.said import note_text
from reader.notes.export.w3c import source_of
from reader.notes.record import Record, instant_text
from reader.text import clean_line

__all__ = ["hypothesis_chunks", "said_by", "utf16_length"]


def hypothesis_chunks(notes: Sequence[Note], options: Options) -> Iterator[str]:
    """One document with the notes in the order given."""
    latest = max((note.modified for note in notes), default=None)
    head = {"export_date": instant_text(latest) if latest else "", "export_userid": "", "client_version": "reader"}
    yield f'{json_text(head)[:-1]}, "annotations": ['
    before = "\n"
    for note in notes:
        yield before + json_text(_annotation(note, options))
        before = ",\n"
    yield "\n]}\n"


def utf16_length(text: str) -> int:
    """How many UTF-16 code units the text takes: two for each character beyond U+FFFF."""
    return len(text) + sum(character > "\uffff" for character in text)


def said_by(speaker: str) -> str:
    """The line under a note that says whose words its passage is."""
    return f"Said by {clean_line(speaker)}."


def _annotation(note: Note, options: Options) -> Record:
    said = said_by(note.speaker) if note.speaker and note.kind is not NoteKind.CORRECTION else ""
    target: Record = {"source": source_of(note)}
    if note.selector:
        target["selector"] = _selectors(note.selector, options.text_of(note))
    return {
        "id": note.id,
        "created": instant_text(note.created),
        "updated": instant_text(note.modified),
        "uri": source_of(note),
        "document": {"title": [note.title or "Untitled"]},
        "text": "\n\n".join(filter(None, [note_text(note) if note.kind is NoteKind.CORRECTION else note.body, said])),
        "tags": list(note.tags),
        "target": [target],
        "user": "",
        "references": [],
        "reader": _own(note),
    }


def _own(note: Note) -> Record:
    """What Hypothesis has no field for."""
    own: Record = {"kind": note.kind.value, "speaker": note.speaker, "color": note.color, "citekey": note.citekey}
    own |= {"authors": list(note.authors), "site": note.site, "published": note.published, "accessed": note.accessed}
    own |= {key: note.extra[key] for key in ("correction", "correction_from") if isinstance(note.extra.get(key), str)}
    if note.kind is NoteKind.CORRECTION:
        own["body"] = note.body
    if note.canonical_url:
        own["url"] = note.url
    return {key: value for key, value in own.items() if value}


def _selectors(selector: Selector, text: str | None) -> list[Record]:
    words: Record = {"type": "TextQuoteSelector", "exact": selector.exact}
    words |= {"prefix": selector.prefix, "suffix": selector.suffix}
    if selector.end <= selector.start:
        return [words]
    start = _units_before(selector, text)
    place = {"type": "TextPositionSelector", "start": start, "end": start + utf16_length(selector.exact)}
    return [place, words]


def _units_before(selector: Selector, text: str | None) -> int:
    """Code units before the passage; without the article's text, from what the selector knows of it.

    Short of the beginning a character beyond U+FFFF further up cannot be seen: Hypothesis then finds the passage by
    its words, as it does wherever the page's text is not ours.
    """
    if text is not None and text[selector.start : selector.end] == selector.exact:
        return utf16_length(text[: selector.start])
    return selector.start + utf16_length(selector.prefix) - len(selector.prefix)
