"""Choosing a theme: moving in the list changes the screen behind it at once."""

from __future__ import annotations

from typing import cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key

from reader.actions import Place
from reader.ui.app import ReaderApp
from reader.ui.keys import KeyReader, pressed
from reader.ui.screens.dialogue import Dialogue
from reader.ui.signs import is_plain, spoken
from reader.ui.widgets.rows import Paragraph, Row, RowList

__all__ = ["ThemePicker"]


class ThemePicker(Dialogue[None], inherit_bindings=False):
    """Lists the themes; Enter keeps one, Esc goes back to the one before."""

    DEFAULT_CSS = """
    ThemePicker { align: right top; background: $background 0%; }
    ThemePicker > Vertical { width: 46; max-width: 96%; height: auto; max-height: 80%; margin: 2 4;
        border: round $primary; background: $background; padding: 0 1; }
    ThemePicker RowList { height: 18; }
    """

    def on_mount(self) -> None:
        """Show the themes with the cursor on the present one."""
        app = self._app
        self._before = app.palette.theme.id
        self._keys = KeyReader(app.keymap)
        themes = sorted(app.reader_themes.values(), key=lambda theme: (not theme.dark, theme.name))
        rows = [
            Row(
                theme.id,
                (
                    Paragraph(((theme.name, "bold"),), right="dark" if theme.dark else "light"),
                    Paragraph(((theme.description, "muted"),), indent=2),
                ),
            )
            for theme in themes
        ]
        self._rows.show(rows, self._before)
        self._rows.focus()

    def compose(self) -> ComposeResult:
        """The rows in a frame."""
        self._rows = RowList(self._app.palette)
        box = Vertical()
        box.border_title = "Themes"
        box.border_subtitle = Content(spoken("Enter keeps · Esc goes back", is_plain(self)))
        with box:
            yield self._rows

    @property
    def _app(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    def use_palette(self) -> None:
        """Draw in the theme that is being looked at."""
        self._rows.use(self._app.palette)

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        """Look at a theme."""
        self._app.use_theme(str(event.key))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Keep a theme."""
        self.answer(None)
        self._app.call_after_refresh(self._app.choose_theme, str(event.key))

    def on_key(self, event: Key) -> None:
        """Move, keep or go back."""
        event.stop()
        event.prevent_default()
        command = self._keys.press(pressed(event), Place.LIBRARY)
        if event.key == "escape" or (command and command.action.name in ("cancel", "back", "quit")):
            self._app.use_theme(self._before)
            self.answer(None)
        elif command and (handler := getattr(self._rows, f"do_{command.action.name}", None)):
            handler(command)
