"""What every server can be asked, whichever protocol it speaks."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Protocol

from reader.sync.servers.records import Field, Page, RemoteFeed

__all__ = ["Server"]


class Server(Protocol):
    """A line to one user's account on a server.

    Every method raises ``FetchFailed`` when the server is not reached or breaks off, and one of
    ``reader.sync.servers.failures`` when it answers, but with no.
    """

    name: str
    """What error lines call it: its address."""
    can_subscribe: bool
    """Whether subscriptions can be changed from here."""
    can_label: bool
    """Whether entries can be labelled from here."""
    batch: int
    """How many entries one ``mark`` or ``label`` may name."""

    def check(self) -> None:
        """Log in; ``WrongPassword``, ``NoApi`` or another failure when that cannot be done."""

    def feeds(self) -> list[RemoteFeed]:
        """The subscriptions with their folders."""

    def pull(self, since: str, known: Container[str]) -> Iterator[Page]:
        """What is new since the cursor ``since`` (``""``: ever); of entries that are ``known`` only their states."""

    def mark(self, ids: Sequence[str], field: Field, value: bool) -> None:
        """Set READ or STARRED of entries; calling it again changes nothing."""

    def label(self, ids: Sequence[str], label: str, value: bool) -> None:
        """Put a label on entries, or take it off; calling it again changes nothing."""

    def subscribe(self, url: str, title: str, folder: str) -> RemoteFeed:
        """Subscribe to the feed at an address; one that is there already stays."""

    def unsubscribe(self, feed: RemoteFeed) -> None:
        """Drop a subscription; one that is gone already is no failure."""

    def change(self, feed: RemoteFeed, title: str, folder: str) -> None:
        """Give a subscription this title and put it in this folder (``""``: none)."""

    def close(self) -> None:
        """Close the line."""
