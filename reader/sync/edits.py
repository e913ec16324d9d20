"""What was changed here: a note as the store has it against the same note as the devices left it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.notes.record import SCHEMA, Record, from_record, to_record
from reader.sync.fold import FoldedNote
from reader.sync.op import APART, Clock, Op

__all__ = ["Edit", "edit_of", "plain", "to_op"]

_DERIVED = frozenset({"anchor"})
"""Where a passage is found now: each machine's own to find, so told only along with something else."""

_NOBODY = FoldedNote()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = 1 << 52
"""The year 2112: a note that says it is of the year 9999 must not be out of a line's range."""


@dataclass(frozen=True)
class Edit:
    """What to tell of one note; ``modified`` is when it was done, as far as the note says."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    tags: Mapping[str, int | None] = field(default_factory=dict)
    body: str | None = None
    gone: bool = False
    modified: datetime | None = None


def plain(record: Record, note: str) -> Record:
    """The record as every machine writes it, without its empty fields. ValueError for one that is not whole."""
    full = to_record(from_record(record, note))
    return {key: value for key, value in full.items() if not _is_empty(value)} | {"schema": SCHEMA}


def edit_of(base: Record | None, here: Record | None, half: Record | None = None) -> Edit | None:
    """What makes ``here`` of ``base`` (both as ``plain`` gives them, None for no note); None when nothing does.

    ``half`` is what a crash may have left half done: what is as there was not edited either.
    """
    if here is None:
        return None if base is None else Edit(gone=True)
    fields = {
        key: here.get(key) for key in sorted(here.keys() | (base or {}).keys()) if _differs(key, here, base, half)
    }
    tags = _tags(base or {}, here, half)
    body = here.get("body", "") if _differs_body(base, here, half) else None
    if not fields.keys() - _DERIVED and not tags and body is None:
        return None
    return Edit(fields, tags, body, modified=from_record(here).modified)


def to_op(edit: Edit, known: FoldedNote | None, note: str, device: str, seq: int, now: datetime) -> Op:
    """The change to tell, later than whatever ``known``, the note as this device knew it, has seen."""
    known = known or _NOBODY
    clock = _later(edit.modified or now, known.latest)
    if edit.gone:
        return Op(device, seq, clock, note, gone=dict(known.told))
    after = known.bodies.holding() if edit.body is not None else ()
    return Op(device, seq, clock, note, edit.fields, edit.tags, edit.body, after)


def _later(at: datetime, seen: Clock) -> Clock:
    microseconds = (at - _EPOCH) // timedelta(microseconds=1)
    return max((min(max(0, microseconds), _LATEST), 0), (seen[0], seen[1] + 1))


def _differs(key: str, here: Record, base: Record | None, half: Record | None) -> bool:
    if key in APART:
        return False
    value = here.get(key)
    return value != (base or {}).get(key) and (half is None or value != half.get(key))


def _differs_body(base: Record | None, here: Record, half: Record | None) -> bool:
    body = here.get("body", "")
    return body != (base or {}).get("body", "") and (half is None or body != half.get("body", ""))


def _tags(base: Record, here: Record, half: Record | None) -> dict[str, int | None]:
    before, now = base.get("tags", []), here.get("tags", [])
    added: dict[str, int | None] = {tag: place for place, tag in enumerate(now) if tag not in before}
    removed: dict[str, int | None] = {tag: None for tag in before if tag not in now}
    if half is not None:
        done = half.get("tags", [])
        added = {tag: place for tag, place in added.items() if tag not in done}
        removed = {tag: None for tag in removed if tag in done}
    return added | removed


def _is_empty(value: object) -> bool:
    return value is None or value == "" or value == [] or value == {}
