"""What lies under other widgets and is seen only where they leave a gap: one line, again and again."""

from __future__ import annotations

from rich.style import Style
from textual.containers import Horizontal
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

__all__ = ["Panes", "ground_lines"]


def ground_lines(widget: Widget, crop: Region) -> list[Strip]:
    """The strips of a region of a widget that has no border, padding and words of its own: the same one for each line.

    Textual styles each line anew, which costs the first frame a millisecond for 40 of them (Textual 8.2.8).
    """
    background = widget.background_colors[1]
    strip = Strip.blank(crop.width, Style(bgcolor=background.rich_color))
    for line_filter in widget.get_line_filters():
        strip = strip.apply_filter(line_filter, background)
    return [strip] * crop.height


class Panes(Horizontal):
    """What stands side by side on a screen."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing but the ground."""
        return ground_lines(self, crop)
