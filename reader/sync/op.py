"""One change of one note as a device tells it: a line of a journal, whole in itself, in any order.

A line is the CRC-32 of its JSON in eight hexadecimal digits, a space, and the JSON: ``v`` (the schema of the notes),
``device``, ``seq`` (1, 2, 3… on that device), ``clock`` and ``note``; and of these what it changes: ``set`` (field to
value, null for empty), ``tags`` (tag to its place in the list, null for taken off), ``body`` with ``after`` (the ids
of the versions that it replaces), or ``gone`` (device to the last seq of it that the one who removed the note knew).

The clock is a hybrid logical one (Kulkarni et al., *Logical Physical Clocks*, 2014): microseconds since 1970 and a
counter, later than every clock of the note that its device had seen.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.notes.record import SCHEMA, from_record

__all__ = ["APART", "Clock", "NewerLine", "Op", "from_line", "to_line"]

Clock = tuple[int, int]
"""Microseconds since 1970 and a counter."""

APART = frozenset({"id", "schema", "tags", "body"})
"""Fields of a record that are not told under ``set``."""

_DEVICE = re.compile(r"[0-9a-z]{8,64}", re.ASCII)
_LARGEST = 1 << 53
_LONGEST_ID = 200


class NewerLine(ValueError):
    """A line that a newer version of the program wrote."""


@dataclass(frozen=True)
class Op:
    """A change of one note; ``body`` None leaves the text, ``gone`` that is not None removes the note."""

    device: str
    seq: int
    clock: Clock
    note: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    tags: Mapping[str, int | None] = field(default_factory=dict)
    body: str | None = None
    after: tuple[str, ...] = ()
    gone: Mapping[str, int] | None = None

    @property
    def id(self) -> str:
        """What names this change everywhere."""
        return f"{self.device}:{self.seq}"

    @property
    def order(self) -> tuple[Clock, str, int]:
        """What decides which of two changes is the later one; the same on every machine."""
        return self.clock, self.device, self.seq


def to_line(op: Op) -> bytes:
    """The change as a line, without its line end."""
    payload: dict[str, Any] = {
        "v": SCHEMA,
        "device": op.device,
        "seq": op.seq,
        "clock": list(op.clock),
        "note": op.note,
    }
    if op.fields:
        payload["set"] = dict(op.fields)
    if op.tags:
        payload["tags"] = dict(op.tags)
    if op.body is not None:
        payload |= {"body": op.body, "after": list(op.after)}
    if op.gone is not None:
        payload["gone"] = dict(op.gone)
    data = json.dumps(payload, separators=(",", ":")).encode("ascii")
    return b"%08x %s" % (zlib.crc32(data), data)


def from_line(line: bytes, *, ours: bool = False) -> Op:
    """The change in a line. ValueError for one that is torn or not ours, NewerLine for one that we cannot know.

    One of our own log (``ours``) was looked at when it came: its values are of the right types.
    """
    if line[:9] != b"%08x " % zlib.crc32(line[9:]):
        raise ValueError("torn, or not a line of a journal")
    try:
        payload = json.loads(line[9:], parse_constant=_refused)
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(payload, dict):
        raise ValueError("not an object")
    version = _number(payload.get("v"))
    if version > SCHEMA:
        raise NewerLine("written by a newer reader")
    return _op(payload, ours)


def _op(payload: dict[str, Any], ours: bool) -> Op:
    device, note = payload.get("device"), payload.get("note")
    if not (isinstance(device, str) and _DEVICE.fullmatch(device)):
        raise ValueError("device is not an id")
    if not (isinstance(note, str) and 0 < len(note) <= _LONGEST_ID):
        raise ValueError("note is not an id")
    fields, tags = _object(payload.get("set")), _object(payload.get("tags"))
    body, after, clock = payload.get("body"), payload.get("after", []), payload.get("clock")
    gone = payload.get("gone")
    if APART & fields.keys():
        raise ValueError("a field that is told apart")
    if not (isinstance(clock, list) and len(clock) == 2):
        raise ValueError("clock is not a time and a counter")
    if not (isinstance(after, list) and all(isinstance(name, str) for name in after)):
        raise ValueError("after is not a list of ids")
    if not ours:
        from_record({**fields, "body": body, "tags": list(tags)})  # every value is of the type that the store wants
    return Op(
        device,
        _number(payload.get("seq")),
        (_number(clock[0]), _number(clock[1])),
        note,
        fields,
        {tag: None if place is None else _number(place) for tag, place in tags.items()},
        body,
        tuple(after),
        None if gone is None else {key: _number(value) for key, value in _object(gone).items()},
    )


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < _LARGEST:
        raise ValueError("not a whole number in range")
    return value


def _object(value: object) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")
