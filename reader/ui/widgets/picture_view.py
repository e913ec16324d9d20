"""A picture with the words that belong to it, as finished lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.ui.keys import Command
from reader.ui.layout.wrap import wrap
from reader.ui.palette import Palette
from reader.ui.signs import FAILED, said
from reader.ui.widgets.line_widget import LineWidget

__all__ = ["PictureView"]

LEAST = 4
"""Lines that a picture gets, however long its caption is."""


class PictureView(LineWidget, can_focus=True, inherit_bindings=False):
    """Shows a picture in the middle and its words (text, role) below it, in a measure of their own."""

    DEFAULT_CSS = """
    PictureView { width: 1fr; height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    """

    class Resized(Message):
        """There is another number of cells for the picture."""

    def __init__(self, palette: Palette, measure: int) -> None:
        super().__init__()
        self.palette, self._measure = palette, measure
        self._words: Sequence[tuple[str, str]] = ()
        self._picture: list[list[Segment]] = []
        self._instead = ("", "")
        self._lines: list[Strip] = []

    def show(self, words: Sequence[tuple[str, str]], picture: list[list[Segment]]) -> None:
        """Show a picture with the words (text, role) below it."""
        self._words, self._picture, self._instead = words, picture, ("", "")
        self._build()
        self.scroll_to(y=0, animate=False, immediate=True)

    def tell(self, words: Sequence[tuple[str, str]], instead: str, *, error: bool = False) -> None:
        """Say something where the picture would be."""
        self.show(words, [])
        self._instead = (said(FAILED, self.palette.plain), instead) if error else ("", instead)
        self._build()

    def use(self, palette: Palette) -> None:
        """Draw in another theme."""
        self.palette = palette
        self._build()

    @property
    def room(self) -> tuple[int, int]:
        """Columns and lines that there are for the picture, its words being where they are."""
        size = self.scrollable_content_region.size
        return max(1, size.width - 2), max(LEAST, size.height - len(self._below()) - 2)

    def render_line(self, y: int) -> Strip:
        """The strip of a line of the view."""
        number = y + self.scroll_offset.y
        if 0 <= number < len(self._lines):
            return self._lines[number]
        return Strip.blank(self.size.width, self.palette.style("blank"))

    def on_resize(self, _event: Resize) -> None:
        """Break the words anew; the picture is made anew by who has it."""
        self._build()
        self.post_message(self.Resized())

    def _below(self) -> list[list[Segment]]:
        return [line for text, role in self._words for line in self._broken(text, role)]

    def _broken(self, text: str, role: str) -> list[list[Segment]]:
        measure = max(8, min(self._measure, self.scrollable_content_region.width - 2))
        return [
            [Segment(text[start:end], self.palette.style(role))] for start, end in wrap(text, 0, len(text), measure)
        ]

    def _told(self) -> list[list[Segment]]:
        """What is said in place of the picture."""
        sign, text = self._instead
        lines = self._broken(sign + text, "blank" if sign else "muted") if text else []
        if sign:
            lines[0] = [
                Segment(sign, self.palette.style("blank", "error")),
                Segment(lines[0][0].text.removeprefix(sign), self.palette.style("blank")),
            ]
        return lines

    def _build(self) -> None:
        width, height = self.scrollable_content_region.size
        blank = self.palette.style("blank")
        below = self._below()
        wide = _widest(below)
        shown = self._picture or self._told()
        if self.palette.plain:
            wide = width
        lines = [_placed(line, width if self.palette.plain else _widest(shown), width, blank) for line in shown]
        space = 0 if self.palette.plain else max(0, height - len(lines) - len(below) - 2)
        empty = [Strip.blank(width, blank)]
        lines = [*empty * (1 + space // 2), *lines, *empty]
        lines += [_placed(line, wide, width, blank) for line in below]
        self._lines = lines
        self.virtual_size = Size(width, len(lines))
        self.refresh()

    # moving, where the words are more than fit

    def do_down(self, command: Command) -> None:
        """Lines down."""
        self.scroll_relative(y=command.count or 1, animate=False, immediate=True)

    def do_up(self, command: Command) -> None:
        """Lines up."""
        self.scroll_relative(y=-(command.count or 1), animate=False, immediate=True)

    def do_page_down(self, _command: Command) -> None:
        """A page down."""
        self.scroll_relative(y=self.size.height - 1, animate=False, immediate=True)

    def do_page_up(self, _command: Command) -> None:
        """A page up."""
        self.scroll_relative(y=1 - self.size.height, animate=False, immediate=True)

    def do_top(self, _command: Command) -> None:
        """To the top."""
        self.scroll_to(y=0, animate=False, immediate=True)

    def do_bottom(self, _command: Command) -> None:
        """To the end."""
        self.scroll_end(animate=False, immediate=True)


def _widest(lines: list[list[Segment]]) -> int:
    return max((sum(segment.cell_length for segment in line) for line in lines), default=0)


def _placed(line: list[Segment], length: int, width: int, blank: Style) -> Strip:
    """A line as wide as the view, so far in that ``length`` cells stand in the middle."""
    return Strip([Segment(" " * max(0, (width - length) // 2), blank), *line]).adjust_cell_length(width, blank)
