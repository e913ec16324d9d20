"""What a person does with servers to sync with, as one object for the screen and the command line alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from threading import Lock
from typing import TYPE_CHECKING

from reader.app.articles import Articles
from reader.config import Config
from reader.credentials import Credentials, Login
from reader.errors import BadInput
from reader.feeds.hooks import run_hooks
from reader.feeds.refresh.ruling import hooks_of, notices_of
from reader.library.connections import Connections
from reader.library.remote_records import ServerRow
from reader.library.servers import Servers as Table
from reader.text import clean_line

if TYPE_CHECKING:  # syncing loads what talks to servers, and most have none
    from reader.app.servers.syncing import Stop, Synced, Tell

__all__ = ["Servers"]


class Servers:
    """The servers' part of the desk.

    Every method may be called from any thread and raises ReaderError, one line, when it cannot do what it says.
    """

    def __init__(self, articles: Articles, config: Config, allow: Collection[str]) -> None:
        self._articles = articles
        self._config = config
        self._allow = tuple(allow)
        self.credentials = Credentials()
        self._one_at_a_time = Lock()

    @property
    def connections(self) -> Connections:
        """The library's file."""
        return self._articles.library.connections

    def all(self) -> list[ServerRow]:
        """How things stand with every server, in the order in which they were added."""
        return Table(self.connections).all()

    def having(self, feeds: Iterable[int]) -> list[ServerRow]:
        """The servers that fetch one of these feeds."""
        return Table(self.connections).having(feeds)

    def named(self, named: str) -> ServerRow:
        """The server with this address, or the only one with this in its address or its user's name. BadInput else."""
        servers, wanted = self.all(), named.strip()
        exact = [row for row in servers if wanted in (row.url, f"{row.user}@{row.url}")]
        found = exact or [row for row in servers if wanted and (wanted in row.url or wanted == row.user)]
        if len(found) == 1:
            return found[0]
        shown = clean_line(named)
        if not found:
            raise BadInput(f"{shown}: no such server: `reader sync list` lists them")
        raise BadInput(f"{shown}: {len(found)} servers are meant: give the whole address, or user@address")

    def add(
        self,
        address: str,
        user: str = "",
        *,
        kind: str = "",
        password: str = "",
        command: str = "",
        share: bool = False,
        stop: Stop = lambda: False,
    ) -> ServerRow:
        """Sync with a server from now on, once it has let the user in; nothing is synced yet.

        The password is printed by ``command``, or it is ``password``, which goes into the keyring. The feeds that are
        here already stay here alone unless ``share``. ``kind`` is one of ``Kind``, ``""`` to find out. Adding a server
        that is known changes its kind and login. FetchFailed when it lets nobody in, NoPassword when the password
        cannot be had or kept; then nothing was added.
        """
        from reader.sync.servers.connect import Reach, find
        from reader.sync.servers.records import Kind

        login = Login(clean_line(user), command)

        def given() -> str:
            return self.credentials.password(login, address) if command else password

        reach = Reach(self._config.deadline, self._allow, stop)
        found, url = find(address.strip(), login.user, given, Kind(kind) if kind else None, reach)
        if not command:
            self.credentials.keep(login, url, password)
        return Table(self.connections).add(url, login.user, kind=found, login=login.stored(), share=share)

    def remove(self, server: ServerRow) -> None:
        """Sync with a server no more; feeds and entries stay as this machine's own, changes that wait are dropped."""
        Table(self.connections).forget(server.url, server.user)
        if login := Login.read(server.login):
            self.credentials.forget(login, server.url)

    def sync(
        self,
        servers: Iterable[ServerRow] | None = None,
        *,
        progress: Tell = lambda _what, _done, _of: None,
        stop: Stop = lambda: False,
    ) -> list[Synced]:
        """Exchange what changed on either side with these servers, or with all of them.

        A server that is down is a failure in its result; what was changed here waits for the next time. ``progress`` is
        called in this thread with what is done, how much of it and of how much, as far as is known. StoreFailed when
        the library cannot be used.
        """
        from reader.app.servers.syncing import Syncing

        with self._one_at_a_time:
            chosen = self.all() if servers is None else servers
            syncing = Syncing(self.connections, self._config, self._allow, self.credentials)
            return [syncing.run(server, progress, stop) for server in chosen if not stop()]

    def carry_out(self, done: Iterable[Synced]) -> tuple[tuple[str, ...], list[str]]:
        """Run the commands that the rules want run for new entries.

        Gives the lines that the rules want shown, and a line for each command that failed.
        """
        ruled = [one for synced in done for one in synced.ruled]
        return notices_of(ruled), run_hooks(hooks_of(ruled))
