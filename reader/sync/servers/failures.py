"""What a server's refusals mean, said in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from reader.errors import FetchFailed
from reader.text import clean_line, counted, elide

if TYPE_CHECKING:
    from reader.fetch.calls import Answer

__all__ = ["Broken", "NoApi", "Refused", "TooMany", "WrongPassword", "again", "refusal"]

_LONGEST_WAIT = timedelta(days=1)


class NoApi(FetchFailed):
    """The server answers, but not with this protocol, or has it switched off."""


class WrongPassword(FetchFailed):
    """The server does not let this user in."""


class Refused(FetchFailed):
    """The server understood what it was asked and will not do it: asking again does not help."""


class Broken(FetchFailed):
    """The server failed over what it was asked (500): it may do so once, or always."""


class TooMany(FetchFailed):
    """The server has been asked too often; ``again`` says when it may be asked next."""

    def __init__(self, name: str, again: datetime, now: datetime) -> None:
        minutes = max(1, round((again - now) / timedelta(minutes=1)))
        when = counted(minutes, "minute") if minutes < 120 else counted(round(minutes / 60), "hour")
        super().__init__(f"{name}: asked too often (429): it may be asked again in {when}")
        self.again = again


def refusal(name: str, answer: Answer, *, password: str, missing: str, off: str) -> FetchFailed:
    """The failure that an answer which is no success stands for.

    ``password``, ``missing`` and ``off`` are this protocol's words for 401 and 403, 404, and 503.
    """
    status = answer.status
    if status in (401, 403):
        return WrongPassword(f"{name}: {status}: {password}")
    if status in (404, 405, 410):
        return NoApi(f"{name}: {status}: {missing}")
    if status == 429:
        now = datetime.now(UTC)
        return TooMany(name, again(answer.headers, now), now)
    if status == 503:
        return NoApi(f"{name}: {status}: {off}")
    if status in (408, 500, 502, 504) or status > 504:
        return Broken(f"{name}: {status}: the server has an error: try again later{_said(answer)}")
    return Refused(f"{name}: {status}: the server refuses{_said(answer)}")


def again(headers: Mapping[str, str], now: datetime) -> datetime:
    """When a server that was asked too often may be asked again, a day from now at the latest.

    ``Retry-After`` (RFC 9110, 10.2.3) holds seconds or a date, Inoreader's own field seconds; without either an hour.
    """
    for field in ("retry-after", "x-reader-limits-reset-after"):
        value = headers.get(field, "").strip()
        if re.fullmatch(r"\d{1,9}(\.\d+)?", value, re.ASCII):
            return min(now + timedelta(seconds=float(value)), now + _LONGEST_WAIT)
        if when := _date(value):
            return min(max(when, now), now + _LONGEST_WAIT)
    return now + timedelta(hours=1)


def _date(value: str) -> datetime | None:
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _said(answer: Answer) -> str:
    """The server's own words, if they are a short line and no page."""
    words = clean_line(answer.text()[:2000])
    if match := re.search(r'"error_message"\s*:\s*"((?:[^"\\]|\\.)*)"', words):
        words = match[1]
    return f" ({elide(words, 120)})" if words and not words.startswith(("<", "{", "[")) else ""
