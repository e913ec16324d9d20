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

__all__ = ["figure_pieces", "has_picture", "is_captioned_picture", "is_figure", "is_lone_caption", "is_quotation"]

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CAPTION = re.compile(
    r"caption|(?:^|[\s_-])(?:legende?|cutline|didascalia|leyenda|pie-?(?:de-)?foto|(?:image|photo|picture|media|img|pic)-?"
    r"(?:text|legend|desc\w*|info|sub-?title(?:-text)?)|(?:slide|carousel|gallery)(?:-\w+){0,2}-description|(?:bild|foto)-?(?:text|zeile|unterschrift|legende|onderschrift))"
    r"(?:$|[\s_-])|bildunterschrift|bildtext",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:^|[\s_-]|(?<=[a-z]))(?:credits?|copyright|photographer|attribution|source|bildquelle|photo-?by|rights?-?holder|"
    r"courtesy|agency|rights|bildrechte)(?:$|[\s_-]|(?=[A-Z]))|credit",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    r"(?:^|[\s_-])(?:sr-?only|visually-?hidden|screen-?reader(?:-?\w+)?|a11y-?hidden)(?:$|[\s_-])", re.IGNORECASE
)
_SAYS_CREDIT = re.compile(
    r"\s*(?:(?:image|photo|picture)s? (?:source|credit|copyright|by)|credit)\s*(?:[,:]|\.{2,}|…)\s*(?P<credit>\S.*)",
    re.IGNORECASE,
)
_CAPTIONED_BOX = re.compile(
    r"(?:^|[\s_-])(?:wp-caption|image-?with-?caption|captioned-?image)(?:$|[\s_])", re.IGNORECASE
)
_CAPTION_TAGS = names("div span p small em dd li section figcaption amp-fit-text")
_PICTURES = names("img amp-img picture")
_NEW_FORMATS = ("image/webp", "image/avif", "image/jxl")
_STAND_IN = re.compile(r"^data:|placeholder|transparent|blank\.|spacer|1x1|lazy-?load", re.IGNORECASE)
_CANDIDATE = re.compile(r"([^\s,][^\s]*[^\s,])(?:\s+(\d{1,6}(?:\.\d{1,3})?)[wx])?(?=\s*(?:,|$))")
_LONGEST = 1500
_LONGEST_CREDIT = 100
_SHORTEST = 8
_FEWEST_WORDS = 5
_LONGEST_UNNAMED = 300
_LEAST_WIDTH = 150


def is_figure(element: Element) -> bool:
    """Whether an element is a picture with its caption: ``figure``, or a box that says so or is plainly one."""
    if element.tag == "figure":
        return not _holds_more(element) and not is_quotation(element)
    if element.tag in ("div", "span", "dl", "aside", "section", "table"):
        if _CAPTIONED_BOX.search(element.get("class") or ""):
            return has_picture(element) and not _holds_more(element)
        if is_captioned_picture(element) or _is_picture_box(element):
            return True
    return is_lone_caption(element)


def _holds_more(element: Element) -> bool:
    """Whether there is more in it than a picture and its words: a table, code, a gallery of other figures."""
    if element.find(".//table") is not None or element.find(".//pre") is not None:
        return True
    return len(element.findall(".//figure")) > 1


def has_picture(element: Element) -> bool:
    """Whether there is a picture in an element."""
    return next(element.iter(*_PICTURES), None) is not None


