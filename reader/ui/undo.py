"""Undo and redo as a stack of steps, each with its way back."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

__all__ = ["Step", "UndoStack"]


class Step(Struct, frozen=True):
    """What was done, in words, and how to undo and redo it."""

    words: str
    undo: Callable[[], None]
    redo: Callable[[], None]


class UndoStack:
    """Steps done and undone; a new step forgets what had been undone."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def push(self, step: Step) -> None:
        """Remember a step that was just done."""
        self._done.append(step)
        self._undone.clear()

    def undo(self) -> Step | None:
        """The step to undo now, moved over to those that can be redone."""
        return self._over(self._done, self._undone)

    def redo(self) -> Step | None:
        """The step to redo now."""
        return self._over(self._undone, self._done)

    @staticmethod
    def _over(source: list[Step], target: list[Step]) -> Step | None:
        if not source:
            return None
        target.append(source.pop())
        return target[-1]
