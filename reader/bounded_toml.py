"""Reading TOML that somebody else may have written: tomllib, behind a bound on what makes it slow."""

from __future__ import annotations

import tomllib
from typing import Any

__all__ = ["loads"]

DEEPEST = 100
"""Dots on one line at most: tomllib's work on a dotted key grows with the square of its parts (60 KB: 10 s, 3 GB)."""


def loads(text: str) -> dict[str, Any]:
    """The table of a TOML text. ValueError that ends in its line and column, or RecursionError, when it is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > DEEPEST:
            raise ValueError(f"a line of more than {DEEPEST} dots (at line {number}, column 1)")
    return tomllib.loads(text)
