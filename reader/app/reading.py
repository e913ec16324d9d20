"""One opened article and what is known of it."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from reader.app.changes import Change
from reader.model import BLOCK_SEPARATOR, Article, Attribution, BlockKind, Quotation, Range

__all__ = ["Reading", "prose", "speaker_of"]

_MARKS = "\"'“”„‟‘’‚‛«»‹›「」『』"


class Reading(Struct, frozen=True):
    """An article as the faces hold it.

    ``source`` is what the user named, ``address`` what the library knows it by: the final address, a file's
    ``file:`` address, or a name of ours for the demo and for standard input. ``attribution`` is None until
    ``Desk.attribute`` has run or the library had it from this engine. ``place`` is the offset at which reading
    stopped last. ``fetched`` is aware, UTC. ``earlier`` is what an earlier engine had found in the same text, and
    ``changes`` what this one says otherwise. ``summary`` says why this is only what a feed tells of the article,
    ``""`` for the article itself; a summary is not stored. ``is_feed`` says that a feed stands at the address.
    """

    article: Article
    attribution: Attribution | None
    source: str
    address: str
    page_sha256: str
    text_sha256: str
    fetched: datetime
    from_library: bool = False
    place: int = 0
    earlier: Attribution | None = None
    changes: tuple[Change, ...] = ()
    summary: str = ""
    is_feed: bool = False


def prose(article: Article) -> str:
    """The article's text with its code blanked, character for character: what is quoted there is no speech."""
    if all(block.kind is not BlockKind.CODE for block in article.blocks):
        return article.text
    texts = (" " * len(block.text) if block.kind is BlockKind.CODE else block.text for block in article.blocks)
    return BLOCK_SEPARATOR.join(texts)


def speaker_of(reading: Reading, span: Range) -> str:
    """The full name of who said the passage, ``""`` when no one quotation covers it.

    White space and quotation marks at its edges do not count: a selection often takes them along.
    """
    quotation = _covering(reading, span)
    if quotation is None or reading.attribution is None:
        return ""
    speaker = reading.attribution.speaker(quotation.speaker)
    return speaker.name if speaker else ""


def _covering(reading: Reading, span: Range) -> Quotation | None:
    """The quotation around the passage; of nested ones the innermost."""
    start, end = span
    passage = reading.article.text[start:end]
    start += len(passage) - len(passage.lstrip().lstrip(_MARKS))
    end -= len(passage) - len(passage.rstrip().rstrip(_MARKS))
    quotations = reading.attribution.quotations if reading.attribution else ()
    around = [one for one in quotations if one.start <= start < end <= one.end or (one.start, one.end) == span]
    return min(around, key=lambda one: one.end - one.start, default=None)
