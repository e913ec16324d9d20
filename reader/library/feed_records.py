"""What the library says about feeds, entries and the places where entries are found: frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

from reader.model import Enclosure

__all__ = ["EntryBody", "EntryRow", "FeedRow", "Marked", "NewFeed", "Order", "SavedSearch", "Source", "SourceKind"]


class SourceKind(StrEnum):
    """What a row of the feeds' pane stands for."""

    TODAY = "today"
    UNREAD = "unread"
    STARRED = "starred"
    SAVED = "saved"
    NOTED = "noted"
    ALL = "all"
    FOLDER = "folder"
    FEED = "feed"
    TAG = "tag"
    SEARCH = "search"


class Order(StrEnum):
    """How a list of entries is sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SITE = "site"
    UNREAD_FIRST = "unread_first"


class Source(Struct, frozen=True):
    """A place where entries are found, with how many are there.

    ``key`` is a feed's or saved search's key (int), a folder's path (``News/Tech``) or a tag, ``""`` for the others.
    ``depth`` says how deep in folders it stands. ``error`` is a feed's last failure in one line.
    """

    kind: SourceKind
    name: str
    key: int | str = ""
    unread: int = 0
    total: int = 0
    depth: int = 0
    error: str = ""
    feed_url: str = ""


class EntryRow(Struct, frozen=True):
    """An entry as a list shows it, without its words.

    ``published`` and ``added`` (when it was first seen) are aware, UTC. ``also`` is how many other feeds carry the
    story; ``full_text`` whether its article is stored; ``notes`` how many notes there are on it.
    """

    key: int
    feed: int
    feed_name: str
    site: str
    title: str
    author: str
    link: str
    published: datetime | None
    added: datetime
    read: bool = False
    starred: bool = False
    saved: bool = False
    hidden: bool = False
    tags: tuple[str, ...] = ()
    full_text: bool = False
    also: int = 0
    notes: int = 0


class EntryBody(Struct, frozen=True):
    """The words of an entry as its feed gave them: ``summary`` and ``content`` are HTML, not sanitised."""

    summary: str = ""
    content: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    categories: tuple[str, ...] = ()
    comments: str = ""
    image: str = ""
    language: str = ""


class FeedRow(Struct, frozen=True):
    """A feed with the user's settings and how it fared.

    ``name`` is the user's, else the feed's own title, else its address; ``given_name`` only the user's. ``interval``
    is in minutes, 0 for the program's choice. ``typed`` says that a person named the address, so it may be a local
    one. ``login`` names where its password is kept, never the password. ``checked``, ``changed`` (when new entries
    last came) and ``next_check`` are aware, UTC, None for never. ``error`` is the last failure in one line and
    ``failures`` how many came in a row; ``gone`` that its server says it is no more.
    """

    key: int
    url: str
    name: str
    given_name: str = ""
    title: str = ""
    link: str = ""
    site: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    typed: bool = False
    interval: int = 0
    full_text: bool = False
    user_agent: str = ""
    login: str = ""
    added: datetime | None = None
    checked: datetime | None = None
    changed: datetime | None = None
    next_check: datetime | None = None
    failures: int = 0
    error: str = ""
    gone: bool = False


class NewFeed(Struct, frozen=True):
    """A feed to follow: its http(s) address, what it says of itself, and what its reader wants of it.

    ``name`` is the user's own name for it; ``typed`` as in ``FeedRow``.
    """

    url: str
    title: str = ""
    link: str = ""
    name: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    typed: bool = False


class SavedSearch(Struct, frozen=True):
    """A search with a name, shown as a place of its own."""

    key: int
    name: str
    query: str


class Marked(Struct, frozen=True):
    """What a change did, for ``unmark``; nobody else needs to look inside.

    ``flags`` holds for each changed column the value it was given and the entries in which that was a change;
    ``tags`` an entry's tags before; ``rows`` rows that were taken out, by table. ``listed`` is how many entries a list
    had of them, where the same story in other feeds was changed too.
    """

    flags: Mapping[str, tuple[int, tuple[int, ...]]] = field(default_factory=dict)
    tags: tuple[tuple[int, tuple[str, ...]], ...] = ()
    rows: tuple[tuple[str, tuple[tuple[object, ...], ...]], ...] = ()
    listed: int = 0

    @property
    def count(self) -> int:
        """How many entries were changed, in the widest sense; of a list, how many of it."""
        if self.listed:
            return self.listed
        marked = [len(keys) for _value, keys in self.flags.values()]
        return max([*marked, len(self.tags), len(dict(self.rows).get("entries", ()))])
