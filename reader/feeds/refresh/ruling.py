"""What the user's rules do with the entries that a feed brought, in the transaction that stores them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from reader.feeds.hooks import Told
from reader.feeds.rules import Rule, Verdict, day_in, judge, texts_of
from reader.library.intents import ToCheck, ToWrite
from reader.library.marks import mark_new
from reader.library.wanted import want
from reader.model import Entry

__all__ = ["Ruled", "hooks_of", "notices_of", "rule"]

Ruled = tuple[Verdict, Told]
"""What the rules want done with a new entry once it is stored, and what a command or the person is told of it."""


def rule(
    connection: sqlite3.Connection, rules: Sequence[Rule], feed: ToCheck, new: Iterable[tuple[int, ToWrite]]
) -> list[Ruled]:
    """Mark the new entries (with their keys) as the rules say; gives those of which somebody is to be told."""
    ruled = []
    for key, one in new:
        entry = one.entry
        texts = texts_of(entry, feed=feed.name, site=feed.site, tags=feed.tags)
        verdict = judge(rules, texts, day_in(entry.published or entry.updated))
        if not verdict:
            continue
        states = {"starred": verdict.star, "read": verdict.read, "hidden": verdict.hide}
        mark_new(connection, key, [name for name, given in states.items() if given], verdict.tags)
        if verdict.full_text:
            want(connection, [key])
        if verdict.notify or verdict.hooks:
            ruled.append((verdict, _told(entry, feed, verdict)))
    return ruled


def hooks_of(ruled: Iterable[Ruled]) -> Mapping[tuple[str, ...], list[Told]]:
    """The commands to run, each with its entries."""
    told: dict[tuple[str, ...], list[Told]] = {}
    for verdict, entry in ruled:
        for hook in verdict.hooks:
            told.setdefault(hook, []).append(entry)
    return told


def notices_of(ruled: Iterable[Ruled]) -> tuple[str, ...]:
    """What the person is told, a line an entry."""
    return tuple(f"{entry.feed}: {entry.title or entry.link}" for verdict, entry in ruled if verdict.notify)


def _told(entry: Entry, feed: ToCheck, verdict: Verdict) -> Told:
    return Told(entry.title, entry.link, feed.name, entry.author, entry.published or entry.updated, verdict.tags)
