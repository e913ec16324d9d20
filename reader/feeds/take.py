"""Puts a parsed feed into the library: reads what is stored, decides, writes; inside a transaction of the caller."""

from __future__ import annotations

import sqlite3

from reader.feeds.decide import Decision, decide
from reader.library.intake import Intake
from reader.library.intents import Taken
from reader.model import Feed

__all__ = ["take"]


def take(intake: Intake, connection: sqlite3.Connection, key: int, feed: Feed) -> tuple[Decision, Taken]:
    """What was decided of the feed with this key, and the keys of the entries that were written."""
    decision = decide(intake.known(connection, key), feed)
    taken = intake.take(connection, key, decision.write)
    intake.forget_dropped(connection, key, decision.forget)
    return decision, taken
