"""The same story in several feeds: which entries stand together, and which of them stands for the others.

Cheap keys find who might be alike, never all pairs: the address, or the words of the headline. Alike headlines count
only when the texts are alike too, and when they came within a few days of each other.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
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
    lead: int


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
    by_link, by_title = _pairs(connection, "link_key", keys), _pairs(connection, "title_key", keys)
    leads: dict[int, int] = {}
    for key in sorted({*by_link, *by_title}):
        near = by_link.get(key, ())
        if not near:
            near = [one for one in by_title[key][:_MOST_CANDIDATES] if _same_text(connection, key, one.key)]
        if near:
            lead = leads.get(near[0].lead, near[0].lead)
            leads[key] = lead
            _put_under(connection, key, lead)


def _put_under(connection: sqlite3.Connection, key: int, lead: int) -> None:
    connection.execute(
        "UPDATE entries SET lead = :lead, read = max(read, (SELECT read FROM entries WHERE key = :lead)),"
        " hidden = max(hidden, (SELECT hidden FROM entries WHERE key = :lead)) WHERE key = :key",
        {"lead": lead, "key": key},
    )
    connection.execute("UPDATE entries SET also = also + 1 WHERE key = ?", (lead,))


def _same_text(connection: sqlite3.Connection, one: int, other: int) -> bool:
    return alike(_text(connection, one), _text(connection, other))


def _text(connection: sqlite3.Connection, key: int) -> str:
    row = connection.execute("SELECT body FROM entry_text WHERE entry = ?", (key,)).fetchone()
    body = unpacked(row[0], f"the words of entry {key}") if row else None
    return (body.content or body.summary) if body else ""


def _words(text: str) -> set[str]:
    return set(_WORD.findall(unescape(_MARKUP.sub(" ", text[:20_000])).casefold()))


def _pairs(connection: sqlite3.Connection, column: str, keys: Sequence[int]) -> dict[int, list[_Candidate]]:
    """The new entries that have the key of an earlier one of another feed, of about the same time, each with those.

    For the many that have none, this is one look into an index.
    """
    rows = connection.execute(
        "SELECT n.key, o.key, coalesce(o.lead, o.key) FROM entries AS n CROSS JOIN entries AS o"
        f" ON o.{column} = n.{column} AND o.key < n.key WHERE n.key IN (SELECT value FROM json_each(?))"
        f" AND n.{column} <> 0 AND o.{column} <> 0 AND o.feed <> n.feed AND abs(o.sort - n.sort) <= ?"
        " ORDER BY n.key, o.key",
        (as_json(keys), _DAYS_APART),
    )
    found: dict[int, list[_Candidate]] = {}
    for new, key, lead in rows:
        found.setdefault(new, []).append(_Candidate(key, lead))
    return found
