"""Headings and pull quotes: a paragraph of quoted words that stand in somebody's quotation elsewhere in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.attribution.setting import Setting

__all__ = ["find_echoes"]

_WORD = re.compile(r"[^\W_]+")
_SHORTEST, _MOST = 3, 40  # words; headings looked for, so that the time stays linear


def find_echoes(text: str, places: Sequence[Setting], doubtful: Sequence[bool]) -> dict[int, int]:
    """For stretches that fill a paragraph, of the ``doubtful`` ones: the index of the other that holds their words."""
    headings = [index for index, here in enumerate(places) if doubtful[index] and _fills(text, here)][:_MOST]
    if not headings:
        return {}
    pages = [f" {_plain(text, here)} " for here in places]
    found: dict[int, int] = {}
    for index in headings:
        if pages[index].count(" ") > _SHORTEST:
            others = (other for other, page in enumerate(pages) if not doubtful[other] and pages[index] in page)
            if (other := next(others, -1)) >= 0:
                found[index] = other
    return found


def _fills(text: str, here: Setting) -> bool:
    """Whether a stretch is all of its paragraph."""
    before, after = here.stretch.outer_start, here.stretch.outer_end
    return (before == 0 or text[before - 1] == "\n") and text[after : after + 1] in ("", "\n")


def _plain(text: str, here: Setting) -> str:
    """The words of a stretch in lower case, so that other marks and a full stop make no difference."""
    return " ".join(_WORD.findall(text[here.stretch.start : here.stretch.end].lower()))
