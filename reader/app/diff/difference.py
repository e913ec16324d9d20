"""All that changed between two versions of an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reader.app.diff.blocks import BlockChange, block_changes
from reader.app.diff.quotations import QuotationChange, quotation_changes
from reader.app.diff.touched import TouchedNote, touched_notes
from reader.app.diff.words import Change, word_changes
from reader.model import Article, Attribution, Note

__all__ = ["Difference", "Side", "difference"]


@dataclass(frozen=True)
class Side:
    """A version: when it was fetched (aware, UTC), its article, who said what in it, and its page's SHA-256."""

    fetched: datetime
    article: Article
    attribution: Attribution
    page_sha256: str = ""


@dataclass(frozen=True)
class Difference:
    """What changed from one version to a later one; ``title`` is a diff of the titles, empty when they are the same."""

    before: Side
    after: Side
    title: tuple[Change, ...] = ()
    blocks: tuple[BlockChange, ...] = ()
    quotations: tuple[QuotationChange, ...] = ()
    notes: tuple[TouchedNote, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.title or self.blocks or self.quotations or self.notes)


def difference(before: Side, after: Side, notes: Iterable[Note] = ()) -> Difference:
    """What changed; ``notes`` are the user's on the article, of which those that it touches are told."""
    was, now = before.article, after.article
    if was.text == now.text and was.title == now.title:
        return Difference(before, after)
    return Difference(
        before,
        after,
        tuple(word_changes(was.title, now.title)) if was.title != now.title else (),
        tuple(block_changes(was, now)),
        tuple(quotation_changes((was.text, before.attribution), (now.text, after.attribution))),
        tuple(touched_notes(notes, was.text, now.text)),
    )
