"""Figures: their captions and credits, whatever element the page makes them of."""

from __future__ import annotations

import re

from reader.extract.conventions import split_credit
from reader.extract.dom import Element, is_within, names, text_of
from reader.extract.draft import Piece
from reader.extract.inline import Inline
from reader.extract.links import absolute
from reader.model import Block, BlockKind
from reader.text import clean_line

__all__ = ["figure_pieces", "is_figure", "is_lone_caption"]

_CAPTION = re.compile(r"caption|(?:^|[\s_-])(?:legend|bildunterschrift|bildtext|cutline)(?:$|[\s_-])", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:^|[\s_-]|(?<=[a-z]))(?:credits?|copyright|photographer|attribution|source|bildquelle|photo-?by|rights?-?holder|courtesy|agency)"
    r"(?:$|[\s_-]|(?=[A-Z]))|credit",
    re.IGNORECASE,
)
_CAPTIONED_BOX = re.compile(
    r"(?:^|[\s_-])(?:wp-caption|image-?with-?caption|captioned-?image)(?:$|[\s_])", re.IGNORECASE
)
_CAPTION_TAGS = names("div span p small em dd li section")
_LONGEST = 1500
_SHORTEST = 8


def is_figure(element: Element) -> bool:
    """Whether an element is a picture with its caption: ``figure``, or a box that says so in its class."""
    if element.tag == "figure":
        return element.find(".//table") is None and element.find(".//pre") is None and not _is_quotation(element)
    if element.tag in ("div", "span", "dl", "aside", "section") and _CAPTIONED_BOX.search(element.get("class") or ""):
        return element.find(".//img") is not None
    return is_lone_caption(element)


def is_lone_caption(element: Element) -> bool:
    """Whether an element outside any figure is named for a caption and short enough to be one."""
    if element.tag not in _CAPTION_TAGS or not _says(element, _CAPTION) or element.find(".//figure") is not None:
        return False
    return is_within(element, _SHORTEST, _LONGEST // 2) and sum(1 for _ in element.iter("p", "img", "li")) <= 3


def _is_quotation(figure: Element) -> bool:
    return figure.find(".//blockquote") is not None and figure.find(".//img") is None


def figure_pieces(figure: Element, base: str) -> list[Piece]:
    """The caption as a figure block and the credit after it; nothing for a picture without words."""
    caption = _caption_of(figure)
    if caption is None:
        return []
    named = [element for element in caption.iterdescendants() if _says(element, _CREDIT) and text_of(element)]
    if not named:
        named = [
            element
            for element in figure.iterdescendants()
            if _says(element, _CREDIT) and text_of(element) and element is not caption and caption not in element.iter()
        ]
    outer = [element for element in named if not any(ancestor in named for ancestor in element.iterancestors())]
    credit = clean_line(" ".join(dict.fromkeys(text_of(element) for element in outer)))
    words = clean_line(" ".join(_words(caption, set(outer)).split()))
    if not credit:
        words, credit = split_credit(words)
    if words == credit:
        words = ""
    return _pieces(words, credit, _image_of(figure, base))


def _pieces(words: str, credit: str, image: str) -> list[Piece]:
    if len(words) > _LONGEST:
        return []
    pieces = []
    line = Inline()
    line.add(words)
    if made := line.block(BlockKind.FIGURE, source=image):
        pieces.append(Piece(*made))
    credit = credit.strip(" ()[]|/")
    if credit and len(credit) < 300:
        pieces.append(Piece(Block(BlockKind.CREDIT, clean_line(credit))))
    return pieces


def _says(element: Element, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}"))


def _caption_of(figure: Element) -> Element | None:
    """The element with the caption's words, the first that has any."""
    if is_lone_caption(figure):
        return figure
    for element in figure.iter("figcaption"):
        if text_of(element):
            return element
    for element in figure.iterdescendants():
        if isinstance(element.tag, str) and _says(element, _CAPTION) and text_of(element):
            return element
    return None


def _words(element: Element, without: set[Element]) -> str:
    """The text of an element but for some of its descendants."""
    if element in without or element.tag in ("button", "script", "style", "noscript", "svg"):
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += (_words(child, without), child.tail or "")
    return " ".join(parts) if element.tag in ("p", "div", "figcaption", "span") else "".join(parts)


def _image_of(figure: Element, base: str) -> str:
    image = figure.find(".//img")
    if image is None:
        return ""
    return absolute(image.get("src") or image.get("data-src"), base)
