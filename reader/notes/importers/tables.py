"""Rows of a CSV file by the names of their columns, whatever parts them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reader.errors import BadInput

__all__ = ["Cells", "heading", "rows"]

Cells = dict[str, str]
"""Column name, lower case, to text."""

_LARGEST_CELL = 16 * 1024 * 1024


def heading(text: str) -> tuple[str, ...]:
    """The names of the columns, lower case; none when the first line is no heading of a table."""
    line = text.lstrip("\ufeff").split("\n", 1)[0].strip()
    return tuple(name.strip().strip('"').lower() for name in line.split(_separator(line))) if len(line) < 1000 else ()


def rows(text: str, name: str) -> Iterator[tuple[str, Cells | str]]:
    """Each row with its number as a spreadsheet shows it; a row of the wrong length is the words that say so."""
    plain = text.lstrip("\ufeff")
    names = heading(plain)
    csv.field_size_limit(_LARGEST_CELL)
    table = csv.reader(io.StringIO(plain, newline=""), delimiter=_separator(plain.split("\n", 1)[0]))
    number = 0
    try:
        for number, cells in enumerate(table, start=1):
            if number == 1 or not cells:
                continue
            if len(cells) != len(names):
                yield f"row {number}", f"{len(cells)} cells, where the heading has {len(names)}"
            else:
                yield f"row {number}", dict(zip(names, cells, strict=True))
    except csv.Error as error:
        raise BadInput(f"{name}: row {number + 1}: not CSV: {error}") from None


def _separator(line: str) -> str:
    return max(",;\t", key=line.count)
