"""Our own JSON, as ``reader.notes.export.json_notes`` writes it, and a copy of the notes file itself.

What comes back is what left, byte for byte: only what no article and no one typing could have put there is taken out,
and a body not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from reader.errors import BadInput
from reader.model import Note, Selector
from reader.notes.importers.made import kept, mapping
from reader.notes.importers.rows import Rows
from reader.notes.incoming import outside_scheme
from reader.notes.record import SCHEMA, from_record
from reader.text import clean_line

__all__ = ["rows_of"]


_LINES = (
    "id", "url", "canonical_url", "title", "site", "published", "accessed", "citekey", "speaker", "color",
    "page_sha256", "text_sha256",
)  # fmt: skip


def rows_of(document: object) -> Rows[object]:
    """The records of an export, or of the notes table of a store."""
    whole = mapping(document)
    notes = whole.get("notes")
    if isinstance(notes, list):
        return Rows(((f"note {number}", row) for number, row in enumerate(notes, start=1)), _note)
    table = mapping(whole.get("_default"))
    return Rows(((f"record {clean_line(number)}", row) for number, row in table.items()), _note)


def _note(row: object) -> Iterator[Note]:
    record = mapping(row)
    schema = record.get("schema", 0)
    if not isinstance(schema, int) or schema > SCHEMA:
        raise BadInput(f"written by a newer reader (schema {schema}): update reader")
    try:
        note = from_record(record)
    except ValueError as error:
        raise BadInput(str(error)) from None
    outside_scheme(clean_line(note.url))
    outside_scheme(clean_line(note.canonical_url))
    lines: dict[str, Any] = {key: clean_line(getattr(note, key)) for key in _LINES}
    yield replace(
        note,
        **lines,
        authors=tuple(map(clean_line, note.authors)),
        tags=tuple(map(clean_line, note.tags)),
        selector=_selector(note.selector),
        extra=_extra(note.extra),
    )


def _selector(selector: Selector | None) -> Selector | None:
    if selector is None:
        return None
    exact, prefix, suffix = map(kept, (selector.exact, selector.prefix, selector.suffix))
    return replace(selector, exact=exact, prefix=prefix, suffix=suffix)


def _extra(extra: Mapping[str, object]) -> dict[str, object]:
    """Unknown fields as they are; the name that a correction is about is shown, so it is made safe."""
    before = extra.get("correction_from")
    return {**extra, "correction_from": clean_line(before)} if isinstance(before, str) else dict(extra)
