"""A feed as JSON."""

from __future__ import annotations

import json
from datetime import datetime

from reader.model import Feed

__all__ = ["feed_json"]


def feed_json(feed: Feed) -> str:
    """Every field of the Feed and its entries, as ``reader.feeds.parse`` gives them; dates are ISO 8601 or null."""
    import msgspec

    record = msgspec.to_builtins(feed, builtin_types=(datetime,))
    return json.dumps(record, ensure_ascii=False, indent=2, default=_date) + "\n"


def _date(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"no JSON for {type(value)}")
    return value.isoformat()
