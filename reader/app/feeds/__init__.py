"""Feeds, as both faces use them: places and lists, marks, subscriptions, entries to read, refreshing.

The door is ``Feeds``, which the desk holds as ``desk.feeds``; SQLite loads when one of its methods is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.feeds.feeds import Feeds

__all__ = ["Feeds"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reader.app.feeds.feeds import Feeds

    return Feeds
