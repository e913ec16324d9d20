"""All keys, as the user has them, by what they are for."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key

from reader.actions import ACTIONS, Action, Group, Place
from reader.app.keymap import Keymap
from reader.ui.keys import Command, KeyReader, pressed
from reader.ui.palette import Palette
from reader.ui.screens.dialogue import Dialogue
from reader.ui.signs import Sign, is_plain, spoken
from reader.ui.widgets.rows import Paragraph, Row, RowList

__all__ = ["HelpScreen", "help_rows"]


def help_rows(keymap: Keymap, here: Place | None = None) -> list[Row]:
    """One row an action, keys and what it does, under the headings of its group: first what applies here."""
    rows: list[Row] = []
    for applies in (True, False) if here else (False,):
        of_these = [action for action in ACTIONS if (here in action.where) is applies]
        for group in (group for group in Group if any(action.group is group for action in of_these)):
            where = "" if here is None else f" · here ({here})" if applies else " · elsewhere"
            heading = ((str(group), "bold accent"), (where, "muted"))
            rows.append(Row(None, (Paragraph((("", ""),)), Paragraph(heading))))
            rows.extend(_row(action, keymap) for action in of_these if action.group is group)
    return rows


def _row(action: Action, keymap: Keymap) -> Row:
    keys = "  ".join(keymap.written.get(action.name, ())) or "–"
    parts = ((Sign(f"{keys:<23} ", f"{keys}: "), "mark"), (action.text, ""))
    return Row(action.name, (Paragraph(parts, limit=2, hang=24),))


class HelpScreen(Dialogue[None], inherit_bindings=False):
    """Shows the keys, first those of the place it was opened from; any of those that go back closes it."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > Vertical { width: 88; max-width: 96%; height: 90%;
        border: round $primary; background: $background; padding: 0 1; }
    """

    def __init__(self, keymap: Keymap, palette: Palette, here: Place | None) -> None:
        super().__init__()
        self._here = here
        self._keymap = keymap
        self._keys = KeyReader(keymap)
        self._rows = RowList(palette)

    def compose(self) -> ComposeResult:
        """The rows in a frame."""
        box = Vertical()
        box.border_title = "Keys"
        box.border_subtitle = Content(spoken("Esc closes · remap them in config.toml under [keymap]", is_plain(self)))
        with box:
            yield self._rows

    def on_mount(self) -> None:
        """Show the rows."""
        self._rows.show(help_rows(self._keymap, self._here))
        self._rows.focus()

    def on_key(self, event: Key) -> None:
        """Move in the list, or close it."""
        event.stop()
        event.prevent_default()
        command = self._keys.press(pressed(event), Place.LIBRARY)
        if event.key == "escape":
            self.answer(None)
        if command is None or event.key == "escape":
            return
        if command.action.name in ("cancel", "back", "help", "open", "quit"):
            self.answer(None)
            return
        self._move(command)

    def _move(self, command: Command) -> None:
        handler = getattr(self._rows, f"do_{command.action.name}", None)
        if handler:
            handler(command)
