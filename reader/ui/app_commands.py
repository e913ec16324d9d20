"""What the application does, on every screen, with actions by their names: the command line, macros, the tour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from textual.message import Message

from reader.app.addresses import DEMO
from reader.errors import BadInput
from reader.library.feed_records import SourceKind
from reader.text import elide
from reader.themes import Theme
from reader.ui.app_lists import ListsEverywhere
from reader.ui.keys import Command
from reader.ui.screens.base import KeyedScreen

__all__ = ["CommandsEverywhere"]

MOST = 100
"""Times that a macro is played at most."""


class CommandsEverywhere(ListsEverywhere, inherit_bindings=False):
    """A part of the application."""

    class HookFailed(Message):
        """A command of the user's that was told what happened has failed."""

    _typed: list[str] | None = None
    _playing = 0
    _waiting: tuple[KeyedScreen, Sequence[str], int] | None = None

    def open_source(self, source: str, *, typed: bool = True, offset: int | None = None, draft: str = "") -> None:
        """Open another article over this screen.

        ``typed`` says that the user named it, not a page; ``draft`` which unfinished note to go on with.
        """
        from reader.ui.screens.reading import ReadingScreen

        self.push_screen(ReadingScreen(source, typed=typed, offset=offset, draft=draft))

    def do_tour(self, _command: Command) -> None:
        """Take the tour, in the article that ships."""
        from reader.ui.screens.reading import ReadingScreen

        screen = self.screen
        if isinstance(screen, ReadingScreen) and screen.source == DEMO:
            screen.begin_tour()
        elif isinstance(screen, KeyedScreen):
            screen.work(self.desk.tour.offer, lambda _nothing: self.open_source(DEMO), group="tour")

    @property
    def reader_themes(self) -> dict[str, Theme]:
        """Every theme by its id."""
        raise NotImplementedError

    def do_help(self, _command: Command) -> None:
        """Show all keys."""
        from reader.ui.screens.help import HelpScreen

        here = self.screen.place() if isinstance(self.screen, KeyedScreen) else None
        self.push_screen(HelpScreen(self.keymap, self.palette, here))

    def do_palette(self, _command: Command) -> None:
        """Choose an action by its name."""
        from reader.ui.commands import ActionPalette

        if isinstance(self.screen, KeyedScreen):
            self.push_screen(ActionPalette(placeholder="what do you want to do?"))

    # the command line

    def do_command_line(self, _command: Command) -> None:
        """Ask for an action's name and words for it."""
        if isinstance(screen := self.screen, KeyedScreen):
            screen.ask("command", ":", "", "an action, as in: themes paper   Tab completes")
            screen.complete(self._completions(screen), self._typed or ())

    def _completions(self, screen: KeyedScreen) -> Callable[[str], Sequence[str]]:
        from reader.app.command_line import completions
        from reader.ui.screens.feed_actions import FeedActions

        place = screen.place()
        choices: dict[str, Sequence[str]] = {"themes": sorted(self.reader_themes)}
        if isinstance(screen, FeedActions):
            kinds = {"by_tag": SourceKind.TAG, "saved_searches": SourceKind.SEARCH, "go_to_feed": SourceKind.FEED}
            choices |= {name: [one.name for one in screen.sources_of(kind)] for name, kind in kinds.items()}
        return lambda line: completions(line, place, choices)

    def entered_line(self, line: str) -> None:
        """Do what was typed, and keep it for the next time."""
        if line.strip():
            self._typed = [*(one for one in self._typed or () if one != line), line]
            self._do_line(line)

    def _do_line(self, line: str) -> bool:
        """Do what a line asks for; False, with the reason told, when that is nothing here."""
        from reader.app.command_line import read_order

        if not isinstance(screen := self.screen, KeyedScreen):
            return False
        try:
            order = read_order(line, screen.place())
        except BadInput as error:
            screen.warn(error)
            return False
        argument = (order.words or "") if order.action.wants_key else ""
        screen.given_words = None if argument else order.words
        screen.perform(Command(order.action, order.count, argument))
        screen.given_words = None
        return True

    # hooks

    def listen_to_hooks(self) -> None:
        """Tell at once of a hook that fails; its thread never waits for the screen."""

        def failed() -> None:
            self.post_message(self.HookFailed())

        self.desk.hooks.failed = failed

    def on_commands_everywhere_hook_failed(self) -> None:
        """Tell which, and why."""
        if isinstance(screen := self.screen, KeyedScreen) and self.desk.hooks.failures:
            screen.warn(self.desk.hooks.failures[-1])

    # macros

    @cached_property
    def macros(self) -> dict[str, tuple[str, ...]]:
        """The macros of the settings."""
        from reader.app.command_line import macros_of

        return macros_of(self.desk.config)

    def macro_problems(self) -> list[str]:
        """A line for each macro that cannot be played."""
        if not self.desk.config.macros:
            return []
        from reader.app.command_line import check_macros

        return check_macros(self.macros)

    def macro_hints(self) -> list[tuple[str, str]]:
        """The keys of the macros, each with what it plays."""
        return [(key, elide(" · ".join(lines), 40)) for key, lines in self.macros.items()]

    def do_macro(self, command: Command) -> None:
        """Play a macro, as often as was said."""
        lines = self.macros.get(command.argument)
        if lines is None:
            known = ", ".join(self.macros)
            self.tell(f"no macro {command.argument}: " + (f"there are {known}" if known else "[macros] in config.toml"))
        else:
            self._playing += 1
            self._play([*lines] * min(command.count or 1, MOST), self._playing)

    def _play(self, lines: Sequence[str], turn: int) -> None:
        """Do one line after another, each on what the one before led to; one that cannot be done ends it."""
        if not lines or turn != self._playing:
            return
        if isinstance(screen := self.screen, KeyedScreen) and screen.opening:
            self._waiting = (screen, lines, turn)
        elif self._do_line(lines[0]):
            self.call_after_refresh(self._play, lines[1:], turn)

    def opened(self, screen: KeyedScreen) -> None:
        """What a screen shows has come: go on with the macro that waits for it."""
        if self._waiting is not None and self._waiting[0] is screen is self.screen:
            _, lines, turn = self._waiting
            self._waiting = None
            self.call_after_refresh(self._play, lines, turn)
