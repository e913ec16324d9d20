"""Takes out of a page what is no part of the article: navigation, boxes, tags, comments, players."""

from __future__ import annotations

import re
from collections import Counter

from reader.extract.blocks import TAKEN
from reader.extract.cards import is_card
from reader.extract.conventions import folded
from reader.extract.dom import Element, link_share, names, own_length, text_of
from reader.extract.figures import has_picture, is_lone_caption
from reader.extract.headline import headline_of
from reader.extract.links import related_kind
from reader.extract.tables import is_data_table
from reader.extract.taken import take_announced, take_card, take_links
from reader.extract.vocabulary import JUNK, MEDIA, META, RELATED, SLIDES, TAGS, WALL, name_parts
from reader.model import LinkKind

__all__ = ["strip_boilerplate"]

_GONE = names(
    "iframe object embed video audio canvas map button input select textarea optgroup nav dialog menu link base "
    "applet frame frameset noframes amp-ad amp-embed amp-sidebar amp-consent amp-social-share"
)
_NEVER_BY_NAME = names("p h1 figure figcaption img amp-img picture a em strong b i pre code blockquote")
_HEADINGS = names("h1 h2 h3 h4 h5 h6")
_CELLS = names("tr td th tbody")
_BOXES = names("div section aside ul ol li nav footer p")
_SUSPECT = frozenset(["aside", "form", "footer", "fieldset"])
_ROLES = names(
    "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist complementary button"
)
_WORDLESS = names("a script style noscript template head title option select textarea button")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_MAIN_SHARE = 0.3
_META_LENGTH = 250
_LEAST_PROSE = 60
_LEAST_CAPTION = 12
_MOST_LINKED = 0.5
_FEWEST_CONTENTS = 3
_FORMULA = "mjx-container"
"""MathJax's, whose class is that of its menu."""
_NAMING = ("data-component", "data-testid")
"""Attributes that name a box where its classes are made by a machine."""
_LONGEST_MARK = 4
_ASKED_WITHIN = 1500
_ASKS = re.compile(
    r"subscri|sign (?:in|up)|log ?in|regist|members?\b|abonn|inscri|suscri|iscri|anmeld|abbon|zaloguj|"
    r"подпис|会員|ログイン",
    re.IGNORECASE,
)


def strip_boilerplate(root: Element) -> None:
    """Remove boilerplate from the tree in place; related links stay as an element that the walk understands.

    Nothing goes that holds a good part of the page's text outside links, whatever it calls itself.
    """
    indispensable = _indispensable(root)
    cells = _cells_of_data(root)
    for element in list(root.iter()):
        if element is root or element.tag in ("html", "head", "body", TAKEN) or not isinstance(element.tag, str):
            continue
        if not _attached(element, root):
            continue
        if element not in indispensable and element.tag != _FORMULA:
            _judge(element, "" if element in cells else _name_of(element))


def _attached(element: Element, root: Element) -> bool:
    """Whether an element is still in the tree and not in a box that was taken out."""
    top = element
    for ancestor in element.iterancestors():
        if ancestor.tag == TAKEN:
            return False
        top = ancestor
    return top is root


def _judge(element: Element, name: str) -> None:
    if element.tag in _BOXES and TAGS.search(name):
        take_links(element, LinkKind.TAG)
    elif _is_related(element, name):
        take_links(element, related_kind(text_of(element)) or LinkKind.RELATED)
    elif is_card(element):
        take_card(element)
    elif _is_junk(element, name) and not (element.tag not in _GONE and take_announced(element)):
        element.drop_tree()


def _name_of(element: Element) -> str:
    said = " ".join(filter(None, (element.get("class"), *map(element.get, _NAMING))))
    return name_parts(f"{said} {_own_id(element)}")


def _own_id(element: Element) -> str:
    """The id of an element, unless it is only made of the words of its heading, as for links to a section."""
    given = element.get("id") or ""
    if "-" not in given and "_" not in given:
        return given
    heading = element if element.tag in _HEADINGS else next(element.iter(*_HEADINGS), None)
    return "" if heading is not None and folded(text_of(heading)).startswith(folded(given)) else given


