"""Opening an entry: its full text from the library or its site, else what its feed says of it, labelled as that."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from msgspec.structs import replace

from reader.app.articles import Articles
from reader.app.reading import Reading
from reader.errors import BadInput, FetchFailed, NoArticle
from reader.library.connections import Connections
from reader.library.entries import Entries
from reader.library.feed_records import EntryBody, EntryRow
from reader.library.wanted import Wanted
from reader.model import Article, Block, BlockKind

__all__ = ["Opening", "Stop"]

Stop = Callable[[], bool]


class Opening:
    """Brings entries' full texts in, through the one way that every article comes by."""

    def __init__(self, articles: Articles, connections: Connections) -> None:
        self._articles = articles
        self._entries = Entries(connections)
        self.wanted = Wanted(connections)

    def open(self, key: int, stop: Stop | None = None) -> Reading:
        """The entry's article, or its feed's own text with the reason in ``Reading.summary``; see ``Feeds``."""
        row = self._entries.row(key)
        if row is None:
            raise BadInput(f"entry {key}: not there (removed in another window?): list the entries again")
        if stored := self._articles.stored_as(self.wanted.article_of(key), row.link):
            return stored
        if not row.link:
            return self._summary(row, "its feed gives no address for it")
        try:
            return self._brought(row, opened=True, stop=stop)
        except FetchFailed as error:
            if stop is not None and stop():
                raise
            self.wanted.add([key])
            return self._summary(row, f"the article could not be fetched and is queued: {error}")
        except (NoArticle, BadInput) as error:
            return self._summary(row, str(error))

    def glance(self, key: int) -> Reading | None:
        """What is here of an entry, its stored article or its feed's own text, without opening or fetching it."""
        row = self._entries.row(key)
        if row is None:
            return None
        stored = self._articles.stored_as(self.wanted.article_of(key), row.link, opened=False)
        return stored or self._summary(row, "its article is fetched when it is opened")

    def bring(self, key: int, stop: Stop | None = None) -> str:
        """Fetch one entry's full text for later; ``""``, or in a line why that failed."""
        row = self._entries.row(key)
        if row is None or row.full_text or not row.link:
            return ""
        try:
            self._brought(row, opened=False, stop=stop)
        except (FetchFailed, NoArticle, BadInput) as error:
            if stop is None or not stop():
                self.wanted.failed(key, str(error))
            return str(error)
        return ""

    def _brought(self, row: EntryRow, *, opened: bool, stop: Stop | None) -> Reading:
        """The article at the entry's link, from the library or the network; the entry then knows it."""
        reading = self._articles.open(row.link, typed=False, opened=opened, stop=stop)
        if stored := self._articles.key_of(reading.address):
            self.wanted.arrived(row.key, stored)
        return reading

    def _summary(self, row: EntryRow, why: str) -> Reading:
        """What the feed says of the entry; it is not stored as an article, so that no quotation is taken from it."""
        article = replace(_article(row, self._entries.body(row.key)), word_of_caution=f"summary: {why}")
        text = article.text.encode()
        return Reading(
            article=article,
            attribution=None,
            source=row.link or f"reader:entry/{row.key}",
            address=row.link or f"reader:entry/{row.key}",
            page_sha256=sha256(text).hexdigest(),
            text_sha256=sha256(text).hexdigest(),
            fetched=row.added,
            summary=why,
        )


def _article(row: EntryRow, body: EntryBody) -> Article:
    """The feed's own text as an article, cleaned as every page is; its title when there is none."""
    from reader.extract import extract_fragment

    longer = max(body.content, body.summary, key=len)
    try:
        article = extract_fragment(longer, row.link)
    except NoArticle:
        article = Article(row.title, blocks=(Block(BlockKind.PARAGRAPH, row.title or "(no text)"),))
    return replace(
        article,
        title=row.title,
        site=row.feed_name,
        byline=(row.author,) if row.author else (),
        published=row.published,
        language=body.language,
        url=row.link,
    )
