"""The article under construction: blocks and taken-out links in the order of the page, and how they become final."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from reader.model import Article, Block, Link, LinkKind, Precision

__all__ = ["Draft", "Meta", "Piece", "finish"]


class Piece(Struct, frozen=True):
    """A block and the links in its text, dead ones included; ``pulled`` says that the page calls it a pull quote."""

    block: Block
    links: tuple[Link, ...] = ()
    pulled: bool = False


class Meta(Struct, frozen=True):
    """What is known of an article besides its body; an empty value is not known.

    ``named`` are links that only its metadata gives: what it is based on, what it cites.
    """

    title: str = ""
    byline: tuple[str, ...] = ()
    site: str = ""
    published: datetime | None = None
    published_precision: Precision = Precision.SECOND
    updated: datetime | None = None
    updated_precision: Precision = Precision.SECOND
    language: str = ""
    canonical_url: str = ""
    description: str = ""
    lead_image: str = ""
    named: tuple[Link, ...] = ()

    def filled_from(self, other: Meta) -> Meta:
        """This, with what it does not know taken from the other."""
        known = {name: value for name, value in asdict(self).items() if value and not name.endswith("_precision")}
        for date in ("published", "updated"):
            if date in known:
                known[f"{date}_precision"] = getattr(self, f"{date}_precision")
        return replace(other, **known)


class Draft(Struct):
    """Body and links in page order: a ``Link`` among the pieces stood there and was taken out of the body."""

    body: list[Piece | Link] = field(default_factory=list)
    meta: Meta = field(default_factory=Meta)
    url: str = ""
    original: str = ""
    word_of_caution: str = ""

    @property
    def words(self) -> int:
        """How much text the body has, in characters."""
        return sum(len(item.block.text) for item in self.body if isinstance(item, Piece))


def finish(draft: Draft) -> Article:
    """The Article: links numbered by the block they stand in or after, duplicates joined."""
    blocks: list[Block] = []
    links: list[Link] = []
    for item in draft.body:
        if isinstance(item, Link):
            links.append(replace(item, block=len(blocks) - 1 if blocks else None))
        else:
            links.extend(replace(link, block=len(blocks)) for link in item.links)
            blocks.append(item.block)
    original = draft.original or draft.meta.canonical_url
    if original:
        links.append(Link(LinkKind.ORIGINAL, original, original, len(blocks) - 1 if blocks else None))
    told = {link.href for link in links}
    links += [link for link in draft.meta.named if link.href not in told]
    facts = {name: value for name, value in asdict(draft.meta).items() if name != "named"}
    return Article(
        blocks=tuple(blocks),
        links=tuple(_joined(links)),
        url=draft.url,
        word_of_caution=draft.word_of_caution,
        **facts,
    )


def _joined(links: Iterable[Link]) -> Sequence[Link]:
    """Each link once: by address, or by label where a taken-out one is dead. Dead ones in the text all stay."""
    seen: set[tuple[LinkKind, str]] = set()
    kept = []
    for link in links:
        key = (link.kind, link.href or link.label)
        if key in seen and (link.href or link.kind is not LinkKind.IN_TEXT):
            continue
        seen.add(key)
        kept.append(link)
    return kept
