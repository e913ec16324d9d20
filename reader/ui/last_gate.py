"""The last gate before the terminal: what any widget draws is sent without anything that could steer it."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text import unsteering

__all__ = ["LastGate"]


class LastGate(LineFilter):
    """Drops control, bidirectional and invisible characters from finished lines.

    Articles, feeds and themes hold none. This is for what is drawn as somebody typed or named it, in widgets of
    Textual's own, and for the mistake that nobody has found yet.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, or copies of those that had to be changed."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment if segment.control else Segment(unsteering(segment.text), segment.style) for segment in segments
        ]
