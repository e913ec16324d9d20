"""What a feed says, from an address, a file or standard input; nothing is stored."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.app import addresses
from reader.app.feeds.finding import Preview
from reader.errors import BadInput
from reader.feeds import parse
from reader.feeds.discovery.page import feeds_of_page
from reader.model import Page

__all__ = ["look"]

_MOST_NAMED = 3
_PATH = re.compile(r"(?:\.{0,2}/|~|file:).*|[^/:@]+\.(?:xml|rss|atom|json|html?)", re.DOTALL | re.IGNORECASE)
"""What can only be meant for a file, so that one that is missing is not looked for on the web."""


def look(source: str, find: Callable[[str], Preview]) -> Preview:
    """The feed in a file or on standard input (``-``), else what ``find`` finds at an address.

    BadInput, one line, for what is none; for a web page it names the feeds that the page does.
    """
    from reader.fetch import open_page

    if not addresses.is_local(source) and not _PATH.fullmatch(source):
        return find(source)
    page = open_page(source)  # which says what is wrong when there is no such file
    try:
        return Preview("", parse(page.data, page.url, page.content_type))
    except BadInput as error:
        raise BadInput(f"{error}{_named(page)}") from error


def _named(page: Page) -> str:
    urls = [one.url for one in feeds_of_page(page.data, page.url)[:_MOST_NAMED]]
    return f": it names {', '.join(urls)}" if urls else ""
