"""A row a quotation, over any number of articles: for a table program, a notebook, a corpus."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from reader.app.reading import Reading
from reader.app.render.facts import iso_date
from reader.app.render.table import csv_text
from reader.model import Article, Quotation

__all__ = ["COLUMNS", "Ids", "csv_rows", "header", "ndjson_rows", "rows_of"]

COLUMNS = (
    "citekey", "speaker_id", "speaker", "role", "speaker_kind", "kind", "via", "quotation", "cue", "mention", "start",
    "end", "paragraph", "confidence", "date", "site", "title", "url",
)  # fmt: skip
"""Of every row; ``start`` and ``end`` are characters of the article's text, ``paragraph`` is its block, from 1."""

Ids = Mapping[tuple[int, int], tuple[str, str]]
"""By a quotation's place: the id and the name of its speaker over all articles."""


def rows_of(reading: Reading, ids: Ids) -> Iterator[dict[str, object]]:
    """The rows of one article; a speaker that the book does not know has the id of this article alone."""
    from reader.notes.make import citekey

    article = reading.article
    shared = {
        "date": iso_date(article.published, article.published_precision) or "",
        "site": article.site,
        "title": article.title,
        "url": article.address,
    }
    key = citekey(article)
    for one in reading.attribution.quotations if reading.attribution else ():
        record = {"citekey": key, **_said(one, reading, ids), **shared}
        yield {column: record[column] for column in COLUMNS}


def header() -> str:
    """The first line of the CSV."""
    return ",".join(COLUMNS) + "\n"


def csv_rows(reading: Reading, ids: Ids) -> str:
    """The rows of one article as CSV without the heading."""
    rows = [[str(cell) for cell in row.values()] for row in rows_of(reading, ids)]
    return csv_text(COLUMNS, rows).removeprefix(header())


def ndjson_rows(reading: Reading, ids: Ids) -> str:
    """The rows of one article as JSON, a line each."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows_of(reading, ids))


def _said(one: Quotation, reading: Reading, ids: Ids) -> dict[str, object]:
    article = reading.article
    speaker = reading.attribution.speaker(one.speaker) if reading.attribution else None
    return {
        "speaker_id": ids.get((one.start, one.end), (speaker.id if speaker else "",))[0],
        "speaker": speaker.name if speaker else "",
        "role": speaker.role if speaker else "",
        "speaker_kind": str(speaker.kind) if speaker else "",
        "kind": str(one.kind),
        "via": one.via or "",
        "quotation": article.text[one.start : one.end],
        "cue": _words(article, one.cue),
        "mention": _words(article, one.mention),
        "start": one.start,
        "end": one.end,
        "paragraph": bisect_right(article.starts, one.start),
        "confidence": round(one.confidence, 3),
    }


def _words(article: Article, span: tuple[int, int] | None) -> str:
    return article.text[span[0] : span[1]] if span else ""
