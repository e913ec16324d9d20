"""Storing a feed that was just looked at: its entries, with what the rules want of them, and how it was asked."""

from __future__ import annotations

import time

from reader.app.feeds.finding import Preview
from reader.config import Config
from reader.feeds.refresh.asking import read
from reader.feeds.refresh.writing import Writing
from reader.feeds.rules import rules_of
from reader.library.checks import Checks
from reader.library.connections import Connections

__all__ = ["store_first"]


def store_first(connections: Connections, config: Config, key: int, found: Preview) -> None:
    """Store the answer in the preview as the first check of the feed with this key, as a refresh would.

    Nobody is told of these entries (``notify``, ``hook``): whoever follows a feed has them before their eyes.
    """
    if found.answer is None:
        return
    feeds = Checks(connections).feeds([key])
    Writing(connections, rules_of(config.rules), time.time).store([read(feed, found.answer) for feed in feeds])
