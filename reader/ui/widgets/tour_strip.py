"""One line above the hints: the step of the tour that is next."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from reader.text import cell_width
from reader.ui.signs import is_plain

__all__ = ["TourStrip"]


class TourStrip(Widget):
    """Says what to press, what for, and what leaves the tour."""

    DEFAULT_CSS = """
    TourStrip { height: 1; padding: 0 1; background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._leave = "", ""
        self._words = Content("")

    def show(self, sign: str, words: Content, leave: str) -> None:
        """Set where in the tour one is, what to do, and, where there is room, what leaves it."""
        self._sign, self._words, self._leave = sign, words, leave
        self.refresh()

    def render(self) -> Content:
        """All of it on one line."""
        room = self.size.width - cell_width(self._sign) - 2 - self._words.cell_length
        leave = self._leave if cell_width(self._leave) + 2 <= room else ""
        gap = "  " if is_plain(self) else " " * max(0, room - cell_width(leave))
        return Content.assemble((self._sign, "bold $accent"), "  ", self._words, gap, (leave, "$muted"))
