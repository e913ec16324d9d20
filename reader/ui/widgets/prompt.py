"""One line at the bottom that asks for words: a search, a filter, an address."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, Static

__all__ = ["Prompt"]


class Prompt(Horizontal):
    """Asks, and says what was typed so far, what was entered, or that it was given up."""

    DEFAULT_CSS = """
    Prompt { height: 1; dock: bottom; background: $surface; }
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
        """The words were entered; the prompt is gone."""

        purpose: str
        value: str

    @dataclass
    class GivenUp(Message):
        """Esc was pressed; the prompt is gone."""

        purpose: str

    def __init__(self, purpose: str, label: str, value: str = "", placeholder: str = "") -> None:
        super().__init__()
        self._purpose, self._label = purpose, label
        self._input = Input(value, placeholder=placeholder, compact=True)

    def compose(self) -> ComposeResult:
        """The label and the field."""
        yield Static(self._label, markup=False)
        yield self._input

    def on_mount(self) -> None:
        """Take the keys."""
        self._input.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what was typed."""
        event.stop()
        self.post_message(self.Typed(self._purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on what was entered, and go."""
        event.stop()
        self.post_message(self.Entered(self._purpose, event.value))
        self.remove()

    def on_key(self, event: Key) -> None:
        """Esc, or Backspace in an empty field, gives up."""
        if event.key == "escape" or (event.key == "backspace" and not self._input.value):
            event.stop()
            event.prevent_default()
            self.post_message(self.GivenUp(self._purpose))
            self.remove()
