"""JSON Feed 1.0 and 1.1 (jsonfeed.org) into a Feed; wrong types count as absent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

import msgspec

from reader.errors import BadInput
from reader.feeds.dates import feed_date
from reader.feeds.decode import feed_text
from reader.feeds.document import MOST_ENTRIES, told_of_bound
from reader.feeds.media import number
from reader.feeds.people import joined_names
from reader.feeds.places import address
from reader.feeds.strings import body, escaped, heading_of, line
from reader.model import Enclosure, Entry, Feed

__all__ = ["feed_of_json"]

Object: TypeAlias = Mapping[str, Any]

_MOST_PARTS = 50
_LONGEST_ID = 2000


def feed_of_json(data: bytes, url: str) -> Feed:
    """The feed; raises ``BadInput`` when the JSON is broken, or no JSON Feed."""
    name = url or "this"
    document = _document(data, name)
    if not isinstance(document, dict) or not _is_feed(document):
        raise BadInput(f"{name}: JSON, but no JSON Feed: it has no list of items")
    base = url or address(_text(document, "feed_url"))
    items = [item for item in _list(document, "items") if isinstance(item, dict)]
    taken = items[:MOST_ENTRIES]
    author, link = _authors(document), address(_text(document, "home_page_url"), base)
    return Feed(
        title=line(_text(document, "title")) or link,
        link=link,
        url=url,
        id=line(_text(document, "feed_url"), _LONGEST_ID),
        subtitle=line(_text(document, "description")),
        author=author,
        language=line(_text(document, "language"), 40),
        icon=address(_text(document, "icon") or _text(document, "favicon"), base),
        self_link=address(_text(document, "feed_url"), base),
        hub=_hub(document, base),
        next_page=address(_text(document, "next_url"), base),
        entries=tuple(_entry(item, base, author) for item in taken),
        left_out=len(items) - len(taken),
        word_of_caution=told_of_bound(len(items)),
    )


def _document(data: bytes, name: str) -> object:
    """The JSON: by the fast and strict decoder, else by the patient one."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass  # a number too large, a line break in a string, another encoding: the next one may read it
    try:
        return json.loads(feed_text(data), strict=False)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name}: looks like JSON, but cannot be read: {line(str(error), 100)}") from error


def _is_feed(document: Object) -> bool:
    """Whether it says that it is one; some only have its shape."""
    version = document.get("version")
    return isinstance(document.get("items"), list) or (isinstance(version, str) and "jsonfeed.org" in version)


def _entry(item: Object, base: str, author: str) -> Entry:
    html = _text(item, "content_html")
    summary, content = escaped(_text(item, "summary")), escaped(_text(item, "content_text"))
    link = address(_text(item, "url"), base) or address(_text(item, "external_url"), base)
    return Entry(
        id=line(_text(item, "id"), _LONGEST_ID),
        title=line(_text(item, "title")) or heading_of(summary or html or content) or link,
        link=link,
        author=_authors(item) or author,
        published=feed_date(_text(item, "date_published")),
        updated=feed_date(_text(item, "date_modified")),
        summary=summary,
        content=body(html) or content,
        tags=tuple(dict.fromkeys(tag for word in _list(item, "tags")[:_MOST_PARTS] if (tag := line(_word(word), 100)))),
        enclosures=_enclosures(item, base),
        image=address(_text(item, "image") or _text(item, "banner_image"), base),
        language=line(_text(item, "language"), 40),
    )


def _enclosures(item: Object, base: str) -> tuple[Enclosure, ...]:
    found: dict[str, Enclosure] = {}
    for part in _list(item, "attachments")[:_MOST_PARTS]:
        if isinstance(part, dict) and (url := address(_text(part, "url"), base)):
            kind, title = line(_text(part, "mime_type"), 100).lower(), line(_text(part, "title"))
            length, duration = number(_text(part, "size_in_bytes")), _seconds(part.get("duration_in_seconds"))
            found.setdefault(url, Enclosure(url, kind, length, title, duration))
    return tuple(found.values())


def _seconds(value: object) -> int | None:
    """A duration, which may have a fraction."""
    return number(int(value)) if isinstance(value, int | float) and 0 < value < 2**53 else number(value)


def _authors(thing: Object) -> str:
    """Version 1.0's author and version 1.1's list of them."""
    several = thing.get("authors")
    people = [thing.get("author"), *(several[:_MOST_PARTS] if isinstance(several, list) else [several])]
    return joined_names(line(_text(person, "name") if isinstance(person, dict) else _word(person)) for person in people)


def _hub(document: Object, base: str) -> str:
    hubs = [hub for hub in _list(document, "hubs")[:_MOST_PARTS] if isinstance(hub, dict)]
    return next((url for hub in hubs if (url := address(_text(hub, "url"), base))), "")


def _list(thing: Object, key: str) -> list[Any]:
    value = thing.get(key)
    return value if isinstance(value, list) else []


def _text(thing: Object, key: str) -> str:
    return _word(thing.get(key))


def _word(value: object) -> str:
    """A string as it is; a number as some write an id; ``""`` for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
