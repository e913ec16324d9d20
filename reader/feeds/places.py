"""Addresses of feeds: absolute http(s) ones, as their maker wrote them, without what no address can hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from reader.feeds.tree import Element
from reader.text import clean_line

__all__ = ["Place", "absolute_links", "address", "host_of"]

LONGEST = 4000
_PLAIN = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#][!-~]*)?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LINKS = re.compile(
    r"(<[a-z][^<>]*?\s(?:href|src|cite|poster|longdesc|action|background)\s*=\s*)(?:\"([^\"<>]*)\"|'([^'<>]*)')",
    re.IGNORECASE,
)
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True)
class Place:
    """What the relative links of a document lean on, and whether parts of it have a base of their own."""

    base: str = ""
    has_bases: bool = False

    def of(self, element: Element) -> str:
        """What links inside the element lean on."""
        return self._within(element) if self.has_bases else self.base

    def _within(self, element: Element) -> str:
        base = self.base
        for outer in reversed([element, *element.iterancestors()]):
            if (own := outer.get(_BASE)) is not None:
                try:
                    base = urljoin(base, own.strip())
                except ValueError:
                    continue  # no address: what is around it counts
        return base


def address(text: str | None, base: str = "") -> str:
    """The absolute http(s) address; ``""`` for anything else and for a relative one without a ``base``.

    Spaces inside are encoded, line breaks and invisible characters go; the rest stays as written, trackers too,
    since feeds tell their entries apart by it.
    """
    if not text:
        return ""
    text = text.strip()
    if _PLAIN.fullmatch(text) and len(text) <= LONGEST:
        return text
    return _absolute(text, base)


def _absolute(text: str, base: str) -> str:
    text = re.sub(r"[ \t]*[\r\n\t][ \t]*", "", text[: 2 * LONGEST])
    text = clean_line(text).replace(" ", "%20")
    if not text or len(text) > LONGEST:
        return ""
    try:
        whole = text if _SCHEME.match(text) and "://" in text else urljoin(base, text)
        parts = urlsplit(whole)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return ""
        _ = parts.port
    except ValueError:
        return ""
    return whole


def absolute_links(html: str, base: str) -> str:
    """Markup with its relative links made absolute, for parts of a feed that have a base of their own."""

    def joined(match: re.Match[str]) -> str:
        whole = address(match[2] or match[3], base)
        return f'{match[1]}"{whole}"' if whole else match[0]

    return _LINKS.sub(joined, html)


def host_of(url: str) -> str:
    """The host of an address in lower case, ``""`` for none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
