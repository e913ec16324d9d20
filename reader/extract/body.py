"""Finds the body of an article in its page: readability-lxml chooses, on a marked copy, which elements stay."""

from __future__ import annotations

import copy
import logging
from collections import Counter
from typing import Any

from lxml.etree import tostring
from readability.readability import Document, Unparseable

from reader.extract.blocks import TAKEN
from reader.extract.dom import Element, extent, link_share, nested_links, nested_text, own_extent, own_length, text_of
from reader.extract.range import Range

__all__ = ["wanted"]

_MARK = "data-reader-mark"
_KEPT_ATTRIBUTES = frozenset(["class", "id", "href", "src", _MARK])
_NO_PROSE = frozenset(["script", "style", "noscript", "template", "title", "h1", "h2", "h3"])
_LEAST_LINE = 40
_MOST_ELEMENTS = 40_000
_MOST_NESTED = 10_000_000
_MOST_LINKED = 5_000_000
_LEAST_PROSE = 60
_FULL_ARTICLE = 1000


class _Marked(Document):
    """A Document that keeps its tree: its own clean-up by regular expressions can run for minutes."""

    def get_clean_html(self) -> str:
        """The markup, which readability measures only."""
        tree: Any = self.html
        return str(tostring(tree, encoding="unicode", method="html"))


def chosen_by_readability(root: Element) -> set[Element]:
    """The elements of the tree that readability keeps; none when it finds nothing or the page is too large."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    if len(elements) > _MOST_ELEMENTS or nested_text(root) > _MOST_NESTED or nested_links(root) > _MOST_LINKED:
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


def wanted(root: Element, description: str = "") -> tuple[Range, str]:
    """The range of the article in its page, and a word of caution when that had to be guessed.

    ``description`` is the page's own of the article: a line above the body that says the same is its lead.
    """
    chosen = chosen_by_readability(root)
    caution = ""
    if prose := _overlooked(root, chosen):
        chosen = prose
    elif not _has_text(chosen):
        chosen = set(_fallback(root).iter())
        caution = "no article was recognised: all paragraphs of the page are shown"
    return Range(root, chosen, description), caution


def _overlooked(root: Element, chosen: set[Element]) -> set[Element]:
    """Where most of the page's prose stands, when what was chosen holds hardly any of it; else nothing.

    The innermost element with most of the long paragraphs and items that are not mostly links.
    """
    weights: Counter[Element] = Counter()
    missed = 0
    for element in root.iter("p", "li", "td"):
        length = extent(text_of(element))
        if length < _LEAST_PROSE or link_share(element) > 0.3 or element.find(".//p") is not None:
            continue
        if next(element.iterancestors("a"), None) is not None:
            continue
        missed += length if element not in chosen else 0
        for holder in element.iterancestors():
            weights[holder] += length
    lengths = (own_extent(element) for element in chosen if element.tag not in _NO_PROSE)
    found = sum(length for length in lengths if length >= _LEAST_LINE)
    if found > _FULL_ARTICLE or missed < max(4 * found, 5 * _LEAST_PROSE):
        return set()
    whole = weights[root]
    holders = (element for element, weight in weights.items() if weight > 0.7 * whole)
    return set(max(holders, key=lambda element: sum(1 for _ in element.iterancestors())).iter())


def _has_text(chosen: set[Element]) -> bool:
    return any(own_length(element) for element in chosen)


def _fallback(root: Element) -> Element:
    """The one article or main element, else the whole body."""
    for tag in ("article", "main", "body"):
        found = [element for element in root.iter(tag) if text_of(element)]
        if len(found) == 1:
            return found[0]
    return root
