"""The same story in several feeds: which entries stand together, and which of them stands for the others.

Cheap keys find who might be alike, never all pairs: the address, or the words of the headline. Alike headlines count
only when the texts are alike too, and when they came within a few days of each other.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape

from reader.library.bodies import unpacked
from reader.library.marks import as_json

__all__ = ["alike", "fold"]

_DAYS_APART = 3 * 86_400
_MOST_CANDIDATES = 5
"""How many entries of the same headline are compared: "Morning briefing: what to know today" has hundreds."""
_LEAST_SHARED = 0.6
_MARKUP = re.compile(r"<[^>]{0,2000}>")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Candidate:
    key: int
    feed: int
    lead: int
    sort: int
    link_key: int
    title_key: int


def alike(one: str, other: str) -> bool:
    """Whether two pieces of HTML tell the same story: most words of the shorter are in the longer.

    Nothing can be said of texts of fewer than ten words, which is no.
    """
    first, second = sorted((_words(one), _words(other)), key=len)
    return len(first) >= 10 and len(first & second) >= _LEAST_SHARED * len(first)


def fold(connection: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Put each of these new entries under the one that already stands for its story in another feed, if there is one.

    The later entry takes over the story's read state, so that what was read is not unread again.
    """
    new = _candidates(connection, "key", keys)
    by_link = _grouped(connection, "link_key", {one.link_key for one in new} - {0})
    by_title = _grouped(connection, "title_key", {one.title_key for one in new} - {0})
    leads: dict[int, int] = {}
    for one in new:
        near = [other for other in by_link.get(one.link_key, ()) if _may_lead(other, one)]
        if not near:
            others = [other for other in by_title.get(one.title_key, ()) if _may_lead(other, one)]
            near = [other for other in others[:_MOST_CANDIDATES] if _same_text(connection, one, other)]
        if near:
            lead = leads.get(near[0].lead, near[0].lead)
            leads[one.key] = lead
            _put_under(connection, one.key, lead)


def _may_lead(other: _Candidate, one: _Candidate) -> bool:
    """Whether an entry is an earlier one of another feed, of about the same time."""
    return other.key < one.key and other.feed != one.feed and abs(other.sort - one.sort) <= _DAYS_APART


def _put_under(connection: sqlite3.Connection, key: int, lead: int) -> None:
    connection.execute(
        "UPDATE entries SET lead = ?1, read = max(read, (SELECT read FROM entries WHERE key = ?1)),"
        " hidden = max(hidden, (SELECT hidden FROM entries WHERE key = ?1)) WHERE key = ?2",
        (lead, key),
    )
    connection.execute("UPDATE entries SET also = also + 1 WHERE key = ?", (lead,))


def _same_text(connection: sqlite3.Connection, one: _Candidate, other: _Candidate) -> bool:
    return alike(_text(connection, one.key), _text(connection, other.key))


def _text(connection: sqlite3.Connection, key: int) -> str:
    row = connection.execute("SELECT body FROM entry_text WHERE entry = ?", (key,)).fetchone()
    body = unpacked(row[0], f"the words of entry {key}") if row else None
    return (body.content or body.summary) if body else ""


def _words(text: str) -> set[str]:
    return set(_WORD.findall(unescape(_MARKUP.sub(" ", text[:20_000])).casefold()))


def _candidates(connection: sqlite3.Connection, column: str, values: Iterable[int]) -> list[_Candidate]:
    rows = connection.execute(
        "SELECT key, feed, coalesce(lead, key), sort, link_key, title_key FROM entries"
        f" WHERE {column} <> 0 AND {column} IN (SELECT value FROM json_each(?)) ORDER BY key",
        (as_json(values),),
    )
    return [_Candidate(*row) for row in rows]


def _grouped(connection: sqlite3.Connection, column: str, values: Iterable[int]) -> dict[int, list[_Candidate]]:
    groups: dict[int, list[_Candidate]] = {}
    for one in _candidates(connection, column, values):
        groups.setdefault(getattr(one, column), []).append(one)
    return groups
