"""newsboat's ``config``: articles to ignore become rules, macros ours; what has no like here is told line by line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.errors import BadInput
from reader.feeds.newsboat.filters import query_of
from reader.feeds.newsboat.macros import macro_of
from reader.feeds.newsboat.words import words_of
from reader.feeds.places import host_of
from reader.text import clean_line, elide

__all__ = ["Settings", "read_config"]

MOST_LINES = 20_000


@dataclass(frozen=True)
class Settings:
    """``hide`` are searches whose new entries are to be hidden; ``left`` a line for each setting not taken.

    ``macros`` are the lines that each key plays.
    """

    hide: tuple[str, ...] = ()
    macros: Mapping[str, list[str]] = field(default_factory=dict)
    left: tuple[str, ...] = ()


def read_config(text: str, names: Mapping[str, str], name: str = "config") -> Settings:
    """What of the settings can be taken; ``names`` are those of feeds by address, as far as they are known.

    A line that ends in a backslash goes on in the next one.
    """
    hide: dict[str, None] = {}
    macros: dict[str, list[str]] = {}
    left: list[str] = []
    for number, line in _lines(text):
        words = words_of(line)
        if not words:
            continue
        try:
            if words[0] == "macro":
                key, lines = macro_of(words[1:])
                macros[key] = lines
            elif words[0] == "ignore-article":
                hide[_ignored(words[1:], names)] = None
            else:
                raise BadInput(_why(words))
        except BadInput as error:
            left.append(f"{name}:{number}: {elide(clean_line(line), 60)}: {error}")
    return Settings(tuple(hide), macros, tuple(left))


def _lines(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    begun, whole = 0, ""
    for number, line in enumerate(text.splitlines()[:MOST_LINES], 1):
        begun = begun or number
        if line.endswith("\\"):
            whole += line[:-1]
        else:
            found.append((begun, whole + line))
            begun, whole = 0, ""
    return found


def _ignored(words: list[str], names: Mapping[str, str]) -> str:
    if len(words) != 2:
        raise BadInput("ignore-article needs a feed and a filter")
    feed, expression = words
    query = query_of(expression)
    if feed == "*":
        return query
    if feed.startswith("regex:"):
        raise BadInput("no rule names its feeds by a regular expression")
    if title := clean_line(re.sub(r'["“”„«»]', " ", names.get(feed, ""))):
        return f'feed:"{title}" {query}'
    if host := host_of(feed):
        return f"site:{host.removeprefix('www.')} {query}"
    raise BadInput("it is about a feed without an address")


def _why(words: list[str]) -> str:
    match words[0]:
        case "bind-key" | "bind" | "unbind-key" | "unbind":
            return "keys have other names here: `reader config path` says where yours are set"
        case "include":
            return "is another file: import that one"
        case word if word.startswith(("color", "highlight")):
            return "colours come from the theme"
        case _:
            return "is a setting of newsboat's own"
