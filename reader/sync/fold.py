"""What all devices' changes come to: the notes, whatever the order and however often the changes are read."""

from __future__ import annotations

import json
from typing import Any

from reader.notes.record import SCHEMA, Record
from reader.sync.bodies import Bodies
from reader.sync.op import Clock, Op

__all__ = ["Fold", "FoldedNote"]


class FoldedNote:
    """One note: each field, and each tag, as the latest change has it; the text as ``Bodies`` has it.

    A removal takes what its author knew of the note: one who changed it elsewhere, without knowing, keeps it.
    """

    def __init__(self) -> None:
        self.bodies = Bodies()
        self.latest: Clock = (0, 0)
        self.told: dict[str, int] = {}
        self._fields: dict[str, tuple[Op, Any]] = {}
        self._tags: dict[str, tuple[Op, int | None]] = {}
        self._gone: dict[str, int] = {}

    @property
    def is_there(self) -> bool:
        """Whether there are changes that no removal knew of."""
        return any(seq > self._gone.get(device, 0) for device, seq in self.told.items())

    def add(self, op: Op) -> None:
        """Take in a change of this note."""
        self.latest = max(self.latest, op.clock)
        if op.gone is not None:
            for device, seq in op.gone.items():
                self._gone[device] = max(seq, self._gone.get(device, 0))
            return
        self.told[op.device] = max(op.seq, self.told.get(op.device, 0))
        self.bodies.add(op)
        for key, value in op.fields.items():
            if key not in self._fields or _later(op, value, *self._fields[key]):
                self._fields[key] = op, value
        for tag, place in op.tags.items():
            if tag not in self._tags or _later(op, place, *self._tags[tag]):
                self._tags[tag] = op, place

    def record(self) -> Record:
        """The fields that are not empty."""
        tags = sorted((place, tag) for tag, (_op, place) in self._tags.items() if place is not None)
        record = {key: value for key, (_op, value) in self._fields.items() if value is not None}
        if tags:
            record["tags"] = [tag for _place, tag in tags]
        if body := self.bodies.text():
            record["body"] = body
        return record


class Fold:
    """The notes that the changes taken in so far come to."""

    def __init__(self) -> None:
        self.notes: dict[str, FoldedNote] = {}
        self.highest: dict[str, int] = {}
        self._records: dict[str, Record | None] = {}

    def add(self, op: Op) -> None:
        """Take in a change; one that is known already changes nothing."""
        self.highest[op.device] = max(op.seq, self.highest.get(op.device, 0))
        self.notes.setdefault(op.note, FoldedNote()).add(op)
        self._records.pop(op.note, None)

    def record(self, note: str) -> Record | None:
        """The note's record without its empty fields; None when it was removed, or never there."""
        if note not in self._records:
            folded = self.notes.get(note)
            there = folded is not None and folded.is_there
            self._records[note] = {"id": note, **folded.record(), "schema": SCHEMA} if folded and there else None
        return self._records[note]


def _later(op: Op, value: object, known: Op, known_value: object) -> bool:
    """Whether a value goes over the known one.

    Two changes of one name can only be a cloned disk's: any order will do that is the same everywhere.
    """
    if op.order != known.order:
        return op.order > known.order
    return json.dumps(value, sort_keys=True) > json.dumps(known_value, sort_keys=True)
