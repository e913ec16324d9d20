"""One speaker's timeline: all they said, newest first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.events import Mount

from reader.actions import Place
from reader.app.render.timeline import cited, timeline_csv, timeline_json, timeline_markdown, timeline_ndjson
from reader.errors import BadInput
from reader.library.book.lookup import Wanted
from reader.library.book.records import BookQuotation, SpeakerRow
from reader.model import Note, NoteKind
from reader.query import Query, Texts, parse
from reader.text import counted
from reader.ui.book_rows import quotation_rows
from reader.ui.keys import Command
from reader.ui.screens.one_list import FilteredList
from reader.ui.widgets.rows import RowList

if TYPE_CHECKING:
    pass

__all__ = ["SpeakerScreen"]

MOST = 5_000
"""So many quotations are listed at most; the filter looks through these."""
FIELDS = ("said", "title", "site", "after", "before")
_FORMATS = {
    ".md": timeline_markdown,
    ".csv": timeline_csv,
    ".json": timeline_json,
    ".ndjson": timeline_ndjson,
}


class SpeakerScreen(FilteredList):
    """Lists what somebody said under its articles or days: filter, open at the place, note, copy, export."""

    PLACE = Place.SPEAKER
    ROWS = "timeline-rows"
    WAITING = "Looking …"
    FILTER = "words, title:x site:x after:2026-01-31 before:2w -not"

    def __init__(self, speaker: SpeakerRow) -> None:
        super().__init__()
        self.speaker = speaker
        self._all: list[tuple[BookQuotation, Texts]] = []
        self._listed: list[BookQuotation] = []
        self._query = Query()
        self._by_day = False

    def on_mount(self, _event: Mount) -> None:
        """Take the keys."""
        self.top_bar.show(self.speaker.name)
        self.rows.focus()

    def on_screen_resume(self) -> None:
        """Look anew whenever one comes back."""
        self.reload()

    def reload(self) -> None:
        """Read what they said."""
        wanted = Wanted(person=self.speaker.key)

        def read() -> tuple[list[BookQuotation], SpeakerRow | None]:
            return self.desk.book.quotations(wanted, MOST), self.desk.book.lookup.speaker(self.speaker.key)

        self.read_anew(read, lambda found: self._show(*found), group="timeline")

    def _show(self, quotations: list[BookQuotation], speaker: SpeakerRow | None) -> None:
        self.speaker = speaker or self.speaker  # who it is may have been decided anew
        self._all = [(one, _texts(one)) for one in quotations]
        self._draw()

    def _draw(self) -> None:
        self._listed = [one for one, texts in self._all if self._query.holds(texts, one.day)]
        empty = "Nothing they said is like this." if self._query else "Nothing is left of what they said."
        self.rows.show(quotation_rows(self._listed, self._by_day, self.speaker.role), empty=empty)
        role = f", {self.speaker.role}" if self.speaker.role else ""
        articles = len({one.article for one in self._listed})
        figures = f"{counted(len(self._listed), 'quotation')} in {counted(articles, 'article')}"
        self.top_bar.show(f"{self.speaker.name}{role}", figures)

    def _chosen(self) -> BookQuotation | None:
        return next((one for one in self._listed if one.key == self.rows.key), None)

    def on_row_list_chosen(self, _event: RowList.Chosen) -> None:
        """Open the article at the quotation."""
        if one := self._chosen():
            self.reader_app.open_source(one.source, offset=one.start)

    def do_sort(self, _command: Command) -> None:
        """Under articles, or under days."""
        self._by_day = not self._by_day
        self._draw()
        self.say("by day" if self._by_day else "by article")

    def do_copy(self, _command: Command) -> None:
        """Copy the words."""
        if one := self._chosen():
            self.reader_app.copy(" ".join(one.words.split()))

    def do_copy_cited(self, _command: Command) -> None:
        """Copy the words with who said them where and when."""
        if one := self._chosen():
            self.reader_app.copy(cited(one))

    def do_browser(self, _command: Command) -> None:
        """Open the article in the browser."""
        if one := self._chosen():
            self.reader_app.show_in_browser(one.address)

    def do_note(self, _command: Command) -> None:
        """Ask for a note on the quotation."""
        if self._chosen():
            self.ask("note", "note:", "", "what you think of it; nothing keeps the quotation alone")

    def _note(self, body: str) -> None:
        if one := self._chosen():

            def make() -> list[Note]:
                reading = self.desk.open(one.source, opened=False)
                return [self.desk.add_note(reading, (one.start, one.end), NoteKind.QUOTATION, body=body)]

            self.make_notes("note the quotation", make, "noted")

    def do_split(self, _command: Command) -> None:
        """Decide that who is quoted here, in this article, is somebody else of the same name."""
        if one := self._chosen():
            book, speaker = self.desk.book, self.speaker
            said = f"in this article {speaker.name} is somebody else now"
            self.make_notes(f"split {speaker.name}", lambda: [book.split(speaker, one)], said, again=book.settle)

    # filtering and exporting

    def do_export(self, _command: Command) -> None:
        """Ask where to write what is listed."""
        stem = "-".join(self.speaker.id.split("@")[0].split()) or "quotations"
        self.ask("write", "export quotations to:", f"{stem}.md", ".md .csv .json .ndjson say how", select=True)

    def _write(self, name: str) -> None:
        from reader.notes.export.target import write

        path, quotations = Path(name).expanduser(), list(self._listed)

        def job() -> None:
            if path.suffix not in _FORMATS:
                raise BadInput(f"{path.name}: end the name in {', '.join(_FORMATS)} to say the format")
            if path.exists():
                raise BadInput(f"{path}: there is such a file already: choose another name")
            write(path, _FORMATS[path.suffix](quotations))

        self.work(job, lambda _nothing: self.say(f"{counted(len(quotations), 'quotation')} in {path}"), group="write")

    def seek(self, words: str, *, typing: bool) -> None:
        """Show only what is like this."""
        self._query = parse(words, FIELDS, typing=typing)
        self._draw()

    def entered(self, purpose: str, value: str) -> None:
        """Save the note, or the file, that was asked for."""
        if purpose == "note":
            self._note(value)
        elif purpose == "write" and value.strip():
            self._write(value.strip())
        else:
            super().entered(purpose, value)


def _texts(one: BookQuotation) -> Texts:
    """What the filter looks at; a word without a field may stand in the quotation or in the title."""
    return Texts({"said": one.words, "text": one.words, "title": one.title, "site": f"{one.site} {one.address}"})
