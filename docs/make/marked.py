"""Small pieces of Markdown that the pages made from the code share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["code", "note", "table"]


def note(source: str) -> str:
    """What a made page begins with, for whoever opens it to edit it."""
    return f"<!-- Made from {source} by `python docs/make`: change that, not this. -->"


def code(text: str) -> str:
    """Words as they are typed, whatever backticks are in them; safe in a cell of a table."""
    fence = "``" if "`" in text else "`"
    inside = f" {text} " if "`" in text else text
    return f"{fence}{inside}{fence}".replace("|", "\\|")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
