"""All speakers of what was read, in each of the formats of ``reader speakers``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from reader.app.render.table import columns, csv_text
from reader.library.book.records import SpeakerRow
from reader.model import SpeakerKind

__all__ = ["FORMATS", "KINDS", "Months", "span_of", "sparkline", "speakers_csv", "speakers_json", "speakers_table"]

Months = Mapping[int, Mapping[int, int]]
"""By speaker's key: quotations by month, a month being year * 12 + month - 1."""

KINDS: Mapping[str, tuple[SpeakerKind, ...]] = {
    "named": (SpeakerKind.PERSON,),
    "organisations": (SpeakerKind.ORGANISATION,),
    "unnamed": (SpeakerKind.UNNAMED,),
    "all": tuple(SpeakerKind),
}
"""The words for kinds of speakers, with what they are; the lists keep these apart."""
_BARS = "▁▂▃▄▅▆▇█"


def sparkline(months: Mapping[int, int], width: int, span: tuple[int, int]) -> str:
    """How often somebody was quoted over time: ``width`` signs from the first month of ``span`` to its last.

    >>> sparkline({24300: 1, 24302: 4}, 4, (24300, 24303))
    '▂ █ '
    """
    first, last = span
    width = max(1, min(width, last - first + 1))
    counts = [0] * width
    for month, number in months.items():
        counts[(month - first) * width // (last - first + 1)] += number
    most = max(counts)
    return "".join(_BARS[max(0, round(count / most * 8) - 1)] if count else " " for count in counts)


def span_of(months: Months) -> tuple[int, int]:
    """The first and the last month of all: one scale for every line of a list."""
    all_ = [month for one in months.values() for month in one]
    return (min(all_), max(all_)) if all_ else (0, 0)


def speakers_table(rows: Sequence[SpeakerRow], months: Months) -> str:
    """Columns for reading, the kinds apart under their headings."""
    parts, span = [], span_of(months)
    for heading, kinds in KINDS.items():
        own = [row for row in rows if row.kind in kinds]
        if own and heading != "all":
            lines = [(row.name, str(row.quotations), str(row.articles), str(row.sites), _days(row),
                      sparkline(months.get(row.key, {}), 12, span), row.role) for row in own]  # fmt: skip
            head = (heading.upper(), "QUOTED", "ARTICLES", "SITES", "FROM … TO", "OVER TIME", "ROLE")
            parts.append(columns([head, *lines], (32, 6, 8, 5, 23, 12)))
    return "\n".join(parts) or "nobody\n"


def speakers_json(rows: Sequence[SpeakerRow], months: Months) -> str:
    """A list of records, a speaker each; ``months`` maps ``2025-03`` to a number of quotations."""
    records = [
        {
            "id": row.id,
            "name": row.name,
            "role": row.role,
            "kind": str(row.kind),
            "wikidata": row.outside_id or None,
            "quotations": row.quotations,
            "articles": row.articles,
            "sites": row.sites,
            "first": _iso(row.first),
            "last": _iso(row.last),
            "months": {f"{m // 12:04}-{m % 12 + 1:02}": n for m, n in sorted(months.get(row.key, {}).items())},
        }
        for row in rows
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def speakers_csv(rows: Sequence[SpeakerRow], _months: Months) -> str:
    """A row a speaker."""
    header = ("id", "name", "role", "kind", "wikidata", "quotations", "articles", "sites", "first", "last")
    cells = (
        (row.id, row.name, row.role, str(row.kind), row.outside_id, str(row.quotations), str(row.articles),
         str(row.sites), _iso(row.first) or "", _iso(row.last) or "")
        for row in rows
    )  # fmt: skip
    return csv_text(header, cells)


def _days(row: SpeakerRow) -> str:
    if row.first is None or row.last is None:
        return ""
    return row.first.isoformat() if row.first == row.last else f"{row.first} … {row.last}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


FORMATS: Mapping[str, Callable[[Sequence[SpeakerRow], Months], str]] = {
    "table": speakers_table,
    "json": speakers_json,
    "csv": speakers_csv,
}
