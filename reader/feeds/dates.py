"""Reads the dates of feeds: RFC 822 as RSS wants it, RFC 3339 as Atom does, and what their makers write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

__all__ = ["feed_date"]

EARLIEST, LATEST = 1900, 2200
"""Years that a date of a feed can be in; others are a mistake or a trick, such as the year 1 or 30,000."""

_LONGEST = 100
# Sun, 06 Jul 2014 12:56:00 GMT (RFC 822, 2822) and all that is nearly so: no weekday, a full month, two-digit years.
_MAIL = re.compile(
    r"(?:[^\W\d]+\.?,?\s*)?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s,/-]+(?:de\s+)?(?P<month>[^\W\d]+)\.?[\s,/-]+(?:de\s+)?(?P<year>\d{4}|\d\d)"
    r"(?:,?\s+(?:at\s+)?(?P<time>\d{1,2}[:.]\d{1,2}(?:[:.]\d{1,2})?(?:[.,]\d+)?)\s*(?P<half>[ap]\.?m\b\.?)?)?\s*(?P<zone>.*)",
    re.IGNORECASE,
)
_USUAL = re.compile(r"(?:[A-Za-z]{3}, )?(\d\d?) ([A-Za-z]{3}) (\d{4}) (\d\d):(\d\d):(\d\d) (GMT|[+-]\d{4}|[A-Z]{3})")
# Jul 6, 2014, and Sun Jul  6 12:56:00 CEST 2014 as asctime() has it.
_MONTH_FIRST = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(?P<month>[^\W\d]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+"
    r"(?:(?P<time>\d{1,2}:\d{1,2}(?::\d{1,2})?)\s+(?P<zone>[^\W\d]{1,5}\s+|[+-]\d{4}\s+)?(?P<year>\d{4})"
    r"|(?P<year2>\d{4})(?:,?\s+(?:at\s+)?(?P<time2>\d{1,2}:\d{1,2}(?::\d{1,2})?)\s*(?P<half>[ap]\.?m\b\.?)?)?\s*(?P<zone2>.*))",
    re.IGNORECASE,
)
# 2014-07-06T12:56:00.000+02:00 (RFC 3339, W3CDTF, ISO 8601) down to a year, its week or its day's number.
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<ordinal>\d{3})(?!\d)|[-/.]?W(?P<week>\d\d)(?:-?(?P<weekday>[1-7]))?"
    r"|(?P<mark>[-/.]?)(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?)?"
    r"(?:(?:\s*T\s*|\s+|-(?=\d\d:))(?P<time>\d{1,2}(?::?\d\d(?::?\d\d)?)?)(?:[.,]\d+)?)?\s*(?P<zone>.*)",
    re.IGNORECASE,
)
# 24.12.2014 18:00 and 24/12/2014; the month stands first only where the number can be no day.
_NUMBERS = re.compile(
    r"(?:[^\W\d]+\.?,?\s*)?(?P<first>\d{1,2})(?P<mark>[./-])\s?(?P<second>\d{1,2})(?P=mark)\s?(?P<year>\d{4})"
    r"(?:,?\s+(?P<time>\d{1,2}:\d{1,2}(?::\d{1,2})?)\s*(?P<half>[ap]\.?m\b\.?)?)?\s*(?P<zone>.*)",
    re.IGNORECASE,
)
_UNIX = re.compile(r"(?P<digits>\d{9,10}(?:\d{3})?)(?:\.\d+)?")
# Korean and Chinese: 2004년 5월 28일 오후 11:23, 2004年5月28日 23:23.
_EAST = re.compile(
    r"(?P<year>\d{4})[년年]\s*(?P<month>\d{1,2})[월月]\s*(?P<day>\d{1,2})[일日]\s*(?P<half>오전|오후|上午|下午|午前|午後)?\s*"
    r"(?P<time>\d{1,2}[:时時시]\s*\d{1,2}(?:[:分분]\s*\d{1,2})?)?.*"
)
_MONTH_NAMES = (
    "jan january januar jänner janvier enero ene janeiro gennaio gen januari januára styczeń stycznia янв января ιαν",
    "feb february februar febr février fev fév févr fevereiro febrero febbraio februari februára luty lutego фев "
    "февраля φεβ",
    "mar march märz maerz mär mars marzo março maart mrt március márc marca marzec marca мар марта μάρ μαρ",
    "apr april avril avr abril aprile abr április ápr kwiecień kwietnia апр апреля απρ",
    "may mai mayo maio maggio mag mei maj május máj maja мая май μάι μαϊ μαι",
    "jun june juni juin junio junho giugno giu június jún czerwiec czerwca июн июня ιούν ιον",
    "jul july juli juillet juil julio julho luglio lug július júl lipiec lipca июл июля ιούλ ιολ",
    "aug august août aout agosto ago augustus augusti augusztus sierpień sierpnia авг августа αύγ αυγ",
    "sep sept september septembre septiembre setembro settembre set szeptember szept wrzesień września сен сентября"
    " σεπ",
    "oct october okt oktober octobre octubre outubro ottobre out ott október październik października окт октября οκτ",
    "nov november novembre noviembre novembro listopad listopada ноя ноября νοέ νοε",
    "dec december dez dezember décembre déc diciembre dic dezembro dicembre grudzień grudnia дек декабря δεκ",
)
_MONTH_DIGITS = {names[:3].title(): f"{number:02}" for number, names in enumerate(_MONTH_NAMES, 1)}
_GREENWICH = ("GMT", "+0000")
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
# Hours east of Greenwich: RFC 822's own, and those of the countries where feeds are made.
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "ist": 5.5, "cet": 1, "cest": 2, "mez": 1,
    "mesz": 2, "met": 1, "mest": 2, "eet": 2, "eest": 3, "msk": 3, "msd": 4, "est": -5, "edt": -4, "et": -5, "cst": -6,
    "cdt": -5, "ct": -6, "mst": -7, "mdt": -6, "mt": -7, "pst": -8, "pdt": -7, "pt": -8, "akst": -9, "akdt": -8,
    "hst": -10, "ast": -4, "adt": -3, "nst": -3.5, "brt": -3, "art": -3, "sast": 2, "jst": 9, "kst": 9, "hkt": 8,
    "sgt": 8, "awst": 8, "acst": 9.5, "acdt": 10.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
}  # fmt: skip
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2}):?(\d\d)?", re.IGNORECASE)
_AFTERNOON = ("p", "오후", "下午", "午後")


def feed_date(text: str) -> datetime | None:
    """The moment that a date of a feed names, aware when it says its zone; None when it says none that can be true.

    Read are RFC 822 and 2822, RFC 3339, W3CDTF and ISO 8601, asctime(), Unix times, and the same with the words of
    other languages or in the order of other countries. A leap second is the second before it.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    for read in (_fast, _read):
        try:
            if when := read(text):
                return when
        except (ValueError, OverflowError):
            continue  # nearly so, or a day that is none
    return None


