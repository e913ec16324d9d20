"""Choosing one of several by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Input

from reader.ui.palette import Palette
from reader.ui.screens.dialogue import Dialogue
from reader.ui.signs import is_plain, spoken
from reader.ui.widgets.rows import Paragraph, Row, RowList

__all__ = ["Choosing", "Picking"]

Answer = TypeVar("Answer")


_FOR_ROWS = ("down", "up", "enter", "escape")


class PickingField(Input):
    """Does what a key says as soon as it has it: Textual lets what is no character climb first, and be overtaken."""

    async def act(self, event: Key) -> bool:
        """Edit as a key says that is no character and means nothing to the rows; whether it says anything."""
        bound = None if event.key in _FOR_ROWS else self._bindings.key_to_bindings.get(event.key)
        if bound:
            await self.run_action(bound[0].action)
        return bool(bound)

    async def on_key(self, event: Key) -> None:
        """Edit at once."""
        if not event.is_printable and await self.act(event):
            event.stop()
            event.prevent_default()


class Picking(Dialogue[Answer], inherit_bindings=False):
    """A field over rows, in a frame: what is typed narrows them down, arrows and Enter choose, Esc leaves with None.

    Letters that were typed before the field had the keys come to the screen, and are the field's too.
    """

    DEFAULT_CSS = """
    Picking { align: center middle; background: $background 60%; }
    Picking > Vertical { width: 66; max-width: 96%; height: 20; max-height: 96%;
        border: round $primary; background: $background; padding: 0 1; }
    Picking Input { height: 1; border: none; padding: 0; background: $surface; margin: 0 0 1 0; }
    Picking Input:focus { border: none; }
    """

    def __init__(self, title: str, palette: Palette, placeholder: str) -> None:
        super().__init__()
        self._title = title
        self.rows = RowList(palette, empty="Nothing has these words.")
        self.field = PickingField(placeholder=placeholder, compact=True)
        self._drawn: str | None = None

    def draw(self) -> None:
        """Show the rows that fit what is typed."""
        raise NotImplementedError

    def above(self) -> ComposeResult:
        """What stands over the field."""
        yield from ()

    def compose(self) -> ComposeResult:
        """The frame."""
        box = Vertical()
        box.border_title = Content(self._title)
        box.border_subtitle = Content(spoken("Enter chooses · Esc leaves", is_plain(self)))
        with box:
            yield from self.above()
            yield self.field
            yield self.rows

    def on_mount(self) -> None:
        """Show all, with the keys in the field."""
        self._narrow()
        self.set_focus(self.field)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show those that fit."""
        event.stop()
        self._narrow()

    def _narrow(self) -> None:
        """Show the rows that fit, unless they are shown: a key that was pressed since may have moved the cursor."""
        if self.field.value != self._drawn:
            self._drawn = self.field.value
            self.draw()

    async def on_key(self, event: Key) -> None:
        """Arrows move, Enter chooses, Esc leaves; all else is typed."""
        self._narrow()  # the word that the field has changed comes after the keys that are here already
        if event.key in ("down", "up"):
            self.rows.move(1 if event.key == "down" else -1)
        elif event.key == "enter":
            self.rows.do_open()
        elif event.key == "escape":
            self.answer(None)
        elif event.is_printable and event.character:  # one that the field had is not passed on to here
            self.field.insert_text_at_cursor(event.character)
        elif not await self.field.act(event):
            return
        event.stop()
        event.prevent_default()


class Choosing(Picking[int], inherit_bindings=False):
    """One of several by a part of its name; answers its place among the choices.

    A choice is its name, a word at the right edge, and lines below, if any.
    """

    def __init__(self, title: str, choices: Sequence[tuple[str, ...]], palette: Palette) -> None:
        super().__init__(title, palette, "type a part of the name")
        self._choices = choices

    def draw(self) -> None:
        """Show the names that have all the words."""
        wanted = self.field.value.casefold().split()
        rows = [
            Row(place, (Paragraph(((name, ""),), right=right), *(Paragraph(((line, "muted"),)) for line in below)))
            for place, (name, right, *below) in enumerate(self._choices)
            if all(word in name.casefold() for word in wanted)
        ]
        self.rows.show(rows, rows[0].key if rows else None)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Answer."""
        if isinstance(event.key, int):
            self.answer(event.key)
