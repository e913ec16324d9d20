"""A picture as lines of text: two pixels a cell in colour, or shades of grey where there are few colours.

Everything here may run outside the UI thread.
"""

from __future__ import annotations

import itertools
from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from reader.app.pictures import Pixels

__all__ = ["half_blocks", "shades"]

Line = list[Segment]
_SHADES = " ░▒▓█"


def half_blocks(pixels: Pixels, ground: str) -> list[Line]:
    """Two rows of pixels a line: the upper one in the colour of the letters, the lower one in that of their ground.

    ``ground``, ``#rrggbb``, is below the last row of an odd number.
    """
    below = bytes.fromhex(ground[1:]) * pixels.width
    lines = []
    for upper, lower in _pairs(pixels, below):
        cells = zip(_triples(upper), _triples(lower), strict=True)
        lines.append([Segment("▀" * len(list(run)), _two(*pair)) for pair, run in itertools.groupby(cells)])
    return lines


def shades(pixels: Pixels, style: Style, *, dark: bool) -> list[Line]:
    """One of five shades a cell, for the light in it on a dark ground, for the dark on a light one.

    What a shade is off is made good by the cells to its right, so that there is more to see than five steps.
    """
    lines = []
    for upper, lower in _pairs(pixels, bytes(3 * pixels.width)):
        owed, letters = 0.0, []
        for one, other in zip(_triples(upper), _triples(lower), strict=True):
            light = (_luma(*one) + _luma(*other)) / 2 / 255
            wanted = (light if dark else 1 - light) * (len(_SHADES) - 1) + owed
            shade = min(len(_SHADES) - 1, max(0, round(wanted)))
            owed = max(-0.5, min(0.5, wanted - shade))
            letters.append(_SHADES[shade])
        lines.append([Segment("".join(letters), style)])
    return lines


def _pairs(pixels: Pixels, below: bytes) -> list[tuple[bytes, bytes]]:
    """The rows two by two; ``below`` stands under the last of an odd number."""
    stride = 3 * pixels.width
    rows = [pixels.data[start : start + stride] for start in range(0, stride * pixels.height, stride)]
    return list(itertools.zip_longest(rows[::2], rows[1::2], fillvalue=below))


def _triples(row: bytes) -> list[tuple[int, int, int]]:
    return list(zip(row[::3], row[1::3], row[2::3], strict=True))


@lru_cache(maxsize=8192)
def _two(upper: tuple[int, int, int], lower: tuple[int, int, int]) -> Style:
    return Style(color=Color.from_rgb(*upper), bgcolor=Color.from_rgb(*lower))


def _luma(red: int, green: int, blue: int) -> float:
    """How light a pixel looks, 0 to 255 (Rec. 709)."""
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
