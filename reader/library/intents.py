"""What a refresh found out about a feed, and what is to be written of it: values between a decider and the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.model import Entry

__all__ = ["Checked", "Known", "KnownFeed", "Taken", "ToCheck", "ToWrite"]


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A feed as a refresh needs it. ``interval`` is in minutes, 0 for the program's choice.

    ``next_check`` is when it is its turn, ``not_before`` until when its server asked to be left alone, in seconds
    since 1970, UTC. ``validated_url`` is the address that ``etag`` and ``last_modified`` came from. ``failed`` says
    that the last check did, ``failures`` how many did in a row; ``checked`` is when it was, 0 for never. ``tags``
    are the feed's own.
    """

    key: int
    url: str
    name: str
    site: str = ""
    typed: bool = False
    interval: int = 0
    full_text: bool = False
    user_agent: str = ""
    login: str = ""
    etag: str = ""
    last_modified: str = ""
    validated_url: str = ""
    body_sha256: str = ""
    checked: int = 0
    next_check: int = 0
    not_before: int = 0
    failures: int = 0
    failed: bool = False
    gone: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A stored entry as a decider needs it: see ``reader.library.keys`` for its keys."""

    key: int
    uid: int
    digest: int
    link_key: int
    title: str


@dataclass(frozen=True, slots=True)
class KnownFeed:
    """What is stored of a feed: its entries by ``uid``, and the ``uid`` of those that retention took out."""

    entries: Mapping[int, Known] = field(default_factory=dict)
    dropped: frozenset[int] = frozenset()


@dataclass(slots=True)
class ToWrite:
    """An entry to be added, or to be written over the one with ``key``.

    ``published`` is in seconds since 1970, UTC, None for no date that can be true. It is a value like the others, but
    not frozen, which would take a microsecond of each of 30,000.
    """

    entry: Entry
    uid: int
    digest: int
    link_key: int
    title_key: int
    published: int | None
    key: int | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """How a check of a feed ended: what is stored of the feed itself. Moments are seconds since 1970, UTC.

    ``url`` is its new address; it, ``title`` and ``link`` are ``""`` where nothing new was learnt. ``still_typed``
    is false for a new address at another host: nobody has named that one.
    """

    checked: int
    next_check: int
    not_before: int = 0
    url: str = ""
    still_typed: bool = True
    title: str = ""
    link: str = ""
    etag: str = ""
    last_modified: str = ""
    validated_url: str = ""
    body_sha256: str = ""
    failures: int = 0
    error: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of writing: the keys of the entries that were added, and of those that were written over."""

    added: tuple[int, ...] = ()
    updated: tuple[int, ...] = ()
