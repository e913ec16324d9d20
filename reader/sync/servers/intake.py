"""Puts the entries that a server told into the library, each under the one that it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from msgspec import structs

from reader.feeds.decide import decide
from reader.library.intake import Intake
from reader.library.intents import ToWrite
from reader.library.keys import digest
from reader.library.remote_records import Agreed
from reader.library.remotes import Remotes
from reader.model import Feed
from reader.sync.servers.records import RemoteEntry

__all__ = ["OnNew", "take_entries"]

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


OnNew = Callable[[sqlite3.Connection, int, Sequence[tuple[int, ToWrite]]], None]
"""Called in the transaction that stores them with a feed's key and its new entries, each with its key."""


def take_entries(
    intake: Intake,
    remotes: Remotes,
    server: int,
    feeds: Mapping[str, int],
    entries: Sequence[RemoteEntry],
    on_new: OnNew,
) -> list[int]:
    """Store a page of entries in one transaction, and link them; gives the keys of the new ones.

    ``feeds`` are the keys of the feeds here by the server's ids; an entry of another feed is passed over, and so is
    one that retention has taken out. An entry that its feed brought here itself, before it was the server's, is known
    again by its link.
    """
    added: list[int] = []
    by_feed: dict[str, list[RemoteEntry]] = {}
    for one in entries:
        by_feed.setdefault(one.feed, []).append(one)
    with remotes.connections.write() as connection:
        for feed, some in by_feed.items():
            if feed in feeds:
                added += _of_feed(connection, intake, remotes, server, feeds[feed], some, on_new)
            else:
                remotes.pass_over(connection, server, [one.id for one in some])
    return added


def _of_feed(
    connection: sqlite3.Connection,
    intake: Intake,
    remotes: Remotes,
    server: int,
    feed: int,
    entries: Iterable[RemoteEntry],
    on_new: OnNew,
) -> list[int]:
    newest_first = sorted(entries, key=lambda one: one.entry.published or _LONG_AGO, reverse=True)
    named = [_named(connection, server, feed, one) for one in _once(newest_first)]
    known = intake.known(connection, feed)
    write = decide(known, Feed(entries=tuple(one.entry for one in named))).write
    taken = intake.take(connection, feed, write)
    for one in named:
        key = _key_of(connection, feed, one)
        if key is None:
            remotes.pass_over(connection, server, [one.id])
        else:
            remotes.link(connection, server, one.id, key, Agreed(one.read, one.starred, one.labels))
    on_new(connection, feed, list(zip(taken.added, (one for one in write if one.key is None), strict=True)))
    return list(taken.added)


def _once(entries: Iterable[RemoteEntry]) -> list[RemoteEntry]:
    """The entries, those under their own id whose name another one of them has."""
    seen: set[str] = set()
    found: list[RemoteEntry] = []
    for one in entries:
        found.append(_under_its_own(one) if one.entry.id in seen else one)
        seen.add(one.entry.id)
    return found


def _named(connection: sqlite3.Connection, server: int, feed: int, one: RemoteEntry) -> RemoteEntry:
    """The entry by its link, or by the server's id when another entry of the server's is stored by that link."""
    row = connection.execute(
        "SELECT r.id FROM entries AS e JOIN remote_entries AS r ON r.entry = e.key AND r.server = ?"
        " WHERE e.feed = ? AND e.uid = ?",
        (server, feed, digest(one.entry.id)),
    ).fetchone()
    return _under_its_own(one) if row is not None and row[0] != one.id else one


def _under_its_own(one: RemoteEntry) -> RemoteEntry:
    return replace(one, entry=structs.replace(one.entry, id=f"server:{one.id}"))


def _key_of(connection: sqlite3.Connection, feed: int, one: RemoteEntry) -> int | None:
    """The stored entry: by its name alone, or with its link where a name was shared once."""
    names = (digest(one.entry.id), digest(one.entry.id, one.entry.link))
    row = connection.execute("SELECT key FROM entries WHERE feed = ? AND uid IN (?, ?)", (feed, *names)).fetchone()
    return row[0] if row else None
