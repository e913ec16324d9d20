"""A feed as an article to read or print: its entries in their order, each with its date, author, words and link."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

from reader.app.reading import Reading
from reader.app.render.facts import shown_date
from reader.errors import BadInput
from reader.feeds import parse
from reader.model import Article, Block, BlockKind, Entry, Feed, Link, LinkKind, Page, Precision, Span, SpanKind
from reader.plain import plain_text
from reader.text import counted

__all__ = ["article_of_feed", "feed_in", "reading_of_feed"]

_MOST_WORDS = 600
"""Characters of an entry's text that are shown."""
_FEEDS = ("an RSS feed", "an Atom feed")


def feed_in(page: Page) -> Feed | None:
    """The feed that came where an article was asked for, None when it is no feed; ``BadInput`` for a broken one."""
    from reader.extract.sniff import not_a_page

    kind = not_a_page(page.data)
    if kind not in _FEEDS and not (kind == "JSON data" and b"jsonfeed.org" in page.data[:100_000]):
        return None
    return parse(page.data, page.url, f"{page.content_type}; charset={page.charset}" if page.charset else None)


def reading_of_feed(page: Page, source: str) -> Reading | None:
    """The feed on a page as a reading that is not stored, None when the page is no feed that can be read."""
    try:
        feed = feed_in(page)
    except BadInput:
        return None
    if feed is None:
        return None
    article = article_of_feed(feed)
    return Reading(
        article=article,
        attribution=None,
        source=source,
        address=page.url or source,
        page_sha256=sha256(page.data).hexdigest(),
        text_sha256=sha256(article.text.encode()).hexdigest(),
        fetched=page.fetched or datetime.now(UTC),
        summary="a feed: `reader add` follows it",
        is_feed=True,
    )


def article_of_feed(feed: Feed) -> Article:
    """What the feed says; its entries are headings with their links, and under each the beginning of its words."""
    blocks: list[Block] = [Block(BlockKind.PARAGRAPH, feed.subtitle)] if feed.subtitle else []
    links: list[Link] = []
    for entry in feed.entries:
        title = entry.title or "(no title)"
        spans = (Span(0, len(title), SpanKind.LINK, entry.link),) if entry.link else ()
        if entry.link:
            links.append(Link(LinkKind.READ_MORE, title, entry.link, len(blocks)))
        blocks.append(Block(BlockKind.HEADING, title, spans, level=2))
        blocks += [Block(BlockKind.PARAGRAPH, text) for text in (_facts(entry), _words(entry)) if text]
    counts = counted(len(feed.entries), "entry") if len(feed.entries) == 1 else f"{len(feed.entries):,} entries"
    caution = " · ".join(part for part in (f"a feed of {counts}", feed.word_of_caution) if part)
    return Article(
        title=feed.title or feed.url or "A feed without a title",
        blocks=tuple(blocks),
        links=tuple(links),
        url=feed.url,
        byline=(feed.author,) if feed.author else (),
        published=feed.updated,
        language=feed.language,
        word_of_caution=caution,
    )


def _facts(entry: Entry) -> str:
    moment = entry.published or entry.updated
    date = shown_date(moment, Precision.SECOND) if moment else ""
    files = [file.url for file in entry.enclosures[:3]]
    return " · ".join(part for part in (date, entry.author, *files) if part)


def _words(entry: Entry) -> str:
    text = plain_text(entry.summary or entry.content)
    if text.removesuffix("…") in entry.title:
        return ""
    return text if len(text) <= _MOST_WORDS else text[: _MOST_WORDS - 1].rstrip() + "…"
