"""From all blocks of the wanted part to the body: what repeats the title, byline and date goes, links move out."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.conventions import names_in, same_words
from reader.extract.dates import is_date_line
from reader.extract.draft import Draft, Meta, Piece
from reader.extract.links import related_kind, without_label
from reader.model import Block, BlockKind, Link

__all__ = ["assemble"]

_HEAD_PIECES = 12


def assemble(draft: Draft, meta: Meta) -> None:
    """Clean the draft's body in place."""
    body: list[Piece | Link] = []
    for item in draft.body:
        if isinstance(item, Piece) and (taken := _announced(item)):
            body += taken
        elif not isinstance(item, Piece) or not _repeats(item.block, meta, len(body)):
            body.append(item)
    draft.body = _trimmed(body)


def _repeats(block: Block, meta: Meta, position: int) -> bool:
    """Whether a block says again what the metadata says: the title, who wrote it, when."""
    if block.kind is BlockKind.HEADING and block.text and same_words(block.text, meta.title):
        return True
    if position > _HEAD_PIECES or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING):
        return False
    if same_words(block.text, meta.title) or is_date_line(block.text):
        return True
    names = names_in(block.text) if len(block.text) < 120 else ()
    return bool(names) and bool(meta.byline) and all(name in meta.byline for name in names)


def _announced(piece: Piece) -> list[Link]:
    """The links of a paragraph like ``Read more: a headline``, which is no part of the body."""
    block = piece.block
    kind = related_kind(block.text) if block.kind not in (BlockKind.TABLE, BlockKind.CODE, BlockKind.FIGURE) else None
    if kind is None or not piece.links:
        return []
    rest = without_label(block.text)
    linked = sum(len(without_label(link.label)) for link in piece.links)
    if linked < 0.8 * len(rest):
        return []
    return [replace(link, kind=kind, label=without_label(link.label)) for link in piece.links]


def _trimmed(body: list[Piece | Link]) -> list[Piece | Link]:
    """Without headings and rules that have nothing under them, at the end; and rules at the start."""
    while body and isinstance(last := body[-1], Piece) and last.block.kind in (BlockKind.HEADING, BlockKind.RULE):
        body.pop()
    while body and isinstance(first := body[0], Piece) and first.block.kind is BlockKind.RULE:
        body.pop(0)
    return body
