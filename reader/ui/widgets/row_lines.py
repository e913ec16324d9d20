"""Rows as their owners describe them, and how one becomes lines of segments."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from rich.segment import Segment

from reader.text import cell_width, elide
from reader.ui.layout.wrap import wrap
from reader.ui.palette import Palette
from reader.ui.signs import said, spoken

__all__ = ["Paragraph", "Row", "UniformRows", "plain_row", "row_height", "row_lines"]


class Paragraph(Struct, frozen=True):
    """Text in looks (text, look, text, look, …), cut to ``limit`` lines; ``right`` is set at the right edge.

    Lines after the first stand ``hang`` cells further in. ``step`` is the part of ``indent`` that says how deep the row
    lies under others; a plain screen has no more of it.
    """

    parts: tuple[tuple[str, str], ...]
    limit: int = 1
    indent: int = 0
    right: str = ""
    right_look: str = "muted"
    hang: int = 0
    step: int = 0


class Row(Struct, frozen=True):
    """One row; ``key`` says to its owner what it stands for. A heading has no key and cannot be picked."""

    key: Hashable | None
    paragraphs: tuple[Paragraph, ...]


class UniformRows(Sequence[Row]):
    """Rows of one height, each made when it is looked at: any number of them costs what is on the screen."""

    height = 1
    """Lines of each row, which has as many paragraphs of one line."""

    def place_of(self, key: Hashable) -> int | None:
        """Where the row of a key is; None when it is not among those that are known."""
        raise NotImplementedError


def plain_row(row: Row) -> Row:
    """The row of a plain screen: words for its signs, nothing set further in, no line that holds nothing to read."""
    paragraphs = (_in_words(paragraph) for paragraph in row.paragraphs)
    return Row(row.key, tuple(one for one in paragraphs if one.right or any(part.strip() for part, _ in one.parts)))


def _in_words(paragraph: Paragraph) -> Paragraph:
    parts = tuple((spoken(part, True) if "muted" in look else said(part, True), look) for part, look in paragraph.parts)
    return replace(paragraph, parts=parts, right=spoken(paragraph.right, True), indent=paragraph.step, hang=0)


def row_lines(row: Row, width: int, palette: Palette) -> list[list[Segment]]:
    """A row as lines of segments, none wider than ``width`` cells."""
    return [line for paragraph in row.paragraphs for line in _broken(paragraph, width, palette)]


def row_height(row: Row, width: int) -> int:
    """How many lines ``row_lines`` gives, at a small part of its price."""
    return sum(_height(paragraph, width) for paragraph in row.paragraphs)


def _height(paragraph: Paragraph, width: int) -> int:
    if paragraph.limit == 1:
        return 1
    text = "".join(part for part, _ in paragraph.parts)
    first, later, _right = _rooms(paragraph, width)
    return min(paragraph.limit, len(wrap(text, 0, len(text), later, first)))


def _rooms(paragraph: Paragraph, width: int) -> tuple[int, int, str]:
    """The cells for the first line and for each later one, and what stands at the first one's right edge."""
    room = max(4, width - paragraph.indent)
    right = elide(paragraph.right, room // 2)
    first = max(4, room - cell_width(right) - 1) if right else room
    return first, max(4, room - paragraph.hang), right


def _broken(paragraph: Paragraph, width: int, palette: Palette) -> list[list[Segment]]:
    """A paragraph as lines of segments, none wider than ``width``."""
    text = "".join(part for part, _ in paragraph.parts)
    first, later, right = _rooms(paragraph, width)
    lines = wrap(text, 0, len(text), later, first)
    cut = len(lines) > paragraph.limit
    broken = []
    for number, (start, end) in enumerate(lines[: paragraph.limit]):
        space, indent = (later, paragraph.indent + paragraph.hang) if number else (first, paragraph.indent)
        if cut and number == paragraph.limit - 1:
            shown = elide(text[start:], space)
            segments = _in_looks(paragraph, palette, start, start + len(shown) - 1)
            segments.append(Segment("…", palette.style("blank", "muted")))
        else:
            segments = _in_looks(paragraph, palette, start, end)
        segments.insert(0, Segment(" " * indent, palette.style("blank")))
        if right and number == 0:
            used = sum(cell_width(segment.text) for segment in segments)
            gap = 2 if palette.plain and used else max(1, width - used - cell_width(right))
            segments.append(Segment(" " * gap, palette.style("blank")))
            segments.append(Segment(right, palette.style("blank", *paragraph.right_look.split())))
        broken.append(segments)
    return broken


def _in_looks(paragraph: Paragraph, palette: Palette, start: int, end: int) -> list[Segment]:
    segments, position = [], 0
    for part, look in paragraph.parts:
        first, last = max(start - position, 0), min(end - position, len(part))
        if first < last:
            looks = look.split() if look else []
            segments.append(Segment(part[first:last], palette.style("blank", *looks)))
        position += len(part)
    return segments
