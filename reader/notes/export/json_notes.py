r"""Notes as JSON of our own: lossless, one record a line, the same notes always the same bytes.

``{"schema": 1, "notes": [record, …]}``, each record as the store keeps it:

* ``id`` (UUIDv7), ``kind`` (``highlight note quotation page correction``), ``schema``;
* the article: ``url``, ``canonical_url``, ``title``, ``authors``, ``site``, ``published``, ``accessed``, ``citekey``,
  ``page_sha256``, ``text_sha256``;
* the passage: ``selector`` (``exact, prefix, suffix, start, end``; offsets count code points) or null, ``anchor``
  (``status, start, end, score, text_sha256, at``; where it stands now) or null, ``speaker``;
* what the user made of it: ``body`` (Markdown), ``tags``, ``color``, ``created``, ``modified`` (RFC 3339, UTC);
* whatever another version wrote there, unchanged.

Characters that do not show (controls, bidirectional marks, lone surrogates) are written as ``\u`` escapes, so that the
file is safe to show on a terminal and is always UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Note
from reader.notes.export.json_text import json_text
from reader.notes.export.options import Options
from reader.notes.record import SCHEMA, to_record

__all__ = ["json_chunks"]


def json_chunks(notes: Sequence[Note], _options: Options) -> Iterator[str]:
    """The notes as one JSON document, in the order given."""
    yield f'{{"schema": {SCHEMA}, "notes": ['
    before = "\n"
    for note in notes:
        yield before + json_text(to_record(note))
        before = ",\n"
    yield "\n]}\n" if notes else "]}\n"
