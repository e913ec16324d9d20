"""Feeds that a command of the user's makes (``exec:``) or changes (``filter:``), as newsboat has them.

Only one that its user trusted (``typed``) is run; addresses from pages, lists, servers and redirects never are.
There is no shell: a command is words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from reader.commands import run, words_of
from reader.errors import BadInput
from reader.fetch.feeds import FeedAnswer, FeedOutcome
from reader.text import clean_line

__all__ = ["answer_of", "check_command", "is_made"]

_SHELL = re.compile(r"[|&;<>$`*?(){}\n]")
Stop = Callable[[], bool]


def is_made(url: str) -> bool:
    """Whether the address says how a feed is made, not where it is."""
    return url.startswith(("exec:", "filter:"))


def check_command(url: str) -> None:
    """BadInput, one line, for an ``exec:`` or ``filter:`` that cannot be run as words."""
    _parts(url)


def answer_of(url: str, fetch: Callable[[str], FeedAnswer], stop: Stop) -> FeedAnswer:
    """What the command prints, of what ``fetch`` brings for a ``filter:``. BadInput, one line, when it fails."""
    command, source = _parts(url)
    fetched = fetch(source) if source else None
    if fetched is not None and fetched.outcome is not FeedOutcome.FRESH:
        return fetched
    printed = run(command, fetched.data if fetched else b"", stop=stop)
    return FeedAnswer(FeedOutcome.FRESH, fetched.url if fetched else "", printed)


def _parts(url: str) -> tuple[list[str], str]:
    """The command's words, and the address whose feed it changes, ``""`` for none."""
    kind, _, rest = url.partition(":")
    command, _, source = rest.partition(":") if kind == "filter" else (rest, "", "")
    if kind == "filter" and not source.startswith(("http://", "https://")):
        raise BadInput("filter: needs a command and an http or https address")
    if url != clean_line(url):
        raise BadInput("its command has signs in it that cannot be shown")
    if _SHELL.search(command):
        raise BadInput("its command needs a shell: put it into a script of its own")
    words = words_of(command)
    return [str(Path(word).expanduser()) if word.startswith("~/") else word for word in words], source
