"""OPML (opml.org, 1.0 and 2.0): lists of feeds in folders, in and out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from itertools import groupby
from xml.sax.saxutils import quoteattr

from reader.errors import BadInput
from reader.feeds.lists import FeedList, Gathering, Listed, folder_name, unsaid, without_password
from reader.feeds.places import address
from reader.feeds.strings import line
from reader.feeds.tree import Element, read_tree
from reader.text import clean_line

__all__ = ["looks_like_opml", "opml_of", "read_opml"]

LARGEST = 20_000_000
"""Bytes of a list that are read."""
_SAMPLE = 65_536
_DEEPEST = 10
_MOST_TAGS = 20
_LONGEST_NAME = 200


def looks_like_opml(data: bytes) -> bool:
    """Whether the data is meant as OPML: markup that has its root near the beginning."""
    start = data[:_SAMPLE].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
    return start.startswith(b"<") and re.search(rb"<opml[\s/>]", start, re.IGNORECASE) is not None


def read_opml(data: bytes, name: str = "this list") -> FeedList:
    """The feeds of an OPML list, folders and categories kept.

    ``left`` has a line for each outline that was not taken as it stood: one twice, one without an address that can
    be followed, a command, a list to include. Raises ``BadInput`` when the data is no OPML, or declares entities,
    as no list of feeds needs to.
    """
    if len(data) > LARGEST:
        raise BadInput(f"{name}: larger than {LARGEST // 1_000_000} MB, too large for a list of feeds")
    tree = read_tree(data)
    root = tree.root
    if root is None or root.tag.rpartition("}")[2].lower() != "opml":
        raise BadInput(f"{name}: no OPML: it does not begin with <opml>")
    if tree.declares:
        raise BadInput(f"{name}: declares entities of its own, as no list of feeds needs to: not read")
    found = Gathering()
    for element, folder in _outlines(root):
        _take(element, folder, found)
    if tree.damaged:
        found.left.append("the file is damaged: some feeds may be missing")
    title = next((line(element.text) for element in root.iter("title", "{*}title")), "")
    return FeedList(tuple(found.feeds.values()), left=found.all_left(), title=title)


def _outlines(root: Element) -> Iterator[tuple[Element, str]]:
    """Each outline that stands for a feed, with its folder; no recursion, as lists may be made deep on purpose."""
    waiting: list[tuple[Element, tuple[str, ...]]] = [(root, ())]
    while waiting:
        element, folders = waiting.pop()
        inside = folders
        if _is_outline(element):
            if _attribute(element, "xmlurl") or not len(element):
                yield element, "/".join(folders)
            elif (folder := folder_name(_title(element))) and len(folders) < _DEEPEST:
                inside = (*folders, folder)
        waiting += [(child, inside) for child in reversed(element)]


def _is_outline(element: Element) -> bool:
    return bool(element.tag.rpartition("}")[2].lower() == "outline")


def _take(element: Element, folder: str, found: Gathering) -> None:
    title = _title(element)
    where = _attribute(element, "xmlurl")
    kind = _attribute(element, "type").lower()
    if not where and kind not in ("rss", "atom", "feed"):
        if kind == "include":
            found.left.append(f"{title or 'an outline'}: leads to another list: import that one")
        elif other := _attribute(element, "url") or _attribute(element, "htmlurl"):
            found.left.append(f"{unsaid(title or line(other, 80))}: leads to a page, not to a feed: not taken")
        return
    tags = [tag for word in _attribute(element, "category").split(",")[:_MOST_TAGS] if (tag := line(word.strip("/ ")))]
    found.take(where, Listed("", title, folder, tuple(dict.fromkeys(tags)), address(_attribute(element, "htmlurl"))))


def _title(element: Element) -> str:
    return line(_attribute(element, "title") or _attribute(element, "text"), _LONGEST_NAME)


def _attribute(element: Element, name: str) -> str:
    """An attribute's value, in whatever case its name is written (``xmlUrl``, ``xmlurl``, ``XMLURL``)."""
    return next((value for key, value in element.attrib.items() if key.lower() == name), "").strip()


def opml_of(feeds: Iterable[Listed], title: str = "Feeds of reader", created: datetime | None = None) -> str:
    """An OPML 2.0 list of the feeds, folder in folder; names and passwords in addresses are left out."""
    when = format_datetime((created or datetime.now(UTC)).astimezone(UTC), usegmt=True)
    body = "\n".join(_written(sorted(feeds, key=_order), depth=0))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"  <head>\n    <title>{quoteattr(clean_line(title))[1:-1]}</title>\n"
        f"    <dateCreated>{when}</dateCreated>\n  </head>\n  <body>\n{body}\n  </body>\n</opml>\n"
    )


def _order(feed: Listed) -> tuple[list[str], str]:
    return [part.casefold() for part in feed.folder.split("/")] if feed.folder else [], feed.name.casefold()


def _written(feeds: list[Listed], depth: int) -> Iterator[str]:
    """The lines of feeds that share the first ``depth`` parts of their folders, those in no deeper one first."""
    indent = "  " * (depth + 2)
    for folder, group in groupby(feeds, lambda feed: "/".join(feed.folder.split("/")[depth : depth + 1])):
        if not folder:
            yield from (f"{indent}{_outline(feed)}" for feed in group)
            continue
        yield f"{indent}<outline text={_quoted(folder)} title={_quoted(folder)}>"
        yield from _written(list(group), depth + 1)
        yield f"{indent}</outline>"


def _outline(feed: Listed) -> str:
    parts = [f"text={_quoted(feed.name)}", f"title={_quoted(feed.name)}", 'type="rss"']
    parts.append(f"xmlUrl={_quoted(without_password(feed.url))}")
    if feed.link:
        parts.append(f"htmlUrl={_quoted(without_password(feed.link))}")
    if feed.tags:
        parts.append(f"category={_quoted(','.join(tag.replace(',', ' ') for tag in feed.tags))}")
    return f"<outline {' '.join(parts)}/>"


def _quoted(text: str) -> str:
    return quoteattr(clean_line(text))
