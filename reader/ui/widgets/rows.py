"""A list of rows on the line API: thousands of them at the price of those on the screen.

A row is one or more paragraphs of looks and text; headings can be seen but not picked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from itertools import accumulate

from rich.segment import Segment
from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.ui.keys import Command
from reader.ui.layout.wrap import wrap
from reader.ui.palette import Palette
from reader.ui.signs import ROW_HERE, ROW_THERE, said
from reader.ui.widgets.line_widget import LineWidget
from reader.ui.widgets.row_lines import Paragraph, Row, UniformRows, plain_row, row_height, row_lines

__all__ = ["Paragraph", "Row", "RowList", "UniformRows"]

KEPT = 2000
"""Rows whose lines are kept once they were made."""
WIDEST = 140
"""Cells of a row at most: on a wider screen its figures stay where the eye finds them."""
_MARGINS = 2
"""Columns beside a row's text: the cursor on the left, as much room on the right."""


class RowList(LineWidget, can_focus=True, inherit_bindings=False):
    """Shows rows and a cursor on one of them."""

    DEFAULT_CSS = """
    RowList { width: 1fr; height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable; }
    """

    class Happened(Message):
        """What happened in a list."""

        def __init__(self, rows: RowList, key: Hashable = None) -> None:
            super().__init__()
            self.rows, self.key = rows, key

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.rows

    class Picked(Happened):
        """The cursor came to a row."""

    class Chosen(Happened):
        """A row was chosen with Enter or a click."""

    class Seen(Happened):
        """Other rows of one height are on the screen now: those of ``rows.seen``."""

    class Filled(Happened):
        """There is a row to act on where there was none, or none any more."""

    def __init__(self, palette: Palette, *, empty: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's
        super().__init__(id=id)
        self.palette = palette
        self.empty = empty
        self._rows: Sequence[Row] = ()
        self._cursor = 0
        self._tops: Sequence[int] = [0]
        self._width = 0
        self._lines: dict[int, list[list[Segment]]] = {}

    # what is shown

    def show(
        self, rows: Sequence[Row], key: Hashable | None = None, *, empty: str | None = None, steady: bool = False
    ) -> None:
        """Show these rows with the cursor on ``key``, else where it was, else on the first that can be picked.

        With ``steady`` the cursor stays on its line of the screen, whatever came above it.
        """
        kept = key if key is not None else self.key
        near, line, nothing = self._cursor, self._line_of_cursor(), self.key is None
        self._rows = rows
        if empty is not None:
            self.empty = empty
        found = None if kept is None else self._place_of(kept)
        self._cursor = found if found is not None else self._nearest(min(near, len(rows) - 1))
        if (self.key is None) is not nothing:
            self.post_message(self.Filled(self))
        self._measure()
        if steady and line is not None and self._cursor < len(self._tops):
            self.scroll_to(y=self._tops[self._cursor] - line, animate=False, immediate=True)
        self._reveal()
        self._say_seen()

    def redraw(self) -> None:
        """Draw the same rows as they are now: what they are made from has changed."""
        self._lines.clear()
        self.refresh()

    def _line_of_cursor(self) -> int | None:
        """On which line of the screen the cursor's row begins; None when it is out of sight."""
        if self._cursor + 1 >= len(self._tops):
            return None
        line = self._tops[self._cursor] - self.scroll_offset.y
        return line if 0 <= line < self.size.height else None

    @property
    def seen(self) -> tuple[int, int]:
        """The first and the last row that are on the screen, of rows of one height."""
        height = self._rows.height if isinstance(self._rows, UniformRows) else 1
        top = self.scroll_offset.y
        return top // height, (top + max(1, self.size.height)) // height

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Say which rows have come into sight."""
        super().watch_scroll_y(old, new)
        if round(old) != round(new):
            self._say_seen()

    def _say_seen(self) -> None:
        if isinstance(self._rows, UniformRows) and len(self._rows):
            self.post_message(self.Seen(self))

    @property
    def key(self) -> Hashable | None:
        """What the row under the cursor stands for; None in an empty list."""
        return self._rows[self._cursor].key if 0 <= self._cursor < len(self._rows) else None

    @property
    def count(self) -> int:
        """How many rows can be picked."""
        return sum(row.key is not None for row in self._rows)

    @property
    def places(self) -> int:
        """How many rows there are, headings included; no row is made to know that."""
        return len(self._rows)

    def point_at(self, key: Hashable) -> None:
        """Put the cursor on a row without saying so: the list follows another pane."""
        place = self._place_of(key)
        if place is not None and place != self._cursor:
            self._cursor = place
            self._reveal()
            self.refresh()

    def _place_of(self, key: Hashable) -> int | None:
        if isinstance(self._rows, UniformRows):
            return self._rows.place_of(key)
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)

    def use(self, palette: Palette) -> None:
        """Draw in another theme."""
        self.palette = palette
        self._lines.clear()
        self.refresh()

    # laying out and painting

    def _measure(self) -> None:
        self._lines.clear()
        self._tops = [0]
        width = self._width = self.scrollable_content_region.width
        if width <= 0:
            return
        if isinstance(self._rows, UniformRows):
            height = self._rows.height
            self._tops = range(0, (len(self._rows) + 1) * height, height)
        else:
            self._tops = list(accumulate((self._height(place) for place in range(len(self._rows))), initial=0))
        self.virtual_size = Size(width, self._tops[-1])
        self.refresh()

    def _row(self, place: int) -> Row:
        row = self._rows[place]
        return plain_row(row) if self.palette.plain else row

    def _height(self, place: int) -> int:
        return row_height(self._row(place), min(self._width, WIDEST) - _MARGINS)

    def _row_lines(self, place: int) -> list[list[Segment]]:
        if (lines := self._lines.get(place)) is None:
            width = min(self.scrollable_content_region.width, WIDEST) - _MARGINS
            if len(self._lines) > KEPT:
                self._lines.clear()
            lines = self._lines[place] = row_lines(self._row(place), width, self.palette)
        return lines

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
        sign = said(ROW_HERE if self.has_focus else ROW_THERE, self.palette.plain) if picked else " "
        if self.palette.plain and within:
            sign = " "  # once for a row is enough to hear
        bar = Segment(sign, self.palette.style("blank", "accent"))
        strip = Strip([bar, *segments]).adjust_cell_length(width, blank)
        if picked:
            strip = Strip(self._on_picked_ground(strip), width)
        return strip

    def _on_picked_ground(self, strip: Strip) -> Iterator[Segment]:
        """The segments of a picked row: what has a ground of its own, as a highlight, keeps it."""
        picked, bare = self.palette.ground("picked"), self.palette.style("blank").bgcolor
        for text, style, control in strip:
            own = style is not None and style.bgcolor != bare
            yield Segment(text, style if own or style is None else style + picked, control)

    def _empty_line(self, y: int, width: int) -> Strip:
        room = max(8, width - 2)
        lines = wrap(self.empty, 0, len(self.empty), room) if self.empty else []
        if 1 <= y <= len(lines):
            start, end = lines[y - 1]
            segments = [Segment(" " + self.empty[start:end], self.palette.style("muted"))]
            return Strip(segments).adjust_cell_length(width, self.palette.style("blank"))
        return Strip.blank(width, self.palette.style("blank"))

    def on_resize(self, _event: Resize) -> None:
        """Break the rows for the new width, if it is one."""
        if self.scrollable_content_region.width != self._width:
            self._measure()
        self._reveal()
        self._say_seen()

    def on_focus(self, _event: Focus) -> None:
        """The cursor is bold while the list has the keys."""
        self._reveal()
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
        self.put_terminal_cursor(1, self._tops[self._cursor])

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
        near, top = self._with_none_cut(near, step)
        self._pick(near, step)
        if top is not None and (self.scroll_offset.y - top) * step > 0:
            self.scroll_to(y=max(0, top), animate=False, immediate=True)

    def _with_none_cut(self, near: int, step: int) -> tuple[int, int | None]:
        """A place no further than shows the row whole that the edge of the screen cuts now, and the top for that."""
        height, first = self.size.height, self.scroll_offset.y
        if step > 0:
            cut = bisect_right(self._tops, first + height) - 1  # the first row that is not whole
            if cut >= near:
                return near, None
            last = bisect_right(self._tops, self._tops[cut] + height) - 2
            return self._nearest(min(near, max(cut, last)), -1), self._tops[cut]
        cut = bisect_left(self._tops, first) - 1  # the last row above that is not whole
        if cut <= near:
            return near, None
        top = self._tops[cut + 1] - height
        return self._nearest(max(near, min(cut, bisect_left(self._tops, top))), 1), top

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
