"""Models of what is printed of feeds, servers, notes and the machine."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct
from outputs_common import End, Moment, Offset, Start

from reader.app.doctor import State
from reader.feeds.refresh.report import Outcome
from reader.model import AnchorStatus, NoteKind

__all__ = [
    "Anchor",
    "Enclosure",
    "Entry",
    "Feed",
    "FeedResult",
    "Finding",
    "FollowedFeed",
    "ListedEntry",
    "Note",
    "Notes",
    "Refresh",
    "Selector",
    "Server",
    "ServerResult",
    "Sync",
    "SyncedServer",
]


class FeedResult(Struct, forbid_unknown_fields=True):
    """What came of one feed."""

    feed: Annotated[int, Meta(description="Its key.")]
    name: str
    url: str
    outcome: Outcome
    new: Annotated[int, Meta(description="Entries.")]
    updated: Annotated[int, Meta(description="Entries.")]
    failure: Annotated[str, Meta(description="Why it failed, in a line.")]
    moved_to: Annotated[str, Meta(description="Its new address.")]


class ServerResult(Struct, forbid_unknown_fields=True):
    """What came of a sync with a server."""

    url: str
    new: int
    changed: Annotated[int, Meta(description="States that changed there.")]
    sent: Annotated[int, Meta(description="Changes that it was told.")]
    failure: str


class Refresh(Struct, forbid_unknown_fields=True):
    """How a refresh went."""

    new: Annotated[int, Meta(description="Entries.")]
    updated: Annotated[int, Meta(description="Entries.")]
    failed: Annotated[int, Meta(description="Feeds and servers.")]
    not_due: Annotated[int, Meta(description="Feeds whose turn it is not yet.")]
    stopped: Annotated[bool, Meta(description="It was ended before every feed was asked.")]
    articles: Annotated[int, Meta(description="Full texts that were fetched.")]
    articles_failed: Annotated[list[str], Meta(description="A line for each that could not be had.")]
    dropped: Annotated[int, Meta(description="Entries that were old enough to go.")]
    notices: Annotated[list[str], Meta(description="Lines that rules want shown.")]
    problems: Annotated[list[str], Meta(description="Lines about what could not be done.")]
    feeds: list[FeedResult]
    servers: list[ServerResult]


class ListedEntry(Struct, forbid_unknown_fields=True):
    """An entry in a list."""

    key: int
    feed: Annotated[int, Meta(description="Its feed's key.")]
    feed_name: str
    site: str
    title: str
    author: str
    link: str
    published: Moment | None
    added: Annotated[Moment, Meta(description="When it was first seen.")]
    read: bool
    starred: bool
    saved: Annotated[bool, Meta(description="For reading offline.")]
    hidden: bool
    tags: list[str]
    full_text: Annotated[bool, Meta(description="Its article is stored.")]
    also: Annotated[int, Meta(description="Other feeds that carry the story.")]
    notes: Annotated[int, Meta(description="How many are on it.")]


class FollowedFeed(Struct, forbid_unknown_fields=True):
    """A feed that you follow."""

    key: int
    url: str
    name: Annotated[str, Meta(description="Yours, else its title, else its address.")]
    given_name: Annotated[str, Meta(description="Yours.")]
    title: str
    link: Annotated[str, Meta(description="Its site's page.")]
    site: str
    folder: str
    tags: list[str]
    typed: Annotated[bool, Meta(description="You named its address yourself, so it may be a local one.")]
    interval: Annotated[int, Meta(description="Minutes; 0 for the program's choice.")]
    full_text: bool
    user_agent: str
    added: Moment | None
    checked: Moment | None
    changed: Annotated[Moment | None, Meta(description="When new entries last came.")]
    next_check: Moment | None
    failures: Annotated[int, Meta(description="How many in a row.")]
    error: Annotated[str, Meta(description="The last failure, in a line.")]
    gone: Annotated[bool, Meta(description="Its server says it is no more.")]
    unread: int
    total: int


class SyncedServer(Struct, forbid_unknown_fields=True):
    """How a sync with one server went."""

    url: str
    user: str
    new: int
    changed: int
    sent: int
    feeds_added: int
    feeds_removed: int
    problems: list[str]


class Sync(Struct, forbid_unknown_fields=True):
    """How a sync went."""

    servers: list[SyncedServer]
    notices: list[str]


class Server(Struct, forbid_unknown_fields=True):
    """How things stand with a server."""

    url: str
    user: str
    kind: Annotated[str, Meta(description="Its protocol.")]
    synced: Moment | None
    again: Annotated[Moment | None, Meta(description="It is not to be asked before.")]
    error: str
    waiting: Annotated[int, Meta(description="Changes that wait for it.")]
    feeds: int


class Enclosure(Struct, forbid_unknown_fields=True):
    """A file that comes with an entry."""

    url: str
    type: str
    length: Annotated[int | None, Meta(description="Bytes.")]
    title: str
    duration: Annotated[int | None, Meta(description="Seconds.")]


class Entry(Struct, forbid_unknown_fields=True):
    """A story as its feed tells it."""

    id: str
    title: str
    link: str
    author: str
    published: Moment | None
    updated: Moment | None
    summary: Annotated[str, Meta(description="HTML as it came: not to be shown as it is.")]
    content: Annotated[str, Meta(description="HTML as it came: not to be shown as it is.")]
    tags: list[str]
    enclosures: list[Enclosure]
    comments: str
    image: str
    language: str


class Feed(Struct, forbid_unknown_fields=True):
    """What a feed says."""

    title: str
    link: str
    url: str
    id: str
    subtitle: str
    author: str
    language: str
    updated: Moment | None
    icon: str
    ttl: Annotated[int | None, Meta(description="Minutes for which it may be kept.")]
    self_link: str
    hub: str
    next_page: str
    entries: list[Entry]
    left_out: Annotated[int, Meta(description="Entries over the bound, which were not read.")]
    word_of_caution: str


class Finding(Struct, forbid_unknown_fields=True):
    """One thing that the doctor looked at."""

    part: str
    state: State
    said: str
    advice: str


class Selector(Struct, forbid_unknown_fields=True):
    """The passage as it was when the note was made."""

    exact: str
    prefix: Annotated[str, Meta(description="64 characters before it.", max_length=64)]
    suffix: Annotated[str, Meta(description="64 characters after it.", max_length=64)]
    start: Start
    end: End


class Anchor(Struct, forbid_unknown_fields=True):
    """Where the passage stands in the article as it is now."""

    status: AnchorStatus
    start: Offset | None
    end: Offset | None
    score: Annotated[float, Meta(description="How well it was found.")]
    text_sha256: str
    at: Moment | None


class Note(Struct):
    """A note; fields that another version wrote are kept, so there may be others."""

    id: Annotated[str, Meta(description="A UUID of version 7.")]
    kind: NoteKind
    url: str
    canonical_url: str
    title: str
    site: str
    published: str
    accessed: str
    citekey: str
    page_sha256: str
    text_sha256: str
    speaker: str
    body: Annotated[str, Meta(description="Markdown, as typed.")]
    color: str
    authors: list[str]
    tags: list[str]
    selector: Annotated[Selector | None, Meta(description="None for a note on the whole article.")]
    anchor: Anchor | None
    created: Moment
    modified: Moment
    schema: Literal[1]


class Notes(Struct, forbid_unknown_fields=True):
    """Notes, losslessly; `reader import` takes them back."""

    schema: Literal[1]
    notes: list[Note]
