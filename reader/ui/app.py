"""The application: theme, keymap and desk, and the way from screen to screen."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.events import Event, Paste
from textual.screen import Screen

from reader.app.keymap import Keymap, build_keymap
from reader.errors import ReaderError
from reader.text import clean_typed
from reader.themes import Theme, find, find_one
from reader.ui.app_book import BookEverywhere
from reader.ui.app_commands import CommandsEverywhere
from reader.ui.app_plain import PlainEverywhere
from reader.ui.keys import Command
from reader.ui.last_gate import LastGate
from reader.ui.palette import Palette, textual_theme
from reader.ui.screens.base import KeyedScreen
from reader.ui.undo import UndoStack

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.filter import LineFilter

    from reader.app.desk import Desk
    from reader.model import Note
    from reader.ui.screens.reading import ReadingScreen

__all__ = ["ReaderApp", "run"]

DEFAULT_THEME = "night"


def run(desk: Desk, source: str | None = None) -> None:
    """Run the application on a source (an address, a file, ``-``, ``addresses.DEMO``), or on the library.

    A source that cannot be opened ends it: the ReaderError is raised once the terminal is as it was. The garbage
    collector may be off when this is called; it is on once the first frame is out.
    """
    app = ReaderApp(desk, source)
    outcome = app.run(mouse=desk.config.mouse)
    if app.defect is not None:
        raise app.defect
    if app.interrupted:
        raise KeyboardInterrupt
    if isinstance(outcome, ReaderError):
        raise outcome


def _nothing() -> None:
    """Keep nothing: there is nothing to keep."""


def _collect_again() -> None:
    """Let the collector run again, over what is made from now on."""
    gc.freeze()
    gc.enable()


def _action_commands() -> type[Provider]:
    from reader.ui.commands import ActionCommands

    return ActionCommands


class ReaderApp(CommandsEverywhere, BookEverywhere, PlainEverywhere, inherit_bindings=False):
    """Holds what all screens share; the screens do the rest."""

    TITLE = "reader"
    BINDINGS: ClassVar[list[BindingType]] = []
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_action_commands}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = ""
    AUTO_FOCUS = ""

    def __init__(self, desk: Desk, source: str | None = None) -> None:
        self.desk = desk
        self._source = source
        self.keymap, clashes = self._make_keymap()
        self._problems = [*desk.problems, *clashes, *self.macro_problems()]
        self._told = len(desk.problems)
        self.undo_stack = UndoStack()
        self._last_gate = LastGate()
        self.interrupted = False
        super().__init__()
        self.palette = Palette(self._wanted_theme(), self.console.color_system, plain=desk.config.plain)
        self._begin_in(self.palette.theme)

    def _begin_in(self, theme: Theme) -> None:
        """Set the theme before anything is styled: a watched change would read every style sheet a second time."""
        self.register_theme(textual_theme(theme))
        self.set_reactive(ReaderApp.theme, theme.id)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)

    def _make_keymap(self) -> tuple[Keymap, list[str]]:
        return build_keymap(self.desk.config.keymap, self.desk.config.preset)

    @cached_property
    def reader_themes(self) -> dict[str, Theme]:
        """Every theme by its id; all but the one in use are read after the first frame."""
        themes, problems = find(self.desk.paths.themes)
        self._problems += problems
        return themes

    def _wanted_theme(self) -> Theme:
        wanted, folder = self.desk.config.theme or DEFAULT_THEME, self.desk.paths.themes
        if theme := find_one(wanted, folder):
            return theme
        known = ", ".join(sorted(self.reader_themes))
        self._problems.append(f"{self.desk.paths.config_file}: theme {wanted!r}: no such theme: choose of {known}")
        return self.reader_themes[DEFAULT_THEME]

    def get_default_screen(self) -> Screen[None]:
        """The first screen: what was named, else the library."""
        if self._source is None:
            return self._home()
        from reader.ui.screens.reading import ReadingScreen

        return ReadingScreen(self._source)

    def on_mount(self) -> None:
        """Tell what was wrong with the settings; tidy up once the first frame is out."""
        self.set_timer(0.5, _collect_again)
        self.listen_to_hooks()
        for ending in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(ending, self.end_cleanly)
        self.call_after_refresh(self.tell_problems)

    def tell_problems(self) -> None:
        """Tell on the screen what went on without: a bad setting or theme, a library that cannot be written."""
        self.reader_themes  # noqa: B018 - reading them finds what is wrong with them
        later = self.desk.problems[self._told :]
        self._told += len(later)
        problems = [*self._problems, *later]
        self._problems = []
        screen = self.screen
        if problems and isinstance(screen, KeyedScreen):
            more = f" (and {len(problems) - 1} more: reader config check)" if len(problems) > 1 else ""
            screen.warn(problems[0] + more)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and the last gate that every line of every widget goes through."""
        return [*super().get_line_filters(), self._last_gate]

    async def on_event(self, event: Event) -> None:
        """Let nothing be pasted that a terminal must never be sent."""
        if isinstance(event, Paste):
            event.text = clean_typed(event.text)
        await super().on_event(event)

    @property
    def defect(self) -> Exception | None:
        """What ended the program that should not have been raised; None when it ended well."""
        return self._exception

    def _fatal_error(self) -> None:
        """End without printing: ``__main__`` writes the trace to the log (Textual has no public way to say so)."""
        self._close_messages_no_wait()

    # from screen to screen

    def _home(self) -> KeyedScreen:
        from reader.ui.screens.home import HomeScreen

        return HomeScreen()

    def show_beginnings(self) -> None:
        """Show somebody who follows no feed what was read last, and the ways to begin, over the panes."""
        from reader.ui.screens.library import LibraryScreen

        if isinstance(self.screen, KeyedScreen) and self.screen.is_home:
            self.push_screen(LibraryScreen(home=True))

    def show_panes(self) -> None:
        """Show the panes again: there is a feed now."""
        while len(self.screen_stack) > 1 and isinstance(self.screen, KeyedScreen) and self.screen.is_home:
            self.pop_screen()

    def go_back(self) -> None:
        """Back to the screen below; from the first one to the home, and from there out."""
        if isinstance(self.screen, KeyedScreen) and self.screen.is_home:
            self.end_cleanly()
        elif len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.push_screen(self._home())

    def could_not_open(self, screen: ReadingScreen, error: ReaderError) -> None:
        """An article could not be opened: say so on the screen below; what was named at the start ends the program."""
        if screen not in self.screen_stack:
            return
        if len(self.screen_stack) == 1:
            self.interrupted = screen.stopped
            self.exit(error)
            return
        if screen is self.screen:
            self.pop_screen()
        below = self.screen
        if isinstance(below, KeyedScreen):
            below.warn(error)

    def prompt_entered(self, screen: KeyedScreen, purpose: str, value: str) -> None:
        """Do what a prompt of any screen was for."""
        if purpose == "open" and value.strip():
            self.open_source(value.strip())
        elif purpose == "export" and value.strip():
            self._export(screen, value.strip())
        elif purpose == "subscribe" and value.strip():
            self.subscribe_to(value.strip())
        elif purpose == "import_feeds":
            self.import_feeds(value)
        elif purpose == "command":
            self.entered_line(value)
        elif value.strip():
            self.book_entered(purpose, value.strip())

    def on_exit_app(self) -> None:
        """The browser that shows this went away: keep what is being read and written."""
        self.keep_places()

    def end_cleanly(self) -> None:
        """Keep what is being read and written, and end: the terminal goes away or the system wants us to."""
        self.keep_places()
        self.exit()

    def keep_places(self) -> None:
        """Remember where reading stopped, and what is being typed, on every screen."""
        for screen in self.screen_stack:
            for keep in ("keep_place", "keep_draft"):
                getattr(screen, keep, _nothing)()

    # the actions that work everywhere

    def do_quit(self, _command: Command) -> None:
        """Quit."""
        self.end_cleanly()

    def do_back(self, _command: Command) -> None:
        """Go back."""
        self.go_back()

    def do_themes(self, _command: Command) -> None:
        """Choose a theme."""
        from reader.ui.screens.theme_picker import ThemePicker

        screen = self.screen
        if isinstance(screen, KeyedScreen) and (named := screen.take_words()) is not None:
            if named in self.reader_themes:
                self.choose_theme(named)
            else:
                screen.warn(f"{named}: no such theme: choose of {', '.join(sorted(self.reader_themes))}")
            return
        self.push_screen(ThemePicker())

    def do_open_address(self, _command: Command) -> None:
        """Ask for an address or a file."""
        if isinstance(self.screen, KeyedScreen):
            self.screen.ask("open", "open:", "", "https://… or a file")

    def do_all_notes(self, _command: Command) -> None:
        """Show all notes."""
        from reader.ui.screens.notes import NotesScreen

        if not isinstance(self.screen, NotesScreen):
            self.push_screen(NotesScreen())

    def do_find(self, _command: Command) -> None:
        """Search everything."""
        from reader.ui.screens.search import SearchScreen

        screen = self.screen
        words = screen.take_words() if isinstance(screen, KeyedScreen) else None
        if words is not None or not isinstance(screen, SearchScreen):
            self.push_screen(SearchScreen(words or ""))

    def do_export(self, _command: Command) -> None:
        """Ask where to export the notes of this screen to."""
        from reader.ui.screens.exporting import free_name

        screen = self.screen
        if isinstance(screen, KeyedScreen):
            notes = screen.notes_to_export()
            if notes is not None and not notes:
                screen.say("no notes to export here yet")
            else:
                screen.ask(
                    "export",
                    "export notes to:",
                    str(free_name()),
                    "a file; its ending says the format: .md .json .csv .bib .html …",
                    select=True,
                )

    def _export(self, screen: KeyedScreen, name: str) -> None:
        from reader.ui.screens.exporting import export_notes

        chosen = screen.notes_to_export()

        def job() -> int:
            notes: list[Note] = self.desk.all_notes() if chosen is None else chosen
            export_notes(self.desk, notes, name)
            return len(notes)

        screen.work(job, lambda count: screen.say(f"exported {count} notes to {name}"), group="export")

    def do_redraw(self, _command: Command) -> None:
        """Draw the screen anew."""
        self.refresh(layout=True, repaint=True)
        self.screen.refresh(layout=True, repaint=True)

    def do_suspend(self, _command: Command) -> None:
        """Suspend to the shell."""
        if self.is_web:
            self.tell("there is no shell to go to: this is a browser")
        else:
            self.action_suspend_process()

    def do_stop(self, _command: Command) -> None:
        """Stop a refresh; else there is nothing to stop on this screen."""
        if not self.stop_refreshing():
            self.tell(f"nothing to stop; {self.keymap.key_of('quit')} quits")

    # shared deeds

    def use_theme(self, theme_id: str) -> None:
        """Change every screen to a theme."""
        self.palette = Palette(self.reader_themes[theme_id], self.console.color_system, plain=self.palette.plain)
        self.register_theme(textual_theme(self.palette.theme))
        self.theme = theme_id
        for screen in self.screen_stack:
            use: Callable[[], None] | None = getattr(screen, "use_palette", None)
            if use:
                use()

    def choose_theme(self, theme_id: str) -> None:
        """Change to a theme and keep it in the settings."""
        self.use_theme(theme_id)
        screen = self.screen
        if isinstance(screen, KeyedScreen):
            name = self.reader_themes[theme_id].name
            screen.work(
                lambda: self.desk.save_setting("theme", theme_id),
                lambda _: screen.say(f"{name} is your theme now"),
                group="settings",
            )

    def copy(self, words: str) -> None:
        """Copy through the terminal, and with the system's tool where there is one; say which."""
        from reader.ui.clipboard import copy_with_system

        self.copy_to_clipboard(words)
        screen = self.screen
        if isinstance(screen, KeyedScreen):
            size = f"{len(words):,} characters"
            screen.work(
                lambda: copy_with_system(words),
                lambda copied: screen.say(f"copied {size}" if copied else f"sent {size} to the terminal"),
                group="copy",
            )

    def show_in_browser(self, address: str) -> None:
        """Open an address in the browser; without a display, copy it."""
        from reader.app.browser import can_show, open_address

        screen, command = self.screen, self.desk.config.open_command
        if not isinstance(screen, KeyedScreen):
            return
        if not address.startswith(("http://", "https://")):
            screen.say("this has no web address")
        elif self.is_web:
            self.open_url(address)  # in the browser that shows this screen
        elif can_show(command):
            screen.work(
                lambda: open_address(address, command), lambda _: screen.say(f"opened {address}"), group="browser"
            )
        else:
            self.copy_to_clipboard(address)
            screen.say(f"no display here; the address was sent to the terminal: {address}")
