"""A note as a record of the store (one TinyDB document) and back.

A record is JSON: texts, lists of texts, ``selector`` and ``anchor`` as objects, instants as RFC 3339 in UTC, and
``schema``, the version of this shape. A field that is missing is empty; one that this version does not know is
kept in ``Note.extra``; one of the wrong type is an error, because guessing would lose what was there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from reader.model import Anchor, AnchorStatus, Note, NoteKind, Selector

__all__ = ["SCHEMA", "Record", "from_record", "instant_text", "to_record"]

SCHEMA = 1

Record = dict[str, Any]

_TEXTS = (
    "url", "canonical_url", "title", "site", "published", "accessed", "citekey",
    "page_sha256", "text_sha256", "speaker", "body", "color",
)  # fmt: skip
_LISTS = ("authors", "tags")
_KNOWN = frozenset({"id", "kind", *_TEXTS, *_LISTS, "selector", "anchor", "created", "modified", "schema"})
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_record(note: Note) -> Record:
    """The note as JSON values, its unknown fields among them."""
    record: Record = {**note.extra, "id": note.id, "kind": note.kind.value}
    for key in _TEXTS:
        record[key] = getattr(note, key)
    for key in _LISTS:
        record[key] = list(getattr(note, key))
    record["selector"] = _selector_record(note.selector)
    record["anchor"] = _anchor_record(note.anchor)
    record["created"] = instant_text(note.created)
    record["modified"] = instant_text(note.modified)
    record["schema"] = SCHEMA
    return record


def from_record(record: Mapping[str, Any], number: str = "") -> Note:
    """The note in a record; ``number`` names one that has no id. ValueError says which field is of the wrong type."""
    modified = _instant(record, "modified") or _instant(record, "created") or _EPOCH
    texts = {key: _text(record, key) for key in _TEXTS}
    return Note(
        id=_text(record, "id") or number,
        kind=_kind(record),
        selector=_selector(record.get("selector")),
        anchor=_anchor(record.get("anchor")),
        authors=_texts(record, "authors"),
        tags=_texts(record, "tags"),
        created=_instant(record, "created") or modified,
        modified=modified,
        extra={key: value for key, value in record.items() if key not in _KNOWN},
        **texts,
    )


def instant_text(instant: datetime) -> str:
    """RFC 3339 in UTC with microseconds, as in ``2025-03-14T09:30:00.000000Z``; a naive instant counts as UTC."""
    aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _selector_record(selector: Selector | None) -> Record | None:
    if selector is None:
        return None
    return {
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "start": selector.start,
        "end": selector.end,
    }


def _anchor_record(anchor: Anchor | None) -> Record | None:
    if anchor is None:
        return None
    return {
        "status": anchor.status.value,
        "start": anchor.start,
        "end": anchor.end,
        "score": anchor.score,
        "text_sha256": anchor.text_sha256,
        "at": instant_text(anchor.at) if anchor.at else None,
    }


def _selector(value: object) -> Selector | None:
    if value is None:
        return None
    fields = _object(value, "selector")
    exact, prefix, suffix = (_text(fields, key) for key in ("exact", "prefix", "suffix"))
    return Selector(exact, prefix, suffix, _offset(fields, "start") or 0, _offset(fields, "end") or 0)


def _anchor(value: object) -> Anchor | None:
    if value is None:
        return None
    fields = _object(value, "anchor")
    score = fields.get("score", 1.0)
    if not isinstance(score, int | float):
        raise ValueError("score is not a number")
    return Anchor(
        AnchorStatus(_text(fields, "status")),
        _offset(fields, "start"),
        _offset(fields, "end"),
        float(score),
        _text(fields, "text_sha256"),
        _instant(fields, "at"),
    )


def _kind(record: Mapping[str, Any]) -> NoteKind:
    given = _text(record, "kind")
    return NoteKind(given) if given else NoteKind.NOTE


def _object(value: object, key: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{key} is not an object")
    return value


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{key} is not text")
    return value


def _texts(record: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = record.get(key)
    if value is None:
        return ()
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{key} is not a list of texts")
    return tuple(value)


def _offset(record: Mapping[str, Any], key: str) -> int | None:
    value = record.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    raise ValueError(f"{key} is not an offset")


def _instant(record: Mapping[str, Any], key: str) -> datetime | None:
    value = _text(record, key)
    if not value:
        return None
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{key} is not a date and time: {value[:40]!r}") from None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
