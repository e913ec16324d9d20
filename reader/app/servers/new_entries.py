"""What is done with the new entries that a server brings: the same as with those that a feed does."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from reader.feeds.refresh.ruling import Ruled, rule
from reader.feeds.rules import Rule
from reader.library.checks import Checks
from reader.library.connections import Connections
from reader.library.intents import ToCheck, ToWrite
from reader.library.wanted import want

__all__ = ["NewEntries"]


class NewEntries:
    """Carries out the rules, and notes which full texts are wanted; ``ruled`` are those of which somebody is told."""

    def __init__(self, connections: Connections, rules: Sequence[Rule]) -> None:
        self.ruled: list[Ruled] = []
        self._checks = Checks(connections)
        self._rules = rules
        self._feeds: dict[int, ToCheck] = {}

    def __call__(self, connection: sqlite3.Connection, feed: int, new: Sequence[tuple[int, ToWrite]]) -> None:
        """Look at a feed's new entries, in the transaction that stores them."""
        if feed not in self._feeds:
            self._feeds |= {one.key: one for one in self._checks.feeds(of_servers=True)}
        here = self._feeds.get(feed)
        if here is None:
            return
        if here.full_text:
            want(connection, [key for key, _one in new])
        self.ruled += rule(connection, self._rules, here, new)
