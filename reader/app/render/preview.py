"""What a feed says of itself before it is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.render.facts import shown_date
from reader.model import Precision
from reader.text import counted

if TYPE_CHECKING:
    from reader.app.feeds.finding import Preview

__all__ = ["NEWEST", "preview_lines"]

NEWEST = 5
"""Entries that are shown."""


def preview_lines(found: Preview) -> tuple[str, ...]:
    """Its title, how many entries it has, and under each other its address, its site, its words, its newest entries."""
    feed = found.feed
    lines = [found.url]
    lines += [feed.link] if feed.link and feed.link != found.url else []
    lines += [line for line in (feed.subtitle, feed.word_of_caution) if line]
    for entry in feed.entries[:NEWEST]:
        moment = entry.published or entry.updated
        lines.append(f"– {f'{shown_date(moment, Precision.DAY)}: ' if moment else ''}{entry.title}")
    return (found.title, counted(len(feed.entries), "entry", "entries"), *lines)
