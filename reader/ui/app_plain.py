"""What the whole application does otherwise where its screens are plain; their signs are in ``reader.ui.signs``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import DescendantFocus
from textual.filter import LineFilter, NoColor

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.app.desk import Desk

__all__ = ["PlainEverywhere"]

STYLES = "plain.tcss"
"""Beside this file: dialogues without a frame, no scrollbars; read for plain screens alone."""


class PlainEverywhere(App[ReaderError | None], inherit_bindings=False):
    """A part of the application: no colour, and nothing that moves."""

    desk: Desk

    def __init__(self) -> None:
        plain = self.desk.config.plain
        super().__init__(css_path=STYLES if plain else None)
        self._plain_filters: list[LineFilter] = [NoColor()] if plain else []
        if plain:
            self.animation_level, self.no_color = "none", True

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and what takes colours away."""
        return [*super().get_line_filters(), *self._plain_filters]

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Let no cursor blink: what is drawn anew is read anew."""
        field: Any = event.widget
        if self.desk.config.plain and hasattr(field, "cursor_blink"):
            field.cursor_blink = False
