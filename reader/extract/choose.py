"""Chooses how to read a page: by its bytes first, then its declared type, its name, and the look of its text."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reader.errors import BadInput
from reader.extract import extract_markdown, extract_text
from reader.extract.decode import decode
from reader.extract.mail import is_mail
from reader.extract.sniff import looks_like_html, looks_like_markdown, not_a_page
from reader.model import Article, Page

if TYPE_CHECKING:
    from reader.extract.sites import SiteRules

__all__ = ["extract_page"]

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_MARKDOWN_TYPES = ("text/markdown", "text/x-markdown")
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")


def extract_page(page: Page, rules: SiteRules | None = None) -> Article:
    """See ``reader.extract.extract``; ``rules`` are those of the page's site."""
    name = page.requested or page.url or "the input"
    if what := not_a_page(page.data):
        raise BadInput(f"{name}: this is {what}, not an article: open a web page, Markdown or text")
    suffix = _suffix(page.url)
    if page.content_type in _HTML_TYPES or (suffix in _HTML_NAMES and page.content_type != "text/plain"):
        return _of_html(page, rules)
    text = decode(page.data, page.charset, markup=False)
    if page.content_type in _MARKDOWN_TYPES or suffix in _MARKDOWN_NAMES:
        return extract_markdown(text, page.url)
    if page.content_type == "text/plain" or suffix == ".txt":
        return extract_text(text, page.url)
    if page.content_type == "message/rfc822" or is_mail(text):
        return extract_text(text, page.url)
    if looks_like_html(text):
        return _of_html(page, rules)
    return (extract_markdown if looks_like_markdown(text) else extract_text)(text, page.url)


def _of_html(page: Page, rules: SiteRules | None) -> Article:
    from reader.extract.html import article_of_html

    return article_of_html(page.data, page.url, page.charset, rules)


def _suffix(url: str) -> str:
    try:
        return PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
    except ValueError:
        return ""
