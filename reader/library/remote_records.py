"""What the library keeps about servers to sync with: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Agreed", "Change", "FeedLink", "Field", "LocalFeed", "Pending", "ServerRow"]


class Field(StrEnum):
    """The parts of an entry's state that are kept the same."""

    READ = "read"
    STARRED = "starred"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class ServerRow:
    """How things stand with a server: the next sync begins from ``cursor``; it is not to be asked before ``again``.

    ``kind`` names its protocol, ``login`` says where the password is. ``synced`` is when the last sync ended well,
    ``error`` the line of one that did not; ``waiting`` how many changes wait for it, ``feeds`` how many feeds are its
    own.
    """

    key: int
    url: str
    user: str
    kind: str = ""
    login: str = ""
    cursor: str = ""
    synced: datetime | None = None
    again: datetime | None = None
    error: str = ""
    waiting: int = 0
    feeds: int = 0


@dataclass(frozen=True, slots=True)
class LocalFeed:
    """A feed here, as far as servers know of it: its address, the name that is shown, its folder."""

    key: int
    url: str
    title: str
    folder: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A subscription on a server as it was last agreed on, and the feed here that it is, None when that is gone."""

    id: str
    url: str
    title: str
    folder: str
    local: LocalFeed | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """An entry's state as it was last agreed on with a server."""

    read: bool
    starred: bool
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """One part of an entry's state that is now so; ``id`` is the server's, ``label`` only for labels."""

    id: str
    field: Field
    value: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """A change that was made here and waits to be acknowledged: when it was made, how often the server refused it."""

    change: Change
    at: datetime
    tries: int = 0