def is_lone_caption(element: Element) -> bool:
    """Whether an element outside any figure is named for a caption and short enough to be one."""
    if element.tag not in _CAPTION_TAGS or element.find(".//figure") is not None:
        return False
    figure = next(element.iterancestors("figure"), None) if element.tag == "figcaption" else None
    if figure is not None and is_quotation(figure):
        return False
    if element.tag != "figcaption" and not _says(element, _CAPTION):
        return False
    return is_within(element, _SHORTEST, _LONGEST // 2) and sum(1 for _ in element.iter("p", "img", "li")) <= 3


def is_captioned_picture(element: Element) -> bool:
    """Whether a box of no telling name is a picture with a line of words under it and nothing else.

    A teaser is one too, but its words are a link or a heading.
    """
    if len(element) > 4 or sum(1 for _ in element.iter("img", "amp-img")) != 1:
        return False
    if (
        next(element.iterdescendants("p", "a", "h1", "h2", "h3", "h4", "li", "figure", "time", "button", "table"), None)
        is not None
    ):
        return False
    width = next(element.iter("img", "amp-img")).get("width") or ""
    if width.isdigit() and int(width) < _LEAST_WIDTH:
        return False
    words = text_of(element)
    return len(words) <= _LONGEST_UNNAMED and len(words.split()) >= _FEWEST_WORDS


def _is_picture_box(element: Element) -> bool:
    """Whether all words of a box with a picture are a caption that is named for one, and perhaps a credit."""
    if len(element) > 4 or not is_within(element, _SHORTEST, _LONGEST // 2) or not has_picture(element):
        return False
    captions = [inner for inner in element.iterdescendants() if _says(inner, _CAPTION) and text_of(inner)]
    if not captions or next(element.iter("figure", "figcaption", "li", "h2", "h3"), None) is not None:
        return False
    said = (inner for inner in element.iterdescendants() if _says(inner, _CREDIT))
    words = _words(element, {captions[0], *said})
    return not words.strip() and sum(1 for _ in captions[0].iter("p")) <= 3


def is_quotation(figure: Element) -> bool:
    """Whether a figure sets off a quotation or a post, with a portrait perhaps."""
    quoted = sum(len(text_of(element)) for element in figure.iter("blockquote"))
    return quoted > 0 and (not has_picture(figure) or 2 * quoted > len(text_of(figure)))


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
    if not outer:
        outer = _said_credits(figure, caption)
    credit = clean_line(" ".join(dict.fromkeys(_credit_of(element) for element in outer)))
    words = clean_line(" ".join(_words(caption, set(outer)).split()))
    if not credit:
        words, credit = split_credit(words)
    if words == credit:
        words = ""
    return _pieces(words, credit, _image_of(figure, base))


def _said_credits(figure: Element, caption: Element) -> list[Element]:
    """The outermost element that begins with words for a credit, or else small print at the end of the caption."""
    for element in figure.iterdescendants():
        if isinstance(element.tag, str) and element is not caption and _SAYS_CREDIT.fullmatch(text_of(element)[:300]):
            return [element]
    last = caption[-1] if len(caption) else None
    while last is not None and last.tag in ("p", "div", "span") and len(last) and not (last.tail or "").strip():
        last = last[-1]
    if last is None or last.tag not in ("small", "cite") or (last.tail or "").strip() or last is caption:
        return []
    return [last] if is_within(last, 2, _LONGEST_CREDIT) and text_of(caption) != text_of(last) else []


def _credit_of(element: Element) -> str:
    said = _SAYS_CREDIT.fullmatch(words := text_of(element))
    return said["credit"] if said else words


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
    name = _CAMEL.sub("-", f"{element.get('class') or ''} {element.get('itemprop') or ''}"[:400])
    return bool(pattern.search(name))


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
    return figure if is_captioned_picture(figure) else None


def _words(element: Element, without: set[Element]) -> str:
    """The text of an element but for some of its descendants."""
    if element in without or element.tag in ("button", "script", "style", "noscript", "svg") or _says(element, _UNSEEN):
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += (_words(child, without), child.tail or "")
    return " ".join(parts) if element.tag in ("p", "div", "figcaption", "span") else "".join(parts)


def _image_of(figure: Element, base: str) -> str:
    """The address of the picture: what stands in for it until it is scrolled to does not count."""
    for image in figure.iter("img", "amp-img", "source"):
        if (image.get("type") or "").lower() in _NEW_FORMATS:
            continue  # the picture is there in a format that everything reads
        for attribute in ("data-src", "data-original", "data-lazy-src", "src", "data-srcset", "srcset"):
            value = image.get(attribute) or ""
            if attribute.endswith("srcset"):
                value = _largest(value)
            if value and not _STAND_IN.search(value) and (address := absolute(value, base)):
                return address
    return ""


def _largest(candidates: str) -> str:
    """The address with the greatest width or density in a ``srcset``."""
    found = [match.groups() for match in _CANDIDATE.finditer(candidates[:20_000])]
    return max(found, key=lambda one: float(one[1] or 1), default=("", ""))[0]
