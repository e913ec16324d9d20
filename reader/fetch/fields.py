"""What an answer's header fields say about asking again: validators, freshness, and how long to wait."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from reader.text import clean_line

__all__ = ["MAX_FIELD", "fields_of", "max_age", "retry_after", "validator"]

MAX_FIELD = 1000
"""A longer ETag or Last-Modified is no validator but an attack on whoever stores it."""
_LONGEST_WAIT = 7 * 86_400


def fields_of(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """The header fields by name in lower case; of several with one name the last."""
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in headers}


def validator(fields: Mapping[str, str], name: str) -> str:
    """An ``etag`` or ``last-modified`` field, ``""`` for none that may be stored."""
    value = fields.get(name, "")
    return clean_line(value) if len(value) <= MAX_FIELD else ""


def max_age(fields: Mapping[str, str]) -> int | None:
    """How many seconds the answer stays fresh (RFC 9111, 5.2.2), None when nothing is said or it is not to be kept."""
    control = fields.get("cache-control", "")[:MAX_FIELD].lower()
    match = re.search(r"\bmax-age\s*=\s*\"?(\d{1,9})", control)
    return None if match is None or "no-cache" in control or "no-store" in control else int(match[1])


def retry_after(fields: Mapping[str, str]) -> int | None:
    """The seconds to wait that ``Retry-After`` asks for (RFC 9110, 10.2.3), at most a week; None for nothing said."""
    value = fields.get("retry-after", "").strip()[:100]
    if value.isascii() and value.isdigit():
        return min(int(value), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # a year of twenty digits is none either
        return None
    wait = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - datetime.now(UTC)
    return min(max(int(wait.total_seconds()), 0), _LONGEST_WAIT)
