"""What a shell offers for a word that is being typed: files, shells, and what is in the library.

These are asked at every press of a key, so nothing is made that is not there yet, and what cannot be read offers
nothing: the command itself says why.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from reader.cli.session import Session
from reader.errors import ReaderError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["COMPLETE", "feeds", "files", "notes", "saved_searches", "servers", "shells"]

COMPLETE = "_READER_COMPLETE"
"""The variable in which the shell asks."""
Offers = Iterable[tuple[str, str]]
"""Words, each with what it means."""


def files(_context: click.Context, _parameter: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """Whatever files the shell finds."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def shells(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shells that can ask."""
    return _items(((shell, "") for shell in ("bash", "zsh", "fish")), incomplete)


def feeds(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of the feeds that are followed."""
    return _in_library(context, incomplete, lambda of: ((row.name, row.url) for row in of.desk.feeds.feeds()))


def saved_searches(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of the searches that are kept."""
    return _in_library(
        context, incomplete, lambda of: ((one.name, one.query) for one in of.desk.feeds.saved_searches())
    )


def servers(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The hosts of the servers that are synced with."""
    return _in_library(context, incomplete, lambda of: ((_host(row.url), row.user) for row in of.desk.servers.all()))


def notes(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of the newest notes, as the list shows them."""
    session = context.find_object(Session)
    if session is None or not (session.store or session.paths.notes).exists():
        return []
    return _read(
        lambda: [(note.id[-8:], note.body or note.title) for note in session.desk.all_notes()[-50:]], incomplete
    )


def _in_library(context: click.Context, incomplete: str, ask: Callable[[Session], Offers]) -> list[CompletionItem]:
    session = context.find_object(Session)
    if session is None or not session.paths.library.exists():
        return []
    return _read(lambda: list(ask(session)), incomplete)


def _read(ask: Callable[[], Offers], incomplete: str) -> list[CompletionItem]:
    try:
        return _items(ask(), incomplete)
    except ReaderError:
        return []


def _items(offers: Offers, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from reader.text import clean_line, elide

    found = [(clean_line(word), elide(clean_line(said), 60)) for word, said in offers]
    return [
        CompletionItem(_quoted(word), help=said or None)
        for word, said in found
        if word and word.casefold().startswith(incomplete.casefold())
    ]


def _quoted(word: str) -> str:
    """The word as bash needs it typed, each backslash twice as click's script eats one; other shells quote."""
    return re.sub(r"([^\w@%+=:,./-])", r"\\\\\1", word) if os.environ.get(COMPLETE, "").startswith("bash") else word


def _host(url: str) -> str:
    from reader.hosts import real_host

    return real_host(url)
