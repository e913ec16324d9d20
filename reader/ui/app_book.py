"""What the application does with the quote book from every screen: who is quoted, drafts, samples, what is unsure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from reader.errors import ReaderError
from reader.ui.keys import Command
from reader.ui.screens.base import KeyedScreen

if TYPE_CHECKING:
    from pathlib import Path

    from reader.app.desk import Desk

__all__ = ["BookEverywhere"]


class BookEverywhere(App[ReaderError | None], inherit_bindings=False):
    """A part of the application."""

    desk: Desk

    def book_entered(self, purpose: str, value: str) -> None:
        """Do what a prompt about the book was for."""
        if purpose == "check":
            from reader.ui.screens.checking import CheckScreen

            self.push_screen(CheckScreen(value))
        elif purpose == "judge":
            from reader.ui.screens.judging import JudgingScreen

            self.push_screen(JudgingScreen(value))

    def do_book(self, _command: Command) -> None:
        """Show everybody who is quoted."""
        from reader.ui.screens.speakers import SpeakersScreen

        if not isinstance(self.screen, SpeakersScreen):
            self.push_screen(SpeakersScreen())

    def do_check_draft(self, _command: Command) -> None:
        """Ask for a draft to check."""
        if isinstance(self.screen, KeyedScreen):
            self.screen.ask("check", "check the draft in:", "", "a file: Markdown, text or HTML")

    def do_judge(self, _command: Command) -> None:
        """Ask for a sample to judge: the one that was begun is offered."""
        if isinstance(screen := self.screen, KeyedScreen):

            def ask(begun: Path | None) -> None:
                offered = str(begun) if begun else "100"
                screen.ask("judge", "judge how many:", offered, "100, or 100 site:x, or a sheet begun", select=True)

            screen.work(self.desk.sheets.unfinished, ask, group="sheet")

    def do_unsure(self, _command: Command) -> None:
        """Show the quotations of whose speaker nobody is sure."""
        from reader.ui.screens.unsure import UnsureScreen

        if not isinstance(self.screen, UnsureScreen):
            self.push_screen(UnsureScreen())
