"""A blind sample of quotations, judged one after another: right, wrong, or nobody can tell."""

from __future__ import annotations

from functools import partial

from textual.events import Mount

from reader.actions import Place
from reader.app.judging import Verdict
from reader.app.sheets import Case, Sheet, outcome
from reader.errors import BadInput, ReaderError
from reader.model import Article
from reader.ui.book_rows import article_rows, case_rows
from reader.ui.keys import Command
from reader.ui.screens.one_list import OneList
from reader.ui.screens.undoing import Undoing
from reader.ui.widgets.rows import RowList

__all__ = ["JudgingScreen"]


class JudgingScreen(OneList, Undoing):
    """Lists a sheet's quotations in their contexts; a verdict is on the disk at once, and the next open one follows.

    How sure the engine was is not told, nor how the sample stands before the last verdict: that could sway one.
    """

    PLACE = Place.JUDGING
    ROWS = "judging-rows"
    WAITING = "Drawing a sample of what you read …"

    def __init__(self, asked: str) -> None:
        super().__init__()
        self._asked = asked
        self._sheet: Sheet | None = None

    def on_mount(self, _event: Mount) -> None:
        """Open the sheet, or draw one."""
        self.top_bar.show("reader · judging a sample")
        self.rows.focus()
        self.work(lambda: self.desk.sheets.begin(self._asked), self._begin, group="sheet", failed=self._failed)

    def reload(self) -> None:
        """Show the sheet as it is on the disk."""
        if (sheet := self._sheet) is not None:
            self.read_anew(lambda: self.desk.sheets.read(sheet.path), lambda found: self._show(found), group="sheet")

    def _begin(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._show(sheet, self._open_after(-1))

    def _failed(self, error: ReaderError) -> None:
        self.rows.show([], empty="Nothing to judge.")
        self.warn(error)

    def _show(self, sheet: Sheet, place: int | None = None) -> None:
        self._sheet = sheet
        self.rows.show(case_rows(sheet.cases), place, empty="No quotation in this sheet.")
        counts, number = sheet.counts, len(sheet.cases)
        self.top_bar.show(f"reader · judging {sheet.path.name}", f"{number - counts.open} of {number} judged")
        if not counts.open and sheet.cases:
            self.say(f"{outcome(counts)}; in {sheet.path}")

    def _open_after(self, place: int) -> int | None:
        """The next quotation without a verdict, round past the last."""
        cases = self._sheet.cases if self._sheet else ()
        order = [*range(place + 1, len(cases)), *range(place + 1)]
        return next((one for one in order if cases[one].told is None), None)

    def _chosen(self) -> tuple[int, Case] | None:
        place = self.rows.key
        return (place, self._sheet.cases[place]) if self._sheet is not None and isinstance(place, int) else None

    # verdicts

    def do_judge_right(self, _command: Command) -> None:
        """These are the words of whoever is named."""
        self._tell(Verdict.RIGHT, "right")

    def do_judge_wrong(self, _command: Command) -> None:
        """Somebody else said them, or nobody did."""
        self._tell(Verdict.WRONG, "wrong")

    def do_judge_unclear(self, _command: Command) -> None:
        """Nobody can tell from the article."""
        self._tell(Verdict.UNCLEAR, "unclear")

    def _tell(self, verdict: Verdict, words: str) -> None:
        chosen, sheet = self._chosen(), self._sheet
        if chosen is None or sheet is None:
            return
        place, case = chosen
        sheets, path, before = self.desk.sheets, sheet.path, case.told

        def go(verdict: Verdict | None, to_next: bool) -> None:
            written = sheets.tell(path, place, case.id, verdict)
            self.post_message(self.Finished(partial(self._told, written, place, to_next)))

        def do() -> None:
            go(verdict, True)

        def undo() -> None:
            go(before, False)

        self.change(f"{words}: “{case.words[:40]}”", do, undo, words)

    def _told(self, sheet: Sheet, place: int, to_next: bool) -> None:
        """A verdict is on the disk: show it, and go on to the next, or back to the one taken back."""
        self._sheet = sheet
        self._show(sheet, self._open_after(place) if to_next else place)

    # looking closer

    def on_row_list_chosen(self, _event: RowList.Chosen) -> None:
        """Show the whole article, its text alone."""
        if chosen := self._chosen():
            case = chosen[1]
            self.work(lambda: self.desk.sheets.article(case), lambda found: self._read(case, found), group="article")

    def _read(self, case: Case, article: Article) -> None:
        from reader.ui.screens.report import ReportScreen

        start, _, end = case.id.partition(":")[2].partition("-")
        if not (start.isdigit() and end.isdigit()):
            raise BadInput(f"{case.id}: no place in an article")
        rows, here = article_rows(article, int(start), int(end))
        self.app.push_screen(ReportScreen(article.title, rows, lambda _key: None, figures=article.site, at=here))

    def do_browser(self, _command: Command) -> None:
        """Open the page in the browser."""
        if chosen := self._chosen():
            self.reader_app.show_in_browser(chosen[1].url)
