"""Finds the body of an article in its page: readability-lxml chooses, on a marked copy, which elements stay."""

from __future__ import annotations

import copy
import logging
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from lxml.etree import tostring
from readability.readability import Document, Unparseable

from reader.extract.blocks import TAKEN
from reader.extract.dom import Element, extent, is_within, own_length, text_of
from reader.extract.figures import is_figure

__all__ = ["wanted"]

_MARK = "data-reader-mark"
_KEPT_ATTRIBUTES = frozenset(["class", "id", "href", "src", _MARK])
_MOST_ELEMENTS = 40_000
_MOST_TEXT = 1_000_000
_LEAST_LINE = 40
_LEAST_PROSE = 60
_FULL_ARTICLE = 1000
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_TEXT_TAGS = frozenset(["p", "li", "blockquote", "pre", "td", "h2", "h3"])


class _Marked(Document):
    """A Document that keeps its tree: its own clean-up by regular expressions can run for minutes."""

    def get_clean_html(self) -> str:
        """The markup, which readability measures only."""
        tree: Any = self.html
        return str(tostring(tree, encoding="unicode", method="html"))


def chosen_by_readability(root: Element) -> set[Element]:
    """The elements of the tree that readability keeps; none when it finds nothing or the page is too large."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    if len(elements) > _MOST_ELEMENTS or not is_within(root, 0, _MOST_TEXT):
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
    if prose := _overlooked(root, chosen):
        chosen = prose
    elif not _has_text(chosen):
        chosen = set(_fallback(root).iter())
        caution = "no article was recognised: all paragraphs of the page are shown"
    return _Wanted(root, chosen).keep, caution


class _Wanted:
    """What readability chose, and what it dropped from the midst of that: subheads, lists, tables, posts, captions."""

    def __init__(self, root: Element, chosen: set[Element]) -> None:
        self._chosen = chosen
        self._order = {element: number for number, element in enumerate(root.iter())}
        texts = [element for element in chosen if _has_prose(element)]
        places = sorted(self._order[element] for element in texts)
        self._first, self._last = (places[0], places[-1]) if places else (0, 0)
        opening = next((element for element in texts if self._order[element] == self._first), root)
        self._article = opening if opening.tag == "article" else next(opening.iterancestors("article"), None)
        headlines = [self._order[element] for element in root.iter("h1") if self._order[element] < self._first]
        self._start = max(headlines, default=self._first)

    def keep(self, element: Element) -> bool:
        """Whether the text that stands directly in the element belongs to the article."""
        if element in self._chosen:
            return True
        place = self._order[element]
        if element.tag == TAKEN:
            return self._start <= place <= self._last or self._in_article(element)
        if is_figure(element):
            return place <= self._last and (place >= self._start or self._in_article(element))
        if place < self._first:  # between headline and body: a lead that went astray, and much that is none
            return self._start < place and self._is_lead(element)
        return place < self._last and self._plausible(element)

    def _in_article(self, element: Element) -> bool:
        return self._article is not None and self._article in element.iterancestors()

    def _is_lead(self, element: Element) -> bool:
        """Whether an element before the body is a paragraph as those of the body are."""
        if element.tag != "p" or not _has_prose(element) or not _SENTENCE_END.search(text_of(element)):
            return False
        return self._plausible(element) and next(element.iterancestors("li", "aside", "header"), None) is None

    def _plausible(self, element: Element) -> bool:
        """Whether an element in the midst of the body reads like a part of it: not mostly links, no other article."""
        if next(element.iterancestors("article"), None) is not self._article:
            return False
        return _link_share(element) < 0.5


def _has_prose(element: Element) -> bool:
    """Whether an element is a paragraph or the like, or holds as much text directly."""
    if element.tag in _TEXT_TAGS:
        return extent(text_of(element)) > _LEAST_LINE
    return own_length(element) > _LEAST_LINE


def _overlooked(root: Element, chosen: set[Element]) -> set[Element]:
    """Where most of the page's prose stands, when what was chosen holds hardly any of it; else nothing.

    The innermost element with most of the long paragraphs and items that are not mostly links.
    """
    weights: Counter[Element] = Counter()
    missed = 0
    for element in root.iter("p", "li", "td"):
        length = extent(text_of(element))
        if length < _LEAST_PROSE or _link_share(element) > 0.3 or element.find(".//p") is not None:
            continue
        missed += length if element not in chosen else 0
        for holder in element.iterancestors():
            weights[holder] += length
    found = sum(own_length(element) for element in chosen)
    if found > _FULL_ARTICLE or missed < max(4 * found, 10 * _LEAST_PROSE):
        return set()
    whole = weights[root]
    holders = (element for element, weight in weights.items() if weight > 0.7 * whole)
    return set(max(holders, key=lambda element: sum(1 for _ in element.iterancestors())).iter())


def _link_share(element: Element) -> float:
    length = len(text_of(element))
    return sum(len(text_of(link)) for link in element.iter("a")) / length if length else 0.0


def _has_text(chosen: set[Element]) -> bool:
    return any(own_length(element) for element in chosen)


def _fallback(root: Element) -> Element:
    """The one article or main element, else the whole body."""
    for tag in ("article", "main", "body"):
        found = [element for element in root.iter(tag) if text_of(element)]
        if len(found) == 1:
            return found[0]
    return root
