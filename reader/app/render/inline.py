"""Inline spans met in the order of the text, and written as properly nested marks whatever way they overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise

from msgspec.structs import replace

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
    """The text with each span between its marks; one that crosses another's edge is written in two pieces.

    ``escape`` is given each stretch of text and the spans around it. White space at a span's edges stays outside
    its marks.
    """
    pieces = _pieces(text, spans)
    edges = sorted({0, len(text), *(edge for piece in pieces for edge in (piece.start, piece.end))})
    waiting = pieces[::-1]
    out: list[str] = []
    stack: list[Span] = []
    for start, end in pairwise(edges):
        while stack and stack[-1].end <= start:
            out.append(closing(stack.pop()))
        while waiting and waiting[-1].start == start:
            stack.append(waiting.pop())
            out.append(opening(stack[-1]))
        out.append(escape(text[start:end], stack))
    return "".join(out) + "".join(closing(span) for span in reversed(stack))


def _pieces(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans without white space at their edges, cut so that any two are apart or one inside the other."""
    waiting = [(*_rank(span), span) for span in (_trimmed(text, span) for span in spans) if span.start < span.end]
    heapify(waiting)
    pieces: list[Span] = []
    around: list[Span] = []
    while waiting:
        span = heappop(waiting)[-1]
        while around and around[-1].end <= span.start:
            around.pop()
        cut = min((outer.end for outer in around if outer.end < span.end), default=span.end)
        if cut < span.end:
            for part in (replace(span, end=cut), replace(span, start=cut)):
                rest = _trimmed(text, part)
                if rest.start < rest.end:
                    heappush(waiting, (*_rank(rest), rest))
            continue
        pieces.append(span)
        around.append(span)
    return pieces


def _rank(span: Span) -> tuple[int, int, int, str]:
    return span.start, -span.end, _OUTER_FIRST.index(span.kind), span.href


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return replace(span, start=start, end=max(start, span.start + len(words.rstrip())))
