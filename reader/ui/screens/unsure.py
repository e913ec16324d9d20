"""The queue of quotations of whose speaker nobody is sure: confirm or correct each, or look at its place."""

from __future__ import annotations

from textual.events import Mount

from reader.actions import Place
from reader.app.corrections import Correction
from reader.app.reading import Reading
from reader.app.unsure import Unsure
from reader.errors import BadInput
from reader.model import Note, Range, Speaker
from reader.ui.keys import Command
from reader.ui.screens.one_list import OneList
from reader.ui.screens.undoing import Undoing
from reader.ui.widgets.rows import Paragraph, Row, RowList

__all__ = ["UnsureScreen"]


SURE = "Every quotation in your articles has a speaker that is sure, or confirmed."
NOTHING_READ = (
    "No article yet: of those that you open, quotations whose speaker is unsure are listed here, to confirm or correct."
    " {open_address} opens an address or a file, {subscribe} subscribes to a feed."
)


class UnsureScreen(OneList, Undoing):
    """Lists the unsure quotations of all stored articles under their titles."""

    PLACE = Place.UNSURE
    ROWS = "unsure-rows"
    WAITING = "Looking through your articles …"

    def __init__(self) -> None:
        super().__init__()
        self._queue: list[Unsure] = []

    def on_mount(self, _event: Mount) -> None:
        """Take the keys."""
        self.top_bar.show("reader · unsure quotations")
        self.rows.focus()

    def on_screen_resume(self) -> None:
        """Look anew whenever one comes back."""
        self.reload()

    def reload(self) -> None:
        """Look through the stored articles."""
        self.read_anew(lambda: (self.desk.unsure(), bool(self.desk.recent())), self._show, group="unsure")

    def _show(self, looked: tuple[list[Unsure], bool]) -> None:
        queue, has_read = looked
        self._queue = queue
        empty = SURE if has_read else self.with_keys(NOTHING_READ)
        rows: list[Row] = []
        title = None
        for one in queue:
            if one.address != title:
                title = one.address
                rows.append(Row(None, (Paragraph((("", ""),)), Paragraph(((one.title or one.source, "bold"),)))))
            rows.append(_row(one))
        self.rows.show(rows, empty=empty)
        self.top_bar.show("reader · unsure quotations", f"{len(queue)} to look at" if queue else "")

    def _chosen(self) -> Unsure | None:
        return next((one for one in self._queue if (one.address, one.span) == self.rows.key), None)

    def on_row_list_chosen(self, _event: RowList.Chosen) -> None:
        """Open the article at the quotation."""
        if one := self._chosen():
            self.reader_app.open_source(one.source, offset=one.span[0])

    def do_confirm(self, _command: Command) -> None:
        """The engine took the right one."""
        one = self._chosen()
        if one is not None and one.speaker:
            self._correct(one, Correction.CONFIRM, one.speaker)
        elif one is not None:
            self._correct(one, Correction.SPEAKER, "")

    def do_edit(self, _command: Command) -> None:
        """Choose another speaker."""
        if one := self._chosen():
            self.work(lambda: self._speakers(one), lambda speakers: self._ask(one, speakers), group="speakers")

    def _speakers(self, one: Unsure) -> tuple[Speaker, ...]:
        attribution = self.desk.corrected(self.desk.open(one.source, opened=False)).attribution
        return attribution.speakers if attribution else ()

    def _ask(self, one: Unsure, speakers: tuple[Speaker, ...]) -> None:
        from reader.ui.screens.speaker_picker import SpeakerPicker

        def answer(chosen: str | None) -> None:
            if chosen is not None:
                self._correct(one, Correction.SPEAKER, chosen)

        self.app.push_screen(SpeakerPicker(one.words, speakers, one.speaker, self.reader_app.palette), answer)

    def _correct(self, one: Unsure, what: Correction, speaker: str) -> None:
        def make() -> list[Note]:
            reading = self.desk.open(one.source, opened=False)
            return [self.desk.correct(reading, _span_in(reading, one), what, speaker)]

        words = f"said by {speaker}" if speaker else "said by nobody who is named"
        self.make_notes("correct who said it", make, words)


def _span_in(reading: Reading, one: Unsure) -> Range:
    """Where the quotation is; BadInput when the article's file has changed since it was looked through."""
    if " ".join(reading.article.text[slice(*one.span)].split()) != one.words:
        raise BadInput(f"{one.title or one.source}: has changed: open it and see who says what in it now")
    return one.span


def _row(one: Unsure) -> Row:
    said = Paragraph((("? ", "warning bold"), (f"“{one.words}”", "")), limit=2, indent=1)
    by = Paragraph(((f"{one.speaker or 'nobody named'} · {one.confidence:.0%} sure", "muted"),), indent=3)
    return Row((one.address, one.span), (said, by))
