"""What a file is, told by what is in it, never by its name; and its notes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from reader.errors import BadInput
from reader.notes.importers import clippings, hypothesis, ours, readwise, saved, w3c
from reader.notes.importers.archive import is_archive, members
from reader.notes.importers.rows import Incoming, Rows, taken
from reader.notes.importers.tables import heading

__all__ = ["FORMATS", "LARGEST", "format_named", "read"]

FORMATS: tuple[str, ...] = (
    "json", "w3c", "hypothesis", "readwise", "clippings", "wallabag", "omnivore", "pocket", "instapaper",
)  # fmt: skip
"""What can be read; ``json`` is our own."""

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read."""

_ALIASES = {"reader": "json", "jsonld": "w3c", "json-ld": "w3c", "kindle": "clippings", "my-clippings": "clippings"}

_Found = tuple[str, Rows[Any]]

_JSON: Mapping[str, Callable[[object], Rows[Any]]] = {
    "json": ours.rows_of,
    "w3c": w3c.rows_of,
    "hypothesis": hypothesis.rows_of,
    "wallabag": saved.wallabag,
    "omnivore": saved.omnivore,
    "pocket": saved.pocket,
}
_TABLES: Mapping[str, Callable[[str, str], Rows[Any]]] = {
    "readwise": readwise.rows_of,
    "wallabag": saved.wallabag_table,
    "pocket": saved.pocket_table,
    "instapaper": saved.instapaper,
}
_KEYS = (
    ("w3c", {"@context", "motivation", "target"}),
    ("hypothesis", {"uri", "target", "references", "permissions", "flagged"}),
    ("wallabag", {"is_archived", "is_starred", "hashed_url", "domain_name", "mimetype", "reading_time", "annotations"}),
    ("omnivore", {"slug", "savedAt", "readingProgress", "state", "labels", "publishedAt", "node"}),
    ("pocket", {"highlights", "resolved_url", "given_url", "time_added", "resolved_title", "cursor"}),
)
"""What the objects of each format have that the others' have not; two of them tell it."""

_COLUMNS = (
    ("readwise", {"highlight", "title"}),
    ("wallabag", {"title", "url", "mime type"}),
    ("instapaper", {"url", "title", "selection"}),
    ("pocket", {"title", "url", "time_added"}),
)


def format_named(name: str) -> str:
    """The format that a person's word means; BadInput, one line, for one that there is not."""
    lower = name.strip().lower()
    known = _ALIASES.get(lower, lower)
    if known not in FORMATS:
        raise BadInput(f"format {name[:40]!r}: not known: choose {', '.join(FORMATS)}")
    return known


def read(data: bytes, name: str, form: str | None = None) -> Incoming:
    """The notes in a file's bytes; ``name`` is what an error line calls it, ``form`` what the person says it is.

    BadInput, one line, for a file that is none of ``FORMATS`` or of which no row can be taken.
    """
    if len(data) > LARGEST:
        raise BadInput(f"{name}: is over {LARGEST >> 20} MB: give it in parts")
    wanted = format_named(form) if form else None
    if is_archive(data):
        parts = [_of_text(_decoded(part, label), label, wanted) for label, part in members(data, name)]
        notes = tuple(note for part in parts for note in part.notes)
        return Incoming(parts[0].form, notes, tuple(line for part in parts for line in part.failures))
    return _of_text(_decoded(data, name), name, wanted)


def _of_text(text: str, name: str, wanted: str | None) -> Incoming:
    try:
        form, rows = _found(text, name, wanted)
        return taken(form, rows, name)
    except RecursionError:
        raise BadInput(f"{name}: nested too deep") from None
    except BadInput as error:
        line = str(error)
        raise (error if line.startswith(name) else BadInput(f"{name}: {line}")) from None


def _found(text: str, name: str, wanted: str | None) -> _Found:
    """The format and its rows."""
    start = text.lstrip()[:1]
    if start and start in "[{":
        return _json(text, name, wanted)
    if wanted == "clippings" or (wanted is None and re.search(rf"(?m)^{clippings.RULE}\s*$", text)):
        return "clippings", clippings.rows_of(text)
    if start == "<" and re.search(r"(?is)<a\s[^>]*href", text) and wanted in (None, "pocket", "instapaper"):
        told = re.search(r"(?i)instapaper|pocket", text[:2000])
        if told or wanted:
            return wanted or (told.group().lower() if told else "pocket"), saved.links(text)
    columns = set(heading(text))
    form = wanted or next((form for form, needed in _COLUMNS if needed <= columns), None)
    if form is None or form not in _TABLES or not columns:
        raise _unknown(name, wanted)
    return form, _TABLES[form](text, name)


def _json(text: str, name: str, wanted: str | None) -> _Found:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(f"{name}: not whole JSON (line {error.lineno}, column {error.colno})") from None
    except ValueError as error:  # a number of thousands of digits
        raise BadInput(f"{name}: not JSON that can be read: {error}") from None
    form = wanted or _json_form(document)
    if form is None or form not in _JSON:
        raise _unknown(name, wanted)
    return form, _JSON[form](document)


def _json_form(document: object) -> str | None:
    if isinstance(document, Mapping):
        if ("schema" in document and isinstance(document.get("notes"), list)) or "_default" in document:
            return "json"
        if any(word in str(document.get("type")) for word in ("Annotation", "AnnotationPage", "AnnotationCollection")):
            return "w3c"
        if isinstance(document.get("list"), Mapping):
            return "pocket"
        for key in ("annotations", "rows"):
            if isinstance(document.get(key), list) and "url" not in document:
                return "hypothesis"
        if "_embedded" in document:
            return "wallabag"
    rows = document if isinstance(document, list) else [document]
    keys = set().union(*(set(row) for row in rows[:20] if isinstance(row, Mapping)))
    return max(_KEYS, key=lambda known: len(known[1] & keys))[0] if _telling(keys) else None


def _telling(keys: set[str]) -> bool:
    return any(len(known & keys) > 1 for _form, known in _KEYS) or {"url", "highlights"} <= keys


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{name}: is not UTF-8 text: name an export of notes") from None


def _unknown(name: str, wanted: str | None) -> BadInput:
    if wanted:
        return BadInput(f"{name}: not {wanted}: leave --format out to have it told by its content")
    return BadInput(f"{name}: not a file of notes that reader knows: {', '.join(FORMATS)}")
