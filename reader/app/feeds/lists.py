"""Lists of feeds come in and go out: what of a list is new, what is followed already, what could not be taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.errors import BadInput
from reader.library.feed_records import NewFeed

if TYPE_CHECKING:
    from reader.app.feeds.feeds import Feeds
    from reader.feeds.lists import FeedList

__all__ = ["ListTaken", "export_opml", "import_opml", "take_list"]

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class ListTaken:
    """What came of a list: ``added`` feeds in its order; ``known`` names of those followed before.

    ``searches`` are the names of those saved; ``left`` has a line for each thing that was not taken as it stood.
    """

    added: tuple[NewFeed, ...] = ()
    known: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def import_opml(feeds: Feeds, data: bytes, name: str, *, dry_run: bool = False) -> ListTaken:
    """Follow the feeds of an OPML list; those that are followed already stay as they are.

    Nobody typed its addresses, so they may only be public ones. BadInput when it is no OPML, or has no feed in it.
    """
    from reader.feeds.opml import read_opml

    found = read_opml(data, name)
    if not found.feeds and not found.left:
        raise BadInput(f"{name}: a list without a feed in it")
    return take_list(feeds, found, typed=False, dry_run=dry_run)


def take_list(
    feeds: Feeds, found: FeedList, *, typed: bool, dry_run: bool = False, titles: Mapping[str, str] = NOTHING
) -> ListTaken:
    """Follow the feeds of a list and keep its searches; a ``dry_run`` only says what would be taken.

    What a feed is called in the list stays its name, whatever it calls itself; ``titles`` are what feeds at these
    addresses call themselves. ``typed`` says that a person wrote its addresses by hand, so that they may be local.
    """
    followed = {feed.url for feed in feeds.feeds()}
    fresh = tuple(
        NewFeed(feed.url, titles.get(feed.url, ""), feed.link, feed.title, feed.folder, feed.tags, typed)
        for feed in found.feeds
        if feed.url not in followed
    )
    saved = {search.name for search in feeds.saved_searches()}
    searches = [(name, query) for name, query in found.searches if name not in saved]
    if not dry_run:
        fresh = tuple(feeds.subscriptions.add_all(fresh))
        for name, query in searches:
            feeds.save_search(name, query)
    return ListTaken(
        added=fresh,
        known=tuple(feed.title or titles.get(feed.url, feed.url) for feed in found.feeds if feed.url in followed),
        searches=tuple(name for name, _query in searches),
        left=found.left,
    )


def export_opml(feeds: Feeds) -> str:
    """Every feed that is followed as an OPML list, folder in folder, without passwords and without commands."""
    from reader.feeds.lists import Listed
    from reader.feeds.made import is_made
    from reader.feeds.opml import opml_of

    listed = (
        Listed(feed.url, feed.name, feed.folder, feed.tags, feed.link)
        for feed in feeds.feeds()
        if not is_made(feed.url)
    )
    return opml_of(replace(feed, title="" if feed.title == feed.url else feed.title) for feed in listed)
