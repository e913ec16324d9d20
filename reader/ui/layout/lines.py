"""An article as lines: which part of which block stands on each, and how far in.

A line is made of *pieces* of ``Article.text`` at columns; what is drawn but is not text (a bullet, the bar of a block
quotation, a rule) is its *lead*. The article's own head (title, byline, date, address) comes first, without pieces.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from reader.model import Article, Block, BlockKind
from reader.text import cell_width, graphemes
from reader.ui.layout.wrap import wrap
from reader.ui.signs import BULLETS, INSET, ONWARD, PICTURE, rule, said, spoken

__all__ = ["Layout", "Line", "Piece", "lay_out"]


class Piece(NamedTuple):
    """``Article.text[start:end]`` at ``column`` of the measure."""

    start: int
    end: int
    column: int


class Line(NamedTuple):
    """One line of the measure. ``block`` is -1 in the head and between blocks; ``role`` names its base style."""

    pieces: tuple[Piece, ...] = ()
    lead: str = ""
    block: int = -1
    role: str = "blank"


BLANK = Line()


class Layout(Struct, frozen=True, dict=True):
    """The lines of an article at one measure (cells of text, without gutter and margin)."""

    text: str
    measure: int
    lines: tuple[Line, ...]

    @cached_property
    def _index(self) -> tuple[list[int], list[int]]:
        """Starts of all pieces in the order of the text, and the line of each."""
        pairs = [(piece.start, number) for number, line in enumerate(self.lines) for piece in line.pieces]
        pairs.sort()
        return [start for start, _ in pairs], [number for _, number in pairs]

    def line_of(self, offset: int) -> int:
        """The number of the line on which the character at ``offset`` stands."""
        starts, numbers = self._index
        if not starts:
            return 0
        return numbers[max(0, bisect_right(starts, offset) - 1)]

    def column_of(self, offset: int) -> int:
        """The column, in cells of the measure, of the character at ``offset`` on its line."""
        piece = self.piece_of(self.line_of(offset), offset)
        if piece is None:
            return 0
        return piece.column + cell_width(self.text[piece.start : max(piece.start, min(offset, piece.end))])

    def piece_of(self, number: int, offset: int) -> Piece | None:
        """The piece of a line that holds ``offset`` or ends before it."""
        held = None
        for piece in self.lines[number].pieces:
            if held is None or piece.start <= offset:
                held = piece
        return held

    def offset_at(self, number: int, column: int) -> int | None:
        """The offset of the character at a line's column, the nearest one there is; None for a line without text."""
        if not 0 <= number < len(self.lines) or not self.lines[number].pieces:
            return None
        pieces = self.lines[number].pieces
        piece = next((piece for piece in reversed(pieces) if piece.column <= column), pieces[0])
        position = piece.column
        for start, _end, cells in graphemes(self.text[piece.start : piece.end]):
            if position + max(cells, 1) > column:
                return piece.start + start
            position += cells
        return max(piece.start, piece.end - 1)

    def nearest_text(self, number: int, step: int) -> int | None:
        """The next line with text from ``number`` on, going by ``step``; None at the end."""
        while 0 <= number < len(self.lines):
            if self.lines[number].pieces:
                return number
            number += step
        return None


def lay_out(article: Article, head: tuple[tuple[str, str], ...], measure: int, *, plain: bool = False) -> Layout:
    """The article's lines at a measure of so many cells. ``head`` is its first lines as (text, role).

    A ``plain`` layout has words and ASCII for what is drawn beside the text, and one cell of a table a line.
    """
    measure = max(12, measure)
    lines: list[Line] = [BLANK]
    for text, role in head:
        text = spoken(text, plain) if role == "byline" else text
        lines.extend(Line((), text[start:end], -1, role) for start, end in wrap(text, 0, len(text), measure))
    lines.append(BLANK)
    before: Block | None = None
    for index, (block, start) in enumerate(zip(article.blocks, article.starts, strict=True)):
        if before is not None and _parted(before, block):
            lines.append(BLANK)
        credit = block.kind is BlockKind.CREDIT and before is not None and before.kind is BlockKind.FIGURE
        lead = _leads(before, plain)[1] if credit and before is not None else ""
        lines.extend(_block_lines(article.text, index, block, start, measure, lead, plain))
        before = block
    lines.append(BLANK)
    return Layout(article.text, measure, tuple(lines))


def _parted(before: Block, block: Block) -> bool:
    """Whether a blank line stands between two blocks: not within a list, nor before a picture's credit."""
    within_list = before.kind is block.kind is BlockKind.LIST_ITEM
    return not (within_list or (before.kind is BlockKind.FIGURE and block.kind is BlockKind.CREDIT))


def _block_lines(text: str, index: int, block: Block, start: int, measure: int, inset: str, plain: bool) -> list[Line]:
    end = start + len(block.text)
    if block.kind is BlockKind.RULE:
        return [Line((), said(rule(min(measure, 24)), plain), index, "rule")]
    if block.kind is BlockKind.TABLE:
        from reader.ui.layout.tables import table_lines

        return table_lines(text, index, block, start, measure, plain)
    first, rest = (inset, inset) if inset else _leads(block, plain)
    indent = cell_width(rest)
    wrapped = wrap(text, start, end, measure - indent, measure - cell_width(first))
    role = f"heading{min(block.level, 3)}" if block.kind is BlockKind.HEADING else str(block.kind)
    leads = [first, *[rest] * (len(wrapped) - 1)]
    if block.kind is BlockKind.CODE:  # a line of code that goes on says so
        leads = [rest if begin == start or text[begin - 1] == "\n" else said(ONWARD, plain) for begin, _ in wrapped]
    return [
        Line((Piece(begin, stop, cell_width(lead)),), lead, index, role)
        for (begin, stop), lead in zip(wrapped, leads, strict=True)
    ]


def _leads(block: Block, plain: bool) -> tuple[str, str]:
    """What stands before the first and before each later line of a block."""
    if block.kind is BlockKind.LIST_ITEM:
        inset = "  " * min(block.level, 6)
        mark = said(BULLETS[block.level % len(BULLETS)], plain) if block.ordinal is None else f"{block.ordinal}."
        first = f"{inset}{mark} "
        return first, " " * cell_width(first)
    if block.kind is BlockKind.QUOTE:
        bars = said(INSET, plain) * max(1, min(block.level, 4))
        return bars, bars
    if block.kind is BlockKind.CODE:
        return "  ", "  "
    if block.kind is BlockKind.FIGURE and block.source:
        return said(PICTURE, plain), "" if plain else "  "
    return "", ""
