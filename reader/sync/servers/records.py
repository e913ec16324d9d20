"""What a server tells: its feeds, its entries and their states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from reader.library.remote_records import Field
from reader.model import Entry

__all__ = ["Field", "Kind", "Page", "RemoteEntry", "RemoteFeed", "Told"]


class Kind(StrEnum):
    """The protocols, as ``--kind`` names them."""

    GREADER = "greader"
    MINIFLUX = "miniflux"
    FEVER = "fever"


@dataclass(frozen=True, slots=True)
class RemoteFeed:
    """A subscription on the server: its id there, address, title as the user has it there, folder (``""``: none)."""

    id: str
    url: str
    title: str
    folder: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class RemoteEntry:
    """An entry as the server tells it: its id and its feed's id there, its content, its state."""

    id: str
    feed: str
    entry: Entry
    read: bool
    starred: bool
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """The state of one entry on the server; ``changed`` says when it came to be so, where the protocol tells."""

    read: bool
    starred: bool
    labels: frozenset[str] | None = None
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A part of what a server tells in one sync.

    ``unread``, ``starred`` and ``labels`` (label to entries) are the ids of *all* entries in that state, None where
    this page does not tell; ``changed`` are single entries' states. ``cursor`` is what the next sync begins from, once
    all pages have come. ``left`` counts the entries that are still to come, as far as is known.
    """

    entries: tuple[RemoteEntry, ...] = ()
    unread: frozenset[str] | None = None
    starred: frozenset[str] | None = None
    labels: Mapping[str, frozenset[str]] | None = None
    changed: Mapping[str, Told] = field(default_factory=dict)
    cursor: str = ""
    left: int = 0
