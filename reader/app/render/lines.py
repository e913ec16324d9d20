"""An article as lines of a given width, each with the styles of its parts: for a terminal and, bare, for a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.app.render.facts import byline
from reader.app.render.inline import Sweep
from reader.hosts import real_host
from reader.model import Article, Block, BlockKind, Link, LinkKind, Span, SpanKind
from reader.text import cell_width, graphemes

__all__ = ["Line", "lay_out", "wrap"]

_STYLES = {SpanKind.EMPHASIS: "italic", SpanKind.STRONG: "bold", SpanKind.CODE: "cyan", SpanKind.LINK: "underline"}
_WHOLE = {
    BlockKind.HEADING: "bold",
    BlockKind.FIGURE: "italic",
    BlockKind.CREDIT: "dim",
    BlockKind.FOOTER: "dim italic",
}


@dataclass(frozen=True)
class Line:
    """One line: its text, indentation in it, and (start, end, style) of its parts, the styles named as rich does."""

    text: str
    styles: tuple[tuple[int, int, str], ...] = ()


def lay_out(article: Article, width: int) -> Iterator[Line]:
    """The article for reading: title, byline, body, and where its links really lead."""
    if article.title and not _opens_with_title(article):
        yield from _wrapped(article.title, width, whole="bold")
    if about := byline(article):
        yield from _wrapped(about, width, whole="dim")
    if article.word_of_caution:
        yield from _wrapped(f"({article.word_of_caution})", width, whole="dim")
    previous: Block | None = None
    for block in article.blocks:
        if not _close_together(previous, block):
            yield Line("")
        yield from _block(block, width)
        previous = block
    yield from _links(article.links, width)


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of the text begins and ends, breaking at spaces, and words that are too long anywhere."""
    if 0 < len(text) <= width and text.isascii() and not text.isspace():  # one line: most headings, many paragraphs
        yield len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
        return
    start = end = used = 0  # the line so far: text[start:end], in cells
    for first, last in _words(text):
        cells = max(1, cell_width(text[first:last]))  # a mark alone has no width and is a word all the same
        if used and used + 1 + cells > width:
            yield start, end
            used = 0
        if used:
            end, used = last, used + 1 + cells
            continue
        pieces = list(_pieces(text, first, last, width)) if cells > width else [(first, last, cells)]
        yield from ((piece[0], piece[1]) for piece in pieces[:-1])
        start, end, used = pieces[-1]
    if used:
        yield start, end


def _words(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for word in text.split(" "):
        if word:
            yield position, position + len(word)
        position += len(word) + 1


def _pieces(text: str, first: int, last: int, width: int) -> Iterator[tuple[int, int, int]]:
    """A long word cut to lines between graphemes: (start, end, cells)."""
    while first < last:
        end, used = first, 0
        head = text[first : min(last, first + 4 * width)]
        for start, stop, cells in graphemes(head):
            if used + cells > width and start:
                break
            end, used = first + stop, used + cells
        yield first, end, max(used, 1)
        first = end


def _block(block: Block, width: int) -> Iterator[Line]:
    match block.kind:
        case BlockKind.RULE:
            yield Line("* * *", ((0, 5, "dim"),))
        case BlockKind.CODE:
            for line in block.text.split("\n"):
                yield Line(f"    {line}", ((0, len(line) + 4, "cyan"),))
        case BlockKind.TABLE:
            yield from _table(block)
        case BlockKind.LIST_ITEM:
            mark = "• " if block.ordinal is None else f"{block.ordinal}. "
            indent = "  " * min(block.level, 8)
            yield from _wrapped(block.text, width, block.spans, indent + mark, indent + " " * len(mark))
        case BlockKind.QUOTE:
            bar = "> " * max(1, min(block.level, 8))
            yield from _wrapped(block.text, width, block.spans, bar, bar)
        case _:
            yield from _wrapped(block.text, width, block.spans, whole=_WHOLE.get(block.kind, ""))


def _wrapped(
    text: str, width: int, spans: tuple[Span, ...] = (), first: str = "", rest: str = "", whole: str = ""
) -> Iterator[Line]:
    """The text's lines (its own breaks stay), the first behind ``first`` and the others behind ``rest``."""
    lead, position, sweep = first, 0, Sweep(spans)
    for row in text.split("\n"):
        for start, end in wrap(row, max(20, width - len(rest))):
            line = lead + row[start:end]
            styles = [(len(lead), len(line), whole)] if whole else []
            begin, stop = position + start, position + end
            styles += [
                (
                    max(span.start, begin) - begin + len(lead),
                    min(span.end, stop) - begin + len(lead),
                    _STYLES[span.kind],
                )
                for span in sweep.across(begin, stop)
            ]
            yield Line(line, tuple(styles))
            lead = rest
        position += len(row) + 1


def _table(block: Block) -> Iterator[Line]:
    """The rows with their columns in line, two spaces between them."""
    rows = [row.split("\t") for row in block.text.split("\n")]
    widths: dict[int, int] = {}
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths.get(column, 0), min(cell_width(cell), 40))
    for number, row in enumerate(rows):
        cells = [cell + " " * (widths[column] - cell_width(cell)) for column, cell in enumerate(row)]
        line = "  ".join(cells).rstrip()
        yield Line(line, ((0, len(line), "bold"),) if number < block.header_rows else ())


def _links(links: tuple[Link, ...], width: int) -> Iterator[Line]:
    """Every link, its host first, as no label or user name can disguise that; not the dead ones of the body."""
    listed = [link for link in links if link.href or link.kind is not LinkKind.IN_TEXT]
    if listed:
        yield from (Line(""), Line("Links", ((0, 5, "bold"),)))
    for number, link in enumerate(listed, 1):
        lead = f"[{number}] "
        label = link.label if link.label != link.href else ""
        host = real_host(link.href) if link.href else "no address"
        yield from _wrapped(f"{host}: {label}" if label else host, width, (), lead, " " * len(lead))
        if link.href:
            line = " " * len(lead) + link.href
            yield Line(line, ((0, len(line), "dim"),))


def _opens_with_title(article: Article) -> bool:
    first = article.blocks[0] if article.blocks else None
    return first is not None and first.kind is BlockKind.HEADING and first.text == article.title


def _close_together(previous: Block | None, block: Block) -> bool:
    """Items of one list, and a caption and its credit, have no blank line between them."""
    if previous is None:
        return False
    pair = (previous.kind, block.kind)
    return pair in ((BlockKind.LIST_ITEM, BlockKind.LIST_ITEM), (BlockKind.FIGURE, BlockKind.CREDIT))
