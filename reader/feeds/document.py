"""An RSS, RDF, Atom or CDF document into a Feed: its head, and its entries up to a bound."""

from __future__ import annotations

from reader.errors import BadInput
from reader.extract.sniff import looks_like_html
from reader.feeds.constructs import line_of, raw_text, title_of
from reader.feeds.entries import date_of, entry_of, page_link
from reader.feeds.media import number
from reader.feeds.names import short_name
from reader.feeds.people import people_of
from reader.feeds.places import Place, address, host_of
from reader.feeds.strings import line
from reader.feeds.tree import Element, Tree
from reader.feeds.vocabulary import Parts, Vocabulary, first
from reader.model import Feed

__all__ = ["MOST_ENTRIES", "feed_of_tree", "told_of_bound"]

MOST_ENTRIES = 5000
"""How many entries of one feed are read."""

_ROOTS = frozenset({"rss", "rdf", "feed", "channel", "items", "item", "entry"})
_ENTRIES = ("item", "entry")
_FEED = Vocabulary(
    {
        "channel": "channel",
        "items": "items",
        "entries": "item entry",
        "title": "title dc:title itunes:title media:title",
        "link": "link",
        "id": "id guid",
        "subtitle": "description subtitle tagline dc:description itunes:summary itunes:subtitle abstract",
        # those of a feed who also wrote its entries, if these name nobody: Atom says so, podcasts mean it
        "author": "author itunes:author itunes:owner",
        "editor": "dc:creator managingeditor dc:publisher webmaster",
        "language": "language dc:language",
        "updated": "updated modified lastbuilddate pubdate dc:date dcterms:modified published",
        "icon": "icon logo image itunes:image media:thumbnail",
        "ttl": "ttl",
        "period": "sy:updateperiod",
        "often": "sy:updatefrequency",
    }
)
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_LONGEST_TTL = 525_600
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DAMAGED = "the feed is damaged: what could be read of it is here, some may be missing"


def feed_of_tree(tree: Tree, url: str, has_bases: bool) -> Feed:
    """The feed; ``has_bases`` says whether ``xml:base`` stands anywhere in it. Raises ``BadInput`` when it is none."""
    root = tree.root
    if root is None or not _is_feed(root):
        raise BadInput(f"{url or 'this'}: {_what_it_is(tree)}")
    outer = _FEED.parts(root)
    owner = outer["channel"][0] if "channel" in outer else root
    head = _FEED.parts(owner) if owner is not root else outer
    found = _entries(root, outer, head)
    place = _place(owner, head, url, has_bases)
    author = people_of(head["author"]) if "author" in head else ""
    entries = tuple(entry_of(element, place, author) for element in found[:MOST_ENTRIES])
    base = place.of(owner)
    link = page_link(head, place) or address(owner.get("HREF"), base)
    return Feed(
        title=first(head, "title", title_of) or link,
        link=link,
        url=url,
        id=first(head, "id", line_of),
        subtitle=first(head, "subtitle", title_of),
        author=author or people_of(head.get("editor", [])),
        language=first(head, "language", line_of) or line(owner.get(_LANGUAGE), 40),
        updated=date_of(head, "updated"),
        icon=_icon(head, base),
        ttl=_ttl(head),
        self_link=_related(head, "self", base),
        hub=_related(head, "hub", base),
        next_page=_related(head, "next", base),
        entries=entries,
        left_out=len(found) - len(entries),
        word_of_caution=told_of_bound(len(found)) or (_DAMAGED if tree.damaged else ""),
    )


def told_of_bound(entries: int) -> str:
    """A line for the person when a feed has more entries than are read, else ``""``."""
    return f"only the first {MOST_ENTRIES:,} of its {entries:,} entries were read" if entries > MOST_ENTRIES else ""


def _is_feed(root: Element) -> bool:
    """Whether the document is a feed by its root's name, in a namespace that nobody knows too, or by what it holds."""
    local = root.tag.rpartition("}")[2]
    if local.lower() in _ROOTS and not short_name(root.tag):
        unknown = root.tag[: -len(local)]
        for element in root.iter(f"{unknown}*"):
            element.tag = element.tag.removeprefix(unknown)
    return short_name(root.tag) in _ROOTS or any(short_name(child.tag) == "channel" for child in root)


def _what_it_is(tree: Tree) -> str:
    """What a document is that is no feed, and what to do."""
    what = line(tree.root.tag.rpartition("}")[2], 40) if tree.root is not None else ""
    if what.lower() in ("html", "body", "head") or (not what and looks_like_html(tree.text)):
        return "a web page, not a feed: `reader add` looks for the feeds that a page names"
    if what.lower() == "opml":
        return "a list of feeds (OPML), not a feed: `reader import` takes it"
    return f"an XML document ({what}), but no feed" if what else "no feed: nothing in it could be read as one"


def _entries(root: Element, outer: Parts, head: Parts) -> list[Element]:
    """The entries, wherever the versions of RSS and Atom have them; of a broken document at any depth."""
    if short_name(root.tag) in _ENTRIES:
        return [root]
    found = list(outer.get("entries", ()))
    channels = [head] if head is not outer else []
    others = [*outer.get("channel", ())[1:], *outer.get("items", ())]
    for parts in (*channels, *map(_FEED.parts, others)):
        found += parts.get("entries", ())
        for inner in parts.get("items", ()):
            found += _FEED.parts(inner).get("entries", ())
    return found or [element for element in root.iter() if short_name(element.tag) in _ENTRIES]


def _place(owner: Element, head: Parts, url: str, has_bases: bool) -> Place:
    """What relative links lean on: the feed's own address; its site's when that is elsewhere."""
    site = page_link(head, Place(url, has_bases)) or address(owner.get("BASE"))
    return Place(site if site and host_of(site) != host_of(url) else url, has_bases)


def _related(head: Parts, relation: str, base: str) -> str:
    for element in head.get("link", ()):
        if (element.get("rel") or "").lower() == relation and (url := address(element.get("href"), base)):
            return url
    return ""


def _icon(head: Parts, base: str) -> str:
    for element in head.get("icon", ()):
        text = next((raw_text(child) for child in element if child.tag.endswith("url")), element.text)
        if url := address(element.get("href") or element.get("url") or text, base):
            return url
    return ""


def _ttl(head: Parts) -> int | None:
    """Minutes between two visits, as ``ttl`` or RSS 1.0's syndication module has it."""
    minutes = number(first(head, "ttl", raw_text))
    if minutes is None and "period" in head:
        period = _PERIODS.get(first(head, "period", line_of).lower())
        often = number(first(head, "often", raw_text)) or 1
        minutes = max(1, period // often) if period else None
    return min(minutes, _LONGEST_TTL) if minutes else None
