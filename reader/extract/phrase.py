"""The words inside a block: emphasis, links, quotation elements, footnote marks, raised and lowered signs."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.extract.dom import BLOCK_TAGS, Element, names, own_length, text_of
from reader.extract.inline import Inline
from reader.extract.links import absolute
from reader.model import SpanKind

__all__ = ["is_verse", "note_target", "write_words"]

_KINDS = {
    "em": SpanKind.EMPHASIS, "i": SpanKind.EMPHASIS, "cite": SpanKind.EMPHASIS, "dfn": SpanKind.EMPHASIS,
    "strong": SpanKind.STRONG, "b": SpanKind.STRONG,
    "code": SpanKind.CODE, "kbd": SpanKind.CODE, "samp": SpanKind.CODE, "tt": SpanKind.CODE,
}  # fmt: skip
_SILENT = names(
    "img picture video audio source track canvas iframe object embed svg script style noscript template input "
    "select textarea button label map area param wbr head meta link title base amp-img amp-video"
)
_STYLED = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), SpanKind.STRONG),
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE), SpanKind.EMPHASIS),
)
_NOTE = re.compile(
    r"\[?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¹²³⁴⁵⁶⁷⁸⁹]{1,3}|note \d{1,3}|fn\.? ?\d{1,3})\]?", re.IGNORECASE
)
_BACK = re.compile(r"[\s↩↑^⤴⬆\ufe0e\ufe0f]*")
_MATHS = re.compile(r"(?:^|[\s_-])(?:math|latex|tex)(?:$|[\s_-])", re.IGNORECASE)
_POWERS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_POWER = re.compile(r"[+\-−]?\d{1,4}")
_OPENING = "\"'“”„‘‚«»‹›「『"
_FEWEST_LINES = 3
_VERSE_LENGTH = 48
_LONGEST_VERSE = 90


def write_words(element: Element, to: Inline, base: str) -> None:
    """Write an inline element to the line; what is no text (a picture, a button) is passed over."""
    tag = element.tag
    if tag == "br":
        to.line_break()
    elif tag == "img" and _MATHS.search(element.get("class") or ""):
        to.add(element.get("alt") or "")
    elif not isinstance(tag, str) or tag in _SILENT or _leads_back(element):
        return
    elif note := _note(element):
        to.add(note)
    elif tag == "math":
        to.add(_formula(element))
    elif tag == "q":
        _quoted(element, to, base)
    elif tag == "sup" and _POWER.fullmatch(text_of(element)) and to.last.isalnum():
        to.add(text_of(element).translate(_POWERS))
    else:
        start = to.position
        _write_content(element, to, base)
        _mark(element, start, to, base)


def _formula(element: Element) -> str:
    """A formula as a person would type it: its TeX where the page has that, else the signs of its MathML."""
    if written := element.get("alttext"):
        return str(written)
    for note in element.iter("annotation"):
        if "tex" in (note.get("encoding") or ""):
            return text_of(note)
    return "".join(part.strip() for part in element.itertext())


def _leads_back(element: Element) -> bool:
    """Whether an element is an arrow from a footnote back to its place."""
    return element.tag == "a" and bool(_BACK.fullmatch(text_of(element))) and element.find(".//img") is None


def _write_content(element: Element, to: Inline, base: str) -> None:
    to.add(element.text or "")
    for child in element:
        apart = child.tag in BLOCK_TAGS
        to.add(" " if apart else "")
        write_words(child, to, base)
        to.add(" " if apart else "")
        to.add(child.tail or "")


def _mark(element: Element, start: int, to: Inline, base: str) -> None:
    if element.tag == "a":
        href = absolute(element.get("href"), base)
        if href:
            to.mark(start, SpanKind.LINK, href)
        elif element.get("href") is not None:
            to.dead(start)
    elif element.tag == "cite" and next(element.iter("em", "i"), None) is not None:
        return  # a whole reference, with the title in it set off
    elif kind := _KINDS.get(element.tag) or _styled(element):
        to.mark(start, kind)


def _styled(element: Element) -> SpanKind | None:
    style = element.get("style") if element.tag == "span" else None
    return next((kind for pattern, kind in _STYLED if pattern.search(style)), None) if style else None


def _note(element: Element) -> str:
    """A footnote's mark in brackets, which part it from the word before it; ``""`` for anything else."""
    if element.tag == "a":
        link = element
    elif element.tag == "sup":
        link = element.find(".//a")
    else:
        return ""
    words = text_of(element)
    if link is None or "#" not in (link.get("href") or "") or not _NOTE.fullmatch(words):
        return ""
    if element.tag == "a" and not (link.get("href") or "").partition("#")[2]:
        return ""
    return words if words.startswith("[") else f"[{words}]"


def note_target(link: Element) -> str:
    """The id of the footnote that a link leads to when it is a footnote's mark, else ``""``.

    Saved pages write such links out with the page's address.
    """
    place = (link.get("href") or "").partition("#")[2]
    raised = next(link.iterancestors("sup"), None) is not None or link.find("sup") is not None
    marked = (
        raised
        or link.get("role") == "doc-noteref"
        or "footnote" in (link.get("class") or "").lower()
        or text_of(link).startswith("[")
    )
    return place if place and marked and _NOTE.fullmatch(text_of(link)) else ""


def _quoted(element: Element, to: Inline, base: str) -> None:
    """A ``q`` element with the marks that a browser would draw, unless it was given some."""
    inner = text_of(element)
    depth = sum(1 for _ in element.iterancestors("q"))
    marks = "“”" if depth % 2 == 0 else "‘’"
    marked = not inner or inner[0] in _OPENING
    to.add("" if marked else marks[0])
    _write_content(element, to, base)
    to.add("" if marked else marks[1])


def is_verse(element: Element) -> bool:
    """Whether the line breaks in an element are its author's own: a poem's, an address's, a list's of short lines.

    Old pages break prose by hand as well, in long lines; and a single break parts paragraphs in others.
    """
    if element.tag == "address":
        return True
    if element.tag not in ("p", "div", "blockquote", "section", "li", "td", "span"):
        return False
    all_lengths = _line_lengths(element)
    lengths = [length for length in all_lengths if length]
    single_breaks = sum(1 for one, next_one in pairwise(all_lengths) if one and next_one)
    if single_breaks < _FEWEST_LINES - 1 or max(lengths) > _LONGEST_VERSE:
        return False
    return sum(lengths) <= _VERSE_LENGTH * len(lengths)


def _line_lengths(element: Element) -> list[int]:
    """How long the lines are that ``br`` makes directly in an element; none where it has no two of them."""
    if sum(1 for _ in element.iterchildren("br")) < _FEWEST_LINES - 1 or own_length(element) > 20_000:
        return []
    lengths = [len((element.text or "").strip())]
    for child in element:
        if child.tag == "br":
            lengths.append(0)
        else:
            lengths[-1] += len(text_of(child))
        lengths[-1] += len((child.tail or "").strip())
    return lengths
