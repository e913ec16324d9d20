"""Reads the JSON of servers, which is never quite what their documentation says: what is amiss is left out."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from reader.errors import FetchFailed
from reader.text import clean_line, clean_typed

__all__ = [
    "address",
    "feed_name",
    "flag",
    "listed",
    "markup",
    "member",
    "number",
    "parts",
    "read",
    "rows",
    "same_address",
    "text",
    "title",
    "when",
]

Row = Mapping[str, Any]
Item = TypeVar("Item")
_OTHER = "the answer is not what this API gives: check the address and the kind"
_LONGEST = 500_000
"""Characters kept of one entry's HTML; the article itself is fetched when it is opened."""
_SIGNS = str.maketrans("＆＜＞", "&<>")
_NAME_SIGNS = str.maketrans("＆＜＞？＼／，；", "&<>?\\/,;")
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


def read(data: bytes, name: str) -> object:
    """The value of a JSON body; ``FetchFailed`` when it is damaged, or a page and no JSON."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FetchFailed(f"{name}: {_OTHER}") from error


def rows(value: object, key: str = "") -> Iterator[Row]:
    """The objects in a list, or in the list under ``key`` of an object."""
    found = value.get(key) if key and isinstance(value, Mapping) else value
    if isinstance(found, Sequence) and not isinstance(found, str | bytes):
        yield from (row for row in found if isinstance(row, Mapping))


def listed(value: object, key: str, name: str) -> list[Row]:
    """The same of a list that must be there: one that is missing is no empty one, which would undo what was synced."""
    found = (value.get(key) if isinstance(value, Mapping) else None) if key else value
    if not isinstance(found, Sequence) or isinstance(found, str | bytes):
        raise FetchFailed(f"{name}: {_OTHER}")
    return list(rows(found))


def text(row: Row, *keys: str) -> str:
    """The first of these members that is text or a number, as text, ``""`` for none."""
    for key in keys:
        value = row.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            return str(value)
    return ""


def title(row: Row, *keys: str) -> str:
    """A title as one clean line.

    Some servers write it as HTML, and FreshRSS writes ``& < >`` as their full-width forms, which only a text in a
    wide script would have of its own.
    """
    return _narrow(clean_line(html.unescape(text(row, *keys))), _SIGNS)


def feed_name(row: Row, key: str) -> str:
    """The same of a feed, in whose name FreshRSS writes a question mark, slashes, comma and semicolon so as well."""
    return _narrow(clean_line(html.unescape(text(row, key))), _NAME_SIGNS)


def _narrow(line: str, signs: Mapping[int, str | int]) -> str:
    plain = line.translate(signs)
    return line if _WIDE.search(plain) else plain


def address(row: Row, *keys: str) -> str:
    """An http(s) address, ``""`` when it is none."""
    url = clean_line(text(row, *keys))
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else ""


def same_address(one: str, other: str) -> bool:
    """Whether two addresses name one feed: http or https, with a slash at the end or none."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    scheme, mark, rest = url.strip().partition("://")
    host, slash, path = rest.partition("/")
    return (host.lower() + slash + path).rstrip("/") if mark else scheme


def markup(row: Row, *keys: str) -> str:
    """HTML as it came, without control characters; what is beyond a bound is cut off."""
    return clean_typed(text(row, *keys)[:_LONGEST])


def member(value: object, key: str) -> Row:
    """The object under a key, an empty one when there is none."""
    found = value.get(key) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def number(row: Row, key: str) -> float | None:
    """A number, also one that is written as text."""
    value = row.get(key)
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,20}(\.\d+)?", value.strip(), re.ASCII):
        value = float(value)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def flag(row: Row, key: str) -> bool:
    """A truth value, also one that is written as a number or as text."""
    value = row.get(key)
    return value not in (None, False, 0, "", "0", "false")


def when(seconds: float | None) -> datetime | None:
    """The moment that Unix time names, None for what is no date of our days."""
    if seconds is None or not 0 < seconds < 32_503_680_000:  # the year 3000
        return None
    return datetime.fromtimestamp(seconds, UTC)


def parts(some: Sequence[Item], size: int) -> Iterable[Sequence[Item]]:
    """The list in parts of at most this size."""
    return (some[start : start + size] for start in range(0, len(some), size))
