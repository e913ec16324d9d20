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

import json
import re
from collections.abc import Sequence

from reader.model import Note
from reader.notes.record import SCHEMA, to_record

__all__ = ["to_json"]

_HIDDEN = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def to_json(notes: Sequence[Note]) -> str:
    """The notes as one JSON document, in the order given."""
    rows = ",\n".join(_shown(json.dumps(to_record(note), ensure_ascii=False)) for note in notes)
    return f'{{"schema": {SCHEMA}, "notes": [\n{rows}\n]}}\n' if rows else f'{{"schema": {SCHEMA}, "notes": []}}\n'


def _shown(text: str) -> str:
    return _HIDDEN.sub(lambda match: json.dumps(match.group())[1:-1], text)
