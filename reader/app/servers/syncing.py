"""One exchange with one server: the line to it, what is stored of it, and the rules for the entries that it brings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime

from reader.app.servers.new_entries import NewEntries
from reader.config import Config
from reader.credentials import Credentials, Login, NoPassword
from reader.errors import FetchFailed
from reader.feeds.refresh.ruling import Ruled
from reader.feeds.rules import rules_of
from reader.library.connections import Connections
from reader.library.intake import Intake
from reader.library.remote_records import ServerRow
from reader.library.remotes import Remotes
from reader.library.servers import Servers as Table
from reader.library.subscriptions import Subscriptions
from reader.sync.servers.connect import Reach, line_to
from reader.sync.servers.exchange import Exchange, Exchanged
from reader.sync.servers.records import Kind

__all__ = ["Stop", "Synced", "Syncing", "Tell"]

Stop = Callable[[], bool]
Tell = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Synced:
    """What came of a sync with a server; ``failure`` is the line that says why it did not end well, ``""`` for none.

    ``ruled`` are the new entries of which the user's rules want somebody told.
    """

    server: ServerRow
    done: Exchanged = field(default_factory=Exchanged)
    failure: str = ""
    ruled: Sequence[Ruled] = ()

    @property
    def problems(self) -> list[str]:
        """A line for each thing that could not be done."""
        return [*self.done.failed, *([self.failure] if self.failure else [])]


class Syncing:
    """Exchanges what changed on either side with servers, one after another."""

    def __init__(
        self, connections: Connections, config: Config, allow: Collection[str], credentials: Credentials
    ) -> None:
        self._connections = connections
        self._config = config
        self._allow = allow
        self._credentials = credentials

    def run(self, server: ServerRow, progress: Tell, stop: Stop) -> Synced:
        """Exchange with this server; one that is down is a failure in the result. Raises StoreFailed."""
        if server.again and server.again > datetime.now(UTC):
            when = f"{server.again.astimezone():%H:%M}"
            return Synced(server, failure=f"{server.url}: asked too often: it may be asked again at {when}")
        login = Login.read(server.login) or Login(server.user)

        def password() -> str:
            return self._credentials.password(login, server.url)

        new = NewEntries(self._connections, rules_of(self._config.rules))
        reach = Reach(self._config.deadline, self._allow, stop)
        with closing(line_to(Kind(server.kind), server.url, server.user, password, reach)) as line:
            exchange = Exchange(
                line,
                server,
                servers=Table(self._connections),
                remotes=Remotes(self._connections),
                subscriptions=Subscriptions(self._connections),
                intake=Intake(self._connections),
                progress=progress,
                on_new=new,
            )
            try:
                exchange.run()
            except (FetchFailed, NoPassword) as error:
                return Synced(server, exchange.done, str(error), new.ruled)
        return Synced(server, exchange.done, ruled=new.ruled)
