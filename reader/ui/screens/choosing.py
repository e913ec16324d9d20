"""Choosing one of several by typing a part of its name."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Input

from reader.ui.palette import Palette
from reader.ui.screens.dialogue import Dialogue
from reader.ui.widgets.rows import Paragraph, Row, RowList

__all__ = ["Choosing"]


class Choosing(Dialogue[int], inherit_bindings=False):
    """Type to narrow down, arrows and Enter choose; answers the place among the choices, None when left.

    A choice is its name, a word at the right edge and, where there is more to say, a line below.
    """

    DEFAULT_CSS = """
    Choosing { align: center middle; background: $background 60%; }
    Choosing > Vertical { width: 60; max-width: 96%; height: 20; max-height: 96%;
        border: round $primary; background: $background; padding: 0 1; }
    Choosing Input { height: 1; border: none; padding: 0; background: $surface; margin: 0 0 1 0; }
    Choosing Input:focus { border: none; }
    """

    def __init__(self, title: str, choices: Sequence[tuple[str, ...]], palette: Palette) -> None:
        super().__init__()
        self._title, self._choices = title, choices
        self._rows = RowList(palette, empty="Nothing has these words.")
        self._field = Input(placeholder="type a part of the name", compact=True)

    def compose(self) -> ComposeResult:
        """A field over the names."""
        box = Vertical()
        box.border_title = Content(self._title)
        box.border_subtitle = "Enter chooses · Esc leaves"
        with box:
            yield self._field
            yield self._rows

    def on_mount(self) -> None:
        """Show all."""
        self._draw()
        self._field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show those that fit."""
        event.stop()
        self._draw()

    def _draw(self) -> None:
        wanted = self._field.value.casefold().split()
        rows = [
            Row(place, (Paragraph(((name, ""),), right=right), *(Paragraph(((line, "muted"),)) for line in below)))
            for place, (name, right, *below) in enumerate(self._choices)
            if all(word in name.casefold() for word in wanted)
        ]
        self._rows.show(rows, rows[0].key if rows else None)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Answer."""
        if isinstance(event.key, int):
            self.answer(event.key)

    def on_key(self, event: Key) -> None:
        """Arrows move, Enter chooses, Esc leaves; all else is typed."""
        if event.key in ("down", "up"):
            self._rows.move(1 if event.key == "down" else -1)
        elif event.key == "enter":
            self._rows.do_open()
        elif event.key == "escape":
            self.answer(None)
        else:
            return
        event.stop()
        event.prevent_default()
