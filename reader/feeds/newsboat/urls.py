"""newsboat's ``urls`` file: a feed a line, with its tags; searches that look like feeds; commands."""

from __future__ import annotations

from reader.errors import BadInput
from reader.feeds.lists import FeedList, Gathering, Listed
from reader.feeds.made import check_command, is_made
from reader.feeds.newsboat.filters import query_of
from reader.feeds.newsboat.words import words_of
from reader.text import clean_line, elide

__all__ = ["read_urls"]

MOST_LINES = 100_000


def read_urls(text: str, name: str = "urls", *, trust_commands: bool = False) -> FeedList:
    """The feeds and searches of a ``urls`` file.

    ``"~title"`` names a feed, other words are its tags; ``query:name:filter`` becomes a saved search. ``left`` has a
    line for each line that was not taken as it stands there: commands (``exec:``, ``filter:``) unless the user trusts
    them, files, filters that a search cannot say, hidden feeds (taken, but shown). Nothing is run here.
    """
    found = Gathering()
    searches: dict[str, str] = {}
    for number, line in enumerate(text.splitlines()[:MOST_LINES], 1):
        if words := words_of(line):
            said = len(found.left)
            _take(words, found, searches, trust_commands)
            found.left[said:] = [f"{name}:{number}: {said}" for said in found.left[said:]]
    return FeedList(tuple(found.feeds.values()), tuple(searches.items()), found.all_left())


def _take(words: list[str], found: Gathering, searches: dict[str, str], trust_commands: bool) -> None:
    address, *marks = words
    if address.startswith("query:"):
        _take_search(address, found, searches)
        return
    title = clean_line(next((mark[1:] for mark in marks if mark.startswith("~")), ""))
    shown = title or elide(clean_line(address), 80)
    if any(mark.startswith("!") for mark in marks):
        found.left.append(f"{shown}: is hidden in newsboat: taken, and shown like the others")
    tags = (clean_line(mark) for mark in marks if mark[:1] not in ("~", "!"))
    listed = Listed("", title, tags=tuple(dict.fromkeys(filter(None, tags))))
    if not is_made(address):
        found.take(address, listed)
    elif not trust_commands:
        found.left.append(f"{shown}: is made by a command: not taken without --trust-exec")
    else:
        _take_command(address, listed, shown, found)


def _take_command(address: str, listed: Listed, shown: str, found: Gathering) -> None:
    try:
        check_command(address)
    except BadInput as error:
        found.left.append(f"{shown}: {error}: not taken")
    else:
        found.take_trusted(address, listed)


def _take_search(line: str, found: Gathering, searches: dict[str, str]) -> None:
    _query, name, *rest = line.split(":", 2)
    name = clean_line(name)
    if not name or not rest:
        found.left.append(f"{elide(clean_line(line), 80)}: has no name or no filter: not taken")
        return
    try:
        searches[name] = query_of(rest[0])
    except BadInput as error:
        found.left.append(f"search {elide(name, 60)}: {error}: not taken")
