"""One page to its article and who said what in it: what a worker process does."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, time
from hashlib import sha256
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread

from msgspec.structs import replace

from reader.app.ingest.items import Item
from reader.app.reading import prose
from reader.app.site_pages import read_by_rules
from reader.attribution import attribute
from reader.errors import BadInput, FetchFailed, NoArticle, StoreFailed
from reader.extract import extract_within, site_rules
from reader.fetch import fetch, read_file
from reader.library import PageStore
from reader.model import Article, Attribution, Page, Precision

__all__ = ["Taken", "Tools", "end_with_parent", "take"]


@dataclass(frozen=True)
class Tools:
    """Where raw pages and site rules are, and how fetching is bounded."""

    kept: Path
    cached: Path
    sites: Path
    deadline: float
    allow: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taken:
    """What became of an item: an article with its attribution and hashes, or (``problem``) why there is none."""

    item: Item
    address: str = ""
    article: Article | None = None
    attribution: Attribution | None = None
    page_sha256: str = ""
    text_sha256: str = ""
    fetched: datetime | None = None
    problem: str = ""


def end_with_parent() -> None:
    """End this process when the one that began it ends in any way, so that none is left behind."""
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def take(item: Item, tools: Tools) -> Taken:
    """Read one page: the article is cleaned, attributed, and its bytes are in the page store."""
    if item.problem:
        return Taken(item, problem=item.problem)
    try:
        page = _page(item, tools)
        article = _with_facts(_article(page, item, tools), item)
        PageStore(tools.kept, tools.cached).put(page)
    except (BadInput, FetchFailed, NoArticle, StoreFailed) as error:
        return Taken(item, problem=str(error))
    article = article if article.url else replace(article, url=item.address)
    return Taken(
        item,
        item.address,
        article,
        attribute(prose(article), article.language or None),
        sha256(page.data).hexdigest(),
        sha256(article.text.encode()).hexdigest(),
        page.fetched or datetime.now(UTC),
    )


def _page(item: Item, tools: Tools) -> Page:
    if item.data:
        return Page(item.facts.url or item.address, item.data, content_type=item.content_type, fetched=item.fetched)
    if item.path:
        page = read_file(item.path)
        return replace(page, url=item.facts.url or page.url, fetched=item.fetched)
    return fetch(item.address, deadline=tools.deadline, typed=item.typed, allow=tools.allow)


def _article(page: Page, item: Item, tools: Tools) -> Article:
    """The page's article by the rules for its site; only one that was fetched is followed further."""
    rules = site_rules(tools.sites, page.url)
    if item.data or item.path:
        return extract_within(page, rules=rules)

    def further(address: str, seconds: float) -> Page:
        return fetch(address, deadline=seconds, typed=False, allow=tools.allow)

    return read_by_rules(page, rules, further, tools.deadline, None)


def _with_facts(article: Article, item: Item) -> Article:
    """The article as the person says: their title, address and day go over the page's."""
    facts = item.facts
    changes: dict[str, object] = {}
    if facts.title:
        changes["title"] = facts.title
    if facts.url:
        changes["url"] = facts.url
    if facts.day:
        changes["published"] = datetime.combine(facts.day, time(), UTC)
        changes["published_precision"] = Precision.DAY
    return replace(article, **changes)
