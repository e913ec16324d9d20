"""Which pictures an article has, with the words that belong to them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Article, BlockKind

__all__ = ["Picture", "Pixels", "pictures_of"]


@dataclass(frozen=True)
class Picture:
    """A picture of an article: its http(s) address, its words, and the offset of its caption (0 for the lead)."""

    address: str
    caption: str = ""
    credit: str = ""
    place: int = 0


@dataclass(frozen=True)
class Pixels:
    """A decoded picture: three bytes, red, green and blue, a pixel, row by row."""

    width: int
    height: int
    data: bytes


def pictures_of(article: Article) -> tuple[Picture, ...]:
    """The pictures in the order of the text, each once; a lead image that is none of its figures comes first."""
    found: dict[str, Picture] = {}
    blocks = article.blocks
    for number, (block, start) in enumerate(zip(blocks, article.starts, strict=True)):
        if block.kind is not BlockKind.FIGURE or not block.source or block.source in found:
            continue
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        credit = after.text if after is not None and after.kind is BlockKind.CREDIT else ""
        found[block.source] = Picture(block.source, block.text, credit, start)
    lead = article.lead_image
    if lead and lead not in found:
        return Picture(lead), *found.values()
    return tuple(found.values())
