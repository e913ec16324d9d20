"""What a refresh tells while it runs, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.feeds.hooks import Told

__all__ = ["FeedResult", "Outcome", "Progress", "Report", "ServerResult"]


class Outcome(StrEnum):
    """What came of checking a feed."""

    CHANGED = "changed"
    """New or changed entries."""
    UNMODIFIED = "unmodified"
    FAILED = "failed"
    GONE = "gone"
    """Its server says that it is no more."""
    WAITING = "waiting"
    """Not asked: its server wants to be left alone for a while."""


@dataclass(frozen=True, slots=True)
class FeedResult:
    """What came of one feed. ``failure`` says in a line why it failed; ``moved_to`` is its new address."""

    feed: int
    name: str
    url: str
    outcome: Outcome
    new: int = 0
    updated: int = 0
    failure: str = ""
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class ServerResult:
    """What came of a sync with a server: new entries, states that changed there, changes that it was told.

    ``failure`` is the line that says why it did not end well; what else could not be done is in ``Report.problems``.
    """

    url: str
    new: int = 0
    changed: int = 0
    sent: int = 0
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: feeds done of all, entries that are new, feeds that failed; ``name`` is the last one's.

    ``articles`` says that feeds are done, and that these are full texts being fetched.
    """

    done: int
    total: int
    new: int = 0
    failed: int = 0
    name: str = ""
    articles: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What came of all. ``articles`` full texts were fetched, for ``articles_failed`` the line says why not.

    ``stopped``: it was ended before every feed was asked. ``notices`` are lines that rules want shown, ``hooks`` the
    commands that rules want run, ``problems`` a line for each that failed. ``dropped`` entries were old enough to go.
    ``left`` feeds were not asked, as it is not their turn yet. ``servers`` are those that were synced with.
    """

    results: tuple[FeedResult, ...] = ()
    articles: int = 0
    articles_failed: tuple[str, ...] = ()
    stopped: bool = False
    notices: tuple[str, ...] = ()
    hooks: Mapping[tuple[str, ...], Sequence[Told]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    dropped: int = 0
    left: int = 0
    servers: tuple[ServerResult, ...] = ()

    @property
    def new(self) -> int:
        """How many entries are new."""
        return sum(result.new for result in self.results) + sum(server.new for server in self.servers)

    @property
    def told(self) -> int:
        """How many changes servers were told."""
        return sum(result.sent for result in self.servers)

    @property
    def updated(self) -> int:
        """How many stored entries have changed."""
        return sum(result.updated for result in self.results)

    @property
    def failed(self) -> tuple[FeedResult, ...]:
        """The feeds that failed or are gone, each with its reason."""
        return tuple(result for result in self.results if result.outcome in (Outcome.FAILED, Outcome.GONE))

    def count(self, outcome: Outcome) -> int:
        """How many feeds ended so."""
        return sum(result.outcome is outcome for result in self.results)
