"""An HTML page into an Article: decode, parse within bounds, strip, choose the body, write its blocks down."""

from __future__ import annotations

from msgspec.structs import replace

from reader.errors import BadInput, NoArticle
from reader.extract.assemble import assemble
from reader.extract.bare import article_of_bare_text
from reader.extract.blocks import Walker
from reader.extract.body import wanted
from reader.extract.conventions import mark_footer
from reader.extract.decode import decode
from reader.extract.dom import nested_text, parse
from reader.extract.draft import Draft, finish
from reader.extract.jsonld import is_walled
from reader.extract.metadata import base_of, meta_of_page
from reader.extract.sites import SiteRules, apply_rules
from reader.extract.sniff import not_a_page
from reader.extract.strip import strip_boilerplate
from reader.model import Article

__all__ = ["article_of_html"]

_CUT = "the page is too large: only its first part is shown"
_BARE = "the page is too large or too deep for its parser: its bare text is shown"
_LITTLE = "there is little text in this page: it may need a login or a browser"
_WALLED = "this article is for subscribers: what its site shows to everybody may be a part of it"
_MOST_NESTED = 60_000_000
_FEWEST = 150
"""Characters below which a page is hardly an article."""
_NOTHING = 20
"""Characters below which it is none: the word on a button or in a menu."""


def article_of_html(data: bytes, url: str = "", charset: str | None = None, rules: SiteRules | None = None) -> Article:
    """See ``reader.extract.extract_html``; ``rules`` are those of the page's site."""
    name = url or "the page"
    if what := not_a_page(data):
        raise BadInput(f"{name}: this is {what}, not an article: open a web page, Markdown or text")
    source = decode(data, charset)
    root, cut = parse(source)
    if root is None:
        raise NoArticle(f"{name}: the page is empty")
    if nested_text(root) > _MOST_NESTED:
        return replace(article_of_bare_text(source, url), word_of_caution=_BARE)
    walled = is_walled(root)
    meta, base = meta_of_page(root, url), base_of(root, url)
    kept = apply_rules(root, rules) if rules else set()
    strip_boilerplate(root)
    if kept:
        walker, caution = Walker(base, kept.__contains__), ""
    else:
        article, caution = wanted(root, meta.description)
        walker = Walker(base, article.keep, article.among)
    draft = Draft(walker.walk(root), meta, url)
    assemble(draft)
    mark_footer(draft)
    if not draft.words and cut:
        return replace(article_of_bare_text(source, url), word_of_caution=_BARE)
    if draft.words < _NOTHING:
        raise NoArticle(f"{name}: there is no article in this page: try its address in a browser, or another page")
    little = _LITTLE if draft.words < _FEWEST else ""
    draft.word_of_caution = _CUT if cut else caution or (_WALLED if walled else little)
    return finish(draft)
