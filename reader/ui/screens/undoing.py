"""Changes made on a list, one after another, each with its way back. A part of the screens that list things."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.actions import Action, Group
from reader.errors import ReaderError
from reader.ui.keys import Command
from reader.ui.screens.base import KeyedScreen, Result
from reader.ui.undo import Step

if TYPE_CHECKING:
    from reader.model import Note

__all__ = ["Undoing"]

Job = Callable[[], None]


class Undoing(KeyedScreen):
    """Changes in a thread and reads the list anew; keys that mean a row wait until it is shown as it is then."""

    def __init__(self) -> None:
        super().__init__()
        self._changing = self._reading_anew = False
        self._waiting: list[Command] = []

    def reload(self) -> None:
        """Read what is listed anew, by ``read_anew``."""
        raise NotImplementedError

    def perform(self, command: Command) -> None:
        """Do an action, or let it wait for the change before it."""
        if (self._changing or self._reading_anew) and _waits(command.action):
            self._waiting.append(command)
        else:
            super().perform(command)

    def change(
        self, words: str, do: Job, undo: Job, said: str | Callable[[], str], changed: Callable[[], bool] = lambda: True
    ) -> None:
        """Change something; then ``said`` is said, and it can be undone by these words if anything ``changed``."""

        def done() -> None:
            if changed():
                self.undo_stack.push(Step(words, undo, do))
            self.tell(said if isinstance(said, str) else said())

        self._run(do, done)

    def make_notes(self, words: str, make: Callable[[], list[Note]], said: str, again: Job = lambda: None) -> None:
        """Make notes; undoing takes them out, redoing puts the same ones back, and ``again`` follows either."""
        made: list[Note] = []

        def do() -> None:
            if not made:
                made.extend(make())
                return
            for note in made:
                self.desk.restore_note(note)
            again()

        def undo() -> None:
            for note in made:
                self.desk.remove_note(note)
            again()

        self.change(words, do, undo, said)

    def tell(self, words: str) -> None:
        """Say what was done, where the person looks."""
        self.say(words)

    @property
    def changing(self) -> bool:
        """Whether a change is under way, so that what is shown is not what will be."""
        return self._changing or self._reading_anew

    def do_undo(self, _command: Command) -> None:
        """Undo the last change of this sitting."""
        if step := self.undo_stack.undo():
            self._run(step.undo, lambda: self.say(f"undone: {step.words}"))
        else:
            self.say("nothing to undo")

    def do_redo(self, _command: Command) -> None:
        """Redo what was undone."""
        if step := self.undo_stack.redo():
            self._run(step.redo, lambda: self.say(f"done again: {step.words}"))
        else:
            self.say("nothing to redo")

    def _run(self, job: Job, after: Job) -> None:
        self._changing = True

        def done(_nothing: None) -> None:
            after()
            self._show_anew()

        def failed(error: ReaderError) -> None:
            self.warn(error)
            self._waiting.clear()
            self._show_anew()

        self.work(job, done, group="change", failed=failed)

    def _show_anew(self) -> None:
        self._changing, self._reading_anew = False, True
        self.reload()

    def read_anew(self, job: Callable[[], Result], show: Callable[[Result], None], *, group: str) -> None:
        """Read what is listed and show it; then what waited for that goes on."""

        def shown(value: Result) -> None:
            show(value)
            self._go_on()

        def failed(error: ReaderError) -> None:
            self.warn(error)
            self._go_on()

        self.work(job, shown, group=group, failed=failed)

    def _go_on(self) -> None:
        self._reading_anew = False
        while self._waiting and not self._changing:
            self.perform(self._waiting.pop(0))


def _waits(action: Action) -> bool:
    """Whether an action means what is listed; those that leave the screen or the program never wait."""
    return action.group is not Group.PROGRAM and action.name not in ("back", "cancel")
