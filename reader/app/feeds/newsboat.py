"""Moving over from newsboat: its feeds, searches and rules, and which articles were read or flagged."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.feeds.lists import ListTaken, take_list
from reader.config import add_macros, add_rules
from reader.errors import BadInput
from reader.rules_table import RuleSetting
from reader.text import clean_line, counted

if TYPE_CHECKING:
    from reader.app.feeds.feeds import Feeds
    from reader.feeds.newsboat.cache import CachedEntry, CachedFeed
    from reader.paths import Paths

__all__ = ["NewsboatFiles", "NewsboatTaken", "find_newsboat", "import_newsboat"]

LARGEST = 20_000_000
"""Bytes of its ``urls`` and ``config`` that are read."""
Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class NewsboatFiles:
    """Where its files are; None for one that is not there."""

    urls: Path | None = None
    cache: Path | None = None
    config: Path | None = None


@dataclass(frozen=True)
class NewsboatTaken:
    """What came over: the list, how many articles with how many read and flagged, searches to be hidden, macros."""

    feeds: ListTaken = field(default_factory=ListTaken)
    articles: int = 0
    read: int = 0
    flagged: int = 0
    hidden: tuple[str, ...] = ()
    macros: int = 0
    left: tuple[str, ...] = ()


def find_newsboat(folder: Path | None = None) -> NewsboatFiles:
    """Its files in a folder, else where newsboat itself looks: ``~/.newsboat``, or the XDG folders."""
    home = Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "newsboat"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "newsboat"
    places = [folder] if folder else [config, data, home / ".newsboat"]

    def first(name: str) -> Path | None:
        return next((place / name for place in places if (place / name).is_file()), None)

    found = NewsboatFiles(first("urls"), first("cache.db"), first("config"))
    if found == NewsboatFiles():
        where = clean_line(", ".join(str(place) for place in places))
        raise BadInput(f"newsboat: no urls, cache.db or config in {where}: name the folder that has them")
    return found


def import_newsboat(
    feeds: Feeds,
    paths: Paths,
    files: NewsboatFiles,
    *,
    trust_commands: bool = False,
    dry_run: bool = False,
    tell: Tell = lambda _done, _of: None,
) -> NewsboatTaken:
    """Take its feeds with tags, titles, articles, read states and flags; ``query:`` feeds as searches.

    A flag such as ``s`` becomes the tag ``flag-s``. ``ignore-article`` becomes rules that hide, ``macro``
    macros, both added to the settings.
    ``exec:`` and ``filter:`` come over only when their user trusts them: they are then run at each refresh.
    ``tell`` is called with how many feeds of how many have their articles. BadInput for a file that is none of its.
    """
    from reader.feeds.newsboat.cache import titles_of
    from reader.feeds.newsboat.config import Settings, read_config
    from reader.feeds.newsboat.urls import read_urls

    titles = titles_of(files.cache) if files.cache else {}
    found = read_urls(_text(files.urls), clean_line(str(files.urls)), trust_commands=trust_commands)
    names = titles | {one.url: one.title for one in found.feeds if one.title}
    settings = read_config(_text(files.config), names, clean_line(str(files.config))) if files.config else Settings()
    taken = take_list(feeds, found, typed=True, dry_run=dry_run, titles=titles)
    result = NewsboatTaken(taken, 0, 0, 0, settings.hide, len(settings.macros), (*taken.left, *settings.left))
    if dry_run:
        return result
    add_rules(paths, [RuleSetting(query, hide=True) for query in settings.hide])
    kept = [
        f"macro {key}: your settings have another one there: not taken" for key in add_macros(paths, settings.macros)
    ]
    result = replace(result, macros=result.macros - len(kept), left=(*result.left, *kept))
    return _with_articles(feeds, files.cache, len(titles), result, tell) if files.cache else result


def _with_articles(feeds: Feeds, cache: Path, total: int, result: NewsboatTaken, tell: Tell) -> NewsboatTaken:
    from reader.feeds.newsboat.cache import cached_feeds

    keys = {feed.url: feed.key for feed in feeds.feeds()}
    strange = articles = read = flagged = 0
    for done, cached in enumerate(cached_feeds(cache), 1):
        key = keys.get(cached.feed.url)
        if key is not None:
            _take(feeds, key, cached)
            articles += len(cached.entries)
            read += sum(one.read for one in cached.entries)
            flagged += sum(bool(one.flags) for one in cached.entries)
        else:
            strange += bool(cached.entries)
        tell(done, total)
    left = [f"cache: {counted(strange, 'feed')} in it not followed: articles not taken"] if strange else []
    return replace(result, articles=articles, read=read, flagged=flagged, left=(*result.left, *left))


def _take(feeds: Feeds, key: int, cached: CachedFeed) -> None:
    """Store a feed's articles, and give them the states that they had."""
    feeds.take(key, cached.feed)
    keys = feeds.keys_of(key, cached.feed)
    pairs = [(keys[place], one) for place, one in enumerate(cached.entries) if place in keys]
    if was_read := [entry for entry, one in pairs if one.read]:
        feeds.mark(was_read, read=True)
    for flags, entries in _by_flags(pairs):
        feeds.tag(entries, [f"flag-{letter}" for letter in flags])


def _by_flags(pairs: Iterable[tuple[int, CachedEntry]]) -> list[tuple[str, list[int]]]:
    flagged = sorted((one.flags, entry) for entry, one in pairs if one.flags)
    return [(flags, [entry for _flags, entry in group]) for flags, group in groupby(flagged, lambda pair: pair[0])]


def _text(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(f"{clean_line(str(path))}: cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise BadInput(f"{clean_line(str(path))}: over {LARGEST // 1_000_000} MB, too large")
    return data.decode("utf-8-sig", "replace")
