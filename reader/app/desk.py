"""The desk: every use case of the program as one method, for the screen and the command line alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from reader.app.articles import Articles
from reader.app.changes import Change
from reader.app.corrections import Correction, corrected
from reader.app.drafts import Drafts
from reader.app.hooks import Hooks
from reader.app.notes import Notes, Synced
from reader.app.reading import Reading
from reader.config import Config, load, save_setting
from reader.model import Attribution, Note, NoteKind, Range
from reader.paths import Paths

if TYPE_CHECKING:
    from reader.app.book import Book
    from reader.app.evidence.verify import Verifier
    from reader.app.feeds import Feeds
    from reader.app.ingest.items import Item
    from reader.app.ingest.run import Counted
    from reader.app.pictures.getting import Pictures
    from reader.app.search import Search
    from reader.app.servers import Servers
    from reader.app.sheets import Sheets
    from reader.app.tour import Tour
    from reader.app.unsure import Unsure
    from reader.app.versions import Versions
    from reader.library import Recent
    from reader.notes.importers import Incoming, Merged
    from reader.notes.repair import Repaired

__all__ = ["Desk", "Reading"]


class Desk:
    """What a person can do, over the files at ``paths``; everything is opened when it is first needed.

    ``store`` names another file for the notes; ``allow`` the private addresses (``host:port``) that may be
    fetched; ``plain`` makes the screens plain whatever the settings say. Every method may be called from any thread
    and raises ReaderError, one line for a person, when it cannot do what it says. ``problems`` holds lines about
    what went on without (a bad setting, a library that cannot be written); it may grow as the desk is used.
    """

    def __init__(
        self,
        paths: Paths,
        config: Config | None = None,
        *,
        store: Path | None = None,
        allow: Collection[str] = (),
        plain: bool = False,
    ) -> None:
        self.paths = paths
        self.problems: list[str] = []
        if config is None:
            config, mistakes = load(paths)
            self.problems.extend(mistakes)
        self.config = replace(config, plain=True) if plain else config
        self._allow = tuple(allow)
        self._articles = Articles(paths, config, allow, self.problems)
        self._notes = Notes(paths, store, config.sync_folder, self.problems)
        self._drafts = Drafts(paths.drafts)
        self._lock = Lock()
        self.hooks = Hooks(config.hooks)

    @cached_property
    def feeds(self) -> Feeds:
        """What is done with feeds and their entries."""
        from reader.app.feeds import Feeds

        with self._lock:
            feeds: Feeds = self.__dict__.setdefault(
                "feeds",
                Feeds(
                    self.paths, self.config, self._articles, self._notes, lambda: self.servers, self.hooks, self._allow
                ),
            )
        return feeds

    @cached_property
    def servers(self) -> Servers:
        """What is done with servers to sync with."""
        from reader.app.servers import Servers

        with self._lock:
            servers: Servers = self.__dict__.setdefault("servers", Servers(self._articles, self.config, self._allow))
        return servers

    @cached_property
    def book(self) -> Book:
        """What is done with the quotations of everything that was read."""
        from reader.app.book import Book

        with self._lock:
            book: Book = self.__dict__.setdefault("book", Book(self._articles, self._notes))
        return book

    @cached_property
    def sheets(self) -> Sheets:
        """What is done with samples to judge."""
        from reader.app.sheets import Sheets

        return Sheets(self.paths.samples, self._articles, self.book)

    @cached_property
    def search(self) -> Search:
        """What finds entries, articles and quotations."""
        from reader.app.search import Search

        with self._lock:
            search: Search = self.__dict__.setdefault("search", Search(self._articles, self._notes))
        return search

    @cached_property
    def pictures(self) -> Pictures:
        """What gets the pictures that a person asks to see."""
        from reader.app.pictures.getting import Pictures

        return Pictures(self.paths, self.config, self._articles, self._allow)

    @cached_property
    def versions(self) -> Versions:
        """What is done with the versions of articles."""
        from reader.app.versions import Versions

        return Versions(self._articles, self._notes)

    @cached_property
    def tour(self) -> Tour:
        """The tour of the article that ships."""
        from reader.app.tour import Tour

        return Tour(self.paths.tour)

    @cached_property
    def evidence(self) -> Verifier:
        """What checks notes and quotations against the pages that they rest on."""
        from reader.app.evidence.verify import Verifier

        return Verifier(self._articles, self._notes, self.book)

    def ingest(self, items: Iterable[Item], *, stop: Callable[[], bool] = lambda: False) -> Iterator[Counted]:
        """Take many articles in, one after another, with what became of each: see ``reader.app.ingest.run``."""
        from reader.app.ingest.run import ingest
        from reader.app.ingest.worker import Tools

        pages = self._articles.pages
        tools = Tools(pages.kept, pages.cached, self.paths.sites, self.config.deadline, self._allow)
        return ingest(items, self._articles, self.book, tools, stop=stop)

    def open(
        self,
        source: str,
        *,
        refetch: bool = False,
        typed: bool = True,
        opened: bool = True,
        stop: Callable[[], bool] | None = None,
    ) -> Reading:
        """Open the article at an address, in a file, or on standard input (``-``).

        An address that the library knows opens from there, without the network, unless ``refetch``; so does a
        file that is gone. A file that is there is read again each time. ``typed`` says that a person named the
        source: one that a page named may only be a public address. What is not ``opened`` to be read, but printed,
        is stored without being a recent article. ``stop`` is asked while fetching, which gives up when it says
        True. BadInput, FetchFailed or NoArticle when there is nothing to read.
        """
        reading = self._articles.open(source, refetch=refetch, typed=typed, opened=opened, stop=stop)
        if opened:
            self.hooks.opened(reading)
        return reading

    def open_demo(self) -> Reading:
        """Open the article that ships with the program."""
        reading = self._articles.open_demo()
        self.hooks.opened(reading)
        return reading

    def attribute(self, reading: Reading) -> Reading:
        """The reading with who said what in it, which is stored for the next time."""
        return self._articles.attribute(reading)

    def corrected(self, reading: Reading) -> Reading:
        """The reading with the user's corrections laid over what the engine found."""
        done = self.attribute(reading)
        notes = self._notes.of(done)
        done = replace(done, attribution=corrected(done.attribution or Attribution(), notes))
        self._articles.try_(lambda: self.book.put(done))
        return done

    def reattribute(self) -> Iterator[tuple[Recent, list[Change]]]:
        """Attribute anew each stored article that an earlier engine did, one by one, with what changed in it."""
        return self._articles.reattribute()

    def unsure(self) -> list[Unsure]:
        """The quotations of all stored articles of whose speaker nobody is sure, newest article first."""
        from reader.app.unsure import unsure_in

        found: list[Unsure] = []
        for recent, reading in self._articles.stored():
            attribution = self.corrected(reading).attribution or Attribution()
            article = reading.article
            names = {"source": recent.source, "address": recent.address, "title": recent.title}
            found += unsure_in(attribution, article.text, **names)
        return found

    def keep_place(self, reading: Reading, offset: int) -> None:
        """Keep the offset at which reading stopped; the article opens there the next time."""
        self._articles.keep_place(reading, offset)

    def recent(self, limit: int = 200) -> list[Recent]:
        """What was opened last, newest first; StoreFailed when the library cannot be read."""
        return self._articles.recent(limit)

    def forget(self, recent: Recent) -> None:
        """Take an article out of the library, its notes apart; StoreFailed when that cannot be done."""
        self.book.take_out(recent.key)
        self._articles.forget(recent)

    def restore(self, recent: Recent) -> None:
        """Put back what ``forget`` took out while this desk was open."""
        self._articles.restore(recent)

    def notes_of(self, reading: Reading) -> list[Note]:
        """The article's notes, each anchored in its text as it is now.

        Those on the whole article come first, then the others in the order of the text, and at the end those
        whose passage is not there any more (their anchor is an orphan).
        """
        return self._notes.of(reading)

    def all_notes(self) -> list[Note]:
        """Every note, by when it was made."""
        return self._notes.all()

    def note_counts(self) -> dict[str, int]:
        """How many notes there are by address; a note counts for its URL and for its canonical one."""
        return self._notes.counts()

    def tags(self) -> list[str]:
        """Every tag in use, the most used first."""
        return self._notes.tags()

    def add_note(
        self,
        reading: Reading,
        span: Range | None,
        kind: NoteKind,
        *,
        body: str = "",
        tags: Sequence[str] = (),
        color: str = "",
    ) -> Note:
        """Make and save a note on a passage, or on the whole article when ``span`` is None.

        Its speaker is that of the quotation around the passage. The raw page is kept as its evidence. The note
        is on the disk when this returns; StoreFailed otherwise.
        """
        note = self._notes.add(self.attribute(reading), span, kind, body=body, tags=tags, color=color)
        self._articles.keep_page(reading)
        self.hooks.noted([note])
        return note

    def add_note_on(
        self, reading: Reading, quote: str, *, body: str = "", tags: Sequence[str] = (), color: str = ""
    ) -> Note:
        """Make and save a note on the words ``quote`` of the article, or on the whole of it when they are empty.

        BadInput when the words are not in it.
        """
        span = self._notes.place_of(reading, quote) if quote else None
        kind = NoteKind.PAGE if span is None else NoteKind.NOTE if body else NoteKind.HIGHLIGHT
        return self.add_note(reading, span, kind, body=body, tags=tags, color=color)

    def add_notes_from(self, text: str, name: str) -> list[Note]:
        """Save the notes in JSON text, all or none; ``name`` is what an error line calls it."""
        notes = self._notes.add_from(text, name)
        self.hooks.noted(notes)
        return notes

    def import_notes(
        self, data: bytes, name: str, form: str | None = None, *, dry_run: bool = False
    ) -> tuple[Incoming, Merged]:
        """Save the notes of a file that are not there yet: our own JSON, or what another program exports.

        ``name`` is what an error line calls it, ``form`` one of ``reader.notes.importers.FORMATS`` when its content
        shall not tell. What is given back names the rows that could not be taken; BadInput when none could.
        """
        return self._notes.import_(data, name, form, dry_run)

    def repair_notes(self) -> Repaired:
        """Copy a damaged store aside and save every note in it that can be read."""
        return self._notes.repair()

    def correct(self, reading: Reading, span: Range | None, what: Correction, speaker: str, renamed: str = "") -> Note:
        """Save a correction: of the quotation at ``span``, or (RENAME) of the speaker called ``renamed``.

        ``speaker`` is the right name, ``""`` for nobody who is named. See ``reader.app.corrections``.
        """
        note = self._notes.correct(self.attribute(reading), span, what, speaker, renamed)
        self._articles.keep_page(reading)
        return note

    def reattach(self, reading: Reading, note: Note, span: Range) -> Note:
        """Put a note whose passage is gone, or was found wrongly, to another place in the article."""
        return self._notes.reattach(reading, note, span)

    def near(self, reading: Reading, note: Note) -> list[Range]:
        """Where a note's passage might stand now, the likest first; for one that is not found any more."""
        return self._notes.near(reading, note)

    def notes_changed(self) -> bool:
        """Whether another window has written notes since they were last read here; one look at the file."""
        return self._notes.changed()

    def update_note(self, note: Note, **changes: Any) -> Note:  # noqa: ANN401 - the fields of a note
        """Save the note with these fields changed (``body``, ``tags``, ``color``, ``kind``…)."""
        return self._notes.update(note, **changes)

    def remove_note(self, note: Note) -> Note:
        """Remove the note; what is returned is what ``restore_note`` takes."""
        return self._notes.remove(note)

    def restore_note(self, note: Note) -> Note:
        """Put a removed note back as it was."""
        return self._notes.restore(note)

    def export_notes(
        self,
        notes: Sequence[Note],
        format: str,  # noqa: A002 - its name
        path: Path | None,
        *,
        group: str = "article",
        template: Path | None = None,
    ) -> str:
        """The notes in a format of ``reader.notes.export.FORMATS``; with a ``path`` written there, and ``""``.

        ``obsidian`` writes a folder. ``group`` is one of ``reader.notes.export.GROUPS``, ``template`` a Jinja2 file.
        """
        from reader.notes import export

        options = export.Options(group, template, self._articles.text_of)
        if path is None:
            return export.render(notes, format, options)
        if export.format_named(format) == "obsidian":
            export.write_folder(path, notes, options)
        else:
            export.write(path, export.chunks(notes, format, options))
        return ""

    def sync_notes(self, folder: Path | None = None) -> Synced | None:
        """Exchange the notes with other machines through ``folder``, from now on, or through the one that is set.

        None when there is none. BadInput when there is no such folder.
        """
        done = self._notes.sync(folder)
        if done is not None and folder is not None:
            self.save_setting("sync_folder", str(done.folder))
        return done

    def save_draft(self, key: str, text: str) -> None:
        """Keep an unfinished note's text."""
        self._drafts.save(key, text)

    def draft(self, key: str) -> str | None:
        """The unfinished text kept under a key, or None."""
        return self._drafts.get(key)

    def drafts(self) -> list[tuple[str, str]]:
        """Every unfinished text as (key, text)."""
        return self._drafts.all()

    def drop_draft(self, key: str) -> None:
        """Remove an unfinished text, as its note was saved or given up."""
        self._drafts.drop(key)

    def save_setting(self, key: str, value: str | int | float | bool) -> None:
        """Write one setting to the config file, which keeps its comments; it holds from the next start."""
        save_setting(self.paths, key, value)

    def close(self) -> None:
        """Close what was opened, once the commands of hooks have ended."""
        self.hooks.close()
        self._articles.close()
        self._notes.close()
