"""Parses a page with bounds set before the parser sees it: size, elements, nesting, attributes, white space.

libxml2 stops at 256 levels and takes minutes for one tag of 200,000 attributes, so the source is read once by a
regular expression whose every character is visited once, and what goes over a bound is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

import lxml.html
from lxml.etree import ParserError

__all__ = [
    "BLOCK_TAGS",
    "Element",
    "Source",
    "extent",
    "is_within",
    "link_share",
    "names",
    "nested_links",
    "nested_text",
    "new_element",
    "own_extent",
    "own_length",
    "parse",
    "parse_fragment",
    "text_of",
]

_html: Any = lxml.html
Element: TypeAlias = Any
"""An element of lxml, which ships no types."""


def names(words: str) -> frozenset[str]:
    """The names in a line of words."""
    return frozenset(words.split())


BLOCK_TAGS = names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul reader-taken"
)
_MOST_CHARACTERS = 10_000_000
_MOST_TEXT = 2_000_000
_MOST_TAGS = 100_000
_MOST_ATTRIBUTES = 40
_LONG_TAG = 200
_DEEPEST = 120
_LEVELS = {"ul": 2, "ol": 2, "menu": 2, "dl": 2, "table": 4}
"""How many levels an element stands for with the ones that it must hold (``tbody``, ``tr`` and ``td``)."""
_UNCOUNTED = names(
    # void elements, and those whose end tag may be missing: they do not nest by being repeated
    "area base br col embed hr img input link meta param source track wbr "
    "body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr"
)
_SPACES = re.compile(r"[ \t\r\n\f]{100,}")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_LEXEME = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<raw>script|style|noscript|template|svg)\b(?P<rawattributes>[^>]*+)(?:>.*?(?:</(?P=raw)\s*+>|\Z)|\Z)"
    r"|</(?P<close>[a-z][^\s/>]*+)[^>]*+>?"
    r"|<(?P<open>[a-z][^\s/>]*+)(?P<attributes>(?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']*+)|[\"'])*+)>?"
    r"|<[!?/][^>]*+>?",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?<![^\s\"'/])(?:class|id|href|src|srcset|rel|role|aria-level|width|height|colspan|reversed|value|title|itemprop|itemtype|content|property|name|style|hidden|datetime|lang|type"
    r"|cite|start|charset|http-equiv|data-(?:component|testid|src|srcset|original|lazy-src|lang|language|instgrm-permalink)|pubdate|alt)(?![^\s=/>])(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Source:
    """Markup within bounds; ``cut`` says whether something was left out for it."""

    markup: str
    cut: bool


def parse(text: str) -> tuple[Element | None, bool]:
    """The root of the page and whether it had to be cut; None when there is nothing in it."""
    source = _bounded(text)
    parser = _html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = _html.document_fromstring(source.markup.encode(), parser=parser)
    except ParserError:
        return None, source.cut
    return root, source.cut


def parse_fragment(text: str) -> Element:
    """A passage of HTML as the children of one ``div``."""
    root, _cut = parse(f"<div>{text}</div>")
    found = root.find(".//div") if root is not None else None
    return found if found is not None else new_element("div")


def new_element(tag: str) -> Element:
    """An empty element of its own."""
    return _html.Element(tag)


def text_of(element: Element) -> str:
    """The words of an element in one line (not yet cleaned)."""
    return " ".join("".join(element.itertext()).split())


def extent(text: str) -> int:
    """How long a text is in Latin letters, about; a Chinese, Japanese or Korean sign says as much as three."""
    return len(text) if text.isascii() else len(text) + 2 * len(_IDEOGRAPH.findall(text))


def link_share(element: Element) -> float:
    """The share of an element's text that is labels of links to other pages, from 0 to 1."""
    length = len(text_of(element))
    return sum(len(text_of(link)) for link in element.iter("a") if _leads_away(link)) / length if length else 0.0


def _leads_away(link: Element) -> bool:
    """Whether an anchor is no mere name for a place on its page, and no link to one."""
    return not (link.get("href") or "#").startswith("#")


def nested_text(root: Element) -> int:
    """The characters of text, each counted once for every element around it, as many a look at them costs."""
    depths: dict[Element, int] = {}
    total = 0
    for element in root.iter():
        depths[element] = depths.get(element.getparent(), 0) + 1
        total += depths[element] * own_length(element)
    return total


def nested_links(root: Element) -> int:
    """The characters of links, each link counted once for every element around it, as many a look at them costs.

    Links that are never closed stand in one another: a hundred of them cost the cube of that.
    """
    inside: dict[Element, int] = {}
    total = 0
    for element in reversed(list(root.iter())):
        length = inside.pop(element, 0) + own_length(element)
        if (parent := element.getparent()) is not None:
            inside[parent] = inside.get(parent, 0) + length
        if element.tag == "a":
            total += length * (1 + sum(1 for _ in element.iterancestors()))
    return total


def own_length(element: Element) -> int:
    """How many characters stand directly in an element, between its children."""
    return len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)


def own_extent(element: Element) -> int:
    """As ``own_length``, in Latin letters as ``extent`` counts them."""
    return extent((element.text or "").strip()) + sum(extent((child.tail or "").strip()) for child in element)


def is_within(element: Element, least: int, most: int) -> bool:
    """Whether the words of an element are so many characters, white space left out; reads no further than it must."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > most:
            return False
    return length >= least


def _bounded(text: str) -> Source:
    """The markup without comments, code and styles (JSON-LD stays), cut to the bounds."""
    cut = len(text) > _MOST_CHARACTERS
    text = _SPACES.sub("\n", _NOT_XML.sub("", text[:_MOST_CHARACTERS]))
    kept: list[str] = []
    stack: list[str] = []
    position = length = 0
    for tags, match in enumerate(_LEXEME.finditer(text)):
        words = text[position : match.start()]
        length += len(words)
        if tags > _MOST_TAGS or length > _MOST_TEXT:
            return Source("".join(kept) + words[:_MOST_TEXT], cut=True)
        position = match.end()
        kept += (words, _kept(match, stack))
    rest = text[position:]
    return Source("".join(kept) + rest[:_MOST_TEXT], cut or len(rest) > _MOST_TEXT)


def _kept(match: re.Match[str], stack: list[str]) -> str:
    """What stays of one tag, comment or code; ``stack`` holds the names of the elements that are open."""
    if match["raw"]:
        return match.group() if "ld+json" in match["rawattributes"].lower() else " "
    if match["close"]:
        name = match["close"].lower()
        if name in stack:
            while stack.pop() != name:
                pass
        elif name not in _UNCOUNTED:
            return ""
        return match.group()
    if not match["open"]:
        return ""
    name = match["open"].lower()
    if name not in _UNCOUNTED and not match["attributes"].endswith("/"):
        if len(stack) >= _DEEPEST:
            return " "
        stack += (name, *[""] * (_LEVELS.get(name, 1) - 1))
    attributes = match["attributes"]
    if len(attributes) > _LONG_TAG:
        attributes = _few(attributes)
    return f"<{match['open']}{attributes}>"


def _few(attributes: str) -> str:
    """The attributes of a tag that anybody here reads, within the bound."""
    found: list[str] = []
    for attribute in _ATTRIBUTE.finditer(attributes):
        found.append(attribute.group())
        if len(found) >= _MOST_ATTRIBUTES:
            break
    return " " + " ".join(found)
