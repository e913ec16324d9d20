"""One line at the bottom that asks for words: a search, a filter, an address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from reader.text import clean_typed
from reader.ui.widgets.tag_suggester import TagSuggester

__all__ = ["Prompt"]


class Prompt(Horizontal):
    """Asks, and says what was typed so far, what was entered, or that it was given up.

    It is there all the time, hidden, so that it has the keys at once: what is typed right after ``/`` is its own.
    """

    DEFAULT_CSS = """
    Prompt { height: 1; background: $surface; display: none; }
    Prompt > Static { width: auto; color: $accent; text-style: bold; padding: 0 0 0 1; }
    Prompt > Input { width: 1fr; border: none; height: 1; padding: 0 1; background: $surface; }
    Prompt > Input:focus { border: none; background-tint: $foreground 0%; }
    """

    @dataclass
    class Typed(Message):
        """The words changed."""

        purpose: str
        value: str

    @dataclass
    class Entered(Message):
        """The words were entered; the keys are back where they were."""

        purpose: str
        value: str

    @dataclass
    class GivenUp(Message):
        """Esc was pressed; the keys are back where they were."""

        purpose: str

    def __init__(self) -> None:
        super().__init__()
        self._purpose = ""
        self._label = Static(markup=False)
        self._input = Input(compact=True, select_on_focus=False)
        self._before: Widget | None = None

    def compose(self) -> ComposeResult:
        """The label and the field."""
        yield self._label
        yield self._input

    def open(self, purpose: str, label: str, value: str = "", placeholder: str = "", *, select: bool = False) -> None:
        """Ask, and take the keys; with ``select`` what is typed takes the place of ``value``."""
        if not self.is_open:
            self._before = self.screen.focused
        self._purpose = purpose
        self._label.update(label)
        with self.prevent(Input.Changed):
            self._input.value = clean_typed(value)
        end = len(self._input.value)
        self._input.selection = Selection(0 if select else end, end)
        self._input.placeholder = placeholder
        self._input.suggester = None
        self.display = True
        self.screen.set_focus(self._input)

    @property
    def is_open(self) -> bool:
        """Whether it asks just now."""
        return bool(self.display)

    def suggest(self, tags: Sequence[str]) -> None:
        """Complete what is typed from these tags."""
        self._input.suggester = TagSuggester(tags)

    def insert(self, typed: str) -> None:
        """Take in what was typed before it had the keys."""
        self._input.insert_text_at_cursor(typed)

    def give_up(self) -> None:
        """Ask no more."""
        self._close()
        self.post_message(self.GivenUp(self._purpose))

    def _close(self) -> None:
        self.display = False
        if self._before is not None and self._before.is_attached:
            self.screen.set_focus(self._before)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what was typed."""
        event.stop()
        self.post_message(self.Typed(self._purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on what was entered, and go."""
        event.stop()
        if not self.is_open:
            return  # Enter pressed twice
        self._close()
        self.post_message(self.Entered(self._purpose, event.value))

    def on_key(self, event: Key) -> None:
        """Esc, or Backspace in an empty field, gives up."""
        if event.key == "escape" or (event.key == "backspace" and not self._input.value):
            event.stop()
            event.prevent_default()
            self.give_up()
