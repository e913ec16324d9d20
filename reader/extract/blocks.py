"""Walks a tree of HTML elements and writes its blocks down in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from reader.extract.dom import BLOCK_TAGS, Element, names, parse_fragment
from reader.extract.draft import Piece
from reader.extract.figures import figure_pieces, is_figure
from reader.extract.inline import Inline
from reader.extract.links import absolute
from reader.extract.tables import is_data_table, table_pieces
from reader.model import Block, BlockKind, Link, LinkKind, SpanKind
from reader.text import clean_block, clean_line

__all__ = ["TAKEN", "Walker", "blocks_of_fragment"]

TAKEN = "reader-taken"
"""The element that stands where a box of related links was taken out; its ``kind`` is a ``LinkKind``."""

_INLINE_KINDS = {
    "em": SpanKind.EMPHASIS, "i": SpanKind.EMPHASIS, "cite": SpanKind.EMPHASIS, "dfn": SpanKind.EMPHASIS,
    "strong": SpanKind.STRONG, "b": SpanKind.STRONG,
    "code": SpanKind.CODE, "kbd": SpanKind.CODE, "samp": SpanKind.CODE, "tt": SpanKind.CODE,
}  # fmt: skip
_SILENT = names(
    "img picture video audio source track canvas iframe object embed svg math script style noscript template input "
    "select textarea button label map area param wbr head meta link title base"
)
_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|brush:)[-:\s]?\s*([a-z0-9+#]{1,20})\b", re.IGNORECASE
)


@dataclass(frozen=True)
class _Place:
    """Where in lists and quotations the walk is; ``item`` is the number of the list item not yet written."""

    quoted: int = 0
    depth: int = -1
    item: bool = False
    ordinal: int | None = None


def blocks_of_fragment(source: str, base: str = "") -> list[Piece | Link]:
    """All blocks of a passage of HTML, nothing left out but code and forms."""
    return Walker(base).walk(parse_fragment(source))


class Walker:
    """One walk over a tree; ``keep`` says of an element that holds text directly whether its text is wanted."""

    def __init__(self, base: str, keep: Callable[[Element], bool] = lambda element: True) -> None:
        self._base = base
        self._keep = keep
        self._body: list[Piece | Link] = []
        self._line = Inline()
        self._breaks = 0
        self._place = _Place()
        self._holders: set[Element] = set()

    def walk(self, root: Element) -> list[Piece | Link]:
        """The blocks under the root, and a Link where related links were taken out."""
        for element in root.iter(*BLOCK_TAGS):
            for ancestor in element.iterancestors():
                if ancestor in self._holders:
                    break
                self._holders.add(ancestor)
        self._flow(root)
        return self._body

    def _flow(self, element: Element) -> None:
        """The content of a container: blocks, and runs of text between them."""
        self._add(element.text)
        for child in element:
            if child.tag in BLOCK_TAGS or child in self._holders or is_figure(child):
                self._flush(element)
                self._block(child)
            else:
                self._inline(child)
                if self._breaks > 1:
                    self._flush(element)
            self._add(child.tail)
        self._flush(element)

    def _add(self, words: str | None) -> None:
        if words and (self._line or not words.isspace()):
            if not words.isspace():
                self._breaks = 0
            self._line.add(words)

    def _flush(self, element: Element) -> None:
        """End the paragraph that the text gathered so far makes."""
        line, self._line, self._breaks = self._line, Inline(), 0
        if not line or not self._keep(element):
            return
        place = self._place
        if place.item:
            self._write(line, BlockKind.LIST_ITEM, place.depth, place.ordinal)
            self._place = replace(place, item=False)
        elif place.quoted:
            self._write(line, BlockKind.QUOTE, place.quoted)
        else:
            self._write(line, BlockKind.PARAGRAPH)

    def _write(self, line: Inline, kind: BlockKind, level: int = 0, ordinal: int | None = None) -> None:
        if made := line.block(kind, level=level, ordinal=ordinal):
            self._body.append(Piece(*made))

    def _block(self, element: Element) -> None:
        if is_figure(element):
            if self._keep(element):
                self._body += figure_pieces(element, self._base)
        else:
            _WRITERS.get(element.tag, Walker._flow)(self, element)

    def _item(self, element: Element) -> None:
        """A list item that stands in no list."""
        self._within(element, replace(self._place, item=True, ordinal=None))

    def _quotation(self, element: Element) -> None:
        self._within(element, replace(self._place, quoted=min(self._place.quoted + 1, 9), item=False))

    def _rule(self, element: Element) -> None:
        if self._keep(element):
            self._body.append(Piece(Block(BlockKind.RULE, "")))

    def _table(self, element: Element) -> None:
        if not is_data_table(element):
            self._flow(element)
        elif self._keep(element):
            self._body += table_pieces(element)

    def _taken(self, element: Element) -> None:
        if self._keep(element):
            self._body += _links_of(element, self._base)

    def _within(self, element: Element, place: _Place) -> None:
        outer, self._place = self._place, place
        self._flow(element)
        self._place = outer

    def _heading(self, element: Element) -> None:
        self._flatten(element)
        line, self._line, self._breaks = self._line, Inline(), 0
        if self._keep(element):
            self._write(line, BlockKind.HEADING, int(element.tag[1]))

    def _flatten(self, element: Element) -> None:
        """All words of an element as one line, whatever it holds."""
        self._add(element.text)
        for child in element:
            self._inline(child)
            self._add(child.tail)

    def _list(self, element: Element) -> None:
        place = replace(self._place, depth=min(self._place.depth + 1, 9), item=False)
        number = _number(element.get("start")) if element.tag == "ol" else None
        outer, self._place = self._place, place
        for child in element:
            if child.tag == "li":
                self._within(child, replace(place, item=True, ordinal=number))
                number = number + 1 if number is not None else None
            else:
                self._block(child)
        self._place = outer

    def _code(self, element: Element) -> None:
        code = clean_block("".join(_code_text(element)))
        if code and self._keep(element):
            self._body.append(Piece(Block(BlockKind.CODE, code, language=_language(element))))

    def _inline(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._breaks += 1
            self._line.add(" ")
            return
        if tag in _SILENT or not isinstance(tag, str):
            return
        start = self._line.position
        self._flatten(element)
        if tag == "a":
            href = absolute(element.get("href"), self._base)
            if href:
                self._line.mark(start, SpanKind.LINK, href)
            elif element.get("href") is not None:
                self._line.dead(start)
        elif kind := _INLINE_KINDS.get(tag):
            self._line.mark(start, kind)


_WRITERS: dict[str, Callable[[Walker, Element], None]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Walker._heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), Walker._list),
    "li": Walker._item,
    "blockquote": Walker._quotation,
    "pre": Walker._code,
    "hr": Walker._rule,
    "table": Walker._table,
    TAKEN: Walker._taken,
}


def _links_of(element: Element, base: str) -> list[Link]:
    """The links of a box that was taken out of the body."""
    kind = LinkKind(element.get("kind"))
    return [
        Link(kind, label, absolute(child.get("href"), base))
        for child in element.iter("a")
        if (label := clean_line(child.text or ""))
    ]


def _code_text(element: Element) -> Iterable[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        else:
            yield from _code_text(child)
        yield child.tail or ""


def _language(element: Element) -> str:
    for candidate in (element, *element.iter("code")):
        declared = candidate.get("data-lang") or candidate.get("data-language")
        match = _LANGUAGE.search(candidate.get("class") or "")
        if declared or match:
            return clean_line(declared or (match[1] if match else "")).lower()
    return ""


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1
