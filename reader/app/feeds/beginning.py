"""Feeds to begin with: the lists that ship with the program, and those that a person brings along."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.feeds.lists import ListTaken, import_opml
from reader.app.feeds.newsboat import NewsboatFiles, find_newsboat, import_newsboat
from reader.errors import BadInput
from reader.text import clean_line, clean_typed

if TYPE_CHECKING:
    from reader.app.feeds.feeds import Feeds
    from reader.paths import Paths

__all__ = ["Starter", "bring", "follow_starter", "starters"]

FOLDER = Path(__file__).parents[2] / "starters"
LARGEST = 20_000_000
"""Bytes of a list that are read."""


@dataclass(frozen=True)
class Starter:
    """A list that ships: its file's name, its topic, and the names of its feeds."""

    name: str
    topic: str
    feeds: tuple[str, ...]


def starters() -> list[Starter]:
    """The lists that ship with the program, by topic; the topic is the folder that its feeds go into."""
    from reader.feeds.opml import read_opml

    found = []
    for path in FOLDER.glob("*.opml"):
        feeds = read_opml(path.read_bytes(), path.name).feeds
        found.append(Starter(path.stem, feeds[0].folder, tuple(feed.title for feed in feeds)))
    return sorted(found, key=lambda starter: starter.topic)


def follow_starter(feeds: Feeds, starter: Starter) -> ListTaken:
    """Follow the feeds of a list that ships; nothing is fetched."""
    path = FOLDER / f"{starter.name}.opml"
    return import_opml(feeds, path.read_bytes(), path.name)


def bring(feeds: Feeds, paths: Paths, named: str) -> ListTaken:
    """Follow the feeds of an OPML file, or of newsboat's ``urls`` file or folder; its own place when nothing is named.

    With newsboat's folder come its articles, what was read and its rules. What a list wants run is never taken here.
    BadInput, one line, when there is no feed in it.
    """
    named = clean_typed(named).strip()
    path = Path(named).expanduser() if named else None
    if path is None or path.is_dir():
        return import_newsboat(feeds, paths, find_newsboat(path)).feeds
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(f"{clean_line(named)}: cannot be read: {error.strerror}") from error
    return _of_file(feeds, paths, path, data)


def _of_file(feeds: Feeds, paths: Paths, path: Path, data: bytes) -> ListTaken:
    from reader.feeds.opml import looks_like_opml

    name = clean_line(path.name)
    if looks_like_opml(data):
        return import_opml(feeds, data, name)
    taken = import_newsboat(feeds, paths, NewsboatFiles(urls=path)).feeds
    if not (taken.added or taken.known or taken.searches):
        raise BadInput(f"{name}: no feed in it: an OPML file is wanted, or newsboat's urls file or folder")
    return taken
