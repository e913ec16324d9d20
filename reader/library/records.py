"""What the library gives back, and how an article or an attribution becomes the bytes of a row."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from reader.model import BLOCK_SEPARATOR, Article, Attribution, Precision

__all__ = ["Recent", "Stored", "pack", "text_of", "unpack"]

Value = TypeVar("Value", Article, Attribution)


class Stored(Struct, frozen=True):
    """One article of the library, whole.

    ``attribution`` is None until one was stored for this text; ``engine`` says which engine made it.
    ``fetched`` and ``opened_at`` are aware, UTC. ``place`` is an offset into ``article.text``. ``typed`` says that a
    person named the address.
    """

    key: int
    address: str
    source: str
    article: Article
    page_sha256: str
    text_sha256: str
    fetched: datetime
    opened_at: datetime
    place: int = 0
    attribution: Attribution | None = None
    engine: str = ""
    typed: bool = True


class Recent(Struct, frozen=True):
    """A row of the library's list: enough to show and to open an article by ``source``, without its text.

    ``source`` opens it again from anywhere: an address, an absolute path, or the library's own name for what came
    from standard input. ``read`` is the furthest place read as a share of the text, 0 to 1.
    """

    key: int
    address: str
    source: str
    url: str
    canonical_url: str
    title: str
    site: str
    byline: tuple[str, ...]
    published: datetime | None
    published_precision: Precision
    opened_at: datetime
    fetched: datetime
    place: int = 0
    read: float = 0.0


def pack(value: Article | Attribution) -> bytes:
    """The value as zlib-compressed JSON (about a third of its size, under a millisecond)."""
    import zlib

    return zlib.compress(msgspec.json.encode(value), 3)


def unpack(data: bytes, kind: type[Value]) -> Value:
    """The value that ``pack`` was given; ValueError when the bytes are damaged."""
    import zlib

    try:
        return msgspec.json.decode(zlib.decompress(data), type=kind)
    except zlib.error as error:
        raise ValueError(f"damaged record: {error}") from error


def text_of(data: bytes) -> str:
    """``Article.text`` of a packed article, without making the rest of it; ValueError when it is damaged."""
    import zlib

    try:
        article = _texts_alone().decode(zlib.decompress(data))
    except zlib.error as error:
        raise ValueError(f"damaged record: {error}") from error
    return BLOCK_SEPARATOR.join(block.text for block in article.blocks)


@cache
def _texts_alone() -> msgspec.json.Decoder[Any]:
    block = msgspec.defstruct("_Block", [("text", str)])
    return msgspec.json.Decoder(msgspec.defstruct("_Article", [("blocks", list[block])]))  # type: ignore[valid-type]
