"""A feed, what it offers, and the files that come with it."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

__all__ = ["Enclosure", "Entry", "Feed"]


class Enclosure(Struct, frozen=True):
    """A file that comes with an entry, such as a podcast's episode or a picture.

    ``url`` is an absolute http(s) address; ``type`` a media type or ``""``; ``length`` bytes; ``duration`` seconds.
    """

    url: str
    type: str = ""
    length: int | None = None
    title: str = ""
    duration: int | None = None


class Entry(Struct, frozen=True):
    """One story as its feed tells it.

    ``id`` is what the feed calls it by (guid, atom:id, rdf:about), ``""`` when it does not; it is unique only if the
    feed is well made. ``link`` and ``comments`` are absolute http(s) addresses or ``""``. ``title``, ``author`` and
    ``tags`` are lines of plain text; an entry without a title has the first words of its text, else its link.
    ``summary`` and ``content`` are HTML as it came, without scripts, style sheets and control characters and cut off
    at a bound, but not sanitised: they go through ``reader.extract`` before they are shown. Plain text in them has
    been escaped to HTML. Dates are as given, aware or naive (which counts as UTC in sorting), None when there is
    none that can be true.
    """

    id: str = ""
    title: str = ""
    link: str = ""
    author: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    content: str = ""
    tags: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    comments: str = ""
    image: str = ""
    language: str = ""

    @property
    def key(self) -> str:
        """What tells it from the feed's other entries at every refresh: its id, else the best there is."""
        return self.id or self.link or f"{self.published or ''} {self.title or self.summary[:200]}".strip()


class Feed(Struct, frozen=True):
    """What a feed says, entries in its own order.

    ``url`` is the address it came from, ``self_link`` the one it gives for itself, ``link`` its site's page, ``hub``
    its WebSub hub and ``next_page`` its older entries (RFC 5005, JSON Feed): absolute http(s) addresses or ``""``.
    ``title``, ``subtitle`` and ``author`` are lines of plain text. ``ttl`` is how many minutes it may be kept before
    it is asked for again. ``left_out`` is the number of entries over the bound, which were not read;
    ``word_of_caution`` a line for the person when it was damaged or not read whole, else ``""``.
    """

    title: str = ""
    link: str = ""
    url: str = ""
    id: str = ""
    subtitle: str = ""
    author: str = ""
    language: str = ""
    updated: datetime | None = None
    icon: str = ""
    ttl: int | None = None
    self_link: str = ""
    hub: str = ""
    next_page: str = ""
    entries: tuple[Entry, ...] = ()
    left_out: int = 0
    word_of_caution: str = ""
