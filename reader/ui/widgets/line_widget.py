"""What the article and the rows share: a scrolling widget that paints finished lines."""

from __future__ import annotations

from typing import Self

from textual.geometry import Offset, Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.ui.palette import Palette

__all__ = ["LineWidget"]


class LineWidget(ScrollView, inherit_bindings=False):
    """A ScrollView without border and padding whose ``render_line`` gives whole lines.

    It hands its strips to the compositor without Textual's cache of styled lines, which would paint borders and
    padding anew for each: a scrolled line costs half as much CPU. The compositor asks for them whenever anything on
    the screen is drawn, be it the cursor that blinks in a field: until ``refresh`` is called they are the same ones,
    so that they are cut and coded once (Textual 8.2.8; look again at an upgrade).
    """

    ALLOW_SELECT = False
    palette: Palette
    _painted: tuple[object, list[Strip]] | None = None
    """What the lines that were painted last depend on, and those lines."""

    @property
    def at_end(self) -> bool:
        """Whether it is longer than the view and has been scrolled to its end."""
        return 0 < self.max_scroll_y <= self.scroll_offset.y

    def put_terminal_cursor(self, column: int, line: int) -> None:
        """Put the terminal's own, unseen cursor on a cell of the content, while the widget has the keys.

        Screen readers, Braille displays and magnifiers follow it.
        """
        if self.is_attached and self.screen.focused is self:
            self.app.cursor_position = self.content_region.offset + Offset(column, line - self.scroll_offset.y)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint the lines anew."""
        self._painted = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region of the view."""
        filters, background = self.get_line_filters(), self.background_colors[1]
        state = (crop, self.size, self.scroll_offset, background, filters)
        if self._painted is None or self._painted[0] != state:
            blank = self.palette.style("blank")
            strips = []
            for y in crop.line_range:
                strip = self.render_line(y).crop_extend(crop.x, crop.right, blank)
                for line_filter in filters:
                    strip = strip.apply_filter(line_filter, background)
                strips.append(strip)
            self._painted = (state, strips)
        return self._painted[1]
