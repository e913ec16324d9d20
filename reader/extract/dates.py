"""Reads the dates that pages and people write, with the precision they were given in."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from reader.model import Precision

__all__ = ["Date", "date_at_end", "find_date", "is_date_line", "parse_date"]


class Date(NamedTuple):
    """A moment and how exactly it was given."""

    when: datetime
    precision: Precision


_MONTH_NAMES = (
    "jan january januar jänner janvier enero janeiro gennaio januari",
    "feb february februar febr février fév fevereiro febrero febbraio februari",
    "mar march märz mär mars marzo março maart mrt",
    "apr april avril avr abril aprile abr",
    "may mai mayo maio maggio mei maj",
    "jun june juni juin junio junho giugno",
    "jul july juli juillet juil julio julho luglio",
    "aug august août aout agosto augustus augusti ago",
    "sep sept september septembre septiembre setembro settembre set",
    "oct october okt oktober octobre octubre outubro ottobre out ott",
    "nov november novembre noviembre novembro",
    "dec december dez dezember décembre déc diciembre dezembro dicembre dic",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
# Hours east of Greenwich; only names that mean one thing to a newspaper's readers.
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3, "msk": 3,
    "est": -5, "edt": -4, "et": -5, "cdt": -5, "cst": -6, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "pt": -8,
    "aest": 10, "aedt": 11, "jst": 9, "hkt": 8, "sgt": 8, "nzst": 12, "nzdt": 13,
}  # fmt: skip
_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ]+(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?(?!\d)",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|º|er)?\.?(?: de| of)?[ \-]+{_MONTH}(?: de|,)?[ \-]+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)  # fmt: skip  # noqa: E501 - one pattern
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE
)
_DOTTED = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])")
_PATTERNS = (_MONTH_FIRST, _DAY_FIRST, _ISO, _SLASHED, _DOTTED)
_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d))?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s*\(?(?P<zone>" + "|".join(_ZONES) + r")\b)?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_WEEKDAY = (
    r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|"
    r"mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|"
    r"domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag|stand|às|à|le|el|alle|ore|kl|veröffentlicht|aktualisiert|"
    r"publié|mis à jour|publicado|actualizado|atualizado"
)
_AROUND = re.compile(
    rf"\b(?:{_WEEKDAY}|posted|published|updated|on|at|date|first|last|um|uhr|min(?:ute)?s?|read|[ap]\.?m|{'|'.join(_ZONES)})\b|[\W\d_]",
    re.IGNORECASE,
)


def parse_date(text: str) -> Date | None:
    """The date that a machine-made value says: ISO 8601, RFC 5322, a Unix time, or else one in words."""
    text = text.strip()[:100]
    if match := _ISO.match(text):
        return _from_iso(match)
    if re.fullmatch(r"\d{10}(?:\d{3})?", text):
        return Date(datetime.fromtimestamp(int(text[:10]), UTC), Precision.SECOND)
    if re.match(r"[A-Za-z]{3}, ", text):
        try:
            return Date(parsedate_to_datetime(text), Precision.SECOND)
        except ValueError:
            pass  # not of that form after all: the words below may say it
    return find_date(text)


def find_date(text: str) -> Date | None:
    """The first date in running words, with the time of day beside it when there is one."""
    matches = [match for pattern in _PATTERNS if (match := pattern.search(text))]
    if not matches:
        return None
    match = min(matches, key=lambda match: match.start())
    if match.re is _ISO:
        return _from_iso(match)
    month = match["month"].lower()
    try:
        day = datetime(int(match["year"]), _MONTHS.get(month) or int(month), int(match["day"]))
    except ValueError:
        return None
    return _with_time(day, text[match.end() : match.end() + 40])


def date_at_end(line: str) -> tuple[str, Date | None]:
    """A line without the date that it ends in, and that date; the line and None when it ends in none."""
    matches = [match for pattern in _PATTERNS if (match := pattern.search(line))]
    for match in sorted(matches, key=lambda match: match.start()):
        if match.start() and is_date_line(line[match.start() :]):
            return line[: match.start()].rstrip(" ,|·•–—-/"), find_date(line[match.start() :])
    return line, None


def is_date_line(line: str) -> bool:
    """Whether a line says a date and nothing else."""
    if len(line) > 80 or not _DIGIT.search(line):  # the patterns are dear
        return False
    matches = [match for pattern in _PATTERNS if (match := pattern.search(line))]
    return any(not _AROUND.sub("", line[: match.start()] + " " + line[match.end() :]) for match in matches)


def _from_iso(match: re.Match[str]) -> Date | None:
    year, month, day, hour, minute, second = (
        int(match[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    try:
        when = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(match["zone"]))
    except ValueError:
        return None
    if not 1800 <= when.year <= 2200:
        return None
    return Date(when, Precision.SECOND if match["hour"] else Precision.DAY)


def _zone(zone: str | None) -> tzinfo | None:
    if not zone:
        return None
    if zone[0] not in "+-":
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if zone[0] == "-" else offset)


def _with_time(day: datetime, after: str) -> Date:
    """The day with the time of day that the words after it begin with, if they do."""
    match = _TIME.search(after)
    if not match or not (match["minute"] or match["half"]) or re.search(r"[^\W\d_]{4,}", after[: match.start()]):
        return Date(day, Precision.DAY)
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    zone = match["zone"]
    try:
        when = day.replace(
            hour=hour,
            minute=int(match["minute"] or 0),
            second=int(match["second"] or 0),
            tzinfo=timezone(timedelta(hours=_ZONES[zone.lower()])) if zone else None,
        )
    except ValueError:
        return Date(day, Precision.DAY)
    return Date(when, Precision.SECOND)
