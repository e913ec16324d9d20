"""Tables: which ones hold data, and their text, rows by lines and cells by tabs."""

from __future__ import annotations

from collections.abc import Iterator

from reader.extract.dom import Element, text_of
from reader.extract.draft import Piece
from reader.model import Block, BlockKind
from reader.text import clean_line

__all__ = ["is_data_table", "table_pieces"]

_LONG_CELL = 400


def is_data_table(table: Element) -> bool:
    """Whether a table is data and not layout: two columns or more, no table or long text in a cell."""
    if table.get("role") == "presentation" or table.find(".//table") is not None:
        return False
    rows = list(_rows(table))
    if not rows or max(len(row) for row in rows) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    if any(sum(1 for _ in cell.iter("p", "h1", "h2", "ul")) > 2 for cell in cells):
        return False
    return all(len(text_of(cell)) <= _LONG_CELL for cell in cells)


def table_pieces(table: Element) -> list[Piece]:
    """The table as one block, its caption as a heading-like paragraph before it."""
    rows = list(_rows(table))
    lines = ["\t".join(clean_line(text_of(cell)) for cell in row).rstrip() for row in rows]
    kept = [(line, row) for line, row in zip(lines, rows, strict=True) if line.strip()]
    if not kept:
        return []
    headers = 0
    for _line, row in kept:
        if not all(cell.tag == "th" for cell in row):
            break
        headers += 1
    caption = table.find("caption")
    words = clean_line(text_of(caption)) if caption is not None else ""
    pieces = [Piece(Block(BlockKind.PARAGRAPH, words))] if words else []
    text = "\n".join(line.lstrip("\n") for line, _row in kept)
    return [*pieces, Piece(Block(BlockKind.TABLE, text, header_rows=headers))]


def _rows(table: Element) -> Iterator[list[Element]]:
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if cells:
            yield cells
