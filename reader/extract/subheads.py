"""Subheads in plain dress: a short paragraph all in bold is one."""

from __future__ import annotations

from itertools import islice

from msgspec.structs import replace

from reader.extract.conventions import is_photo_credit
from reader.extract.draft import Piece
from reader.model import Block, BlockKind, Link, SpanKind

__all__ = ["promote_subheads"]

_LONGEST = 90
_MOST_SHARE = 0.34
_LEVEL = 3
_SHORTEST = 25
_END = '.?!:…"”»'
_NO_END = ".,;:!?…\"”»’'"


def promote_subheads(body: list[Piece | Link]) -> list[Piece | Link]:
    """The body with its bold lines as headings, where they stand over a text and are not most of it."""
    found: set[int] = set()
    paragraphs = 0
    for index, item in enumerate(body):
        if paragraphs and _is_bold_line(item) and _stands_over(body, index):
            found.add(index)
        paragraphs += isinstance(item, Piece) and item.block.kind is BlockKind.PARAGRAPH
    if len(found) > _MOST_SHARE * paragraphs:
        return body
    return [_heading(item) if index in found else item for index, item in enumerate(body)]


def _is_bold_line(item: Piece | Link) -> bool:
    if not isinstance(item, Piece) or item.block.kind is not BlockKind.PARAGRAPH or item.links:
        return False
    block = item.block
    if len(block.text) > _LONGEST or "\n" in block.text or block.text[-1] in _NO_END or block.text[0].islower():
        return False
    if sum(character.isalpha() for character in block.text) < 3 or is_photo_credit(block.text):
        return False
    return _bold(block) >= len(block.text.strip()) - 1


def _bold(block: Block) -> int:
    return sum(span.end - span.start for span in block.spans if span.kind is SpanKind.STRONG)


def _stands_over(body: list[Piece | Link], index: int) -> bool:
    """Whether text comes right after it."""
    after = next((item for item in islice(body, index + 1, index + 8) if isinstance(item, Piece)), None)
    if after is None:
        return False
    if after.block.kind is BlockKind.PARAGRAPH:
        text = after.block.text
        return (len(text) > _LONGEST or (len(text) > _SHORTEST and text[-1] in _END)) and not _is_bold_line(after)
    return after.block.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TABLE)


def _heading(item: Piece | Link) -> Piece | Link:
    if isinstance(item, Link):
        return item
    spans = tuple(span for span in item.block.spans if span.kind is not SpanKind.STRONG)
    return replace(item, block=replace(item.block, kind=BlockKind.HEADING, level=_LEVEL, spans=spans))
