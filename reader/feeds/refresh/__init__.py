"""Refreshing: many feeds asked at once by threads, decided and written in batches by one, told as it goes.

The door is ``Refresh``; httpx loads when it runs. Its values, ``Progress`` and ``Report``, cost nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.feeds.refresh.report import FeedResult, Outcome, Progress, Report, ServerResult

if TYPE_CHECKING:
    from reader.feeds.refresh.run import Refresh

__all__ = ["FeedResult", "Outcome", "Progress", "Refresh", "Report", "ServerResult"]


def __getattr__(name: str) -> object:
    if name != "Refresh":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reader.feeds.refresh.run import Refresh

    return Refresh
