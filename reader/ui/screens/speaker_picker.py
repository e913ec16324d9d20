"""Choosing who said something: one of the article's speakers, nobody, or a new name."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.model import Speaker
from reader.text import clean_line, elide
from reader.ui.palette import Palette
from reader.ui.screens.choosing import Picking
from reader.ui.widgets.rows import Paragraph, Row, RowList

__all__ = ["NOBODY", "SpeakerPicker"]

NOBODY = ""


class SpeakerPicker(Picking[str], inherit_bindings=False):
    """Type to filter or to give a new name; answers the name, ``""`` for nobody."""

    DEFAULT_CSS = """
    SpeakerPicker #passage { height: auto; max-height: 3; color: $muted; text-style: italic; margin: 0 0 1 0; }
    """

    def __init__(self, passage: str, speakers: tuple[Speaker, ...], present: str, palette: Palette) -> None:
        super().__init__("Who said this?", palette, "filter, or type a new name")
        self._passage, self._speakers, self._present = clean_line(passage), speakers, present

    def above(self) -> ComposeResult:
        """The passage."""
        yield Static(Content(f"“{elide(self._passage, 180)}”"), id="passage", markup=False)

    def draw(self) -> None:
        """Show the names that fit, a new one, and nobody."""
        typed = clean_line(self.field.value)
        rows = [
            Row(one.name, (Paragraph(((one.name, "bold"), (f"  {one.role}" if one.role else "", "muted"))),))
            for one in self._speakers
            if typed.casefold() in f"{one.name} {one.role}".casefold()
        ]
        if typed and all(row.key != typed for row in rows):
            rows.append(Row(typed, (Paragraph((("a new name: ", "muted"), (typed, "bold"))),)))
        if not typed:
            rows.append(Row(NOBODY, (Paragraph((("nobody who is named", "italic"),)),)))
        self.rows.show(rows, rows[0].key if typed else self._present)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Answer."""
        self.answer(str(event.key))
