"""A screen as text that can be compared and read in a diff: its lines, then the style of every cell.

Not as SVG: there a letter more moves every line after it, and pytest-textual-snapshot holds pytest back.
"""

from __future__ import annotations

from itertools import groupby

LOOKS = ("bold", "italic", "underline", "underline2", "reverse", "dim", "strike")


def picture(strips) -> str:
    """The lines; below them the styles, each by a number, and each line's runs: ``3×12`` is style 3 on 12 cells."""
    styles: dict[str, int] = {}
    lines, runs = [], []
    for strip in strips:
        cells = [(_style(segment.style), segment.cell_length) for segment in strip if not segment.control]
        joined = [(name, sum(width for _, width in each)) for name, each in groupby(cells, key=lambda cell: cell[0])]
        lines.append(strip.text.rstrip())
        runs.append(" ".join(f"{styles.setdefault(name, len(styles))}×{width}" for name, width in joined if width))
    legend = [f"{number}: {name}" for name, number in styles.items()]
    return "\n".join([*lines, "-- styles", *legend, "-- lines", *runs, ""])


def _style(style) -> str:
    if style is None:
        return "none"
    looks = [look for look in LOOKS if getattr(style, look)]
    return " ".join([f"{_hex(style.color)} on {_hex(style.bgcolor)}", *looks])


def _hex(colour) -> str:
    return "default" if colour is None else colour.get_truecolor().hex
