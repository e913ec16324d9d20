"""A passage of HTML that is all text, as a feed gives it for an entry: cleaned like a page, with nothing left out."""

from __future__ import annotations

from reader.errors import NoArticle
from reader.extract.assemble import assemble
from reader.extract.bare import article_of_bare_text
from reader.extract.blocks import Walker
from reader.extract.conventions import mark_footer
from reader.extract.dom import nested_text, parse
from reader.extract.draft import Draft, Meta, finish
from reader.extract.strip import strip_boilerplate
from reader.model import Article

__all__ = ["article_of_fragment"]

_LARGEST = 500_000
_MOST_NESTED = 10_000_000


def article_of_fragment(markup: str, url: str) -> Article:
    """See ``reader.extract.extract_fragment``."""
    if len(markup) > _LARGEST:
        return article_of_bare_text(markup, url)
    root, _cut = parse(f"<div>{markup}</div>")
    if root is None:
        raise NoArticle(f"{url or 'the entry'}: there is no text in it")
    if nested_text(root) > _MOST_NESTED:
        return article_of_bare_text(markup, url)
    strip_boilerplate(root)
    draft = Draft(Walker(url, lambda _element: True).walk(root), Meta(), url)
    assemble(draft)
    mark_footer(draft)
    if not draft.words:
        raise NoArticle(f"{url or 'the entry'}: there is no text in it")
    return finish(draft)
