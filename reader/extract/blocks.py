"""Walks a tree of HTML elements and writes its blocks down in order."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from reader.extract.dom import BLOCK_TAGS, Element, parse_fragment, text_of
from reader.extract.draft import Piece
from reader.extract.figures import figure_pieces, is_figure, is_quotation
from reader.extract.inline import Inline
from reader.extract.links import absolute
from reader.extract.phrase import is_verse, write_words
from reader.extract.shapes import (
    code_of,
    heading_level,
    is_heading,
    is_named_quotation,
    is_poem,
    is_pulled,
    item_numbers,
    language_of,
    source_of,
)
from reader.extract.tables import is_data_table, table_pieces
from reader.model import Block, BlockKind, Link, LinkKind, SpanKind
from reader.text import clean_line

__all__ = ["TAKEN", "Walker", "blocks_of_fragment"]

TAKEN = "reader-taken"
"""The element that stands where a box of related links was taken out; its ``kind`` is a ``LinkKind``."""

_FEWEST_WORDS = 4
_GOING_ON = tuple(".,;:!?)]”’»")


class _Place(Struct, frozen=True):
    """Where in lists and quotations the walk is; ``item`` is the number of the list item not yet written."""

    quoted: int = 0
    depth: int = -1
    item: bool = False
    ordinal: int | None = None
    source: str = ""
    pulled: bool = False


def blocks_of_fragment(source: str, base: str = "") -> list[Piece | Link]:
    """All blocks of a passage of HTML, nothing left out but code and forms."""
    return Walker(base).walk(parse_fragment(source))


class Walker:
    """One walk over a tree; ``keep`` says of an element that holds text directly whether its text is wanted.

    ``among`` says of a list of headlines that is not wanted whether it stands among the text, so that its links are.
    """

    def __init__(
        self,
        base: str,
        keep: Callable[[Element], bool] = lambda element: True,
        among: Callable[[Element], bool] = lambda element: False,
    ) -> None:
        self._base = base
        self._keep = keep
        self._among = among
        self._body: list[Piece | Link] = []
        self._line = Inline()
        self._href = ""
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
        outer = self._href
        if element.tag == "a":
            self._href = absolute(element.get("href"), self._base)
        self._line.add(element.text or "")
        for child in element:
            if _is_gap(child):
                pass
            elif child.tag in BLOCK_TAGS or child in self._holders or is_figure(child) or is_heading(child):
                self._flush(element)
                self._block(child)
            else:
                write_words(child, self._line, self._base)
                if self._line.breaks > 1:
                    self._flush(element)
            self._line.add(child.tail or "")
        self._flush(element)
        self._href = outer

    def _flush(self, element: Element) -> None:
        """End the paragraph that the text gathered so far makes."""
        line, self._line = self._line, Inline()
        if not line or not self._keep(element):
            return
        place = self._place
        lines = is_verse(element)
        if place.item:
            self._write(line, BlockKind.LIST_ITEM, place.depth, place.ordinal, lines=lines)
            self._place = replace(place, item=False)
        elif place.quoted:
            self._write(line, BlockKind.QUOTE, place.quoted, source=place.source, lines=lines)
        else:
            self._write(line, BlockKind.PARAGRAPH, lines=lines)

    def _write(
        self,
        line: Inline,
        kind: BlockKind,
        level: int = 0,
        ordinal: int | None = None,
        *,
        source: str = "",
        lines: bool = False,
    ) -> None:
        if self._href:
            line.mark(0, SpanKind.LINK, self._href)
        if made := line.block(kind, level=level, ordinal=ordinal, source=source, lines=lines):
            self._body.append(Piece(*made, pulled=self._place.pulled))

    def _block(self, element: Element) -> None:
        if is_figure(element):
            if self._keep(element):
                self._body += figure_pieces(element, self._base)
        elif is_heading(element):
            self._heading(element)
        elif is_named_quotation(element):
            self._quotation(element)
        else:
            _WRITERS.get(element.tag, Walker._flow)(self, element)

    def _item(self, element: Element) -> None:
        """A list item that stands in no list."""
        self._within(element, replace(self._place, item=True, ordinal=None))

    def _quotation(self, element: Element) -> None:
        quoted = min(self._place.quoted + 1, 9)
        source = source_of(element, self._base) or self._place.source
        pulled = self._place.pulled or is_pulled(element)
        self._within(element, replace(self._place, quoted=quoted, item=False, source=source, pulled=pulled))

    def _caption(self, element: Element) -> None:
        """What is no caption of a picture: under a quotation, who said it."""
        figure = next(element.iterancestors("figure"), None)
        if figure is not None and is_quotation(figure):
            self._within(element, replace(self._place, quoted=max(self._place.quoted, 1), item=False))
        else:
            self._flow(element)

    def _rule(self, element: Element) -> None:
        if self._keep(element):
            self._body.append(Piece(Block(BlockKind.RULE, "")))

    def _table(self, element: Element) -> None:
        if not is_data_table(element):
            self._flow(element)
        elif self._keep(element):
            self._body += table_pieces(element, self._base)

    def _taken(self, element: Element) -> None:
        if self._keep(element):
            self._body += _links_of(element, self._base)

    def _within(self, element: Element, place: _Place) -> None:
        outer, self._place = self._place, place
        self._flow(element)
        self._place = outer

    def _heading(self, element: Element) -> None:
        line = Inline()
        write_words(element, line, self._base)
        if self._keep(element):
            self._write(line, BlockKind.HEADING, heading_level(element))

    def _list(self, element: Element) -> None:
        place = replace(self._place, depth=min(self._place.depth + 1, 9), item=False)
        numbers = item_numbers(element)
        outer, self._place = self._place, place
        if links := self._headlines(element):
            self._body += links
        for child in element if not links else ():
            if child.tag == "li":
                self._within(child, replace(place, item=True, ordinal=next(numbers)))
            elif child.tag in BLOCK_TAGS or child in self._holders or is_figure(child):
                self._block(child)
        self._place = outer

    def _headlines(self, element: Element) -> list[Link]:
        """The links of a list that is headlines of other articles: each item a link of several words and no more."""
        items = list(element.iterchildren("li"))
        found = [next(item.iter("a"), None) for item in items]
        links = [link for link in found if link is not None and absolute(link.get("href"), self._base)]
        if not items or len(links) < len(items) or self._keep(items[0]) or not self._among(element):
            return []
        if any(text_of(item) != text_of(link) for item, link in zip(items, links, strict=True)):
            return []
        labels = [clean_line(text_of(link)) for link in links]
        if any(len(label.split()) < _FEWEST_WORDS for label in labels):
            return []
        hrefs = (absolute(link.get("href"), self._base) for link in links)
        return [Link(LinkKind.RELATED, label, href) for label, href in zip(labels, hrefs, strict=True)]

    def _code(self, element: Element) -> None:
        code = code_of(element)
        if not code or not self._keep(element):
            return
        if is_poem(element, code):
            self._body.append(Piece(Block(BlockKind.PARAGRAPH, code)))
        else:
            self._body.append(Piece(Block(BlockKind.CODE, code, language=language_of(element))))


def _is_gap(element: Element) -> bool:
    """Whether an empty box stands in the midst of a sentence, where a script or a browser's extension has put it."""
    if element.tag != "div" or text_of(element) or next(element.iter("img", "hr", "br"), None) is not None:
        return False
    after = (element.tail or "").strip() or text_of(
        following if (following := element.getnext()) is not None else element
    )
    return after[:1] in _GOING_ON or after[:1].islower()


_WRITERS: dict[str, Callable[[Walker, Element], None]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Walker._heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), Walker._list),
    "li": Walker._item,
    "blockquote": Walker._quotation,
    "figcaption": Walker._caption,
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
