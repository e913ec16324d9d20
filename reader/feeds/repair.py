"""Mends the text of a feed that is no XML: what stands before it, its DTD, undeclared entities, bare signs."""

from __future__ import annotations

import re
from html.entities import html5

__all__ = ["MOST_MENDED", "begins_feed", "mended", "without_prologue"]

_ROOT = re.compile(r"<(?:\w+:)?(?:rss|rdf|feed|channel|entry|item|opml)\b", re.IGNORECASE)
_FAR = 100_000
"""Characters before the first element that are looked through for it."""
MOST_MENDED = 3_000_000
"""Characters of a feed that is no XML which are read."""
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,1000}>", re.IGNORECASE)
_AROUND = re.compile(r"<!--.*?-->|<\?[^<>]*>", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+)?html\b", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]{0,1000}(?:\[.*?\]\s*)?>?", re.IGNORECASE | re.DOTALL)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# One pass over the text: whole CDATA sections and comments as they are, then every sign that XML gives a meaning to.
_SIGNS = re.compile(
    r"<!\[CDATA\[(?:.*?\]\]>|.*\Z)|<!--(?:.*?-->|.*\Z)|<!|(?:<(?![A-Za-z_/!?]))+|</(?![A-Za-z_])|&+(?=&)"
    r"|&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31});|#(?P<number>\d{1,7}|[xX][0-9A-Fa-f]{1,6});)?",
    re.DOTALL,
)
_KEPT = {"amp", "lt", "gt", "quot", "apos"}


def without_prologue(text: str) -> str:
    """The text from its root on: no mark, XML declaration, DTD or words of a script that failed before it."""
    text = text.lstrip("\ufeff \t\r\n\x00")
    root = _ROOT.search(text[:_FAR])
    if doctype := _DOCTYPE.search(text[: root.start()] if root else text[:_FAR]):
        text = text[: doctype.start()] + text[doctype.end() :]
        root = _ROOT.search(text[:_FAR])  # what the DTD declared may have looked like one
    before = text[: root.start()] if root else text[:_FAR]
    if root and not _PAGE.search(before) and _AROUND.sub("", before).strip():
        return text[root.start() :]
    declaration = _DECLARATION.match(text)
    return text[declaration.end() :] if declaration else text


def begins_feed(text: str) -> bool:
    """Whether an element of a feed stands near the beginning."""
    return bool(_ROOT.search(text[:_FAR]))


def mended(text: str) -> str:
    """The text with what is not allowed in XML taken out or escaped.

    Entities of HTML that nobody declared become characters (``&eacute;``); other ones stay as they were written,
    letter for letter: what a DTD declares is never put in. A sign that begins nothing (``AT&T``, ``5 < 6``) is
    escaped. CDATA sections and comments stay as they are.
    """
    return _SIGNS.sub(_mended_sign, _NO_XML.sub("", text[:MOST_MENDED]))


def _mended_sign(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "<":
        return found if len(found) > 2 and found[1] == "!" else found.replace("<", "&lt;")
    if name := match["name"]:
        if name in _KEPT:
            return found
        characters = html5.get(f"{name};") or html5.get(f"{name.lower()};")
        return "".join(f"&#{ord(character)};" for character in characters) if characters else f"&amp;{name};"
    if number := match["number"]:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        return found if _allowed(code) else ""
    return found.replace("&", "&amp;")


def _allowed(code: int) -> bool:
    """Whether XML 1.0 allows the character."""
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
