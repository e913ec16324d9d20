"""What every screen shares: keys to actions, words to the person, a prompt, and work off the UI thread."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.events import DescendantFocus, Key, Mount
from textual.geometry import Region
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip

from reader.actions import ACTIONS, FEEDS, OF_A_ROW, Action, Group, Place, parse_keys
from reader.errors import ReaderError
from reader.ui.keys import Command, KeyReader, pressed
from reader.ui.widgets.bars import Foot, HintBar
from reader.ui.widgets.ground import ground_lines

if TYPE_CHECKING:
    from reader.app.desk import Desk
    from reader.model import Note
    from reader.ui.app import ReaderApp
    from reader.ui.undo import UndoStack
    from reader.ui.widgets.prompt import Prompt

__all__ = ["KeyedScreen"]

Result = TypeVar("Result")
_NAMED = re.compile(r"\{([a-z_]+)\}")
TEXT_FIELDS = ("Input", "TextArea")
"""Widgets that take typed keys, by name: importing them costs a newcomer's first frame."""


class KeyedScreen(Screen[None], inherit_bindings=False):
    """A screen whose keys are those of the registry of actions.

    An action named ``next_quotation`` is answered by a method ``do_next_quotation(command)`` of the widget that has
    the keys, of a pane around it, of the screen, or of the app: whichever has one first.
    """

    AUTO_FOCUS = ""
    PLACE = Place.LIBRARY
    given_words: str | None = None
    """What the command line gives to an action that would ask for words."""
    is_home = False
    """Whether going back from here leaves the program."""

    class Finished(Message):
        """Work in the background ended: what to do with its result, on the UI thread."""

        def __init__(self, then: Callable[[], None]) -> None:
            super().__init__()
            self.then = then

    def __init__(self) -> None:
        super().__init__()
        self.foot = Foot()
        self.hint_bar, self.message_bar = self.foot.hints, self.foot.message
        self._keys: KeyReader | None = None
        self._turns: dict[str, int] = {}
        self._prompt: Prompt | None = None
        self._held: list[Key] | None = None
        self._desk: Desk | None = None

    @property
    def reader_app(self) -> ReaderApp:
        """The application, as what it is."""
        return cast("ReaderApp", self.app)

    @property
    def desk(self) -> Desk:
        """The use cases; also for what is undone when this screen is gone already."""
        if self._desk is None:
            self._desk = self.reader_app.desk
        return self._desk

    def columns(self, width: int) -> int:
        """The columns of a width that panes may share: a plain screen has one pane at a time, whatever its width."""
        return 0 if self.reader_app.palette.plain else width

    @property
    def undo_stack(self) -> UndoStack:
        """What can be undone: one stack for the whole sitting, whatever screen it was done on."""
        return self.reader_app.undo_stack

    @property
    def keys(self) -> KeyReader:
        """The reader of key sequences of this screen."""
        if self._keys is None:
            self._keys = KeyReader(self.reader_app.keymap)
        return self._keys

    def on_mount(self, _event: Mount) -> None:
        """Show the keys that work here."""
        self.show_hints()
        self.call_after_refresh(self._ready_prompt)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing but the ground that its parts stand on."""
        return ground_lines(self, crop)

    # keys

    def place(self) -> Place:
        """Where the keys go just now."""
        return self.PLACE

    def on_key(self, event: Key) -> None:
        """Take a key that no field of text wanted.

        Keys that were pressed before a field or a dialogue was up come here too, and are handed on to it.
        """
        if not self.is_active:
            self.app.screen.post_message(Key(event.key, event.character))
            return
        if self.typing:
            if self._prompt is not None:
                self._prompt.hand(event)
            return
        event.stop()
        event.prevent_default()
        if self._held is not None:
            self._held.append(event)
            return
        if self.holds_back(event):
            return
        key = pressed(event)
        self.message_bar.settle()
        if self.intercept(key):
            return
        command = self.keys.press(key, self.place())
        self.show_hints()
        if command is not None:
            self.perform(command)
        elif self.keys.unknown and not self.message_bar.shown:
            self.say(f"{self.keys.unknown} does nothing here: {self.reader_app.keymap.key_of('help')} shows all keys")

    def on_hint_bar_chosen(self, event: HintBar.Chosen) -> None:
        """Press the keys that were clicked in the footer, unless words are typed."""
        for key in () if self.typing else parse_keys(event.keys):
            self.on_key(Key(key, key if len(key) == 1 else None))

    def holds_back(self, _event: Key) -> bool:
        """Keep a key for later, as long as it could not do what it says; True when it was kept."""
        return False

    def intercept(self, _key: str) -> bool:
        """Take a key before it is read as part of an action; True when it was taken."""
        return False

    @property
    def typing(self) -> bool:
        """Whether a field of text has the keys."""
        return any(kind.__name__ in TEXT_FIELDS for kind in type(self.focused).__mro__)

    def perform(self, command: Command) -> None:
        """Let the innermost that knows the action do it."""
        targets = [*(self.focused.ancestors_with_self if self.focused else ()), self, self.app]
        for target in targets:
            handler = getattr(target, f"do_{command.action.name}", None)
            if handler is not None:
                handler(command)
                return
        self.say(f"not here: {command.action.text[0].lower()}{command.action.text[1:]}")

    def refreshed(self) -> None:
        """Feeds were refreshed: show what that brought, where it shows here."""

    def marks_changed(self) -> None:
        """The marks of an entry were changed: show those of the one that is read here."""

    def perform_named(self, action: Action) -> None:
        """Do an action that was chosen by its name."""
        self.perform(Command(action))

    def show_hints(self) -> None:
        """Show what works here, or what may follow what was typed."""
        place = self.place()
        if self.keys.pending:
            following = self.keys.continuations(place)
            typed = (self.keys.pending, "…")
            shown = [(key, action.hint or action.name.replace("_", " ")) for key, action in following]
            if self.keys.waits_for == "macro":
                shown = self.reader_app.macro_hints()
            self.hint_bar.show([typed, *shown], whole=bool(shown))
            return
        keymap, nothing = self.reader_app.keymap, self.nothing_here
        hints = [
            (keymap.key_of(action.name), self.hint_of(action))
            for action in ACTIONS
            if action.hint and place in action.where and not (nothing and action.name in OF_A_ROW)
        ]
        self.hint_bar.show([(key, hint) for key, hint in hints if key and hint])

    @property
    def nothing_here(self) -> bool:
        """Whether the list that has the keys has no row to act on."""
        return False

    def with_keys(self, words: str) -> str:
        """Words with the keys of the actions that they name in braces, ``{star}``, as they are mapped."""
        return _NAMED.sub(lambda name: self.reader_app.keymap.key_of(name[1]), words)

    def hint_of(self, action: Action) -> str:
        """The word in the footer for an action, as it works on this screen; ``""`` to leave it out.

        What is for feeds works on every screen, but has its place in the footer of those that show feeds.
        """
        return action.hint if action.group is not Group.FEEDS or self.place() in FEEDS else ""

    def on_descendant_focus(self, _event: DescendantFocus) -> None:
        """Other keys work in another pane."""
        self.show_hints()

    # words

    def say(self, words: str) -> None:
        """Tell the person something in passing."""
        self.message_bar.say(words)

    def warn(self, error: ReaderError | str) -> None:
        """Tell the person what went wrong; it stays until Esc or the next word."""
        self.message_bar.say(str(error), error=True)

    def do_cancel(self, _command: Command) -> None:
        """Take the message away, and a prompt that lost the keys."""
        self.message_bar.settle(all_=True)
        if self._prompt is not None and self._prompt.is_open:
            self._prompt.give_up()

    def notes_to_export(self) -> list[Note] | None:
        """The notes that an export from here is about; None for all there are."""
        return None

    @property
    def opening(self) -> bool:
        """Whether what is to be read here has not come yet."""
        return False

    # the prompt

    def feed_here(self) -> str:
        """The address of a feed that this screen shows and that nobody may follow yet; ``""`` for none."""
        return ""

    def ask(self, purpose: str, label: str, value: str = "", placeholder: str = "", *, select: bool = False) -> None:
        """Ask for a line of words; the answer comes as a message of ``Prompt``.

        When the command line gave the words already, nobody is asked.
        """
        if (given := self.take_words()) is not None:
            from reader.ui.widgets.prompt import Prompt

            self.post_message(Prompt.Typed(purpose, given))
            self.post_message(Prompt.Entered(purpose, given))
        elif self._prompt is None:
            self._ready_prompt()
            self._held = self._held or []  # what is typed until it is there is meant for it
            self.call_after_refresh(self.ask, purpose, label, value, placeholder, select=select)
        else:
            self._prompt.open(purpose, label, value, placeholder, select=select)
            held, self._held = self._held or (), None
            for event in held:
                self._prompt.hand(event)

    def take_words(self) -> str | None:
        """The words that were given with the action that is done just now, once; None when there are none."""
        given, self.given_words = self.given_words, None
        return given

    def complete(self, completions: Callable[[str], Sequence[str]], history: Sequence[str]) -> None:
        """Complete what is typed in the prompt that was opened, and have the lines before at hand."""
        if self._prompt is None:
            self.call_after_refresh(self.complete, completions, history)
        else:
            self._prompt.complete(completions, history)

    def suggest_tags(self) -> None:
        """Complete tags in the prompt from those in use, as soon as they have been read."""

        def suggest(tags: list[str]) -> None:
            if self._prompt is not None:
                self._prompt.suggest(tags)

        self.work(self.desk.tags, suggest, group="tags", failed=lambda _error: None)

    def _ready_prompt(self) -> None:
        """Have the prompt at hand, once the first frame is out."""
        if self._prompt is None and self.foot.is_attached:
            from reader.ui.widgets.prompt import Prompt

            self._prompt = Prompt()
            self.foot.mount(self._prompt, before=self.hint_bar)

    # work

    def work(
        self,
        job: Callable[[], Result],
        then: Callable[[Result], None],
        *,
        group: str,
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Do a job in a thread, then pass its result to ``then`` on the UI thread.

        A ReaderError goes to ``failed``, else to the message line. A later job of the same group makes the
        answer of an earlier one void. Anything else that is raised is a defect and ends the program.
        """
        turn = self._turns[group] = self._turns.get(group, 0) + 1

        def current(step: Callable[[Any], None], value: Any) -> None:  # noqa: ANN401 - whatever the job gave
            if self._turns.get(group) == turn and self.is_attached:
                step(value)

        def run() -> None:
            try:
                value = job()
            except ReaderError as error:
                wrong = error
                self.post_message(self.Finished(lambda: current(failed or self.warn, wrong)))
            else:
                self.post_message(self.Finished(lambda: current(then, value)))

        self.run_worker(run, thread=True, group=group, exit_on_error=True)

    def forget_work(self, group: str) -> None:
        """Let the answer of running work of a group come to nothing."""
        self._turns[group] = self._turns.get(group, 0) + 1

    def on_keyed_screen_finished(self, event: Finished) -> None:
        """Go on with what was worked out."""
        event.stop()
        event.then()
