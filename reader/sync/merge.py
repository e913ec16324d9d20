"""Joining what was done here with what came from elsewhere; no files, only values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from reader.notes.record import Record, from_record, to_record
from reader.sync.edits import Edit, edit_of, plain, to_op
from reader.sync.fold import Fold
from reader.sync.op import Op, from_line, to_line

__all__ = ["Merge"]


class Merge:
    """The notes as the devices left them, and the store's records beside them."""

    def __init__(self) -> None:
        self.fold = Fold()
        self._lines: set[int] = set()
        self._agreed: dict[str, Record] = {}
        self._touched: set[str] = set()
        self._found_again: set[str] = set()

    def take(self, line: bytes, *, ours: bool = False) -> Op | None:
        """The change in a line, None when it was taken before. ``ours`` and ValueError as ``from_line`` has them."""
        if hash(line) in self._lines:
            return None
        op = from_line(line, ours=ours)
        self._lines.add(hash(line))
        return op

    def line(self, op: Op) -> bytes:
        """The line for a change made here, which is then known."""
        line = to_line(op)
        self._lines.add(hash(line))
        return line

    def join(
        self,
        records: Mapping[str, Record],
        left: Sequence[Op],
        arrived: Sequence[Op],
        device: str,
        *,
        lost: bool = False,
    ) -> list[Op]:
        """Take in what came and return what was changed here, as this device's own changes.

        ``records`` are all of the store's by id. ``left`` are changes that may or may not be in the store already.
        With ``lost`` the store is gone: nobody removed those notes, and all come back.
        """
        half = {op.note: self.fold.record(op.note) for op in left}
        self._add(left)
        self._touched = set(half)
        self._found_again = {op.note for op in (*left, *arrived) if "anchor" in op.fields}
        seq = max([self.fold.highest.get(device, 0), *(op.seq for op in arrived if op.device == device)])
        known, strange = self._to_compare(records, half)
        own: list[Op] = []
        now = datetime.now(UTC)
        if not lost:
            for note in known:
                edit = self._edit(note, records.get(note), half)
                if edit is not None:
                    own.append(to_op(edit, self.fold.notes[note], note, device, seq + len(own) + 1, now))
        self._add([*arrived, *own])
        for note in strange:  # made here, or known here from before the exchange began
            edit = self._edit(note, records[note], {})
            if edit is not None:
                own.append(to_op(edit, None, note, device, seq + len(own) + 1, now))
                self._add(own[-1:])
        if lost:
            self._touched = set(self.fold.notes)
        return own

    def wanted(self, records: Mapping[str, Record]) -> dict[str, Record | None]:
        """The records to save so that the store says what ``join`` came to, None for a note to remove."""
        changes: dict[str, Record | None] = {}
        for note in self._touched:
            want, record = self.fold.record(note), records.get(note)
            here = _plain(record, note)
            if want is None:
                if record is not None:
                    changes[note] = None
            elif record is None or here is not None:
                if here and "anchor" in here and note not in self._found_again:
                    want = {**want, "anchor": here["anchor"]}
                if here != want:
                    changes[note] = to_record(from_record(want))
        return changes

    def _add(self, ops: Iterable[Op]) -> None:
        for op in ops:
            self.fold.add(op)
            self._touched.add(op.note)

    def _to_compare(
        self, records: Mapping[str, Record], half: Mapping[str, Record | None]
    ) -> tuple[list[str], list[str]]:
        """The notes that may have been changed here: those that the devices know of, and those that they do not."""
        doubtful = [note for note, record in records.items() if self._agreed.get(note) is not record or note in half]
        gone = [note for note in self.fold.notes if note not in records]
        known = [note for note in doubtful if note in self.fold.notes]
        return known + gone, [note for note in doubtful if note not in self.fold.notes]

    def _edit(self, note: str, record: Record | None, half: Mapping[str, Record | None]) -> Edit | None:
        here = _plain(record, note)
        if record is not None and here is None:
            return None  # not whole: the store itself says so
        if note in half and here == half[note]:
            return None
        edit = edit_of(self.fold.record(note), here, half.get(note))
        if edit is None and record is not None:
            self._agreed[note] = record
        return edit


def _plain(record: Record | None, note: str) -> Record | None:
    try:
        return None if record is None else plain(record, note)
    except ValueError:
        return None
