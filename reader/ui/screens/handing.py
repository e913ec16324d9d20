"""The article or the selection for other programs: through a pipe, and read aloud. A part of the reading screen."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from textual.events import Unmount

from reader.app.reading import Reading
from reader.errors import ReaderError
from reader.ui.keys import Command
from reader.ui.screens.in_book import InBook

if TYPE_CHECKING:
    from reader.ui.widgets.prompt import Prompt

__all__ = ["Handing"]


class Handing(InBook):
    """Runs one command and one voice at a time, off the UI thread; leaving the article ends them."""

    reading: Reading | None
    _piping: threading.Event | None = None
    _speaking: threading.Event | None = None
    _last_command = ""

    def on_unmount(self, _event: Unmount) -> None:
        """End what still runs."""
        self.end_commands()

    def end_commands(self) -> bool:
        """End what runs; False when nothing does."""
        running = [one for one in (self._piping, self._speaking) if one is not None]
        for one in running:
            one.set()
        return bool(running)

    # the pipe

    def do_pipe(self, _command: Command) -> None:
        """Ask for the command that gets the selection, or the article."""
        what = "selection" if self.view.selection else "article"
        command = Handing._last_command or self.desk.config.pipe_command
        self.ask("pipe", f"pipe the {what} to:", command, "a command, as in: wc -w", select=True)

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """Run the command that was entered."""
        if event.purpose == "pipe" and event.value.strip():
            self._pipe_to(event.value.strip())

    def _pipe_to(self, command: str) -> None:
        from reader.app.handing import pipe, piped_text

        if self._piping is not None:
            self.say(f"the last command still runs: {self.reader_app.keymap.key_of('stop')} ends it")
            return
        Handing._last_command = command
        text = piped_text(self.view.article, self._selected())
        self._piping = stop = threading.Event()
        self.say(f"{command} …  {self.reader_app.keymap.key_of('stop')} ends it")

        def done(said: str) -> None:
            self._piping = None
            self.say(said)

        def failed(error: ReaderError) -> None:
            self._piping = None
            self.warn(error)

        self.work(lambda: pipe(command, text, stop=stop.is_set), done, group="pipe", failed=failed)

    # aloud

    def do_speak(self, _command: Command) -> None:
        """Read the selection aloud, or the article from the caret on; again ends it."""
        from reader.app.handing import speak

        if self._speaking is not None:
            self._speaking.set()
            return
        article = self.view.article
        text = self._selected() or article.text[self.view.caret :]
        self._speaking = stop = threading.Event()
        self.say(f"reading aloud …  {self.reader_app.keymap.key_of('speak')} ends it")

        def done(_nothing: None) -> None:
            self._speaking = None
            self.message_bar.settle()

        def failed(error: ReaderError) -> None:
            self._speaking = None
            if stop.is_set():
                self.message_bar.settle()
            else:
                self.warn(error)

        config, language = self.desk.config, article.language or ""
        self.work(lambda: speak(config, text, language, stop=stop.is_set), done, group="speak", failed=failed)

    def _selected(self) -> str:
        selection = self.view.selection
        return self.view.article.text[slice(*selection)] if selection else ""
