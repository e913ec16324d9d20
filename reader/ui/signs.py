"""The signs that the screens draw, each with what stands for it on a plain screen (``--plain``).

A plain screen is for a screen reader or a Braille line: a sign is a short word there, or an ASCII character, or
nothing where the words beside it say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    from textual.widget import Widget

    from reader.ui.app import ReaderApp

__all__ = ["Sign", "bar", "is_plain", "said", "spoken"]


class Sign(str):
    """What is drawn; ``plain`` is what stands for it on a plain screen."""

    __slots__ = ("plain",)
    plain: str

    def __new__(cls, drawn: str, plain: str) -> Self:
        """A sign and its plain twin."""
        sign = super().__new__(cls, drawn)
        sign.plain = plain
        return sign


def said(text: str, plain: bool) -> str:
    """A text as it is, or the plain twin of a sign."""
    return text.plain if plain and isinstance(text, Sign) else text


def spoken(text: str, plain: bool) -> str:
    """Words of the program's own in which parts are parted by dots; on a plain screen by commas."""
    return said(text, plain).replace(" · ", ", ") if plain else text


def is_plain(widget: Widget) -> bool:
    """Whether the screen that a widget is on is plain."""
    return cast("ReaderApp", widget.app).palette.plain


def bar(cells: int) -> Sign:
    """A bar so long, at least one cell; its figure stands beside it."""
    return Sign("━" * max(1, cells), "")


# rows
ROW_HERE, ROW_THERE = Sign("▌", ">"), Sign("▏", ">")
"""Before the row under the cursor: where the list has the keys, and where another has."""
NO_SIGN = Sign("  ", "")
UNREAD, STAR, SAVED, NOTED = Sign("● ", "new "), Sign("★", "starred"), Sign("↓", "saved"), Sign("✎", "note")
PICKED, CHECKED = Sign("● ", "picked "), Sign("✓ ", "picked ")
NOTE, WRITTEN = Sign("✎ ", "note: "), Sign("✎ ", "")
"""Before what a note says, and before how many there are."""
FAILED, PASSING = Sign("✗ ", "error: "), Sign("· ", "")
TOLD = Sign("● ", "")
TOUR_DONE = Sign("Tour ✓", "Tour done")
FOLDED, UNFOLDED = Sign("▸ ", "folded folder "), Sign("▾ ", "folder ")
SEARCH, TAG = Sign("/ ", "search "), Sign("# ", "tag ")
ONLY = Sign("▶ ", "only ")

# an article
QUOTED, QUOTED_HERE = Sign("│", ""), Sign("┃", "")
"""Beside each line of a quotation; on a plain screen its later lines have ``ON`` in place of initials."""
ON = Sign("  ", ": ")
BULLETS = (Sign("•", "-"), Sign("◦", "-"), Sign("▪", "-"))
ONWARD = Sign("↪ ", "  ")
PICTURE = Sign("▣ ", "Picture: ")
"""Before the caption of a picture that can be seen on a key."""
INSET = Sign("│ ", "> ")
EDGE = Sign("│", " ")


def rule(cells: int) -> Sign:
    """A line across the text."""
    return Sign("─" * cells, "* * *")
