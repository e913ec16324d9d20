"""The scanner of quotation marks: where the quoted stretches of a text are.

Every paragraph is scanned once, left to right. A pair of marks at the top level gives one stretch; whatever
marks stand inside it belong to it. A stretch left open at the end of its paragraph runs to that end.
"""

from __future__ import annotations

import re

from msgspec import Struct

__all__ = ["Stretch", "scan"]

# Opening mark: the marks that may close it. „…“ and „…” are both in use, and so are «…» and »…«.
_PAIRS = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"',
    "”": "”",
    "``": "''",
    "''": "''",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
_MARK = re.compile("``|''|[“”„‟«»‹›「」『』《》\"‘’‚']")
_SINGLE = frozenset("‘’‚'")
_PARAGRAPH = re.compile(r"[^\n]+")
_BEFORE_OPEN = "([{-–—/‘'’“„«¿¡…"
_ELISIONS = re.compile(r"['’](?:tis|twas|em|cause|til|n|round|\d)", re.IGNORECASE)


class Stretch(Struct, frozen=True, gc=False):
    """What stands between two marks; the offsets leave the marks out.

    ``closed`` is false when the paragraph ended first; ``continues`` is the index of the stretch before when
    that one was left open and this one opens the next paragraph; ``single`` says the marks are single ones.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    single: bool = False
    continues: int | None = None


def scan(text: str) -> list[Stretch]:
    """The quoted stretches of a text, in order, none overlapping."""
    found: list[Stretch] = []
    open_in_last = False
    for paragraph in _PARAGRAPH.finditer(text):
        first = len(found)
        for start, end, closed, mark in _scan_paragraph(text, paragraph.start(), paragraph.end()):
            if not any(character.isalnum() for character in text[start : min(end, start + 200)]):
                continue
            carried = open_in_last and len(found) == first and not text[paragraph.start() : start - len(mark)].strip()
            outer_end = end + (len(mark) if closed else 0)
            found.append(
                Stretch(
                    start,
                    end,
                    start - len(mark),
                    outer_end,
                    closed,
                    mark in _SINGLE,
                    len(found) - 1 if carried and found else None,
                )
            )
        open_in_last = len(found) > first and not found[-1].closed
    return found


def _scan_paragraph(text: str, begin: int, end: int) -> list[tuple[int, int, bool, str]]:
    marks = [
        (match.start(), match.group())
        for match in _MARK.finditer(text, begin, end)
        if not _within_word(text, match.start(), match.end(), begin, end)
    ]
    stretches = []
    index = 0
    while index < len(marks):
        position, mark = marks[index]
        if not _opens(text, position, mark, begin, end):
            index += 1
            continue
        start = position + len(mark)
        closing = _closing(text, marks, index, end)
        if closing is not None:
            stop = marks[closing][0]
            index = closing if marks[closing][1] == mark and _reopens(text, stop, mark, end) else closing + 1
            stretches.append((start, stop, True, mark))
        elif mark in _SINGLE:
            index += 1
        else:
            stretches.append((start, end, False, mark))
            break
    return stretches


def _within_word(text: str, start: int, stop: int, begin: int, end: int) -> bool:
    """An apostrophe, or a mark for feet, inches or minutes."""
    if text[start] not in _SINGLE or stop - start > 1:
        return False
    before = text[start - 1] if start > begin else " "
    after = text[stop] if stop < end else " "
    return before.isalnum() and (after.isalnum() or (text[start] == "'" and before.isdigit()))


def _opens(text: str, position: int, mark: str, begin: int, end: int) -> bool:
    after = text[position + len(mark)] if position + len(mark) < end else " "
    before = text[position - 1] if position > begin else " "
    if after.isspace():
        return mark in "“„«「『《" and not before.isalnum()
    if mark in ("“", "„", "‟", "«", "‹", "「", "『", "《", "``"):
        return True
    free = before.isspace() or before in _BEFORE_OPEN
    if mark in ("’", "›", "」", "』", "》"):
        return False
    if mark in "‘'‚" and _ELISIONS.match(text, position):
        return False
    if mark in "'‘":
        return free and (after.isalnum() or after in '“"[(…¡¿.$£€-–—')
    if after == ".":
        return free and text.startswith("..", position + 1)
    return (free and after not in ",;:!?)") or (mark == '"' and not before.isdigit() and after.isalnum())


def _closing(text: str, marks: list[tuple[int, str]], opener: int, end: int) -> int | None:
    """The index of the mark that closes the one at ``opener``, or None."""
    _position, mark = marks[opener]
    if mark in _SINGLE:
        return _closing_single(text, marks, opener, end)
    closers = _PAIRS[mark]
    nested = False
    for index in range(opener + 1, len(marks)):
        here, candidate = marks[index]
        nested = nested or candidate == "“"
        if mark == '"' and candidate == "”" and not nested:
            return index  # opened with a straight mark and closed with a curly one
        if candidate in closers and not (mark == '"' and _opens_inside(text, here, end)):
            return index
        if candidate == mark:
            return index
        if mark == "“" and candidate == '"' and not _opens_inside(text, here, end):
            return index
    return None


def _opens_inside(text: str, position: int, end: int) -> bool:
    """A straight mark that can only open: space before, a letter after."""
    before, after = text[position - 1], text[position + 1] if position + 1 < end else " "
    return (before.isspace() or before in "([") and (after.isalnum() or after in "[$£€…")


def _reopens(text: str, position: int, mark: str, end: int) -> bool:
    """A second opening mark where a closing one should be: it closes one stretch and opens the next."""
    return _PAIRS[mark] != mark or _opens_inside(text, position, end)


def _closing_single(text: str, marks: list[tuple[int, str]], opener: int, end: int) -> int | None:
    """The end of a singly quoted stretch, which a plural's apostrophe must not be taken for."""
    position, mark = marks[opener]
    closers = _PAIRS[mark]
    weak = None
    double = 0
    for index in range(opener + 1, len(marks)):
        here, candidate = marks[index]
        if candidate in '“"”«»':
            double += 1
            continue
        before, after = text[here - 1], text[here + 1] if here + 1 < end else " "
        if candidate in "‘'" and before.isspace() and not after.isspace():
            break
        if candidate not in closers or before.isspace() or after.isalnum() or here == position + 1:
            continue
        elided = before in "sS" or text[here - 2 : here].lower() in ("in", "’n", "'n")
        if not (elided and after == " " and text[here + 2 : here + 3].isalnum()):
            return index
        weak = index if weak is None else weak
    return weak
