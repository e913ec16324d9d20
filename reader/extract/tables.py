"""Tables: which ones hold data, and their text, rows by lines and cells by tabs."""

from __future__ import annotations

from collections.abc import Iterator

from reader.extract.dom import Element, text_of
from reader.extract.draft import Piece
from reader.extract.inline import Inline
from reader.extract.phrase import write_words
from reader.model import Block, BlockKind
from reader.text import clean_line

__all__ = ["is_data_table", "table_pieces"]

_LONG_CELL = 400
_MOST_COLUMNS = 100
_MOST_TO_SPAN = 2000
"""Cells beyond which a table gives words alone."""


def is_data_table(table: Element) -> bool:
    """Whether a table is data and not layout: two columns or more, no table or long text in a cell.

    One with a row of header cells may have long text.
    """
    if table.get("role") == "presentation" or table.find(".//table") is not None:
        return False
    rows = list(_rows(table))
    if not rows or max(len(row) for row in rows) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    if any(sum(1 for _ in cell.iter("p", "h1", "h2", "ul")) > 2 for cell in cells):
        return False
    headed = len(rows[0]) > 1 and all(cell.tag == "th" for cell in rows[0])
    return all(len(text_of(cell)) <= _LONG_CELL * (5 if headed else 1) for cell in cells)


def table_pieces(table: Element, base: str) -> list[Piece]:
    """The table as one block, its caption as a paragraph before it.

    A cell over several columns is followed by as many empty ones; header rows are those of ``thead`` or of header
    cells alone.
    """
    rows = [row for row in _rows(table) if any(text_of(cell) for cell in row)]
    if not rows:
        return []
    line = Inline()
    plain = sum(map(len, rows)) > _MOST_TO_SPAN
    for number, row in enumerate(rows):
        if number:
            line.end_row()
        _write_row(row, line, base, plain)
    headers = next((number for number, row in enumerate(rows) if not _is_header(row)), len(rows))
    made = line.block(BlockKind.TABLE, lines=True, header_rows=headers)
    caption = table.find("caption")
    words = clean_line(text_of(caption)) if caption is not None else ""
    pieces = [Piece(Block(BlockKind.PARAGRAPH, words))] if words else []
    return [*pieces, Piece(*made)] if made else pieces


def _write_row(row: list[Element], line: Inline, base: str, plain: bool) -> None:
    skipped = 0
    for cell in row:
        if text_of(cell):
            for _ in range(skipped):
                line.tab()
            skipped = 0
            if plain:
                line.add(text_of(cell))
            else:
                words = Inline()
                write_words(cell, words, base)
                line.join(words)
        skipped += _columns(cell)


def _columns(cell: Element) -> int:
    span = cell.get("colspan") or ""
    return min(int(span), _MOST_COLUMNS) if span.isascii() and span.isdigit() and span != "0" and len(span) < 4 else 1


def _is_header(row: list[Element]) -> bool:
    return all(cell.tag == "th" for cell in row) or next(row[0].iterancestors("thead"), None) is not None


def _rows(table: Element) -> Iterator[list[Element]]:
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if cells:
            yield cells
