"""Opening articles: from the library when it has them, else from the network, a file or standard input."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from functools import cached_property, partial
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from reader.app import addresses
from reader.app.changes import Change, changes_between
from reader.app.demo import demo_article, demo_page
from reader.app.engine import engine_version
from reader.app.reading import Reading, prose
from reader.app.site_pages import read_by_rules
from reader.config import Config
from reader.errors import BadInput, StoreFailed
from reader.model import Article, Attribution, Note, Page
from reader.paths import Paths
from reader.text import clean_line, elide

if TYPE_CHECKING:
    from reader.library import Library, PageStore, Recent, Stored
    from reader.library.articles import Forgotten

__all__ = ["Articles"]

ALL = 1_000_000
"""More articles than any library holds."""

Stop = Callable[[], bool]
Result = TypeVar("Result")


class Articles:
    """The articles' half of the desk.

    Reading goes on when the library cannot be used: the reason becomes a line of ``problems``, once. What is
    asked of the library itself (``recent``, ``forget``, ``restore``) raises StoreFailed instead.
    """

    def __init__(self, paths: Paths, config: Config, allow: Collection[str], problems: list[str]) -> None:
        self._paths = paths
        self._config = config
        self._allow = tuple(allow)
        self._problems = problems
        self._forgotten: dict[int, Forgotten] = {}
        self._texts: dict[str, str] = {}
        self._lock = Lock()

    @cached_property
    def library(self) -> Library:
        """The library; its file is opened at the first call of a method."""
        from reader.library import Library

        with self._lock:
            library: Library = self.__dict__.setdefault("library", Library(self._paths.library))
        return library

    @cached_property
    def pages(self) -> PageStore:
        """The raw pages."""
        from reader.library import PageStore

        return PageStore(self._paths.kept_pages, self._paths.cached_pages)

    def open(
        self,
        source: str,
        *,
        refetch: bool = False,
        typed: bool = True,
        opened: bool = True,
        stop: Stop | None = None,
    ) -> Reading:
        """The article that ``source`` names: see ``Desk.open``."""
        source = source.strip()
        if not typed and not addresses.is_web(source):
            raise BadInput(f"{elide(clean_line(source), 80)}: a page may only lead to http and https addresses")
        if source == addresses.DEMO:
            return self.open_demo()
        stored = None if addresses.is_local(source) else self._find(source)
        if stored is None:
            return self._fetched(source, typed, opened, stop)
        if refetch and addresses.is_web(stored.address):
            address = source if addresses.is_web(source) else stored.address
            return self._fetched(address, typed and stored.typed, opened, stop)
        if opened:
            self.try_(lambda: self.library.opened(stored.key))
        return self._reading_of(stored, source)

    def open_demo(self) -> Reading:
        """The shipped article, from its beginning; no store is looked at."""
        return _reading(demo_article(), addresses.DEMO, addresses.DEMO, demo_page())

    def draft(self, source: str, stop: Stop | None = None) -> Article:
        """The whole text of what a person wrote, from a file, an address or standard input; it is not stored."""
        from reader.extract import extract_whole
        from reader.fetch import open_page

        page = open_page(source.strip(), deadline=self._config.deadline, allow=self._allow, stop=stop)
        return extract_whole(page, stop)

    def attribute(self, reading: Reading) -> Reading:
        """The reading with who said what, stored for the next time."""
        if reading.attribution is not None:
            return reading
        from reader.attribution import attribute

        found = attribute(prose(reading.article), reading.article.language or None)
        if reading.address == addresses.DEMO:
            self._store(reading, demo_page())
        self.try_(lambda: self.library.set_attribution(reading.address, reading.text_sha256, found, engine_version()))
        earlier = reading.earlier
        changes = changes_between(earlier, found, reading.article.text) if earlier else []
        return replace(reading, attribution=found, changes=tuple(changes))

    def reattribute(self) -> Iterator[tuple[Recent, list[Change]]]:
        """Attribute each stored article that an earlier engine did, and say what changed in it."""
        for recent in self.library.recent(ALL, all_=True):
            stored = self.library.find(recent.address)
            if stored and stored.attribution and stored.engine != engine_version():
                done = self.attribute(self._reading_of(stored, recent.source))
                yield recent, list(done.changes)

    def stored(self) -> Iterator[tuple[Recent, Reading]]:
        """Each stored article, newest first."""
        for recent in self.library.recent(ALL, all_=True):
            if stored := self.library.find(recent.address):
                yield recent, self._reading_of(stored, recent.source)

    def stored_as(self, key: int | None, source: str, *, opened: bool = True) -> Reading | None:
        """The stored article of this key, opened now unless it is only looked at; None when there is none."""
        stored = None if key is None else self.try_(partial(self.library.get, key))
        if stored is None:
            return None
        if opened:
            self.try_(lambda: self.library.opened(stored.key))
        return self._reading_of(stored, source)

    def key_of(self, address: str) -> int | None:
        """The key of the stored article at an address, None when it is not stored."""
        return self.try_(partial(self.library.led_to, address))

    def known(self, address: str) -> Reading | None:
        """The stored article at an address, without opening it."""
        stored = self.library.find(address)
        return self._reading_of(stored, stored.source) if stored else None

    def keep_place(self, reading: Reading, offset: int) -> None:
        """Keep where reading stopped."""
        self.try_(lambda: self.library.set_place(reading.address, offset))

    def keep_page(self, reading: Reading) -> None:
        """Keep the raw page for good, as something rests on it."""
        if reading.address == addresses.DEMO:
            self.try_(lambda: self.pages.put(demo_page()))
        self.try_(lambda: self.pages.keep(reading.page_sha256))

    def recent(self, limit: int) -> list[Recent]:
        """What was opened last, newest first."""
        return self.library.recent(limit)

    def forget(self, recent: Recent) -> None:
        """Take an article out of the library; ``restore`` undoes it while the program runs."""
        forgotten = self.library.forget(recent.key)
        if forgotten:
            self._forgotten[recent.key] = forgotten

    def restore(self, recent: Recent) -> None:
        """Put back what ``forget`` took out."""
        forgotten = self._forgotten.pop(recent.key, None)
        if forgotten:
            self.library.restore(forgotten)

    def text_of(self, note: Note) -> str | None:
        """The text of the note's article as it was when the note was made, if the library still has it."""
        known = self._texts.get(note.text_sha256)
        if known is not None or not note.text_sha256 or not self._paths.library.is_file():
            return known
        for address in dict.fromkeys(filter(None, (note.canonical_url, note.url))):
            stored = self.try_(partial(self.library.find, address))
            if stored and stored.text_sha256 == note.text_sha256:
                self._texts = {note.text_sha256: stored.article.text}  # notes of one article come together
                return stored.article.text
        return None

    def close(self) -> None:
        """Close the library, if it was ever opened."""
        if "library" in self.__dict__:
            self.library.close()

    def _find(self, source: str) -> Stored | None:
        """The stored article of a source that is not a file (any more)."""
        names = [addresses.tidy(source)]
        if not addresses.is_web(source):
            names.append(addresses.file_address(source))
        for name in filter(None, names):
            if stored := self.try_(partial(self.library.find, name)):
                return stored
        return None

    def _reading_of(self, stored: Stored, source: str) -> Reading:
        current = self._current(stored)
        return Reading(
            article=stored.article,
            attribution=current,
            earlier=None if current else stored.attribution,
            source=source,
            address=stored.address,
            page_sha256=stored.page_sha256,
            text_sha256=stored.text_sha256,
            fetched=stored.fetched,
            from_library=True,
            place=stored.place,
        )

    def _fetched(self, source: str, typed: bool, opened: bool, stop: Stop | None) -> Reading:
        from reader.app.feeds.as_article import reading_of_feed
        from reader.extract import site_rules
        from reader.fetch import fetch, open_page

        page = open_page(source, deadline=self._config.deadline, typed=typed, allow=self._allow, stop=stop)
        if feed := reading_of_feed(page, source):
            return feed
        rules = site_rules(self._paths.sites, page.url)
        further = partial(fetch, typed=False, allow=self._allow, stop=stop)
        article = read_by_rules(
            page, rules, lambda address, seconds: further(address, deadline=seconds), self._config.deadline, stop
        )
        page_sha256 = sha256(page.data).hexdigest()
        address = addresses.tidy(page.url) if page.url else addresses.stdin_address(page_sha256)
        return self._store(_reading(article, address, source, page), page, opened, typed)

    def _store(self, reading: Reading, page: Page, opened: bool = True, typed: bool = True) -> Reading:
        """Put the page and the article away; the reading with what was known of the article before."""
        names = [reading.address]
        if not addresses.is_local(reading.source):
            names.append(addresses.tidy(reading.source))
        self.try_(lambda: self.pages.put(page))
        stored = self.try_(
            lambda: self.library.save(
                names,
                reading.article,
                source=addresses.lasting_source(reading.source, reading.address),
                page_sha256=reading.page_sha256,
                text_sha256=reading.text_sha256,
                fetched=reading.fetched,
                also=addresses.other_names(reading.address, reading.article.canonical_url),
                opened=opened,
                typed=typed,
            )
        )
        if stored is None:
            return reading
        self.try_(lambda: self._keep_earlier(stored.key))
        current = self._current(stored)
        earlier = None if current else stored.attribution
        return replace(reading, attribution=current, earlier=earlier, place=stored.place)

    def _keep_earlier(self, article: int) -> None:
        """Keep the raw pages of an article's earlier versions for good: they are not to be had again."""
        from reader.library.versions import Versions

        for page in Versions(self.library.connections).pages(article):
            self.pages.keep(page)

    def _current(self, stored: Stored) -> Attribution | None:
        """The stored attribution, if it is this engine's."""
        return stored.attribution if stored.engine == engine_version() else None

    def try_(self, step: Callable[[], Result]) -> Result | None:
        """Do what reading can go on without; what stands in its way becomes a problem, told once."""
        try:
            return step()
        except StoreFailed as error:
            line = str(error)
            if line not in self._problems:
                self._problems.append(line)
            return None


def _reading(article: Article, address: str, source: str, page: Page) -> Reading:
    """The reading of a page just fetched; an article that names no address has its page's, so that notes find it."""
    return Reading(
        article=article if article.url else replace(article, url=address),
        attribution=None,
        source=source,
        address=address,
        page_sha256=sha256(page.data).hexdigest(),
        text_sha256=sha256(article.text.encode()).hexdigest(),
        fetched=page.fetched or datetime.now(UTC),
    )
