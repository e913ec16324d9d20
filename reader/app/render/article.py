"""An article in each of the formats of ``reader show``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from reader.app.render.facts import iso_date
from reader.app.render.html import article_html
from reader.app.render.lines import lay_out
from reader.app.render.markdown import article_markdown
from reader.model import Article

__all__ = ["FORMATS", "article_json", "article_record", "article_text"]

WIDTH = 72


def article_text(article: Article, width: int = WIDTH) -> str:
    """Plain text: the body in lines of ``width`` columns, and where the links lead."""
    return "\n".join(line.text for line in lay_out(article, width)) + "\n"


def article_json(article: Article) -> str:
    """The whole article as JSON: see ``article_record``."""
    return json.dumps(article_record(article), ensure_ascii=False, indent=2) + "\n"


def article_record(article: Article) -> dict[str, object]:
    """The fields of the Article, with ``text`` added and in each block its ``start`` in it.

    Dates are ISO 8601, without a time when they were given to the day. Spans count within their block.
    """
    import msgspec

    record: dict[str, object] = msgspec.to_builtins(article)
    record["published"] = iso_date(article.published, article.published_precision)
    record["updated"] = iso_date(article.updated, article.updated_precision)
    record["text"] = article.text
    record["blocks"] = [
        {"start": start, **msgspec.to_builtins(block)}
        for start, block in zip(article.starts, article.blocks, strict=True)
    ]
    return record


FORMATS: Mapping[str, Callable[[Article], str]] = {
    "text": article_text,
    "markdown": article_markdown,
    "json": article_json,
    "html": article_html,
}
