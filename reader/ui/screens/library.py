"""The library: what was read last, and what a newcomer can do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Mount

from reader.actions import Action, Place, by_name
from reader.app.addresses import DEMO
from reader.app.keymap import Keymap
from reader.text import clean_line, counted
from reader.ui.keys import Command
from reader.ui.layout.head import since
from reader.ui.screens.one_list import FilteredList
from reader.ui.signs import NOTE, WRITTEN, Sign
from reader.ui.widgets.rows import Paragraph, Row, RowList

if TYPE_CHECKING:
    from reader.library import Recent

__all__ = ["LibraryScreen"]


class LibraryScreen(FilteredList):
    """Lists opened articles, newest first, then the ways to begin."""

    PLACE = Place.LIBRARY
    ROWS = "library-rows"
    FILTER = "titles, sites and authors with these words"

    def __init__(self, *, home: bool = False) -> None:
        super().__init__()
        self.is_home = home
        self._recent: list[Recent] = []
        self._counts: dict[str, int] = {}
        self._drafts: list[tuple[str, str]] = []

    def on_mount(self, _event: Mount) -> None:
        """Show the ways to begin until what was read has come."""
        self.rows.focus()
        self._draw()

    def on_screen_resume(self) -> None:
        """Read the list anew whenever one comes back to it."""
        self.reload()

    def hint_of(self, action: Action) -> str:
        """There may be nothing to go back to from here."""
        return "quit" if action.name == "back" and self.is_home else action.hint

    def reload(self) -> None:
        """Read what was opened last, how many notes each has, and which were left unfinished, each for itself."""
        self.read_anew(self.desk.recent, self._show_recent, group="recent")
        self.work(self.desk.note_counts, self._show_counts, group="counts")
        self.work(self.desk.drafts, self._show_drafts, group="drafts")

    def _show_recent(self, recent: list[Recent]) -> None:
        first = not self._recent
        self._recent = recent
        self._draw()
        if first:
            self.rows.do_top()

    def _show_counts(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._draw()

    def _show_drafts(self, drafts: list[tuple[str, str]]) -> None:
        self._drafts = drafts
        self._draw()

    def _draw(self) -> None:
        wanted = self.sought.casefold().split()
        shown = [recent for recent in self._recent if _holds(recent, wanted)]
        rows: list[Row] = []
        if self._drafts and not wanted:
            rows.append(Row(None, (Paragraph((("", ""),)), Paragraph((("Unfinished notes", "bold accent"),)))))
            rows.extend(self._draft_row(key, text) for key, text in self._drafts)
        if shown:
            rows.append(Row(None, (Paragraph((("", ""),)), Paragraph((("Read last", "bold accent"),)))))
            rows.extend(self._row(recent) for recent in shown)
        if not wanted:
            rows += _beginnings(self.reader_app.keymap, bool(self._recent))
        self.rows.show(rows, empty="No article has these words.")
        count = len(shown)
        self.top_bar.show("reader · library", f"{count} article{'' if count == 1 else 's'}" if count else "")

    def _row(self, recent: Recent) -> Row:
        notes = max((self._counts.get(address, 0) for address in {recent.url, recent.canonical_url}), default=0)
        about = [recent.site or recent.source, ", ".join(recent.byline), f"opened {since(recent.opened_at)}"]
        if recent.read >= 0.005:
            about.append(f"{recent.read:.0%} read")
        below = [(" · ".join(part for part in about if part), "muted")]
        if notes:
            below += [(part, "muted") for part in (" · ", WRITTEN, counted(notes, "note"))]
        title = Paragraph(((recent.title or "Untitled", "bold"),), indent=1)
        return Row(("article", recent.key), (title, Paragraph(tuple(below), indent=1)))

    def _draft_row(self, key: str, text: str) -> Row:
        address = key.rpartition("#")[0]
        title = next((recent.title for recent in self._recent if recent.address == address), address)
        words = Paragraph(((NOTE, "mark"), (clean_line(text), "")), indent=1)
        return Row(("draft", key), (words, Paragraph(((clean_line(title), "muted"),), indent=1)))

    def _chosen(self) -> Recent | None:
        key = self.rows.key
        if isinstance(key, tuple) and key[0] == "article":
            return next((recent for recent in self._recent if recent.key == key[1]), None)
        return None

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open the article, or begin in the way that was chosen."""
        kind, value = event.key if isinstance(event.key, tuple) else ("", "")
        if kind == "article" and (recent := self._chosen()):
            self.reader_app.open_source(recent.source)
        elif kind == "draft":
            address, _, mark = str(value).rpartition("#")
            self.reader_app.open_source(address, draft=mark)
        elif kind == "do":
            self.perform_named(value)

    def do_demo(self, _command: Command) -> None:
        """Open the article that ships with the program."""
        self.reader_app.open_source(DEMO)

    def do_browser(self, _command: Command) -> None:
        """Open the article in the browser."""
        if recent := self._chosen():
            self.reader_app.show_in_browser(recent.canonical_url or recent.url)

    def do_copy(self, _command: Command) -> None:
        """Copy the article's address."""
        if recent := self._chosen():
            self.reader_app.copy(recent.canonical_url or recent.url or recent.source)

    def do_copy_cited(self, _command: Command) -> None:
        """Copy the article's title, site and address."""
        if recent := self._chosen():
            parts = (", ".join(recent.byline), recent.title, recent.site, recent.canonical_url or recent.url)
            self.reader_app.copy(", ".join(part for part in parts if part))

    def do_delete(self, _command: Command) -> None:
        """Take the article off the list; its notes stay."""
        key = self.rows.key
        if isinstance(key, tuple) and key[0] == "draft":
            self._drop_draft(key[1])
        elif recent := self._chosen():

            def forget() -> None:
                self.desk.forget(recent)

            def restore() -> None:
                self.desk.restore(recent)

            said = "off the list, its notes stay: u brings it back"
            self.change("take the article off the list", forget, restore, said)
        else:
            self.say("no article here")

    def _drop_draft(self, key: str) -> None:
        text = next((text for other, text in self._drafts if other == key), "")

        def drop() -> None:
            self.desk.drop_draft(key)

        def keep() -> None:
            self.desk.save_draft(key, text)

        self.change("drop an unfinished note", drop, keep, "unfinished note dropped: u brings it back")

    def seek(self, words: str, *, typing: bool) -> None:
        """Show only the articles with some words."""
        self.sought = words
        self._draw()


