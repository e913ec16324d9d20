"""The bare text of a page that is too much for its parser: what stands between the tags, in linear time."""

from __future__ import annotations

import html
import re

from msgspec.structs import replace

from reader.extract.plain import article_of_text
from reader.model import Article
from reader.text import clean_line

__all__ = ["article_of_bare_text"]

_MOST = 10_000_000
_CODE = re.compile(r"<(script|style|noscript|template|svg)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|li|ul|ol|h[1-6]|tr|table|section|article|blockquote|header|footer|main|body|pre|figure|figcaption|hr)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[a-z/!?][^<>]{0,2000}>?", re.IGNORECASE)


def article_of_bare_text(source: str, url: str) -> Article:
    """The paragraphs of a page without any choice among them; raises ``NoArticle`` when there are none."""
    source = source[:_MOST]
    title = _TITLE.search(source[:100_000])
    marked = _BLOCK.sub(lambda match: "\n\n" + match.group(), _CODE.sub(" ", source))
    text = html.unescape(_TAG.sub(" ", marked))
    paragraphs = (clean_line(paragraph) for paragraph in text.split("\n\n") if paragraph and not paragraph.isspace())
    article = article_of_text("\n\n".join(filter(None, paragraphs)), url)
    return replace(article, title=clean_line(html.unescape(title[1]))) if title else article
