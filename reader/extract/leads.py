"""Where the rules of a site lead from one of its pages: to its next page, or to a page that has the article better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

from msgspec.structs import replace

from reader.extract.decode import decode
from reader.extract.dom import Element, parse
from reader.extract.links import absolute
from reader.extract.metadata import base_of
from reader.extract.sites import SiteRules
from reader.model import Article, Block, Link, LinkKind, Page

__all__ = ["Leads", "joined", "leads_of"]

_LONG = 40
"""Characters from which a text that stands on an earlier page too is what the site writes on every page."""


@dataclass(frozen=True)
class Leads:
    """Addresses on the same site: pages to read ``instead``, the best first, and the ``following`` page or ``""``."""

    instead: tuple[str, ...] = ()
    following: str = ""


def leads_of(page: Page, rules: SiteRules) -> Leads:
    """Where the rules lead from an HTML page; a link to another site is none."""
    root, _cut = parse(decode(page.data, page.charset))
    if root is None:
        return Leads()
    base = base_of(root, page.url)
    here = urldefrag(page.url).url
    better = _addresses(root, (*rules.print_page, *rules.amp_page), base)
    after = _addresses(root, rules.next_page, base)
    return Leads(
        instead=tuple(dict.fromkeys(address for address in better if rules.covers(address) and address != here)),
        following=next((address for address in after if rules.covers(address) and address != here), ""),
    )


def _addresses(root: Element, selectors: tuple[str, ...], base: str) -> Iterator[str]:
    """The addresses in what the selectors find: a link, or what holds one."""
    for selector in selectors:
        for element in root.cssselect(selector):
            inner = next(element.iter("a"), None) if element.get("href") is None else element
            if inner is not None and (address := absolute(inner.get("href"), base)):
                yield urldefrag(address).url


def joined(first: Article, more: list[Article]) -> Article:
    """The article with the blocks and links of its further pages; what a site writes on every page comes once."""
    blocks: list[Block] = list(first.blocks)
    links: list[Link] = list(first.links)
    known = {block.text for block in blocks if len(block.text) >= _LONG}
    for article in more:
        places: dict[int, int] = {}
        for place, block in enumerate(article.blocks):
            if block.text not in known:
                blocks.append(block)
            places[place] = len(blocks) - 1
        known |= {block.text for block in article.blocks if len(block.text) >= _LONG}
        links += [replace(link, block=None if link.block is None else places[link.block]) for link in article.links]
    return replace(first, blocks=tuple(blocks), links=_once(links))


def _once(links: list[Link]) -> tuple[Link, ...]:
    """Each link at its first place; the article's own address is that of the first page."""
    kept: dict[tuple[LinkKind, str], Link] = {}
    for link in links:
        name = "" if link.kind is LinkKind.ORIGINAL else link.href or link.label
        kept.setdefault((link.kind, name), link)
    return tuple(kept.values())
