"""One line at the bottom that asks for words: a search, a filter, an address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from reader.text import cell_width, clean_typed, elide
from reader.ui.widgets.line_suggester import LineSuggester
from reader.ui.widgets.tag_suggester import TagSuggester

__all__ = ["Prompt"]


def _none(_line: str) -> Sequence[str]:
    return ()


class Prompt(Horizontal):
    """Asks, and says what was typed so far, what was entered, or that it was given up.

    It is there all the time, hidden, so that it has the keys at once: what is typed right after ``/`` is its own.
    """

    DEFAULT_CSS = """
    Prompt { height: 1; background: $surface; display: none; }
    Prompt > Static { width: auto; color: $accent; text-style: bold; padding: 0 1; }
    Prompt > Input { width: 1fr; border: none; height: 1; padding: 0; background: $surface; }
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
        self._input = Field()
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
        self._input.placeholder = elide(placeholder, max(1, self.screen.size.width - cell_width(label) - 3))
        self._input.suggester = None
        self._input.history, self._input.completions = (), _none
        self._input.ended = False
        self.display = True
        self.screen.set_focus(self._input)

    @property
    def is_open(self) -> bool:
        """Whether it asks just now."""
        return bool(self.display)

    def suggest(self, tags: Sequence[str]) -> None:
        """Complete what is typed from these tags."""
        self._input.suggester = TagSuggester(tags)

    def complete(self, completions: Callable[[str], Sequence[str]], history: Sequence[str]) -> None:
        """Complete the line that is typed, on Tab too; Up and Down go through the lines typed before, newest last."""
        self._input.suggester = LineSuggester(completions)
        self._input.history, self._input.completions = history, completions

    def hand(self, event: Key) -> None:
        """Take in a key that was pressed before the field had the keys."""
        if self.is_open and self._input.acts_on(event):
            event.stop()
            self._input.post_message(Key(event.key, event.character))

    def give_up(self) -> None:
        """Ask no more."""
        self._close()
        self.screen.post_message(self.GivenUp(self._purpose))

    def _close(self) -> None:
        self.display = False
        if self._before is not None and self._before.is_attached:
            self.screen.set_focus(self._before)

    # What follows goes to the screen itself, so that it gets words and keys in the order in which they were typed.

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what was typed."""
        event.stop()
        self.screen.post_message(self.Typed(self._purpose, event.value))

    def on_field_ended(self, event: Field.Ended) -> None:
        """Pass on what was entered, or that nothing is, and go."""
        event.stop()
        if not self.is_open:
            return  # clicked away meanwhile
        if event.entered:
            self._close()
            self.screen.post_message(self.Entered(self._purpose, self._input.value))
        else:
            self.give_up()

    def on_key(self, event: Key) -> None:
        """Pass on what was pressed after the end."""
        if not self.is_open:
            event.stop()
            self.screen.post_message(Key(event.key, event.character))


class Field(Input):
    """Does what a key says as soon as it has it.

    Textual lets a key that is no character climb to the app before it counts; what is typed right after it overtakes
    it then: the letters after Enter would still be taken for words, and Ctrl+U would wipe those after it.
    """

    @dataclass
    class Ended(Message):
        """Enter was pressed, or what gives up."""

        entered: bool

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.ended = False
        self.history: Sequence[str] = ()
        self.completions: Callable[[str], Sequence[str]] = _none
        self._offered: list[str] = []

    def acts_on(self, event: Key) -> bool:
        """Whether a key does something here."""
        return (
            event.is_printable
            or event.key in ("up", "down", "tab", "escape")
            or event.key in self._bindings.key_to_bindings
        )

    async def on_key(self, event: Key) -> None:
        """Enter enters, Esc or Backspace in an empty field gives up; what comes after that is for the screen."""
        if self.ended and event.key != "enter":
            event.prevent_default()
        elif self.ended:
            self._take(event)  # Enter pressed twice
        elif event.key in ("enter", "escape") or (event.key == "backspace" and not self.value):
            self._take(event)
            self.ended = True
            self.post_message(self.Ended(event.key == "enter"))
        elif event.key in ("up", "down", "tab"):
            self._take(event)
            self._put(self._completed() if event.key == "tab" else self._recalled(-1 if event.key == "up" else 1))
        elif not event.is_printable and self.acts_on(event):
            self._take(event)
            await self.run_action(self._bindings.key_to_bindings[event.key][0].action)

    def _recalled(self, step: int) -> str:
        """The line that was typed before this one, or after it; an empty one after the newest."""
        lines = [*self.history, ""] if self.history else [self.value]
        now = lines.index(self.value) if self.value in lines else len(lines) - 1
        return lines[max(0, min(now + step, len(lines) - 1))]

    def _completed(self) -> str:
        """The first line that this one may become, or the one after it when it is one of those already."""
        if self.value not in self._offered:
            self._offered = [clean_typed(line) for line in self.completions(self.value)]
            return self._offered[0] if self._offered else self.value
        return self._offered[(self._offered.index(self.value) + 1) % len(self._offered)]

    def _put(self, value: str) -> None:
        self.value = clean_typed(value)
        self.cursor_position = len(self.value)

    def _take(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
