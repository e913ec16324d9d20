"""Runs the commands that rules name: as lists of words, never through a shell, with JSON on their standard input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO

from reader.text import clean_line, elide

__all__ = ["Told", "run_hooks"]

SECONDS = 20.0
"""How long one command may take."""


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


def run_hooks(told: Mapping[tuple[str, ...], Iterable[Told]], seconds: float = SECONDS) -> list[str]:
    """Run each command once, with ``{"entries": […]}`` of all its entries; one line for each that failed.

    A command that takes longer than ``seconds`` is ended.
    """
    return [line for hook, entries in told.items() if (line := _run(hook, entries, seconds))]


def _run(hook: tuple[str, ...], entries: Iterable[Told], seconds: float) -> str:
    given = json.dumps({"entries": [one.as_json() for one in entries]}, ensure_ascii=False).encode("utf-8", "replace")
    name = elide(clean_line(hook[0]), 60)
    with TemporaryFile() as said:
        try:
            # a session of its own, and no pipe that a child of its could hold open: so that it can be ended for sure
            process = subprocess.Popen(  # noqa: S603 - the user's own command; nothing of an entry is part of it
                hook, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True
            )
        except (OSError, ValueError) as error:
            return f"hook {name}: cannot be run: {clean_line(str(error))}"
        try:
            process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return f"hook {name}: was ended after {seconds:g} s"
        return _failure(name, process.returncode, said)


def _failure(name: str, code: int, said: IO[bytes]) -> str:
    """One line with the last that a command said, ``""`` when it ended well."""
    if not code:
        return ""
    said.seek(0)
    lines = said.read(64 * 1024).decode("utf-8", "replace").strip().splitlines()
    why = f": {elide(clean_line(lines[-1]), 120)}" if lines else ""
    return f"hook {name}: ended with {code}{why}"
