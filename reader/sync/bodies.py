"""The versions of one note's text: which one holds, and which others were written without knowing of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from reader.sync.op import Op

__all__ = ["Bodies", "keep_both"]


class Bodies:
    """Every version ever told; what it answers depends on which they are, never on their order.

    A version holds until one comes that was written knowing it. When several hold, the text was edited on two
    machines from the same base: the latest comes first and each other one is kept below it, under a heading
    ``Conflict``. They stay in the one note, since that is where a person looks for the thought, where search and every
    export find it, and where taking out what is not wanted is an ordinary edit that settles it on every machine.
    """

    def __init__(self) -> None:
        self._versions: dict[tuple[str, str], Op] = {}
        self._replaced: set[str] = set()

    def add(self, op: Op) -> None:
        """Take in a version; one that is known already changes nothing."""
        if op.body is None:
            return
        known = self._versions.get((op.id, op.body))
        if known is None or op.order > known.order:
            self._versions[op.id, op.body] = op
        self._replaced.update(op.after)

    def holding(self) -> tuple[str, ...]:
        """The ids of the versions that none has replaced."""
        return tuple(sorted({op.id for op in self._versions.values()} - self._replaced))

    def text(self) -> str:
        """The note's text."""
        old = {op.body for op in self._versions.values() if op.id in self._replaced}
        heads = [op for op in self._versions.values() if op.id not in self._replaced]
        # A text that was replaced somewhere, or an empty one, is not what anybody would miss beside another.
        fresh = [op for op in heads if op.body and op.body not in old] or [op for op in heads if op.body] or heads
        latest: dict[str, Op] = {}
        for op in sorted(fresh, key=lambda op: (op.order, op.body or "")):
            latest[op.body or ""] = op
        return _together(sorted(latest.values(), key=lambda op: (op.order, op.body or ""), reverse=True))


def keep_both(mine: str, other: str, at: datetime) -> str:
    """One text that keeps both versions, the other one from ``at`` under a heading of its own."""
    return f"{mine.rstrip()}\n\n{_heading(at)}\n\n{other.strip()}"


def _together(versions: Sequence[Op]) -> str:
    text = (versions[0].body or "") if versions else ""
    for other in versions[1:]:
        text = keep_both(text, other.body or "", _time(other))
    return text


def _heading(at: datetime) -> str:
    return f"## Conflict: the other version, from {at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _time(op: Op) -> datetime:
    """When the version was written, as its clock has it; that is in range, as lines are checked."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=op.clock[0])