def _is_related(element: Element, name: str) -> bool:
    """Whether a box is named for related articles; one that has words but no link unfolds the text."""
    if element.tag in ("p", "figure", "figcaption", "h1", "article") or not RELATED.search(name):
        return False
    return element.find(".//a") is not None or len(text_of(element)) < _LEAST_PROSE


def _is_contents(element: Element) -> bool:
    """Whether a list is the page's table of contents: each item begins with a link to a place on the page."""
    if element.tag not in ("ul", "ol"):
        return False
    links = [next(item.iter("a"), None) for item in element.iterchildren("li")]
    return len(links) >= _FEWEST_CONTENTS and all(
        link is not None and (link.get("href") or "").startswith("#") and len(text_of(link)) > _LONGEST_MARK
        for link in links
    )


def _is_junk(element: Element, name: str) -> bool:
    tag = element.tag
    if (
        tag in _GONE
        or _is_contents(element)
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "")
    ):
        return True
    role = element.get("role", "").lower()
    if role == "button" and has_picture(element):  # one that shows the picture larger
        return False
    if role in _ROLES or tag in _SUSPECT:
        return not (_is_illustration(element) or (tag in _SUSPECT and _belongs(element)))
    if tag in _NEVER_BY_NAME or _within_figure(element):
        return False
    if MEDIA.search(name):
        return not _holds_post(element)
    if SLIDES.search(name):
        return not _is_illustration(element)
    if WALL.search(name) and _ASKS.search(text_of(element)[:_ASKED_WITHIN]):
        return True
    if JUNK.search(name):
        return True
    if tag in _HEADINGS:
        return False
    return bool(META.search(name)) and len(text_of(element)) < _META_LENGTH and element.find(".//p") is None


def _cells_of_data(root: Element) -> set[Element]:
    """The rows and cells of tables of data, whose names say what is in them (``player``, ``rating``)."""
    tables = (table for table in root.iter("table") if is_data_table(table))
    return {part for table in tables for part in table.iter(*_CELLS)}


def _belongs(element: Element) -> bool:
    """Whether a footer or the like is that of a quotation or a picture."""
    parent = element.getparent()
    return parent is not None and parent.tag in ("blockquote", "figure")


def _holds_post(element: Element) -> bool:
    return element.find(".//blockquote") is not None and link_share(element) < _MOST_LINKED


def _is_illustration(element: Element) -> bool:
    """Whether a box holds captioned pictures, or a post of somebody's, and few links."""
    if _holds_post(element):
        return True
    captions = [
        inner
        for inner in element.iter()
        if isinstance(inner.tag, str) and (inner.tag == "figcaption" or is_lone_caption(inner))
    ]
    if not captions or not has_picture(element) or next(captions[0].iterancestors("a"), None) is not None:
        return False
    words = sum(len(text_of(caption)) for caption in captions)
    return words > _LEAST_CAPTION and link_share(element) < _MOST_LINKED


def _within_figure(element: Element) -> bool:
    return any(ancestor.tag in ("figure", "figcaption") for ancestor in element.iterancestors())


def _indispensable(root: Element) -> set[Element]:
    """The elements that hold a good part of the page's paragraphs, of all its text outside links, or its headline."""
    words: Counter[Element] = Counter()
    paragraphs: Counter[Element] = Counter()
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in _WORDLESS:
            continue
        length = own_length(element)
        prose = len(text_of(element)) if element.tag == "p" else 0
        if length or prose:
            for holder in (element, *element.iterancestors()):
                words[holder] += length
                paragraphs[holder] += prose
    headline = headline_of(root)
    around = {headline, *headline.iterancestors()} if headline is not None else set()
    return around | {
        element
        for weights in (words, paragraphs)
        for element, weight in weights.items()
        if weight > _MAIN_SHARE * max(weights[root], 1)
    }
