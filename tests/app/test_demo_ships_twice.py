"""The demo ships twice: as a page of Markdown, and as the article that extraction makes of it."""

from __future__ import annotations

from reader.app.demo import demo_article, demo_page
from reader.extract import extract_markdown


def test_the_shipped_article_is_what_extraction_makes_of_the_shipped_page():
    assert demo_article() == extract_markdown(demo_page().data.decode()), "run python -m reader.app.demo"
