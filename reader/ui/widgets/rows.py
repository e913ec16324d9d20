"""A list of rows on the line API: thousands of them at the price of those on the screen.

A row is one or more paragraphs of looks and text; headings can be seen but not picked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.segment import Segment
from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.text import cell_width, elide
from reader.ui.keys import Command
from reader.ui.layout.wrap import wrap
from reader.ui.palette import Palette
from reader.ui.widgets.line_widget import LineWidget

__all__ = ["Paragraph", "Row", "RowList"]


@dataclass(frozen=True)
class Paragraph:
    """Text in looks (text, look, text, look, …), cut to ``limit`` lines; ``right`` is set at the right edge."""

    parts: tuple[tuple[str, str], ...]
    limit: int = 1
    indent: int = 0
    right: str = ""


@dataclass(frozen=True)
class Row:
    """One row; ``key`` says to its owner what it stands for. A heading has no key and cannot be picked."""

    key: Hashable | None
    paragraphs: tuple[Paragraph, ...]


class RowList(LineWidget, can_focus=True, inherit_bindings=False):
    """Shows rows and a cursor on one of them."""

    DEFAULT_CSS = """
    RowList { width: 1fr; height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable; }
    """

    @dataclass
    class Picked(Message):
        """The cursor came to a row."""

        rows: RowList
        key: Hashable

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """A row was chosen with Enter or a click."""

        rows: RowList
        key: Hashable

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.rows

    def __init__(self, palette: Palette, *, empty: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's
        super().__init__(id=id)
        self.palette = palette
        self.empty = empty
        self._rows: Sequence[Row] = ()
        self._cursor = 0
        self._tops: list[int] = [0]
        self._lines: dict[int, list[list[Segment]]] = {}

    # what is shown

    def show(self, rows: Sequence[Row], key: Hashable | None = None, *, empty: str | None = None) -> None:
        """Show these rows with the cursor on ``key``, else where it was, else on the first that can be picked."""
        kept = key if key is not None else self.key
        near = self._cursor
        self._rows = rows
        if empty is not None:
            self.empty = empty
        found = next((place for place, row in enumerate(rows) if kept is not None and row.key == kept), None)
        self._cursor = found if found is not None else self._nearest(min(near, len(rows) - 1))
        self._measure()
        self._reveal()

    @property
    def key(self) -> Hashable | None:
        """What the row under the cursor stands for; None in an empty list."""
        return self._rows[self._cursor].key if 0 <= self._cursor < len(self._rows) else None

    @property
    def count(self) -> int:
        """How many rows can be picked."""
        return sum(row.key is not None for row in self._rows)

    def point_at(self, key: Hashable) -> None:
        """Put the cursor on a row without saying so: the list follows another pane."""
        place = next((place for place, row in enumerate(self._rows) if row.key == key), None)
        if place is not None and place != self._cursor:
            self._cursor = place
            self._reveal()
            self.refresh()

    def use(self, palette: Palette) -> None:
        """Draw in another theme."""
        self.palette = palette
        self._lines.clear()
        self.refresh()

    # laying out and painting

    def _measure(self) -> None:
        self._lines.clear()
        self._tops = [0]
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        self._tops = list(accumulate((self._height(place) for place in range(len(self._rows))), initial=0))
        self.virtual_size = Size(width, self._tops[-1])
        self.refresh()

    def _height(self, place: int) -> int:
        row = self._rows[place]
        if all(paragraph.limit == 1 for paragraph in row.paragraphs):
            return len(row.paragraphs)
        return len(self._row_lines(place))

    def _row_lines(self, place: int) -> list[list[Segment]]:
        if (lines := self._lines.get(place)) is None:
            width = self.scrollable_content_region.width - 1
            lines = [line for paragraph in self._rows[place].paragraphs for line in self._broken(paragraph, width)]
            self._lines[place] = lines
        return lines

    def _broken(self, paragraph: Paragraph, width: int) -> list[list[Segment]]:
        """A paragraph as lines of segments, none wider than ``width``."""
        text = "".join(part for part, _ in paragraph.parts)
        room = max(4, width - paragraph.indent)
        right = elide(paragraph.right, room // 2)
        first = max(4, room - cell_width(right) - 1) if right else room
        lines = wrap(text, 0, len(text), room, first)
        cut = len(lines) > paragraph.limit
        broken = []
        for number, (start, end) in enumerate(lines[: paragraph.limit]):
            space = first if number == 0 else room
            if cut and number == paragraph.limit - 1:
                shown = elide(text[start:], space)
                segments = self._in_looks(paragraph, start, start + len(shown) - 1)
                segments.append(Segment("…", self.palette.style("blank", "muted")))
            else:
                segments = self._in_looks(paragraph, start, end)
            segments.insert(0, Segment(" " * paragraph.indent, self.palette.style("blank")))
            if right and number == 0:
                used = sum(cell_width(segment.text) for segment in segments)
                segments.append(Segment(" " * max(1, width - used - cell_width(right)), self.palette.style("blank")))
                segments.append(Segment(right, self.palette.style("blank", "muted")))
            broken.append(segments)
        return broken

    def _in_looks(self, paragraph: Paragraph, start: int, end: int) -> list[Segment]:
        segments, position = [], 0
        for part, look in paragraph.parts:
            first, last = max(start - position, 0), min(end - position, len(part))
            if first < last:
                looks = look.split() if look else []
                segments.append(Segment(part[first:last], self.palette.style("blank", *looks)))
            position += len(part)
        return segments

    def render_line(self, y: int) -> Strip:
        """The strip of a line of the view."""
        width = self.scrollable_content_region.width
        blank = self.palette.style("blank")
        number = y + self.scroll_offset.y
        if not self._rows:
            return self._empty_line(y, width)
        place = bisect_right(self._tops, number) - 1
        if not 0 <= place < len(self._rows):
            return Strip.blank(width, blank)
        lines = self._row_lines(place)
        within = number - self._tops[place]
        segments = lines[within] if within < len(lines) else []
        picked = place == self._cursor and self._rows[place].key is not None
        bar = Segment(
            "▌" if picked and self.has_focus else "▏" if picked else " ", self.palette.style("blank", "accent")
        )
        strip = Strip([bar, *segments]).adjust_cell_length(width, blank)
        if picked:
            strip = Strip(Segment.apply_style(strip, post_style=self.palette.ground("picked")), width)
        return strip

    def _empty_line(self, y: int, width: int) -> Strip:
        room = max(8, width - 2)
        lines = wrap(self.empty, 0, len(self.empty), room) if self.empty else []
        if 1 <= y <= len(lines):
            start, end = lines[y - 1]
            segments = [Segment(" " + self.empty[start:end], self.palette.style("muted"))]
            return Strip(segments).adjust_cell_length(width, self.palette.style("blank"))
        return Strip.blank(width, self.palette.style("blank"))

    def on_resize(self, _event: Resize) -> None:
        """Break the rows for the new width."""
        self._measure()
        self._reveal()

    def on_focus(self, _event: Focus) -> None:
        """The cursor is bold while the list has the keys."""
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        """The cursor is thin while another has the keys."""
        self.refresh()

    # the cursor

    def _nearest(self, place: int, step: int = 1) -> int:
        """The row at or after ``place`` that can be picked, else the one before it."""
        for direction in (step, -step):
            here = max(0, min(place, len(self._rows) - 1))
            while 0 <= here < len(self._rows):
                if self._rows[here].key is not None:
                    return here
                here += direction
        return 0

    def _reveal(self) -> None:
        if self._cursor + 1 >= len(self._tops):
            return
        top, bottom = self._tops[self._cursor], self._tops[self._cursor + 1]
        if self._cursor and self._rows[self._cursor - 1].key is None:
            top = self._tops[self._cursor - 1]
        view, height = self.scroll_offset.y, max(1, self.size.height)
        if top < view:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > view + height:
            self.scroll_to(y=max(0, min(top, bottom - height)), animate=False, immediate=True)

    def _pick(self, place: int, step: int = 1) -> None:
        if not self._rows:
            return
        self._cursor = self._nearest(place, step)
        self._reveal()
        self.refresh()
        if (key := self.key) is not None:
            self.post_message(self.Picked(self, key))

    def move(self, steps: int) -> None:
        """Move the cursor so many rows down, or up when negative."""
        step = 1 if steps > 0 else -1
        place = self._cursor
        for _ in range(min(abs(steps), len(self._rows))):
            following = place + step
            while 0 <= following < len(self._rows) and self._rows[following].key is None:
                following += step
            if not 0 <= following < len(self._rows):
                break
            place = following
        self._pick(place, step)
        if place == self._nearest(0):
            self.scroll_to(y=0, animate=False, immediate=True)

    def do_down(self, command: Command) -> None:
        """Down by rows."""
        self.move(command.count or 1)

    def do_up(self, command: Command) -> None:
        """Up by rows."""
        self.move(-(command.count or 1))

    def do_page_down(self, _command: Command) -> None:
        """Down by a page of rows."""
        self._by_lines(self.size.height)

    def do_page_up(self, _command: Command) -> None:
        """Up by a page of rows."""
        self._by_lines(-self.size.height)

    def do_half_page_down(self, _command: Command) -> None:
        """Down by half a page of rows."""
        self._by_lines(self.size.height // 2)

    def do_half_page_up(self, _command: Command) -> None:
        """Up by half a page of rows."""
        self._by_lines(-(self.size.height // 2))

    def _by_lines(self, lines: int) -> None:
        if not self._rows:
            return
        step = 1 if lines > 0 else -1
        target = min(max(self._tops[self._cursor] + lines, 0), self._tops[-1] - 1)
        place = bisect_right(self._tops, target) - 1
        near = self._nearest(place, -step)
        if (near - self._cursor) * step <= 0:
            near = self._nearest(place, step)
        self._pick(near, step)

    def do_top(self, _command: Command | None = None) -> None:
        """To the first row."""
        self._pick(0)
        self.scroll_to(y=0, animate=False, immediate=True)

    def do_bottom(self, _command: Command) -> None:
        """To the last row."""
        self._pick(len(self._rows) - 1, -1)

    def do_next_paragraph(self, _command: Command) -> None:
        """To the first row of the next group."""
        later = (place for place in range(self._cursor + 1, len(self._rows)) if self._rows[place].key is None)
        heading = next(later, None)
        if heading is not None:
            self._pick(heading)

    def do_previous_paragraph(self, _command: Command) -> None:
        """To the first row of this group, then of the one before."""
        headings = [place for place in range(self._cursor) if self._rows[place].key is None]
        if headings and headings[-1] == self._cursor - 1:
            headings.pop()
        self._pick(headings[-1] if headings else 0)

    def do_open(self, _command: Command | None = None) -> None:
        """Choose the row under the cursor."""
        if (key := self.key) is not None:
            self.post_message(self.Chosen(self, key))

    def on_click(self, event: Click) -> None:
        """Choose the row under the mouse."""
        place = bisect_right(self._tops, event.y + self.scroll_offset.y) - 1
        if 0 <= place < len(self._rows) and self._rows[place].key is not None:
            self._pick(place)
            self.do_open()
