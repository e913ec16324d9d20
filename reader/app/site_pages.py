"""Reading by the rules of a site: a better page in place of the one that was opened, and the pages that follow."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from reader.errors import BadInput, FetchFailed, NoArticle
from reader.model import Article, Page

if TYPE_CHECKING:
    from reader.extract.sites import SiteRules

__all__ = ["MOST_PAGES", "read_by_rules"]

MOST_PAGES = 20
"""Pages of one article that are read."""
_DEADLINES = 5
"""How many times the deadline of one fetch all of them together may take."""

Stop = Callable[[], bool]
Fetch = Callable[[str, float], Page]
"""The page at an address that another page names, within so many seconds."""


def read_by_rules(page: Page, rules: SiteRules | None, fetch: Fetch, deadline: float, stop: Stop | None) -> Article:
    """The article of a page as the rules of its site, if there are any, say to read it.

    A further page that cannot be had leaves the article as far as it goes, with a word of caution. Raises as
    ``reader.extract.extract_within`` does, and ``FetchFailed`` once ``stop()`` is true.
    """
    from reader.extract import extract_within

    if rules is None or not rules.lead_on:
        return extract_within(page, stop=stop, rules=rules)
    return _Follower(rules, fetch, deadline, stop).read(page)


class _Follower:
    """One article being followed over its pages; ``_missing`` is the first thing that could not be had."""

    def __init__(self, rules: SiteRules, fetch: Fetch, deadline: float, stop: Stop | None) -> None:
        self._rules = rules
        self._fetch = fetch
        self._deadline = deadline
        self._end = time.monotonic() + _DEADLINES * deadline
        self._stop = stop
        self._missing = ""

    def read(self, page: Page) -> Article:
        """The whole article."""
        from reader.extract.leads import joined, leads_of

        first, leads = self._article(page), leads_of(page, self._rules)
        for address in leads.instead:
            if found := self._had(address):
                first, leads = _in_place_of(first, found[0]), leads_of(found[1], self._rules)
                self._missing = ""
                break
        more: list[Article] = []
        seen = {page.url}
        while leads.following and leads.following not in seen:
            if len(more) + 1 == MOST_PAGES:
                self._missing = f"the article goes on: only its first {MOST_PAGES} pages are shown"
                break
            seen.add(leads.following)
            found = self._had(leads.following)
            if found is None:
                break
            more.append(found[0])
            leads = leads_of(found[1], self._rules)
        article = joined(first, more)
        return replace(article, word_of_caution=self._missing or article.word_of_caution)

    def _article(self, page: Page) -> Article:
        from reader.extract import extract_within

        return extract_within(page, stop=self._stop, rules=self._rules)

    def _had(self, address: str) -> tuple[Article, Page] | None:
        """A further page and its article; None when there is none to be had, and why becomes ``_missing``."""
        try:
            left = self._end - time.monotonic()
            if left <= 0:
                raise FetchFailed(f"{address}: the pages before it took too long")
            page = self._fetch(address, min(self._deadline, left))
            if not self._rules.covers(page.url):
                raise FetchFailed(f"{address}: leads to another site")
            return self._article(page), page
        except (FetchFailed, NoArticle, BadInput) as error:
            if self._stop is not None and self._stop():
                raise
            self._missing = self._missing or f"a page of this article is missing: {error}"
            return None


def _in_place_of(opened: Article, better: Article) -> Article:
    """The better page's body with what the opened page says of the article, and the other way where it is silent."""
    said = {name: value for name, value in asdict(opened).items() if name in _SAID and value}
    for date in ("published", "updated"):
        if date in said:
            said[f"{date}_precision"] = getattr(opened, f"{date}_precision")
    return replace(better, **said)


_SAID = (
    "title",
    "url",
    "canonical_url",
    "site",
    "byline",
    "published",
    "updated",
    "language",
    "description",
    "lead_image",
)
