"""Feeds, as both faces use them: places and lists, marks, subscriptions, entries to read, refreshing.

The door is ``Feeds``, which the desk holds as ``desk.feeds``; SQLite loads when one of its methods is called.
``Progress`` and ``Report`` are what a refresh tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.feeds.feeds import Feeds
    from reader.feeds.refresh import Progress, Report

__all__ = ["Feeds", "Progress", "Report"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name != "Feeds":
        from reader.feeds import refresh

        return getattr(refresh, name)
    from reader.app.feeds.feeds import Feeds

    return Feeds
