"""Where a passage that is gone might stand now: a few candidates for a person to choose from."""

from __future__ import annotations

import re

from reader.model import Range, Selector

__all__ = ["near"]

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…][\"”’»)\]]*(?=\s)|(?=\n)|$)")
LEAST = 40.0
"""Least likeness, 0 to 100, of a sentence that is offered."""


def near(selector: Selector, text: str, limit: int = 4) -> list[Range]:
    """The sentences of ``text`` most like the passage or nearest to its context, the likest first.

    Unlike ``anchor.find`` this decides nothing; likeness is rapidfuzz's weighted ratio of the words.
    """
    from rapidfuzz.fuzz import WRatio
    from rapidfuzz.process import extract

    spans = [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]
    sentences = [text[slice(*span)].strip() for span in spans]
    likest = extract(selector.exact, sentences, scorer=WRatio, limit=limit, score_cutoff=LEAST)
    return [_trimmed(text, spans[place]) for _sentence, _score, place in likest]


def _trimmed(text: str, span: Range) -> Range:
    passage = text[slice(*span)]
    return span[0] + len(passage) - len(passage.lstrip()), span[1] - len(passage) + len(passage.rstrip())
