"""The thin line between two panes."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.palette import Palette

__all__ = ["Edge"]


class Edge(Widget):
    """One column, drawn as a line from top to bottom."""

    DEFAULT_CSS = "Edge { width: 1; height: 1fr; }"

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette

    def render_line(self, y: int) -> Strip:
        """The line's part on a row."""
        return Strip([Segment("│", self.palette.style("rule"))], 1)

    def use(self, palette: Palette) -> None:
        """Draw in another theme."""
        self.palette = palette
        self.refresh()
