"""What single elements say of the blocks that they make: a heading's level, items' numbers, code, a quote's source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, repeat

from reader.extract.dom import Element, is_within
from reader.extract.links import absolute
from reader.text import clean_block, clean_line

__all__ = [
    "code_of",
    "heading_level",
    "is_heading",
    "is_named_quotation",
    "is_poem",
    "is_post",
    "is_pulled",
    "item_numbers",
    "language_of",
    "source_of",
]

_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|brush:)[-:\s]?\s*([a-z0-9+#]{1,20})\b", re.IGNORECASE
)
_SUBHEAD = re.compile(
    r"sub-?head(?:ing|line|er)?(?:$|[\s_-])|cross-?head|inter-?(?:line|titre|titel|titulo|título|title)|ladillo|"
    r"zwischen-?(?:titel|ueberschrift|überschrift|zeile)|mellan-?rubrik|mellom-?tittel|tussen-?kop|intertitulo",
    re.IGNORECASE,
)
_POST = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|bluesky-embed|mastodon-embed|"
    r"telegram-post|reddit-(?:card|embed)|threads-(?:post|embed)|text-post-media",
    re.IGNORECASE,
)
_QUOTATION = re.compile(r"(?:^|[\s_-])(?:c-?quote|block-?quote|pull-?quote)(?:$|[\s_])", re.IGNORECASE)
_POEM = re.compile(r"(?:^|[\s_-])(?:verse|poem|poetry|lyrics|stanza)(?:$|[\s_-])", re.IGNORECASE)
_SIGNS_OF_CODE = re.compile(r"[{}\[\]<>=$#\\|_*/+@~^`]|  |\t|^ |\w\(", re.MULTILINE)
_PULLED = re.compile(r"(?:^|[\s_-])pull-?(?:quote|ed|left|right|out)?(?:$|[\s_-])|pullquote", re.IGNORECASE)
_HOLDERS = 2
_LONGEST_QUOTATION = 1500
_LONGEST_VERSE = 80
_FEWEST_VERSES = 3
_LONGEST_HEADING = 160
_UNSAID_LEVEL = 3


def is_heading(element: Element) -> bool:
    """Whether an element that is no ``h1`` to ``h6`` says by its role or name that it is a heading."""
    if element.tag not in ("p", "div", "span") or not element.attrib:
        return False
    if element.get("role") == "heading" or _SUBHEAD.search(element.get("class") or ""):
        return len(element) < 6 and element.find(".//p") is None and is_within(element, 2, _LONGEST_HEADING)
    return False


def is_named_quotation(element: Element) -> bool:
    """Whether a box of no telling tag says by its name that it sets off a quotation, and holds no element for one."""
    if element.tag not in ("div", "table", "aside", "section") or not _QUOTATION.search(element.get("class") or ""):
        return False
    return element.find(".//blockquote") is None and is_within(element, 2, _LONGEST_QUOTATION)


def is_poem(element: Element, text: str) -> bool:
    """Whether a ``pre`` keeps the lines of a poem: by its name, or since it has short lines and no sign of code."""
    if _POEM.search(element.get("class") or ""):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < _FEWEST_VERSES or max(map(len, lines)) > _LONGEST_VERSE or _SIGNS_OF_CODE.search(text):
        return False
    return element.find(".//code") is None and not language_of(element) and any(line[-1] in ".,;:!?" for line in lines)


def is_pulled(quotation: Element) -> bool:
    """Whether a quotation is one pulled out of the text to catch the eye: by its name, or as an aside."""
    for holder in (quotation, *islice(quotation.iterancestors(), _HOLDERS)):
        if holder.tag == "aside" or _PULLED.search(
            f"{holder.get('class') or ''} {holder.get('data-shortcode-type') or ''}"
        ):
            return True
    return False


def is_post(quotation: Element) -> bool:
    """Whether a block quotation is a post of somebody's, by the name that its network gives it."""
    return bool(_POST.search(quotation.get("class") or ""))


def heading_level(element: Element) -> int:
    """From 1 to 6; for one that does not say, that of a section of a section."""
    level = element.tag[1:] if re.fullmatch("h[1-6]", element.tag) else element.get("aria-level") or ""
    return int(level) if re.fullmatch("[1-6]", level) else _UNSAID_LEVEL


def item_numbers(element: Element) -> Iterator[int | None]:
    """The numbers of a list's items in turn; without end, and all None for a list of bullets."""
    if element.tag != "ol":
        return repeat(None)
    return _ordinals(element)


def _ordinals(element: Element) -> Iterator[int]:
    items = list(element.iterchildren("li"))
    step = -1 if element.get("reversed") is not None else 1
    number = _number(element.get("start"), 1 if step > 0 else len(items))
    for item in items:
        number = _number(item.get("value"), number)
        yield number
        number += step


def _number(text: str | None, other: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else other


def source_of(quotation: Element, base: str) -> str:
    """Where a block quotation comes from: its ``cite``, the permanent address of a post, the link in its credit."""
    declared = quotation.get("cite") or quotation.get("data-instgrm-permalink")
    if address := absolute(declared, base):
        return address
    links = list(quotation.iter("a"))
    if not is_post(quotation):
        links = [link for credit in quotation.iter("cite", "footer") for link in credit.iter("a")]
    return next((address for link in reversed(links) if (address := absolute(link.get("href"), base))), "")


def code_of(element: Element) -> str:
    """The code in a ``pre``, its line breaks and indentation kept."""
    return clean_block("".join(_code_text(element)))


def _code_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        else:
            yield from _code_text(child)
        yield child.tail or ""


def language_of(element: Element) -> str:
    """The language of code, as its attributes or those of the elements around it name it."""
    around = element.getparent()
    for candidate in (element, *element.iter("code"), *(() if around is None else (around,))):
        declared = candidate.get("data-lang") or candidate.get("data-language")
        match = _LANGUAGE.search(candidate.get("class") or "")
        if declared or match:
            return clean_line(declared or (match[1] if match else "")).lower()
    return ""
