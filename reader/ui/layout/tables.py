"""A table as lines: columns that are as wide as they need, figures set to the right; or, too wide, row by row."""

from __future__ import annotations

import re

from reader.model import Block
from reader.text import cell_width, elide
from reader.ui.layout.lines import Line, Piece
from reader.ui.layout.wrap import wrap
from reader.ui.signs import rule

__all__ = ["table_lines"]

GAP = 2
NARROWEST = 5
"""Cells of a column in which words can still be read; with less for each a table is set row by row."""
LABEL = 20
"""Cells of a heading at most where it stands before each of its cells."""

_NUMBER = re.compile(r"[-+−–±~<>≈]?\s?[$€£¥]?\s?\d[\d.,:'’\u00a0\u202f ]*\s?(?:%|‰|[kKmMbB]n?|[°$€£¥″′]\w?)?")
_NOTHING = ("", "-", "–", "—", "n/a", "N/A", "…")

Cell = tuple[int, int]


def table_lines(text: str, index: int, block: Block, start: int, measure: int, plain: bool = False) -> list[Line]:
    """The lines of a table block; a rule stands under its header rows. A ``plain`` one is set row by row."""
    rows = _cells(block.text, start)
    count = max(map(len, rows))
    needs = [1] * count
    for row in rows:
        for place, (begin, stop) in enumerate(row):
            needs[place] = max(needs[place], cell_width(text[begin:stop]))
    widths = _shared_out(needs, measure - GAP * (count - 1))
    if plain or any(width < min(need, NARROWEST) for width, need in zip(widths, needs, strict=True)):
        return _row_by_row(text, index, block, rows, measure, plain)
    return _in_columns(text, index, block, rows, widths)


def _in_columns(text: str, index: int, block: Block, rows: list[list[Cell]], widths: list[int]) -> list[Line]:
    """Each cell broken in its own column."""
    columns = [sum(widths[:place]) + GAP * place for place in range(len(widths))]
    said = block.header_rows or int(len(rows) > 2)  # a page that names no heading may have one all the same
    right = _of_figures(text, rows[said:], len(widths))
    lines: list[Line] = []
    for number, row in enumerate(rows):
        role = "table_head" if number < block.header_rows else "table"
        broken = [wrap(text, begin, stop, widths[place]) for place, (begin, stop) in enumerate(row)]
        for depth in range(max(map(len, broken), default=0)):
            pieces = []
            for place, cell in enumerate(broken):
                if depth < len(cell):
                    begin, stop = cell[depth]
                    inset = widths[place] - cell_width(text[begin:stop]) if right[place] else 0
                    pieces.append(Piece(begin, stop, columns[place] + inset))
            lines.append(Line(tuple(pieces), "", index, role))
        if number + 1 == block.header_rows:
            lines.append(Line((), rule(columns[-1] + widths[-1]), index, "rule"))
    return lines


def _row_by_row(text: str, index: int, block: Block, rows: list[list[Cell]], measure: int, plain: bool) -> list[Line]:
    """One cell a line behind its heading, the rows parted by short rules: no number of columns is too large for it."""
    heads = rows[block.header_rows - 1] if block.header_rows else []
    labels = [elide(text[begin:stop], LABEL) for begin, stop in heads]
    wide = max(map(cell_width, labels), default=0) + GAP if labels else 0
    lines: list[Line] = []
    for number, row in enumerate(rows):
        head = number < block.header_rows
        if lines:
            lines.append(Line((), "" if plain else rule(min(measure, 12)), index, "rule"))
        for place, (begin, stop) in enumerate(row):
            label = labels[place] if place < len(labels) and not head else ""
            lead = label + " " * (wide - cell_width(label)) if wide and not head else ""
            for first, last in wrap(text, begin, stop, measure - cell_width(lead)):
                lines.append(
                    Line((Piece(first, last, cell_width(lead)),), lead, index, "table_head" if head else "table")
                )
                lead = " " * cell_width(lead)
    return lines


def _cells(table: str, start: int) -> list[list[Cell]]:
    """Where the cells of each row stand in the article's text."""
    rows, position = [], start
    for row in table.split("\n"):
        cells = []
        for cell in row.split("\t"):
            cells.append((position, position + len(cell)))
            position += len(cell) + 1
        rows.append(cells)
    return rows


def _shared_out(needs: list[int], room: int) -> list[int]:
    """What each column gets of the room: what it needs, but for the widest, which share what the others leave."""
    left, widths = max(room, len(needs)), [0] * len(needs)
    for done, place in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        widths[place] = min(needs[place], left // (len(needs) - done))
        left -= widths[place]
    return widths


def _of_figures(text: str, rows: list[list[Cell]], count: int) -> list[bool]:
    """Which columns hold figures and nothing else."""
    figures, words = [False] * count, [False] * count
    for row in rows:
        for place, (begin, stop) in enumerate(row):
            cell = text[begin:stop].strip()
            if cell in _NOTHING:
                continue
            is_number = len(cell) <= 24 and _NUMBER.fullmatch(cell) is not None
            figures[place] |= is_number
            words[place] |= not is_number
    return [one and not other for one, other in zip(figures, words, strict=True)]
