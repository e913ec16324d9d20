"""The thin line between two panes."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.palette import Palette
from reader.ui.signs import EDGE, said

__all__ = ["Edge"]


class Edge(Widget):
    """One column, drawn as a line from top to bottom."""

    DEFAULT_CSS = "Edge { width: 1; height: 1fr; }"

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette

    def render_lines(self, crop: Region) -> list[Strip]:
        """The same sign on every row."""
        strip = Strip([Segment(said(EDGE, self.palette.plain), self.palette.style("rule"))], 1)
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return [strip] * crop.height

    def use(self, palette: Palette) -> None:
        """Draw in another theme."""
        self.palette = palette
        self.refresh()