def _fast(text: str) -> datetime | None:
    """The two forms that most feeds have."""
    words = text.split(" ")
    if len(words) == 6 and words[0][-1:] == ",":
        del words[0]  # the weekday
    if len(words) == 5 and words[4] in _GREENWICH and (month := _MONTH_DIGITS.get(words[1])):
        day, _, year, clock, _ = words
        return _believed(datetime.fromisoformat(f"{year}-{month}-{day:0>2}T{clock}+00:00"))
    if match := _USUAL.fullmatch(text):
        day, month, year, hour, minute, second, zone = match.groups()
        number = _MONTHS.get(month.lower())
        if number is None:
            return None
        return _believed(datetime(int(year), number, int(day), int(hour), int(minute), int(second), tzinfo=_zone(zone)))
    if len(text) > 18 and text[4] == "-" and text[10] == "T":
        return _believed(datetime.fromisoformat(text))
    return None


def _believed(when: datetime) -> datetime | None:
    return when if EARLIEST <= when.year <= LATEST else None


def _read(text: str) -> datetime | None:
    for pattern, made in _FORMS:
        if (match := pattern.fullmatch(text)) and (when := made(match)):
            return when
    return None


def _from_words(match: re.Match[str]) -> datetime | None:
    """A date whose month is a word, in either order."""
    month = _MONTHS.get(match["month"].lower())
    fields = match.groupdict()
    clock, zone = fields["time"] or fields.get("time2"), fields["zone"] or fields.get("zone2")
    year = fields["year"] or fields.get("year2")
    return _made(year, month, match["day"], clock, match["half"], zone) if month and year else None


