"""Choosing who said something: one of the article's speakers, nobody, or a new name."""

from __future__ import annotations

from typing import cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from reader.model import Speaker
from reader.text import clean_line, elide
from reader.ui.app import ReaderApp
from reader.ui.screens.dialogue import Dialogue
from reader.ui.widgets.rows import Paragraph, Row, RowList

__all__ = ["NOBODY", "SpeakerPicker"]

NOBODY = ""


class SpeakerPicker(Dialogue[str], inherit_bindings=False):
    """Type to filter or to give a new name; arrows choose; answers the name, ``""`` for nobody, None when left."""

    DEFAULT_CSS = """
    SpeakerPicker { align: center middle; background: $background 60%; }
    SpeakerPicker > Vertical { width: 72; max-width: 96%; height: 20; max-height: 96%;
        border: round $primary; background: $background; padding: 0 1; }
    SpeakerPicker #passage { height: auto; max-height: 3; color: $muted; text-style: italic; margin: 0 0 1 0; }
    SpeakerPicker Input { height: 1; border: none; padding: 0; background: $surface; margin: 0 0 1 0; }
    SpeakerPicker Input:focus { border: none; }
    """

    def __init__(self, passage: str, speakers: tuple[Speaker, ...], present: str) -> None:
        super().__init__()
        self._passage, self._speakers, self._present = clean_line(passage), speakers, present

    def compose(self) -> ComposeResult:
        """The passage, a field, the names."""
        self._rows = RowList(cast("ReaderApp", self.app).palette)
        self._field = Input(placeholder="filter, or type a new name", compact=True)
        box = Vertical()
        box.border_title = "Who said this?"
        box.border_subtitle = "Enter chooses · Esc leaves"
        with box:
            yield Static(Content(f"“{elide(self._passage, 180)}”"), id="passage", markup=False)
            yield self._field
            yield self._rows

    def on_mount(self) -> None:
        """Show the names with the cursor on the present one."""
        self._draw()
        self._field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the names that fit."""
        event.stop()
        self._draw()

    def _draw(self) -> None:
        typed = clean_line(self._field.value)
        rows = [
            Row(one.name, (Paragraph(((one.name, "bold"), (f"  {one.role}" if one.role else "", "muted"))),))
            for one in self._speakers
            if typed.casefold() in f"{one.name} {one.role}".casefold()
        ]
        if typed and all(row.key != typed for row in rows):
            rows.append(Row(typed, (Paragraph((("a new name: ", "muted"), (typed, "bold"))),)))
        if not typed:
            rows.append(Row(NOBODY, (Paragraph((("nobody who is named", "italic"),)),)))
        self._rows.show(rows, rows[0].key if typed else self._present)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Answer."""
        self.answer(str(event.key))

    def on_key(self, event: Key) -> None:
        """Arrows move in the names, Enter chooses, Esc leaves; all else is typed."""
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
