"""All of a page's text, nothing chosen: for what a person wrote, in which nothing is furniture."""

from __future__ import annotations

from collections.abc import Callable

from reader.extract import extract_fragment, extract_within
from reader.extract.decode import decode
from reader.extract.sniff import looks_like_html
from reader.model import Article, Page

__all__ = ["whole_of_page"]

_MARKUP = ("", "text/html", "application/xhtml+xml")


def whole_of_page(page: Page, stop: Callable[[], bool] | None) -> Article:
    """See ``reader.extract.extract_whole``."""
    if page.content_type in _MARKUP:
        text = decode(page.data, page.charset or None)
        if looks_like_html(text):
            return extract_fragment(text, page.url)
    return extract_within(page, stop=stop)
