"""Quotations of many articles, newest first, in each of the formats of ``reader speakers show``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from reader.app.render.markdown import escape, target
from reader.app.render.table import csv_text
from reader.library.book.records import BookQuotation

__all__ = [
    "FORMATS",
    "cited",
    "timeline_csv",
    "timeline_json",
    "timeline_markdown",
    "timeline_ndjson",
    "timeline_table",
]


def cited(one: BookQuotation) -> str:
    """A quotation with its citation, in a line to paste."""
    said = ", ".join(filter(None, (one.speaker or "nobody named", one.role)))
    via = f" (via {one.via})" if one.via else ""
    where = ", ".join(filter(None, (one.title, one.site, one.day.isoformat(), one.address)))
    return f"“{_words(one)}” ({said}{via}; {where})"


def timeline_table(rows: Sequence[BookQuotation]) -> str:
    """The quotations under their articles, for reading."""
    parts = []
    for _article, same in groupby(rows, lambda one: one.article):
        ones = list(same)
        head = "  ".join(filter(None, (ones[0].day.isoformat(), ones[0].site, ones[0].title)))
        lines = [head]
        for one in sorted(ones, key=lambda one: one.start):
            unsure = "?" if one.confidence < 0.6 else ""
            said = ", ".join(filter(None, (one.speaker or "(nobody named)", one.via and f"via {one.via}")))
            lines.append(f"    “{_words(one)}” {said}{unsure}")
        parts.append("\n".join([*lines, f"    {ones[0].address}"]))
    return "\n\n".join(parts) + "\n" if parts else "nothing\n"


def timeline_json(rows: Sequence[BookQuotation]) -> str:
    """A list of records, a quotation each."""
    return json.dumps([_record(one) for one in rows], ensure_ascii=False, indent=2) + "\n"


def timeline_ndjson(rows: Sequence[BookQuotation]) -> str:
    """A record a line."""
    return "".join(json.dumps(_record(one), ensure_ascii=False) + "\n" for one in rows)


def timeline_csv(rows: Sequence[BookQuotation]) -> str:
    """A row a quotation."""
    header = tuple(_record(rows[0])) if rows else ("speaker", "quotation")
    return csv_text(header, [["" if cell is None else str(cell) for cell in _record(one).values()] for one in rows])


def timeline_markdown(rows: Sequence[BookQuotation]) -> str:
    """The quotations under their articles, to keep."""
    parts = []
    for _article, same in groupby(rows, lambda one: one.article):
        ones = sorted(same, key=lambda one: one.start)
        title = escape(ones[0].title or ones[0].address)
        web = ones[0].address.startswith(("http://", "https://"))
        parts.append(f"## [{title}]({target(ones[0].address)})" if web else f"## {title}")
        parts.append(escape(", ".join(filter(None, (ones[0].site, ones[0].day.isoformat())))))
        for one in ones:
            said = ", ".join(filter(None, (one.speaker or "nobody named", one.role, one.via and f"via {one.via}")))
            parts.append(f"> {escape(_words(one))}\n>\n> {escape(said)}")
    return "\n\n".join(parts) + "\n" if parts else ""


def _words(one: BookQuotation) -> str:
    return " ".join(one.words.split())


def _record(one: BookQuotation) -> dict[str, object]:
    return {
        "speaker": one.speaker or None,
        "role": one.role,
        "called": one.called or None,
        "kind": str(one.kind),
        "quotation": one.words,
        "via": one.via or None,
        "confidence": round(one.confidence, 3),
        "start": one.start,
        "end": one.end,
        "date": one.day.isoformat(),
        "site": one.site,
        "title": one.title,
        "url": one.address,
    }


FORMATS: Mapping[str, Callable[[Sequence[BookQuotation]], str]] = {
    "table": timeline_table,
    "json": timeline_json,
    "ndjson": timeline_ndjson,
    "csv": timeline_csv,
    "markdown": timeline_markdown,
}
