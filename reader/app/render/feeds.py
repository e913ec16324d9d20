"""Feeds and how a refresh of them went, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import structs

from reader.app.render.table import columns
from reader.library.feed_records import FeedRow, Source
from reader.text import counted

if TYPE_CHECKING:
    from reader.feeds.refresh import FeedResult, Report

__all__ = ["failures", "feeds_json", "feeds_table", "report_json", "report_line", "report_record"]


def feeds_table(feeds: Iterable[FeedRow], places: Mapping[int | str, Source]) -> str:
    """A line a feed: its key, unread of all entries, name, folder, when it was asked last and what is wrong with it."""
    rows = [("key", "unread", "feed", "folder", "checked", "state")]
    for feed in feeds:
        place = places.get(feed.key)
        numbers = f"{place.unread}/{place.total}" if place else "0/0"
        checked = f"{feed.checked.astimezone():%Y-%m-%d %H:%M}" if feed.checked else "never"
        rows.append((str(feed.key), numbers, feed.name, feed.folder, checked, _state(feed)))
    return columns(rows, (6, 12, 40, 24, 16))


def _state(feed: FeedRow) -> str:
    why = feed.error.removeprefix(f"{feed.url}: ")  # its name, or its address where it has none, stands before
    if feed.gone:
        return f"gone: {why}"
    if feed.error:
        return f"failed {feed.failures} times: {why}" if feed.failures > 1 else f"failed: {why}"
    return "ok" if feed.checked else "new"


def feeds_json(feeds: Iterable[FeedRow], places: Mapping[int | str, Source]) -> str:
    """Every field of the feeds with ``unread`` and ``total``; moments as RFC 3339."""
    rows = []
    for feed in feeds:
        place = places.get(feed.key)
        values = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in _fields(feed)}
        rows.append(values | {"unread": place.unread if place else 0, "total": place.total if place else 0})
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _fields(feed: FeedRow) -> Iterable[tuple[str, object]]:
    return ((name, value) for name, value in structs.asdict(feed).items() if name != "login")


def report_line(report: Report) -> str:
    """How a refresh went, in a line."""
    from reader.feeds.refresh import Outcome

    parts = [_entries(report.new, "new")]
    if report.updated:
        parts.append(f"{report.updated} changed")
    parts += [f"{counted(report.told, 'change')} sent"] * bool(report.told)
    if report.servers:
        parts.append(f"{counted(len(report.servers), 'server')} synced")
    parts.append(f"{counted(len(report.results), 'feed')} asked")
    parts += [
        f"{number} {outcome}"
        for outcome in (Outcome.UNMODIFIED, Outcome.FAILED, Outcome.GONE, Outcome.WAITING)
        if (number := report.count(outcome))
    ]
    if report.articles or report.articles_failed:
        parts.append(counted(report.articles, "full text"))
    if report.dropped:
        parts.append(f"{_entries(report.dropped, 'old')} let go")
    if report.left:
        parts.append(f"{report.left} not due yet")
    if report.stopped:
        parts.append("stopped before the end")
    return ", ".join(parts) + "\n"


def _entries(number: int, kind: str) -> str:
    return f"{number:,} {kind} {'entry' if number == 1 else 'entries'}"


def report_json(report: Report) -> str:
    """How a refresh went, on one line of JSON."""
    return json.dumps(report_record(report), ensure_ascii=False) + "\n"


def report_record(report: Report) -> dict[str, object]:
    """How a refresh went, as JSON has it: ``feeds`` and ``servers`` with what came of each, and what came of all."""
    return {
        "new": report.new,
        "updated": report.updated,
        "failed": len(report.failed),
        "not_due": report.left,
        "stopped": report.stopped,
        "articles": report.articles,
        "articles_failed": report.articles_failed,
        "dropped": report.dropped,
        "notices": report.notices,
        "problems": report.problems,
        "feeds": [asdict(result) for result in report.results],
        "servers": [asdict(result) for result in report.servers],
    }


def failures(report: Report) -> list[str]:
    """What went wrong, a line each: feeds, full texts, the rules' commands."""
    servers = [server.failure for server in report.servers if server.failure]
    return [*servers, *map(_failure, report.failed), *report.articles_failed, *report.problems]


def _failure(result: FeedResult) -> str:
    return result.failure if result.url in result.failure else f"{result.name}: {result.failure}"
