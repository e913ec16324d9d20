"""Two wordings of one text, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["CONTEXT", "Change", "marked", "word_changes"]

_WORD = re.compile(r"\S+")
CONTEXT = 12
"""Words kept beside a change; the rest of a long run is an ellipsis."""


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


def marked(changes: Sequence[Change], context: int | None = CONTEXT) -> str:
    """Words with what went as ``[-so-]`` and what came as ``{+so+}``.

    Of long runs that stayed, ``context`` words are kept beside a change; all with None.

    >>> marked([Change("ten", "twelve"), Change("people died", "people died")])
    '[-ten-] {+twelve+} people died'
    """
    parts: list[str] = []
    for place, change in enumerate(changes):
        if change.kept:
            near = (place > 0, place + 1 < len(changes))
            parts.append(change.now if context is None else _cut(change.now, *near, context))
        else:
            parts += [f"[-{change.was}-]"] * bool(change.was) + [f"{{+{change.now}+}}"] * bool(change.now)
    return " ".join(filter(None, parts))


def _cut(words: str, before: bool, after: bool, context: int) -> str:
    """A run that stayed, with only the words that are beside a change."""
    parts = words.split(" ")
    if len(parts) <= context * (before + after) + 1:
        return words
    head = parts[:context] if before else []
    tail = parts[-context:] if after else []
    return " ".join([*head, "\u2026", *tail])
