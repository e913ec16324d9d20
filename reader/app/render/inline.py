"""Inline spans met in the order of the text, and written as properly nested marks whatever way they overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from reader.model import Span, SpanKind

__all__ = ["Sweep", "nested"]

_OUTER_FIRST = (SpanKind.LINK, SpanKind.STRONG, SpanKind.EMPHASIS, SpanKind.CODE)

Edge = Callable[[Span], str]


class Sweep:
    """The spans that touch a stretch, asked for stretch by stretch from left to right; each is looked at once."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._waiting = sorted(spans, key=lambda span: span.start, reverse=True)
        self._here: list[Span] = []

    def across(self, start: int, end: int) -> list[Span]:
        """The spans that have a character in ``start:end``, by where they begin."""
        while self._waiting and self._waiting[-1].start < end:
            self._here.append(self._waiting.pop())
        self._here = [span for span in self._here if span.end > start]
        return self._here


def nested(
    text: str, spans: Sequence[Span], opening: Edge, closing: Edge, escape: Callable[[str, Sequence[Span]], str]
) -> str:
    """The text with each span between its marks; one that crosses another's edge is closed and opened again.

    ``escape`` is given each stretch of text and the spans around it. White space at a span's edges stays outside
    its marks.
    """
    trimmed = [span for span in (_trimmed(text, span) for span in spans) if span.start < span.end]
    edges = sorted({0, len(text), *(edge for span in trimmed for edge in (span.start, span.end))})
    sweep = Sweep(trimmed)
    out: list[str] = []
    stack: list[Span] = []
    for start, end in pairwise(edges):
        active = sorted(
            sweep.across(start, end), key=lambda span: (span.start, -span.end, _OUTER_FIRST.index(span.kind))
        )
        shared = 0
        while shared < min(len(stack), len(active)) and stack[shared] == active[shared]:
            shared += 1
        out += [closing(span) for span in reversed(stack[shared:])]
        out += [opening(span) for span in active[shared:]]
        stack = active
        out.append(escape(text[start:end], active))
    return "".join(out) + "".join(closing(span) for span in reversed(stack))


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())), span.kind, span.href)
