"""Puts a parsed feed into the library: reads what is stored, decides, writes; inside a transaction of the caller."""

from __future__ import annotations

import sqlite3

from reader.feeds.decide import Decision, decide, named
from reader.library.intake import Intake
from reader.library.intents import KnownFeed, Taken
from reader.model import Feed

__all__ = ["stored_keys", "take"]


def take(intake: Intake, connection: sqlite3.Connection, key: int, feed: Feed) -> tuple[Decision, Taken]:
    """What was decided of the feed with this key, and the keys of the entries that were written."""
    decision = decide(intake.known(connection, key), feed)
    taken = intake.take(connection, key, decision.write)
    intake.forget_dropped(connection, key, decision.forget)
    return decision, taken


def stored_keys(known: KnownFeed, feed: Feed) -> dict[int, int]:
    """The key of each entry that is stored, by its place in the feed."""
    places = {id(entry): place for place, entry in enumerate(feed.entries)}
    names = named(feed.entries, known).items()
    return {places[id(entry)]: known.entries[uid].key for uid, entry in names if uid in known.entries}
