"""Gathers the words of one block and their inline markup, with white space collapsed and offsets kept."""

from __future__ import annotations

from msgspec.structs import replace

from reader.extract.links import is_source
from reader.model import Block, BlockKind, Link, LinkKind, Span, SpanKind
from reader.text import clean_block, clean_line

__all__ = ["Inline"]

_MAX_SPANS = 2000


class Inline:
    """A run of text under construction: ``add`` words, ``open`` and ``close`` markup, then ``block``.

    Every word passes ``clean_line`` on its way in, so the offsets of spans count in clean text.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._dead: list[tuple[int, int]] = []
        self.breaks = 0

    @property
    def last(self) -> str:
        """The last character, ``""`` at the start."""
        return self._pieces[-1][-1] if self._pieces else ""

    @property
    def position(self) -> int:
        """The offset at which the next word will stand; what ``mark`` and ``dead`` take as a start."""
        return self._length

    def __bool__(self) -> bool:
        return any(not piece.isspace() for piece in self._pieces)

    def add(self, words: str) -> None:
        """Append outside text; runs of white space become one space, none at the start."""
        # The bars keep the spaces at both ends, which clean_line would trim; nothing composes with them.
        clean = clean_line(f"|{words}|")[1:-1]
        if clean and not clean.isspace():
            self.breaks = 0
        if not self._pieces or self._pieces[-1].endswith((" ", "\n")):
            clean = clean.lstrip()
        self._append(clean)

    def line_break(self) -> None:
        """Append a line break; ``breaks`` counts those since the last word."""
        self.breaks += 1
        if self._pieces and self.last == " ":
            self._pieces[-1] = self._pieces[-1][:-1] + "\n"
        elif self._pieces and self.last != "\n":
            self._append("\n")

    def tab(self) -> None:
        """Append the end of a table's cell."""
        self._append("\t")

    def end_row(self) -> None:
        """Append the end of a table's row."""
        self._append("\n")

    def join(self, other: Inline) -> None:
        """Append another run of text with its markup, as one line."""
        start = self._length
        self._append("".join(other._pieces).replace("\n", " ").rstrip())
        for span in other._spans[: _MAX_SPANS - len(self._spans)]:
            self._spans.append(replace(span, start=span.start + start, end=min(span.end + start, self._length)))
        self._dead += [(start + one, min(start + end, self._length)) for one, end in other._dead]

    def mark(self, start: int, kind: SpanKind, href: str = "") -> None:
        """Everything from ``start`` on is of this kind."""
        if start < self._length and len(self._spans) < _MAX_SPANS:
            self._spans.append(Span(start, self._length, kind, href))

    def dead(self, start: int) -> None:
        """Everything from ``start`` on was the label of a link that leads nowhere."""
        if start < self._length and len(self._dead) < _MAX_SPANS:
            self._dead.append((start, self._length))

    def block(
        self,
        kind: BlockKind,
        *,
        level: int = 0,
        ordinal: int | None = None,
        source: str = "",
        lines: bool = False,
        header_rows: int = 0,
    ) -> tuple[Block, tuple[Link, ...]] | None:
        """The finished block with the links in its text in their order, or None when there are no words.

        ``lines`` says that line breaks stay; else each is a space.
        """
        text = "".join(self._pieces)
        text = text if lines else text.replace("\n", " ")
        clean = _clean_lines(text) if "\n" in text else clean_line(text)
        if not clean:
            return None
        spans: tuple[Span, ...] = ()
        if text.startswith(clean):  # else a character composed across two pieces: words matter more than markup
            spans = tuple(_trimmed(span, clean) for span in self._spans if clean[span.start : span.end].strip())
        spans = tuple(sorted(set(spans), key=lambda span: (span.start, -span.end, span.kind)))
        return Block(kind, clean, spans, level, ordinal, source=source, header_rows=header_rows), self._links(
            clean, spans
        )

    def _links(self, text: str, spans: tuple[Span, ...]) -> tuple[Link, ...]:
        found = [(span.start, span.end, span.href) for span in spans if span.kind is SpanKind.LINK]
        found += [(start, end, "") for start, end in self._dead]
        return tuple(
            Link(_kind(text, start, end) if href else LinkKind.IN_TEXT, label, href)
            for start, end, href in sorted(found)
            if (label := " ".join(text[start:end].split()))
        )

    def _append(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)


def _kind(text: str, start: int, end: int) -> LinkKind:
    """Whether the link between two offsets names the source of its sentence."""
    cited = is_source(text[max(0, start - 60) : start], text[start:end], text[end : end + 40])
    return LinkKind.SOURCE if cited else LinkKind.IN_TEXT


def _clean_lines(text: str) -> str:
    return clean_block(text.replace(" \n", "\n").replace("\n ", "\n")).strip("\n ")


def _trimmed(span: Span, text: str) -> Span:
    """The span without the white space at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()), span.kind, span.href)
