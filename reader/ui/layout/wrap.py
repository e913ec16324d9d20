"""Breaking a run of text into lines of at most so many terminal cells."""

from __future__ import annotations

import re

from reader.text import graphemes

__all__ = ["wrap"]

Piece = tuple[int, int]
_NARROW = re.compile("[\\0-\u02ff\u0370-\u0482\u2010-\u2027]*+")


def wrap(text: str, start: int, end: int, width: int, first: int | None = None) -> list[Piece]:
    """Offsets (start, end) in ``text`` of the lines of ``text[start:end]``, none wider than ``width`` cells.

    Breaks fall at spaces (which are left out between lines) and line breaks, else inside a word that is wider
    than the line; wide scripts break anywhere. ``first`` is the width of the first line when it differs.
    An empty run gives one empty line.
    """
    width = max(1, width)
    lines: list[Piece] = []
    room = width if first is None else max(1, first)
    for part_start, part_end in _parts(text, start, end):
        narrow = text.isascii() or text[part_start:part_end].isascii() or _all_narrow(text[part_start:part_end])
        break_line = _break_narrow if narrow else _break_wide
        position = part_start
        while True:
            cut = break_line(text, position, part_end, room)
            lines.append((position, _trim(text, position, cut)))
            room = width
            position = _skip_space(text, cut, part_end)
            if position >= part_end:
                break
    return lines


def _parts(text: str, start: int, end: int) -> list[Piece]:
    if text.find("\n", start, end) < 0:
        return [(start, end)]
    parts, position = [], start
    while (newline := text.find("\n", position, end)) >= 0:
        parts.append((position, newline))
        position = newline + 1
    return [*parts, (position, end)]


def _all_narrow(text: str) -> bool:
    """Whether every character is one cell: Latin, Greek and Cyrillic letters and common punctuation."""
    return _NARROW.fullmatch(text) is not None


def _break_narrow(text: str, start: int, end: int, width: int) -> int:
    if end - start <= width:
        return end
    limit = start + width
    if text[limit] == " ":
        return limit
    space = text.rfind(" ", start, limit)
    if space > start:
        return space
    return _after_hyphen(text, start, limit) or limit


def _after_hyphen(text: str, start: int, limit: int) -> int:
    cut = max(text.rfind("-", start, limit), text.rfind("/", start, limit), text.rfind("—", start, limit)) + 1
    return cut if cut > start + 1 else 0


def _break_wide(text: str, start: int, end: int, width: int) -> int:
    """As ``_break_narrow``, by graphemes; a wide character may be followed by a break."""
    run = text[start : min(end, start + width * 8)]
    used, last_break = 0, 0
    for first, stop, cells in graphemes(run):
        if used + cells > width:
            if run[first] == " ":
                return start + first
            return start + (last_break or first or stop)
        used += cells
        if run[first] == " ":
            last_break = first
        elif cells == 2:
            last_break = stop
    return start + len(run)


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position] == " ":
        position += 1
    return position
