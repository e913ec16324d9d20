"""Two wordings of one text, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Change", "word_changes"]

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Change:
    """A run of words, as they were and as they are now; equal when they stayed, one ``""`` when it is new or gone."""

    was: str
    now: str

    @property
    def kept(self) -> bool:
        """Whether nothing changed."""
        return self.was == self.now


def word_changes(before: str, after: str) -> list[Change]:
    """The runs of kept and of changed words that lead from one text to the other, in order.

    >>> word_changes("ten people died", "twelve people died")
    [Change(was='ten', now='twelve'), Change(was='people died', now='people died')]
    """
    from rapidfuzz.distance import Levenshtein

    old, new = _WORD.findall(before), _WORD.findall(after)
    runs: list[Change] = []
    for step in Levenshtein.opcodes(old, new):
        was = " ".join(old[step.src_start : step.src_end])
        now = " ".join(new[step.dest_start : step.dest_end])
        kept = step.tag == "equal"
        if runs and not kept and not runs[-1].kept:
            last = runs.pop()
            runs.append(Change(f"{last.was} {was}".strip(), f"{last.now} {now}".strip()))
        else:
            runs.append(Change(was, now))
    return runs
