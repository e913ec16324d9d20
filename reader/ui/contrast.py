"""Whether words can be read on their ground (WCAG 2.2), and the nearest colour in which they can.

Looks lie over one another, a name over a quotation over a search hit: no palette can hold every pair in advance, so
the colours that are really drawn are looked at when a style is made.
"""

from __future__ import annotations

__all__ = ["SIGN", "TEXT", "blend", "contrast", "readable"]

TEXT = 4.5
"""The least contrast of words and their ground: WCAG 2.2, 1.4.3, level AA."""

SIGN = 3.0
"""The least contrast of what is drawn but is no word, a line or a bar: WCAG 2.2, 1.4.11, level AA."""

_STEPS = 20


def blend(ground: str, colour: str, share: float) -> str:
    """The ``#rrggbb`` that lies ``share`` (0 to 1) of the way from ``ground`` to ``colour``."""
    mixed = (round(a + (b - a) * share) for a, b in zip(_channels(ground), _channels(colour), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, ground: str, plain: str, least: float = TEXT) -> str:
    """``colour`` if it has the ``least`` contrast to ``ground``, else the first on the way to ``plain`` that has.

    Where even ``plain``, the colour of ordinary words, cannot, the way leads to black or white.
    """
    if contrast(colour, ground) >= least:
        return colour
    if contrast(plain, ground) < least:
        plain = max("#000000", "#ffffff", key=lambda end: contrast(end, ground))
    steps = (blend(colour, plain, step / _STEPS) for step in range(1, _STEPS))
    return next((step for step in steps if contrast(step, ground) >= least), plain)


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    """The relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
