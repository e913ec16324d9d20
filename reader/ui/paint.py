"""From a line of the layout to a strip of the screen: gutter, margin, text in its looks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct, field
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.model import Quotation, Range
from reader.text import cell_width
from reader.ui.layout.layers import Layer, runs
from reader.ui.layout.lines import Layout, Line
from reader.ui.palette import Palette
from reader.ui.signs import INSET, NOTED, ON, QUOTED, QUOTED_HERE, said

__all__ = ["Marks", "Painter", "beside"]

GUTTER = 6
"""Cells left of the measure: note sign, blank, initials, bar, blank."""
PLAIN_GUTTER, PLAIN_NOTES = 3, 10
"""On a plain screen: initials and blank left of the measure, and how many notes there are after a line."""


def beside(plain: bool) -> int:
    """The cells that are no measure: what marks need, and what keeps the text from the edge."""
    return PLAIN_GUTTER + PLAIN_NOTES + 1 if plain else GUTTER + 1


class Marks(Struct, frozen=True):
    """What the gutter and the caret show: who is quoted where, where notes are, what is current.

    ``starts`` are those of the quotations, in their order.
    """

    quotations: Sequence[Quotation] = ()
    starts: Sequence[int] = ()
    tags: dict[str, str] = field(default_factory=dict)
    slots: dict[str, int] = field(default_factory=dict)
    notes: Layer = field(default_factory=Layer)
    focus: str | None = None
    here: int | None = None
    caret: Range | None = None
    selection: Range | None = None
    found: Range | None = None
    hints: tuple[tuple[int, str], ...] = ()


class Painter:
    """Paints the lines of one layout in one palette."""

    def __init__(self, layout: Layout, layers: Sequence[Layer], marks: Marks, palette: Palette, width: int) -> None:
        self._layout, self._layers, self._marks, self._palette = layout, layers, marks, palette
        self._width = width
        self._margin = 0 if palette.plain else max(0, (width - GUTTER - layout.measure) // 2)
        self.left = self._margin + (PLAIN_GUTTER if palette.plain else GUTTER)
        """The column of the view at which the text begins."""
        self._starts = marks.starts
        self._over = Layer(self._overlays())

    def _overlays(self) -> list[tuple[int, int, str]]:
        """What lies over the article's own layers, lowest first by nature of its names and places."""
        marks, over = self._marks, []
        if marks.here is not None:
            quotation = marks.quotations[marks.here]
            slot = marks.slots.get(quotation.speaker or "")
            over.append((quotation.start, quotation.end, f"here:{'-' if slot is None else slot}"))
        return over

    def strip(self, number: int) -> Strip:
        """The whole line, as wide as the view."""
        if not 0 <= number < len(self._layout.lines):
            return Strip.blank(self._width, self._palette.style("blank"))
        line = self._layout.lines[number]
        blank = self._palette.style("blank")
        segments = [Segment(" " * self._margin, blank), *self._gutter(line)]
        used, lead_style = cell_width(line.lead), self._palette.style(line.role)
        if line.lead:
            shown = line.lead if line.pieces else line.lead[: self._layout.measure]
            segments.append(Segment(shown, self._palette.style("rule") if INSET in line.lead else lead_style))
        for piece in line.pieces:
            if piece.column > used:
                segments.append(Segment(" " * (piece.column - used), lead_style))
                used = piece.column
            segments.extend(self._text(piece.start, piece.end, line.role))
            used += cell_width(self._layout.text[piece.start : piece.end])
        if line.role == "code" and used < self._layout.measure:
            segments.append(Segment(" " * (self._layout.measure - used), lead_style))
        if self._palette.plain and (notes := self._noted(line)):
            segments.append(Segment(f" [{'note' if notes == 1 else f'{notes} notes'}]", self._palette.style("blank")))
        return Strip(segments).adjust_cell_length(self._width, blank)

    def _text(self, start: int, end: int, role: str) -> list[Segment]:
        text, style = self._layout.text, self._palette.style
        marks = self._marks
        top = [
            (*span, look)
            for span, look in ((marks.found, "found"), (marks.selection, "selection"), (marks.caret, "caret"))
            if span and span[0] < span[1]
        ]
        layers = [*self._layers, self._over, *(Layer([span]) for span in top)]
        segments = []
        for first, last, looks in runs(layers, start, end):
            shown = text[first:last].replace("\t", " ")
            segments.append(Segment(shown, style(role, *_ordered(looks))))
        caret = marks.caret
        if caret and caret[0] == end and (end == start or caret[0] >= len(text)):
            segments.append(Segment(" ", style(role, "caret")))
        for offset, key in marks.hints:
            if start <= offset < end:
                where, plain = cell_width(text[start:offset]), self._palette.plain
                segments = _lay_hint(segments, where, key, style(role, "hint"), plain)
        return segments

    def _gutter(self, line: Line) -> list[Segment]:
        style = self._palette.style
        blank = style("blank")
        if not line.pieces:
            return [Segment(" " * (self.left - self._margin), blank)]
        start, end = _of_text(line)
        first, spoken = self._spoken(start, end)
        plain = self._palette.plain
        segments = [] if plain else [self._note_sign(line), Segment(" ", blank)]
        if spoken is None:
            return [*segments, Segment(" " * (PLAIN_GUTTER if plain else 4), blank)]
        quotation = self._marks.quotations[spoken]
        slot = self._marks.slots.get(quotation.speaker or "")
        faded = self._marks.focus is not None and quotation.speaker != self._marks.focus
        look = f"initials:{'-' if slot is None or faded else slot}"
        tag = self._marks.tags.get(quotation.speaker or "", "??") if first else said(ON, plain)
        bar = said(QUOTED_HERE if self._is_here(start, end) else QUOTED, plain)
        return [*segments, Segment(tag, style("blank", look)), Segment(bar, style("blank", look)), Segment(" ", blank)]

    def _note_sign(self, line: Line) -> Segment:
        style, noted = self._palette.style, self._noted(line)
        if not noted:
            return Segment(" ", style("blank"))
        return Segment(NOTED if noted == 1 else str(min(noted, 9)), style("blank", "mark"))

    def _noted(self, line: Line) -> int:
        """How many notes there are on the text of a line."""
        return len(self._marks.notes.within(*_of_text(line))) if line.pieces else 0

    def _spoken(self, start: int, end: int) -> tuple[bool, int | None]:
        """The quotation to name on a line: the first that begins there, else the one that runs through it."""
        begin = bisect_left(self._starts, start)
        if begin < bisect_left(self._starts, end):
            return True, begin
        before = bisect_right(self._starts, start) - 1
        if before >= 0 and self._marks.quotations[before].end > start:
            return False, before
        return False, None

    def _is_here(self, start: int, end: int) -> bool:
        if self._marks.here is None:
            return False
        quotation = self._marks.quotations[self._marks.here]
        return quotation.start < end and quotation.end > start


def _of_text(line: Line) -> Range:
    """From where to where a line with text has it, one character at least."""
    start = line.pieces[0].start
    return start, max(line.pieces[-1].end, start + 1)


_ORDER = {"here": 1, "note": 2, "overlap": 2.5, "search": 3, "found": 4, "selection": 5, "caret": 6}


def _ordered(looks: tuple[str, ...]) -> list[str]:
    """The looks with those of the reader's own over those of the text; where notes overlap, that too."""
    if sum(look.startswith("note:") for look in looks) > 1:
        looks = (*looks, "overlap")
    return sorted(looks, key=lambda look: _ORDER.get(look.partition(":")[0], 0))


def _lay_hint(segments: list[Segment], column: int, key: str, style: Style, plain: bool) -> list[Segment]:
    """The segments with a link's letter laid over them at a column; a ``plain`` one stands before it, in brackets."""
    strip = Strip(segments)
    width = strip.cell_length
    column = min(column, max(0, width - len(key)))
    if plain:
        return [*strip.crop(0, column), Segment(f"[{key}] ", style), *strip.crop(column, width)]
    return [*strip.crop(0, column), Segment(key, style), *strip.crop(column + len(key), width)]
