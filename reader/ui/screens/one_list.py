"""A screen that is one list of rows under a top line; and one that can be narrowed down with words."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from reader.errors import BadInput
from reader.ui.keys import Command
from reader.ui.screens.base import KeyedScreen
from reader.ui.screens.undoing import Undoing
from reader.ui.widgets.bars import TopBar
from reader.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from reader.ui.widgets.prompt import Prompt

__all__ = ["FilteredList", "OneList"]


class OneList(KeyedScreen):
    """Top line, rows, hints and messages. ``ROWS`` is the list's id, ``WAITING`` what stands in it at first."""

    ROWS = "rows"
    WAITING = ""

    def compose(self) -> ComposeResult:
        """Top line, rows, hints and messages."""
        self.top_bar = TopBar()
        self.rows = RowList(self.reader_app.palette, empty=self.WAITING, id=self.ROWS)
        yield self.top_bar
        yield self.rows
        yield self.foot

    @property
    def nothing_here(self) -> bool:
        """Whether there is no row to act on."""
        return self.rows.key is None

    def on_row_list_filled(self, _event: RowList.Filled) -> None:
        """Other keys do something now."""
        self.show_hints()

    def use_palette(self) -> None:
        """Draw in another theme."""
        self.rows.use(self.reader_app.palette)


class FilteredList(OneList, Undoing):
    """A list whose rows are those with some words. ``FILTER`` says in the prompt what can be typed."""

    FILTER = ""

    def __init__(self) -> None:
        super().__init__()
        self.sought = ""

    def seek(self, words: str, *, typing: bool) -> None:
        """Show only what has these words, all for ``""``; while ``typing`` the last is only begun.

        BadInput when they ask for nothing that can be; then nothing changes.
        """
        raise NotImplementedError

    def entered(self, purpose: str, value: str) -> None:
        """A line was entered that is no filter."""
        self.reader_app.prompt_entered(self, purpose, value)

    def unpick(self) -> bool:
        """End what Esc ends before the filter; whether there was anything."""
        return False

    def do_search(self, _command: Command) -> None:
        """Ask for the words."""
        self.ask("filter", "/", self.sought, self.FILTER)

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        """Filter while the words are typed; half a day is no mistake yet."""
        if event.purpose == "filter":
            with suppress(BadInput):
                self._seek(event.value, typing=True)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Go on in the list, or do what else was asked for."""
        if event.purpose != "filter":
            self.entered(event.purpose, event.value)
            return
        try:
            self._seek(event.value)
        except BadInput as error:
            self.warn(error)

    def on_prompt_given_up(self, event: Prompt.GivenUp) -> None:
        """Show all again."""
        if event.purpose == "filter":
            self._seek("")

    def do_cancel(self, command: Command) -> None:
        """Unpick, then end the filter."""
        super().do_cancel(command)
        if not self.unpick() and self.sought:
            self._seek("")

    def _seek(self, words: str, *, typing: bool = False) -> None:
        self.seek(words, typing=typing)
        self.sought = words
