"""When a feed is asked again: a pure decision from its settings and what its server said. Moments are in seconds."""

from __future__ import annotations

from collections.abc import Iterable

from reader.library.intents import ToCheck

__all__ = ["after_failure", "after_success", "due", "named", "worth_asking"]

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
USUAL = _HOUR
"""Between two checks of a feed for which neither its user nor the feed says otherwise."""
_SHORTEST, _LONGEST = 15 * _MINUTE, _DAY
"""What a feed may ask for by itself."""


def due(feeds: Iterable[ToCheck], now: int) -> list[ToCheck]:
    """Those whose turn it is."""
    return [feed for feed in worth_asking(feeds, now) if feed.next_check <= now or _checked_later(feed, now)]


def worth_asking(feeds: Iterable[ToCheck], now: int) -> list[ToCheck]:
    """Those to ask when a person wants all: not the gone, nor what its server called fresh or wants to be left alone.

    One that failed is asked: the machine may have been offline. Its longer pauses are for timers (``due``).
    """
    return [feed for feed in feeds if not feed.gone and (feed.not_before <= now or _checked_later(feed, now))]


def named(feeds: Iterable[ToCheck], now: int) -> list[ToCheck]:
    """Those to ask when a person names them: all but those whose server said when it may be asked again."""
    return [feed for feed in feeds if not (feed.failed and now < feed.not_before)]


def _checked_later(feed: ToCheck, now: int) -> bool:
    """Whether the clock was ahead when the feed was checked: then no moment that was worked out by it counts.

    Another refresh at the same time may be some seconds ahead.
    """
    return feed.checked > now + _HOUR


def after_success(feed: ToCheck, now: int, *, max_age: int | None = None, ttl: int | None = None) -> tuple[int, int]:
    """When it is a feed's turn again, and until when it is not to be asked at all.

    The user's interval counts, else the feed's own ``ttl`` (in minutes) within bounds, else an hour. While its
    server's ``max_age`` (``Cache-Control``, in seconds) lasts, asking would give the same: for a day at most.
    """
    fresh = now + min(max_age or 0, _DAY)
    if feed.interval:
        return now + feed.interval * _MINUTE, min(fresh, now + feed.interval * _MINUTE)
    wished = min(max((ttl or 0) * _MINUTE, _SHORTEST), _LONGEST) if ttl else USUAL
    return max(now + wished, fresh), fresh


def after_failure(feed: ToCheck, now: int, *, retry_after: int | None = None) -> tuple[int, int]:
    """The same after one more failure: twice as long each time, for a day at most; ``Retry-After`` is binding."""
    usual = feed.interval * _MINUTE or USUAL
    pause = max(usual, min(usual * 2 ** min(feed.failures, 10), _DAY))
    asked = now + (retry_after or 0)
    return max(now + pause, asked), asked
