"""The feeds that a web page names: in its head (RSS Autodiscovery, the HTML standard's ``alternate``), and in links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from reader.extract.decode import decode
from reader.extract.dom import Element, parse, text_of
from reader.extract.metadata import base_of
from reader.feeds.decode import http_charset
from reader.feeds.discovery.candidate import Candidate, each_once
from reader.feeds.places import address, host_of
from reader.feeds.strings import line

__all__ = ["feeds_of_page"]

_TYPES = re.compile(
    r"application/(?:rss|atom|rdf|feed)\+(?:xml|json)|application/x-rss\+xml|text/(?:rss|atom)(?:\+xml)?"
)
_MAYBE = re.compile(r"application/(?:xml|json)|text/xml")
_LIKE_A_FEED = re.compile(
    r"\b(?:rss|atom|feeds?|rdf)\b|\.(?:rss|atom|rdf)$|(?:index|feed|rss|atom)\.(?:xml|json)$", re.IGNORECASE
)
_NOT_A_FEED = re.compile(r"oembed|wp-json|/amp\b|manifest|feedback|feedly\.com|subscribe", re.IGNORECASE)
_OF_COMMENTS = re.compile(r"\bcomments?\b|\bkommentare?\b|\bcommentaires\b|\bcomentarios\b", re.IGNORECASE)
_MOST_LINKS = 5_000
_LONGEST_TITLE = 200


def feeds_of_page(data: bytes, url: str, content_type: str = "") -> list[Candidate]:
    """The feeds of a page, those that its head names first, those of comments last; none for what is no page."""
    root, _cut = parse(decode(data, http_charset(content_type) or None))
    if root is None:
        return []
    base = base_of(root, url)
    found = each_once([*_declared(root, base), *_linked(root, base)])
    return sorted(found, key=lambda one: bool(_OF_COMMENTS.search(f"{one.title} {one.url}")))


def _declared(root: Element, base: str) -> Iterator[Candidate]:
    """What ``link`` elements name: ``rel="alternate"`` of a feed's type, or ``rel="feed"``."""
    for link in root.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        where = address(link.get("href"), base)
        if not where or "stylesheet" in relations:
            continue
        sure = bool(_TYPES.fullmatch(kind)) and "alternate" in relations
        maybe = bool(_MAYBE.fullmatch(kind)) and "alternate" in relations and not _NOT_A_FEED.search(where)
        if sure or maybe or "feed" in relations:
            yield Candidate(where, line(link.get("title"), _LONGEST_TITLE), "named by the page")


def _linked(root: Element, base: str) -> Iterator[Candidate]:
    """What links in the page's body look like feeds, those of its own site first."""
    own: list[Candidate] = []
    others: list[Candidate] = []
    for number, link in enumerate(root.iter("a")):
        if number >= _MOST_LINKS:
            break
        where = address(link.get("href"), base)
        if where and _is_like_a_feed(where, link):
            title = line(text_of(link), _LONGEST_TITLE) or line(link.get("title"), _LONGEST_TITLE)
            (own if host_of(where) == host_of(base) else others).append(Candidate(where, title, "a link in the page"))
    yield from own
    yield from others


def _is_like_a_feed(where: str, link: Element) -> bool:
    if _NOT_A_FEED.search(where):
        return False
    kind = (link.get("type") or "").partition(";")[0].strip().lower()
    parts = urlsplit(where)
    return bool(
        _TYPES.fullmatch(kind) or _LIKE_A_FEED.search(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    )
