"""What can be asked by name, and how days are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

__all__ = ["ALIASES", "ANYWHERE", "DAYS", "FIELDS", "STATES", "WHOLE", "day_of"]

FIELDS: Mapping[str, str] = {
    "title": "words of the title",
    "text": "words of the body; of a note, its passage and what you wrote",
    "site": "the site's name or address: site:example.org",
    "feed": "the feed's name, or a word of it",
    "tag": "a tag, whole: tag:budget",
    "author": "who wrote it",
    "said": "words inside quotations",
    "speaker": "who is quoted",
    "note": "words of your notes, and their tags",
    "colour": "a note's colour",
    "kind": "a note's kind: highlight, note, quotation, page, correction",
    "is": "unread, read, starred, saved, noted or hidden",
    "after": "of this day or later: 2026-01-31, 2026-01, 2026, today, yesterday, 7d, 2w, 3m, 1y",
    "before": "of an earlier day than this",
}
"""Every field by its name, with what it asks for."""

ALIASES: Mapping[str, str] = {"color": "colour"}

ANYWHERE = ("title", "author", "text", "speaker", "note")
"""Where a word without a field may stand (``said`` is a part of the text)."""

WHOLE = frozenset({"tag", "colour", "kind"})
"""Fields whose values, a line each, are compared whole."""

STATES = ("unread", "read", "starred", "saved", "noted", "hidden")
"""What something may be, asked as ``is:unread``."""

DAYS = frozenset({"after", "before"})

_AGO = re.compile(r"(\d{1,5})([dwmy])")
_LENGTHS = {"d": 1, "w": 7, "m": 30, "y": 365}


def day_of(written: str, today: date) -> date:
    """The day that is meant; ValueError when it is none.

    A month or a year is its first day; ``7d`` is seven days ago, ``2w`` two weeks, ``3m`` ninety days, ``1y`` 365.

    >>> day_of("7d", date(2026, 1, 31)), day_of("2026-02", date(2026, 1, 31))
    (datetime.date(2026, 1, 24), datetime.date(2026, 2, 1))
    """
    word = written.strip().lower()
    if word in ("today", "yesterday"):
        return today - timedelta(days=word == "yesterday")
    if ago := _AGO.fullmatch(word):
        try:
            return today - timedelta(days=int(ago[1]) * _LENGTHS[ago[2]])
        except OverflowError as error:
            raise ValueError(f"{word} is before all days") from error
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", word):
        word += "-01-01"[len(word) - 4 :]
    return date.fromisoformat(word.upper())
