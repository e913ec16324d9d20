"""A refresh from end to end: servers, feeds, rules' commands, full texts in advance, the index, what is old let go."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.feeds.in_advance import fetch_wanted
from reader.app.feeds.opening import Opening, Stop
from reader.app.servers.in_refresh import sync_first, with_synced
from reader.config import Config
from reader.credentials import Credentials
from reader.feeds.hooks import run_hooks
from reader.feeds.refresh import Progress, Refresh, Report
from reader.feeds.refresh.schedule import due, named, worth_asking
from reader.feeds.rules import rules_of
from reader.library.book.words import Wording
from reader.library.checks import Checks
from reader.library.connections import Connections
from reader.library.retention import Retention
from reader.library.search.index import Index

if TYPE_CHECKING:
    from reader.app.servers import Servers

__all__ = ["Refreshing"]


class Refreshing:
    """Brings the feeds in the library up to date; ``Feeds.refresh`` says how."""

    def __init__(
        self,
        connections: Connections,
        config: Config,
        allow: Collection[str],
        opening: Opening,
        credentials: Credentials,
        servers: Servers,
    ) -> None:
        self._connections = connections
        self._config = config
        self._allow = allow
        self._opening = opening
        self._credentials = credentials
        self._servers = servers

    def run(self, keys: Iterable[int] | None, tell: Callable[[Progress], None], stop: Stop, only_due: bool) -> Report:
        """See ``Feeds.refresh``."""
        now = int(time.time())
        keys = None if keys is None else list(keys)
        synced = sync_first(self._servers, keys, tell, stop, only_due=only_due)
        refresh = Refresh(
            self._connections,
            deadline=self._config.deadline,
            allow=self._allow,
            login=lambda feed: self._credentials.pair(feed.login, feed.url),
            rules=rules_of(self._config.rules),
        )
        feeds = Checks(self._connections).feeds(keys)
        chosen = due(feeds, now) if only_due else worth_asking(feeds, now) if keys is None else named(feeds, now)
        report = with_synced(refresh.run(chosen, tell, stop), synced)
        problems = (*report.problems, *run_hooks(report.hooks, stop=stop))
        report = replace(report, left=len(feeds) - len(chosen), problems=problems)
        if not stop():
            fetched, failed = fetch_wanted(self._opening, tell, stop)
            report = replace(report, articles=fetched, articles_failed=failed)
        if not stop():
            Wording(self._connections).bring_up_to_date(stop=stop)
            Index(self._connections).bring_up_to_date(stop=stop)
        retention = Retention(self._connections)
        dropped = retention.apply(days=self._config.keep_days, per_feed=self._config.keep_entries, now=now, stop=stop)
        with self._connections.write() as connection:  # the lock first: a look at tables that then has to write fails
            connection.execute("PRAGMA optimize")
        return replace(report, dropped=dropped)
