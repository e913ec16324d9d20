"""The text constructs of feeds: what is plain text, what is HTML, what is markup inside the XML itself."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from reader.feeds.places import absolute_links
from reader.feeds.strings import LONGEST_BODY, body, escaped, line, plain_of_html
from reader.feeds.tree import Element

__all__ = ["body_of", "line_of", "raw_text", "title_of"]

_etree: Any = etree
_ATOM = re.compile(r"\{http://(?:www\.w3\.org/2005/Atom|purl\.org/atom/ns#?)\}")
_HTML = ("html", "text/html", "xhtml", "application/xhtml+xml")
_TEXT = ("text", "text/plain")
_BASE64_TYPES = re.compile(r"application/octet-stream|image/|audio/|video/")
_DIV = "{http://www.w3.org/1999/xhtml}div"
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "embed", "area", "col", "source", "track"})
_NAMESPACES = re.compile(r'\sxmlns(?::[\w.-]+)?="[^"]*"')
_PREFIX = re.compile(r"(</?)[\w.-]+:(?=[\w.-]+[\s/>])")
_LOOKS_HTML = re.compile(r"</[a-z][a-z0-9]*\s*>|<(?:p|br|img|hr)\b[^<>]*>", re.IGNORECASE)


def raw_text(element: Element) -> str:
    """The characters inside an element, those of elements inside it included."""
    return "".join(element.itertext()) if len(element) else element.text or ""


def line_of(element: Element) -> str:
    """The element's text as one line."""
    return line(raw_text(element))


def title_of(element: Element) -> str:
    """The words of a title, subtitle or the like, whatever form they came in."""
    if len(element):
        return line("".join(_words(element)))
    text, is_plain = _read(element)
    return line(text) if is_plain else plain_of_html(text)


def _words(element: Element) -> Iterator[str]:
    """The text of an element with markup inside, without that of scripts and style sheets."""
    if element.tag.rpartition("}")[2] not in ("script", "style"):
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""


def body_of(element: Element, base: str = "") -> str:
    """A summary or content as HTML; its relative links made absolute when it has a ``base`` of its own."""
    text, is_plain = _read(element)
    if is_plain:
        return escaped(text)
    return absolute_links(body(text), base) if base else body(text)


def _read(element: Element) -> tuple[str, bool]:
    """What an element holds, and whether that is plain text; else it is HTML, as everything in RSS may be."""
    if len(element):
        return _inner(element), False
    text = element.text or ""
    if not element.attrib and element.tag[0] != "{":
        return text, False
    kind = (element.get("type") or "").strip().lower()
    is_atom = bool(_ATOM.match(element.tag))
    if element.get("mode") == "base64" or (kind and is_atom and _BASE64_TYPES.match(kind)):
        return _from_base64(text), False
    if not is_atom or kind in _HTML:
        return text, kind == "plain"
    if kind in _TEXT:
        return text, True
    return text, not _LOOKS_HTML.search(text[:5000])


def _from_base64(text: str) -> str:
    """The text that was packed, ``""`` when it is no text."""
    try:
        return base64.b64decode(text, validate=False).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _inner(element: Element) -> str:
    """The markup inside an element, without the one ``div`` that Atom asks for and without namespaces."""
    children = list(element)
    if len(children) == 1 and children[0].tag == _DIV and not (element.text or "").strip():
        element = children[0]
    parts = [_escape(element.text)]
    size = 0
    for child in element:
        if size > LONGEST_BODY:
            break
        for node in child.iter():
            if not len(node) and not node.text and node.tag.rpartition("}")[2] not in _VOID:
                node.text = ""  # <p></p>: HTML takes <p/> for a start tag
        markup = _etree.tostring(child, encoding="unicode", with_tail=False)
        size += len(markup)
        parts += [_PREFIX.sub(r"\1", _NAMESPACES.sub("", markup)), _escape(child.tail)]
    return "".join(parts)


def _escape(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
