"""Readwise's CSV: ``Highlight,Title,Author,URL,Note,Location,Date``, tags as ``.tag`` at the beginning of a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.errors import BadInput
from reader.model import Note
from reader.notes.export.csv_table import rearmed
from reader.notes.importers.made import dated, made
from reader.notes.importers.rows import Rows
from reader.notes.importers.tables import Cells, rows

__all__ = ["parted_note", "rows_of"]

_TAGS = re.compile(r"\s*((?:\.[^\s.]\S*[ \t]*)+)(?:\n+|$)|\s*((?:\.[^\s.]\S*[ \t]+)+)")
_SAID = re.compile(r"(?:^|\n\n)Said by ([^\n]{1,200})\.$")
_AND = re.compile(r"\s*;\s*|\s*,\s+| and ")


def rows_of(text: str, name: str) -> Rows[Cells | str]:
    """The rows of the table."""
    return Rows(rows(text, name), _notes)


def parted_note(given: str) -> tuple[list[str], str, str]:
    """Tags, what was thought, and the speaker, from the one field that holds them."""
    found = _TAGS.match(given)
    tags = [tag.lstrip(".") for tag in found.group().split()] if found else []
    body = given[found.end() :] if found else given
    said = _SAID.search(body)
    return (tags, body[: said.start()], said[1]) if said else (tags, body, "")


def _notes(row: Cells | str) -> Iterator[Note]:
    if isinstance(row, str):
        raise BadInput(row)
    cells = {key: rearmed(cell) for key, cell in row.items()}
    highlight, title = cells.get("highlight", ""), cells.get("title", "")
    if not highlight.strip():
        raise BadInput("no highlight")
    tags, body, speaker = parted_note(cells.get("note", ""))
    tags += [tag for tag in cells.get("tags", cells.get("document tags", "")).split(",") if tag.strip()]
    yield made(
        url=cells.get("url", ""),
        title=title or cells.get("book title", ""),
        quote="" if highlight == title else highlight,
        body=body,
        tags=tags,
        speaker=speaker,
        authors=[part for part in _AND.split(cells.get("author", cells.get("book author", ""))) if part],
        color=cells.get("color", ""),
        created=dated(dict(cells), "date", "highlighted at"),
    )
