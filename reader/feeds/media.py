"""The files and pictures that come with an entry."""

from __future__ import annotations

from reader.feeds.constructs import line_of, raw_text
from reader.feeds.places import address
from reader.feeds.strings import line
from reader.feeds.tree import Element
from reader.feeds.vocabulary import Parts, first
from reader.model import Enclosure

__all__ = ["enclosures_of", "image_of", "number", "seconds"]

_MOST = 50
_LARGEST = 2**53


def enclosures_of(parts: Parts, base: str) -> tuple[Enclosure, ...]:
    """What an entry encloses, each address once."""
    elements = list(parts.get("enclosure", ()))
    links = parts.get("link", ())
    if len(links) > 1:
        elements += [link for link in links if link.get("rel") == "enclosure"]
    elements += [element for element in parts.get("media", ()) if not _is_picture(element)]
    if not elements:
        return ()
    length = seconds(first(parts, "duration", line_of))
    found: dict[str, Enclosure] = {}
    for element in elements[:_MOST]:
        get = element.get
        url = address(get("url") or get("href"), base)
        if url and url not in found:
            found[url] = Enclosure(
                url,
                line(get("type"), 100).lower(),
                number(get("length") or get("fileSize")),
                line(get("title")),
                seconds(get("duration") or "") or length,
            )
    return tuple(found.values())


def image_of(parts: Parts, base: str) -> str:
    """The picture of an entry, ``""`` for none."""
    for element in [*parts.get("image", ()), *(part for part in parts.get("media", ()) if _is_picture(part))]:
        get = element.get
        if url := address(get("url") or get("href") or _inner_address(element), base):
            return url
    return ""


def _is_picture(element: Element) -> bool:
    return element.get("medium") == "image" or (element.get("type") or "").startswith("image/")


def _inner_address(element: Element) -> str:
    return next((raw_text(child) for child in element if child.tag.endswith("url")), element.text or "")


def number(text: object) -> int | None:
    """A count of bytes or minutes; None for what is none that can be true."""
    digits = str(text or "").strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 17):
        return None
    return int(digits) if 0 < int(digits) < _LARGEST else None


def seconds(text: str) -> int | None:
    """A duration: ``3723``, ``62:03`` or ``1:02:03``."""
    total = 0
    for word in text.strip().partition(".")[0].split(":"):
        if not (word.isascii() and word.isdecimal() and len(word) < 8):
            return None
        total = total * 60 + int(word)
    return total if 0 < total < _LARGEST else None