def _from_numbers(match: re.Match[str]) -> datetime | None:
    first, second = int(match["first"]), int(match["second"])
    month_first = second > 12 or (match["mark"] == "/" and match["half"])  # am and pm are of one country's dates
    day, month = (second, first) if month_first else (first, second)
    return _made(match["year"], month, day, match["time"], match["half"], match["zone"])


def _from_east(match: re.Match[str]) -> datetime | None:
    return _made(match["year"], match["month"], match["day"], match["time"], match["half"], "")


def _from_unix(match: re.Match[str]) -> datetime | None:
    """Seconds, or thousandths of them, since 1970."""
    digits = match["digits"]
    return _believed(datetime.fromtimestamp(int(digits[:-3] if len(digits) > 10 else digits), UTC))


def _from_iso(match: re.Match[str]) -> datetime | None:
    year = int(match["year"])
    if not EARLIEST <= year <= LATEST or (match["zone"] and match["zone"] == match.string[4:].strip()):
        return None  # a number of four digits and some words
    if match["ordinal"]:
        day = datetime(year, 1, 1) + timedelta(days=int(match["ordinal"]) - 1)
    elif match["week"]:
        day = datetime.fromisocalendar(year, int(match["week"]), int(match["weekday"] or 1))
    else:
        day = datetime(year, int(match["month"] or 1), int(match["day"] or 1))
    digits = re.sub(r"\D", "", match["time"] or "")
    if match["time"] and ":" in match["time"]:
        return _made(year, day.month, day.day, match["time"], None, match["zone"])
    clock = ":".join(digits[at : at + 2] for at in range(0, len(digits), 2))
    return _made(year, day.month, day.day, clock, None, match["zone"])


def _made(
    year: str | int, month: str | int, day: str | int, clock: str | None, half: str | None, zone: str | None
) -> datetime | None:
    year = int(year)
    if year < 100:
        year += 2000 if year < 70 else 1900
    hour, minute, second = _clock(clock)
    if half:
        hour = hour % 12 + (12 if half.lower().startswith(_AFTERNOON) else 0)
    late = hour == 24
    when = datetime(year, int(month), int(day), 0 if late else hour, minute, min(second, 59), tzinfo=_zone(zone or ""))
    return _believed(when + timedelta(days=1) if late else when)


def _clock(text: str | None) -> tuple[int, int, int]:
    numbers = [int(number) for number in re.findall(r"\d+", text or "")[:3]]
    hour, minute, second = [*numbers, 0, 0, 0][:3]
    return hour, minute, second


@lru_cache(maxsize=256)
def _zone(words: str) -> tzinfo | None:
    """The zone that the words after the time name; none when they name none that is known."""
    words = words.strip().strip("()").strip()
    if match := _OFFSET.match(words):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        if offset >= timedelta(hours=24):
            return UTC
        return timezone(-offset if match[1] == "-" else offset)
    hours = _ZONES.get(words.partition(" ")[0].lower().strip(".,;[]"))
    if hours is None:
        return None
    return timezone(timedelta(hours=hours)) if hours else UTC


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], datetime | None]], ...] = (
    (_EAST, _from_east),
    (_ISO, _from_iso),
    (_UNIX, _from_unix),
    (_MAIL, _from_words),
    (_MONTH_FIRST, _from_words),
    (_NUMBERS, _from_numbers),
)
