"""Choosing where a note belongs whose passage is gone: places that are like it, the likest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from reader.model import Range
from reader.text import clean_line, elide
from reader.ui.app import ReaderApp
from reader.ui.screens.dialogue import Dialogue
from reader.ui.signs import is_plain, spoken
from reader.ui.widgets.rows import Paragraph, Row, RowList

__all__ = ["NearPicker"]


class NearPicker(Dialogue[Range], inherit_bindings=False):
    """Shows what the note was made on and where it may be now; answers the place, or None to leave it."""

    DEFAULT_CSS = """
    NearPicker { align: center middle; background: $background 60%; }
    NearPicker > Vertical { width: 84; max-width: 96%; height: 22; max-height: 96%;
        border: round $primary; background: $background; padding: 0 1; }
    NearPicker #passage { height: auto; max-height: 4; color: $muted; text-style: italic; margin: 0 0 1 0; }
    """

    def __init__(self, passage: str, text: str, places: Sequence[Range]) -> None:
        super().__init__()
        self._passage, self._text, self._places = clean_line(passage), text, places

    def compose(self) -> ComposeResult:
        """What it was, and the places."""
        self._rows = RowList(cast("ReaderApp", self.app).palette, empty="Nothing in the article is like it now.")
        box = Vertical()
        box.border_title = "Where is it now?"
        box.border_subtitle = Content(spoken("Enter puts the note there · Esc leaves it", is_plain(self)))
        with box:
            yield Static(Content(f"It was: “{elide(self._passage, 260)}”"), id="passage", markup=False)
            yield self._rows

    def on_mount(self) -> None:
        """Show the places."""
        rows = [Row(place, (Paragraph(((self._text[slice(*place)], ""),), limit=3),)) for place in self._places]
        self._rows.show(rows)
        self.set_focus(self._rows)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Answer."""
        place = event.key
        self.answer(place if isinstance(place, tuple) else None)

    def on_key(self, event: Key) -> None:
        """Move, choose or leave."""
        event.stop()
        event.prevent_default()
        if event.key in ("j", "down", "k", "up"):
            self._rows.move(1 if event.key in ("j", "down") else -1)
        elif event.key == "enter":
            self._rows.do_open()
        elif event.key in ("escape", "q"):
            self.answer(None)
