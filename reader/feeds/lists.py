"""Lists of feeds as values: what came in from another program, what could not be taken, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit, urlunsplit

from reader.feeds.places import LONGEST
from reader.text import clean_line, counted, elide

__all__ = ["FeedList", "Gathering", "Listed", "folder_name", "unsaid", "without_password"]

MOST_FEEDS = 50_000
_LONGEST_NAME = 500
_LOGIN = re.compile(r"(?<=//)[^\s/?#@]+@|[^\s/?#@]*:[^\s/?#@]+@")
_FEED_SCHEME = re.compile(r"feed:(?://)?(https?:)?(?://)?", re.IGNORECASE)


@dataclass(frozen=True)
class Listed:
    """A feed of a list: its http(s) address without a password, the title it is given there, its site's page.

    ``folder`` is a path such as ``News/Coast``, ``""`` for none.
    """

    url: str
    title: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    link: str = ""

    @property
    def name(self) -> str:
        """What it is called in a message."""
        return self.title or self.url


@dataclass(frozen=True)
class FeedList:
    """What a list of feeds holds. ``searches`` are names with queries; ``left`` a line for each thing not taken."""

    feeds: tuple[Listed, ...] = ()
    searches: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    title: str = ""


@dataclass
class Gathering:
    """Feeds as they are found in a list: each address once, and a line for what was not taken as it stood."""

    feeds: dict[str, Listed] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    _over: int = 0

    def take(self, address: str, listed: Listed) -> None:
        """Take a feed by the address that the list gives; ``listed`` has everything else."""
        listed = replace(listed, title=unsaid(listed.title), link=unsaid(listed.link))
        name = elide(listed.title or clean_line(unsaid(address[:_LONGEST_NAME])) or "a feed", 80)
        url, caution = _subscribable(address)
        if caution:
            self.left.append(f"{name}: {caution}")
        if not url:
            return
        known = self.feeds.get(url)
        if known is not None:
            self.feeds[url] = _both(known, listed)
            self.left.append(f"{name}: is listed twice: taken once{_where(known, listed)}")
        elif len(self.feeds) < MOST_FEEDS:
            self.feeds[url] = replace(listed, url=url)
        else:
            self._over += 1

    def take_trusted(self, url: str, listed: Listed) -> None:
        """Take a feed whose address is a command that its user trusts."""
        self.feeds.setdefault(url, replace(listed, url=url))

    def all_left(self) -> tuple[str, ...]:
        """The lines on what was not taken."""
        over = [f"{counted(self._over, 'feed')} over {MOST_FEEDS:,}: not taken"] if self._over else []
        return (*self.left, *over)


def _both(known: Listed, again: Listed) -> Listed:
    """One feed of two places: the folder of the first, the other's last part as a tag."""
    tags = [*known.tags, *again.tags]
    if again.folder and again.folder != known.folder:
        tags.append(again.folder.rpartition("/")[2])
    return replace(known, tags=tuple(dict.fromkeys(tags)), title=known.title or again.title)


def _where(known: Listed, again: Listed) -> str:
    if not again.folder or again.folder == known.folder:
        return ""
    return f", in {known.folder or 'no folder'} with the tag {again.folder.rpartition('/')[2]}"


def _subscribable(address: str) -> tuple[str, str]:
    """The address to follow, ``""`` for none, and what is to be said of it."""
    address = _FEED_SCHEME.sub(lambda match: f"{match[1] or 'http:'}//", address.strip(), count=1)
    if address.startswith(("|", "exec:", "filter:")):
        return "", "is a command, which no list can make run: not taken"
    if not address.lower().startswith(("http://", "https://")):
        return "", "has no http or https address: not taken"
    url = clean_line(address).replace(" ", "%20")
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return "", "has an address that is none: not taken"
    if not parts.hostname or len(url) > LONGEST:
        return "", "has an address that is none: not taken"
    if parts.username or parts.password:
        return without_password(url), "the name and password in its address were left out"
    return url, ""


def without_password(url: str) -> str:
    """The address without the name and password that may stand in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url  # no address, which others tell
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def unsaid(words: str) -> str:
    """Words such as a title, which are often the address once more, without names and passwords in addresses."""
    return _LOGIN.sub("", words) if "@" in words else words


def folder_name(words: str) -> str:
    """One part of a folder's path: a slash in its name does not make two of it."""
    return elide(clean_line(words[:_LONGEST_NAME]).replace("/", "-"), 100)
