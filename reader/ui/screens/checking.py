"""A draft's quotations held against the book."""

from __future__ import annotations

import threading

from textual.events import Mount

from reader.actions import Place
from reader.app.check.report import Report
from reader.app.render.check import summary, with_edits
from reader.errors import ReaderError
from reader.text import counted
from reader.ui.book_rows import check_rows
from reader.ui.keys import Command
from reader.ui.screens.one_list import OneList
from reader.ui.widgets.rows import RowList

__all__ = ["CheckScreen"]


class CheckScreen(OneList):
    """Lists the verdicts on a draft; a row leads to where the article has the words."""

    PLACE = Place.REPORT
    ROWS = "check-rows"
    WAITING = "Checking …"

    def __init__(self, draft: str) -> None:
        super().__init__()
        self._draft = draft
        self._report: Report | None = None
        self._only_wrong = False
        self._stop = threading.Event()

    def on_mount(self, _event: Mount) -> None:
        """Check the draft."""
        self.top_bar.show(f"reader · check {self._draft}")
        self.rows.focus()
        self.do_refetch()

    def on_unmount(self) -> None:
        """Go no further."""
        self._stop.set()

    def do_refetch(self, _command: Command | None = None) -> None:
        """Check the draft anew."""
        draft, stop = self._draft, self._stop
        self.work(lambda: self.desk.book.check(draft, stop=stop.is_set), self._show, group="check", failed=self._failed)

    def do_sort(self, _command: Command) -> None:
        """Only what is not exact, or all."""
        self._only_wrong = not self._only_wrong
        self._draw()

    def _show(self, report: Report) -> None:
        self._report = report
        self._draw()
        searched = f"{counted(report.articles, 'article')} searched"
        self.say(f"{summary(report)} ({searched})")

    def _failed(self, error: ReaderError) -> None:
        """Say what is wrong with the draft; what was found before stays."""
        if self._report is None:
            self.rows.show([], empty="Nothing was checked.")
        self.warn(error)

    def _draw(self) -> None:
        if (report := self._report) is None:
            return
        rows = check_rows(report.findings, self._only_wrong)
        self.rows.show(rows, empty="No quotation to look at in this draft.")
        counts = ", ".join(f"{number} {verdict}" for verdict, number in report.counts.items())
        self.top_bar.show(f"reader · check {report.name}", counts)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open the article where it has the words."""
        if self._report is None or not isinstance(event.key, tuple):
            return
        finding = self._report.findings[event.key[1]]
        if finding.source is None:
            self.say("in none of what you read")
        else:
            self.reader_app.open_source(finding.source.address, offset=finding.spans[0][0])

    def do_copy(self, _command: Command) -> None:
        """Copy the quotation with what was changed in it, and its verdict."""
        key = self.rows.key
        if self._report is not None and isinstance(key, tuple):
            finding = self._report.findings[key[1]]
            self.reader_app.copy(f"{finding.verdict}: “{with_edits(finding)}”")
