"""Finds the body of an article in its page: readability-lxml chooses, on a marked copy, which elements stay."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable
from typing import Any

from lxml.etree import tostring
from readability.readability import Document, Unparseable

from reader.extract.blocks import TAKEN
from reader.extract.dom import Element, text_of

__all__ = ["wanted"]

_MARK = "data-reader-mark"
_KEPT_ATTRIBUTES = frozenset(["class", "id", "href", "src", _MARK])
_MOST_ELEMENTS = 40_000
_TEXT_TAGS = frozenset(["p", "li", "blockquote", "pre", "td", "div", "section", "article", "h2", "h3"])


class _Marked(Document):
    """A Document that keeps its tree: its own clean-up by regular expressions can run for minutes."""

    def get_clean_html(self) -> str:
        """The markup, which readability measures only."""
        tree: Any = self.html
        return str(tostring(tree, encoding="unicode", method="html"))


def chosen_by_readability(root: Element) -> set[Element]:
    """The elements of the tree that readability keeps; none when it finds nothing or the page is too large."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    if len(elements) > _MOST_ELEMENTS:
        return set()
    for number, element in enumerate(elements):
        element.set(_MARK, str(number))
    document = copy.deepcopy(root)
    for element in elements:
        del element.attrib[_MARK]
    for element in list(document.iter()):
        if element.tag == TAKEN:
            element.drop_tree()
            continue
        for name in element.attrib:
            if name not in _KEPT_ATTRIBUTES:
                del element.attrib[name]
    return {elements[number] for number in _summary_marks(document)}


def _summary_marks(document: Element) -> set[int]:
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    make: Any = _Marked  # readability ships no types
    reader = make(document)
    try:
        reader.summary(html_partial=True)
    except Unparseable:
        return set()
    return {int(mark) for element in reader.html.iter() if (mark := element.get(_MARK))}


def wanted(root: Element) -> tuple[Callable[[Element], bool], str]:
    """Which elements' text belongs to the article, and a word of caution when that had to be guessed."""
    chosen = chosen_by_readability(root)
    caution = ""
    if not _has_text(chosen):
        chosen = set(_fallback(root).iter())
        caution = "no article was recognised: all paragraphs of the page are shown"
    order = {element: number for number, element in enumerate(root.iter())}
    paragraphs = [order[element] for element in chosen if element.tag in _TEXT_TAGS and len(text_of(element)) > 40]
    first, last = min(paragraphs, default=0), max(paragraphs, default=0)
    start = _start(root, order, first)
    home = _article_around(order, first)

    def keep(element: Element) -> bool:
        if element in chosen:
            return True
        if element.tag in ("figure", TAKEN) and start <= order[element] <= last:
            return True
        return element.tag == TAKEN and home is not None and home in element.iterancestors()

    return keep, caution


def _start(root: Element, order: dict[Element, int], first: int) -> int:
    """Where the article's own header begins: its headline, when that stands before the body."""
    headlines = [order[element] for element in root.iter("h1") if order[element] < first]
    return max(headlines, default=first)


def _article_around(order: dict[Element, int], first: int) -> Element | None:
    """The ``article`` element that the body's first paragraph stands in."""
    paragraph = next(element for element, number in order.items() if number == first)
    return next(paragraph.iterancestors("article"), None)


def _has_text(chosen: set[Element]) -> bool:
    return any(len(text_of(element)) > 25 for element in chosen if element.tag in _TEXT_TAGS)


def _fallback(root: Element) -> Element:
    """The one article or main element, else the whole body."""
    for tag in ("article", "main", "body"):
        found = [element for element in root.iter(tag) if text_of(element)]
        if len(found) == 1:
            return found[0]
    return root
