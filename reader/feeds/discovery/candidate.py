"""The values of a search for feeds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.model import Feed

__all__ = ["ITSELF", "Answer", "Candidate", "Found", "each_once"]

ITSELF = "the address itself"
"""Where a feed was found that is at the very address that was asked for."""
MOST = 50
"""Feeds of one page that are told."""


@dataclass(frozen=True)
class Candidate:
    """An address that may be a feed's, what it is called, and where it was found; it has not been asked for."""

    url: str
    title: str = ""
    where: str = ""


@dataclass(frozen=True)
class Answer:
    """What came of asking an address: ``data`` and its declared type, from ``url``; else ``failure``, one line.

    ``moved_to`` is the address that a permanent redirect says to use from now on, ``""`` for none.
    """

    url: str
    data: bytes = b""
    content_type: str = ""
    moved_to: str = ""
    failure: str = ""


@dataclass(frozen=True)
class Found:
    """A feed that was read, the address to follow it at, and what else there is to choose from, itself included."""

    url: str
    feed: Feed
    candidates: tuple[Candidate, ...] = ()


def each_once(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The first of each address, no more than are told."""
    return list({one.url: one for one in reversed(list(candidates))}.values())[::-1][:MOST]
