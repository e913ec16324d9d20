"""The part that servers have in a refresh: they are synced with first, and what came is in its report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from reader.feeds.hooks import Told
from reader.feeds.refresh import Progress, Report, ServerResult
from reader.feeds.refresh.ruling import hooks_of, notices_of

if TYPE_CHECKING:  # most have no server: what syncs with one loads once there is one
    from reader.app.servers import Servers, Synced

__all__ = ["sync_first", "with_synced"]

RESTS = timedelta(minutes=10)
"""How long a server that was synced with is left alone by a timer, unless a change waits for it."""


def sync_first(
    servers: Servers,
    feeds: Iterable[int] | None,
    tell: Callable[[Progress], None],
    stop: Callable[[], bool],
    *,
    only_due: bool,
) -> list[Synced]:
    """Exchange with the servers that fetch one of these feeds, with all of them for None."""
    rows = servers.all() if feeds is None else servers.having(feeds)
    early = datetime.now(UTC) - RESTS
    due = [row for row in rows if not only_due or row.waiting or row.synced is None or row.synced < early]

    def progress(_what: str, done: int, of: int) -> None:
        tell(Progress(done, of))

    return servers.sync(due, progress=progress, stop=stop) if due else []


def with_synced(report: Report, synced: Sequence[Synced]) -> Report:
    """The report with what came of servers, and with what the rules want of the entries that they brought."""
    ruled = [one for each in synced for one in each.ruled]
    hooks: dict[tuple[str, ...], Sequence[Told]] = dict(report.hooks)
    for hook, told in hooks_of(ruled).items():
        hooks[hook] = [*hooks.get(hook, ()), *told]
    return replace(
        report,
        servers=tuple(map(_result, synced)),
        notices=(*report.notices, *notices_of(ruled)),
        hooks=hooks,
        problems=(*report.problems, *(line for one in synced for line in one.done.failed)),
    )


def _result(one: Synced) -> ServerResult:
    done = one.done
    return ServerResult(one.server.url, len(done.added), done.changed, done.sent, one.failure)
