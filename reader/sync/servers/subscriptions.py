"""What subscriptions come to that changed on both sides: a pure decision, as ``reconcile`` is for entries.

There are no times to go by: where a feed was renamed or moved on both sides, what was done here counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.remote_records import FeedLink, LocalFeed
from reader.library.subscriptions import folder_path
from reader.sync.servers.records import RemoteFeed
from reader.sync.servers.shape import same_address

__all__ = ["Edit", "FeedPlan", "decide_feeds", "in_folder"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A feed that is to be called and filed so on the server."""

    link: FeedLink
    remote: RemoteFeed
    title: str
    folder: str


@dataclass(frozen=True, slots=True)
class FeedPlan:
    """What is to be done with subscriptions.

    Here: ``follow`` what is new there (``adopt``: it is here already), ``take`` new titles and folders, ``leave`` what
    is gone there. There: ``subscribe``, ``unsubscribe``, ``edit``. ``forget`` what is gone on both sides, and
    ``agree`` on what both sides changed to the same. ``distrusted``: the server has lost all feeds at once, which is
    not believed.
    """

    follow: tuple[RemoteFeed, ...] = ()
    adopt: tuple[tuple[RemoteFeed, LocalFeed], ...] = ()
    take: tuple[tuple[FeedLink, RemoteFeed], ...] = ()
    leave: tuple[FeedLink, ...] = ()
    subscribe: tuple[LocalFeed, ...] = ()
    unsubscribe: tuple[RemoteFeed, ...] = ()
    edit: tuple[Edit, ...] = ()
    forget: tuple[str, ...] = ()
    agree: tuple[tuple[FeedLink, RemoteFeed], ...] = ()
    distrusted: bool = False


def decide_feeds(
    links: Sequence[FeedLink], remote: Sequence[RemoteFeed], unlinked: Sequence[LocalFeed], alone: Sequence[LocalFeed]
) -> FeedPlan:
    """The plan, from what was agreed on, what the server has now, and the feeds here that it does not know.

    ``unlinked`` are those that it is to have, ``alone`` those that are to stay here alone: unless it has them anyway.
    """
    there = {feed.id: feed for feed in remote}
    known = {link.id for link in links}
    new = [feed for feed in remote if feed.id not in known]
    own = {feed.key: feed for feed in (*unlinked, *alone)}
    adopt: list[tuple[RemoteFeed, LocalFeed]] = []
    follow: list[RemoteFeed] = []
    for feed in new:
        mine = next((one for one in own.values() if same_address(one.url, feed.url)), None)
        if mine:
            del own[mine.key]
            adopt.append((feed, mine))
        else:
            follow.append(feed)
    lost = [link for link in links if link.id not in there]
    distrusted = bool(links) and not remote
    take, edit, agree = _changes([link for link in links if link.id in there and link.local], there)
    return FeedPlan(
        follow=tuple(follow),
        adopt=tuple(adopt),
        take=take,
        leave=() if distrusted else tuple(link for link in lost if link.local),
        subscribe=tuple(feed for feed in unlinked if feed.key in own),
        unsubscribe=tuple(there[link.id] for link in links if link.id in there and not link.local),
        edit=edit,
        forget=tuple(link.id for link in lost if not link.local),
        agree=agree,
        distrusted=distrusted,
    )


def _changes(
    links: Sequence[FeedLink], there: dict[str, RemoteFeed]
) -> tuple[tuple[tuple[FeedLink, RemoteFeed], ...], tuple[Edit, ...], tuple[tuple[FeedLink, RemoteFeed], ...]]:
    """Of feeds that both sides have: what to take, what to tell, and what is the same on both by now."""
    take: list[tuple[FeedLink, RemoteFeed]] = []
    edit: list[Edit] = []
    agree: list[tuple[FeedLink, RemoteFeed]] = []
    for link in links:
        local, remote = link.local, there[link.id]
        if local is None:
            continue
        named = remote.title or link.title
        title = local.title if local.title != link.title else named
        moved = local.folder != folder_path(link.folder)
        folder = local.folder if moved else remote.folder
        if title != named or not in_folder(folder, remote):
            edit.append(Edit(link, remote, title, folder))
        elif (title, folder_path(folder)) != (local.title, local.folder):
            take.append((link, remote))
        elif (link.url, link.title, link.folder) != (remote.url, named, remote.folder):
            agree.append((link, remote))
    return tuple(take), tuple(edit), tuple(agree)


def in_folder(folder: str, remote: RemoteFeed) -> bool:
    """Whether the server has the feed in this folder, however it spells its path."""
    return folder_path(folder) == folder_path(remote.folder)
