"""What the quote book knows of the article that is read: who else has its quotations, and what changed in it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.app.addresses import DEMO, is_web
from reader.app.reading import Reading
from reader.model import Range
from reader.ui.keys import Command
from reader.ui.screens.following import Following

if TYPE_CHECKING:
    from reader.app.diff.difference import Difference
    from reader.library.book.records import Standing
    from reader.ui.widgets.panel import SidePanel

__all__ = ["InBook"]


class InBook(Following):
    """Gives the article's quotations to the book once they are shown, and answers what it knows of them."""

    _difference: Difference | None = None

    def into_book(self) -> None:
        """Let the book have what is said here, as it is now; then show who else has it."""
        reading = self.reading
        if reading is None or reading.address == DEMO:  # the demo is nobody's word, and its first frame waits for less
            return
        if reading.attribution is not None:
            self.work(lambda: self._booked(reading), lambda found: self.panel.show(elsewhere=found), group="book")

    def _booked(self, reading: Reading) -> Mapping[Range, Standing]:
        return self.desk.book.elsewhere(self.desk.corrected(reading))

    def on_side_panel_turned(self, event: SidePanel.Turned) -> None:
        """Find out who is named often and never quoted once somebody looks at the speakers: it takes a while."""
        reading = self.reading
        if event.tab == "speakers" and reading is not None and reading.attribution is not None:
            from reader.app.sourcing import often_named

            self.work(lambda: often_named(reading), lambda found: self.panel.show(silent=found), group="named")

    def do_elsewhere(self, _command: Command) -> None:
        """Show the other articles that have the quotation at the caret, or picked in the panel."""
        key = self.panel.rows.key if self.panel_has_keys else None
        index = key[1] if isinstance(key, tuple) and key[0] == "quote" else self.view.here
        if index is None or (reading := self.reading) is None:
            self.say("no quotation here: w goes to the next one")
            return
        quotation = self.view.quotations[index]
        place = quotation.start, quotation.end

        def answer(found: Mapping[Range, Standing]) -> None:
            self.panel.show(elsewhere=found)
            self._show_standing(place, found.get(place))

        self.work(lambda: self._booked(reading), answer, group="elsewhere")

    def _show_standing(self, place: Range, standing: Standing | None) -> None:
        if standing is None:
            self.say("in none of the other articles that you read")
            return
        from reader.ui.book_rows import standing_rows
        from reader.ui.screens.report import ReportScreen

        words = self.view.article.text[slice(*place)]
        there = {one.key: one for one in (*standing.same, *standing.others)}

        def open_it(chosen: Hashable) -> None:
            if isinstance(chosen, tuple) and (one := there.get(chosen[1])):
                self.reader_app.open_source(one.source, offset=one.start)

        title = f"“{' '.join(words.split())}”"
        rows = standing_rows(words, standing)
        self.app.push_screen(ReportScreen(title, rows, open_it, figures=standing.words))

    # what changed

    def changed(self, found: Difference) -> None:
        """The article was fetched anew: say what that changed."""
        from reader.app.render.diff import summary

        self._difference = found or self._difference
        if found:
            self.say(f"{summary(found)}; {self.reader_app.keymap.key_of('changes')} shows what")
        else:
            self.say("fetched again: nothing changed")

    def do_changes(self, _command: Command) -> None:
        """Show what the last fetch changed, else the last change that the library keeps."""
        if self._difference is not None:
            self._show_changes([self._difference])
        elif (reading := self.reading) is None:
            return
        elif not is_web(reading.address):
            self.say("earlier versions are kept of articles of the web only, not of files")
        else:
            self.work(lambda: self.desk.versions.history(reading.address), self._show_changes, group="changes")

    def _show_changes(self, steps: Sequence[Difference]) -> None:
        real = [step for step in steps if step]
        if not real:
            self.say("it has not changed since it was read first")
            return
        from reader.app.render.diff import summary
        from reader.ui.book_rows import changes_rows
        from reader.ui.screens.report import ReportScreen

        found = real[-1]

        def go_to(chosen: Hashable) -> None:
            kind, value = chosen if isinstance(chosen, tuple) and len(chosen) > 1 else ("", 0)
            if kind == "place":
                self.app.pop_screen()
                self.view.jump(int(value))
                self.enter_body()

        title = f"What changed · {found.after.article.title}"
        self.app.push_screen(ReportScreen(title, changes_rows(found), go_to, figures=summary(found)))
