"""Runs the commands that rules name: as lists of words, never through a shell, with JSON on their standard input."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.commands import SECONDS, run
from reader.errors import BadInput

__all__ = ["Told", "run_hooks"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a command is told of one entry."""

    title: str
    link: str
    feed: str
    author: str = ""
    published: datetime | None = None
    tags: tuple[str, ...] = ()

    def as_json(self) -> Mapping[str, object]:
        """The entry as it stands in the JSON: every field, ``published`` as RFC 3339 or null."""
        published = self.published.isoformat() if self.published else None
        return {
            "title": self.title,
            "link": self.link,
            "feed": self.feed,
            "author": self.author,
            "published": published,
            "tags": list(self.tags),
        }


def run_hooks(
    told: Mapping[tuple[str, ...], Iterable[Told]], seconds: float = SECONDS, stop: Callable[[], bool] = lambda: False
) -> list[str]:
    """Run each command once, with ``{"entries": […]}`` of all its entries; one line for each that failed.

    A command that takes longer than ``seconds`` is ended, and so is the one that runs when ``stop()`` comes true. Those
    that are still to run then do: their entries are stored, and are not new the next time.
    """
    return [line for hook, entries in told.items() if (line := _run(hook, entries, seconds, stop))]


def _run(hook: tuple[str, ...], entries: Iterable[Told], seconds: float, stop: Callable[[], bool]) -> str:
    stopped_before = stop()
    given = json.dumps({"entries": [one.as_json() for one in entries]}, ensure_ascii=False).encode("utf-8", "replace")
    try:
        run(hook, given, seconds=seconds, stop=lambda: stop() and not stopped_before)
    except BadInput as error:
        return f"hook {error}"
    return ""