def _beginnings(keymap: Keymap, has_read: bool) -> list[Row]:
    """The ways to begin, each with its key; a newcomer gets a word of welcome."""
    actions = by_name()
    ways = [
        ("demo", "Read the demo article", "works offline and shows every feature"),
        ("starters", "Feeds to begin with", "world news, science, software"),
        ("subscribe", "Subscribe to a feed", "its address, or a page that has one"),
        ("import_feeds", "Import your feeds", "an OPML file, or newsboat's urls file"),
        ("open_address", "Open an address or a file", "a web page, or .html, .md, .txt"),
        ("all_notes", "All notes", "everything you marked and wrote"),
        ("themes", "Choose a theme", "dark, light, high contrast, warm"),
        ("help", "All keys", ""),
    ]
    width = max(len(title) for _name, title, _below in ways) + 2
    rows = []
    if not has_read:
        welcome = "Who said what, and what you think about it."
        rows.append(Row(None, (Paragraph((("", ""),)), Paragraph(((welcome, "italic"),), indent=1))))
    rows.append(Row(None, (Paragraph((("", ""),)), Paragraph((("Begin", "bold accent"),)))))
    for name, title, below in ways:
        key = keymap.key_of(name)
        wide = Sign(f"{title:{width}}", f"{title}, " if below else title)
        parts = ((Sign(f"{key:>7}  ", f"{key}: "), "mark"), (wide, ""), (below, "muted"))
        rows.append(Row(("do", actions[name]), (Paragraph(parts),)))
    return rows


def _holds(recent: Recent, wanted: list[str]) -> bool:
    text = f"{recent.title} {recent.site} {' '.join(recent.byline)} {recent.url}".casefold()
    return all(word in text for word in wanted)
