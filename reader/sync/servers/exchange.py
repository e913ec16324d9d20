"""One sync with a server, so that nothing is lost wherever it stops.

In this order: subscriptions; what the server has new and how its entries' states differ from what was agreed on; what
that comes to here, in one transaction; then the outbox, part by part, each taken out only once the server has
acknowledged it. As the server's states are looked at before anything is told to it, a change that it got, but whose
acknowledgement was lost on the way, is seen to be there and not told again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from reader.credentials import NoPassword
from reader.errors import BadInput, FetchFailed
from reader.feeds.made import is_made
from reader.library.feed_records import FeedRow
from reader.library.intake import Intake
from reader.library.remote_records import Change, FeedLink, Field, LocalFeed, Pending, ServerRow
from reader.library.remotes import Remotes
from reader.library.servers import Servers
from reader.library.subscriptions import Subscriptions
from reader.sync.servers.failures import Broken, NoApi, Refused, TooMany
from reader.sync.servers.intake import OnNew, take_entries
from reader.sync.servers.protocol import Server
from reader.sync.servers.reconcile import Remote, reconcile
from reader.sync.servers.records import RemoteFeed
from reader.sync.servers.shape import parts
from reader.sync.servers.subscriptions import Edit, FeedPlan, decide_feeds
from reader.text import clean_line

__all__ = ["Exchange", "Exchanged"]

MOST_REFUSALS = 3
"""How often a server may refuse a change before it is given up, with a line that says so."""

_NO = (Refused, NoApi, Broken)


@dataclass
class Exchanged:
    """What came of a sync.

    ``added`` are the keys of the entries that are new here, ``changed`` counts those whose state was changed on the
    server, ``sent`` the changes that the server acknowledged, ``followed`` and ``left`` the feeds that came and went
    here. ``failed`` are lines about what could not be done.
    """

    added: list[int] = field(default_factory=list)
    changed: int = 0
    sent: int = 0
    followed: int = 0
    left: int = 0
    failed: list[str] = field(default_factory=list)


class Exchange:
    """Syncs the library with one server.

    ``progress`` is called with what is being done, how much of it is done and how much there is, as far as is known;
    ``on_new`` with new entries once they are linked, so that what it does to them is told the server.
    """

    def __init__(
        self,
        line: Server,
        row: ServerRow,
        *,
        servers: Servers,
        remotes: Remotes,
        subscriptions: Subscriptions,
        intake: Intake,
        progress: Callable[[str, int, int], None],
        on_new: OnNew = lambda _connection, _feed, _new: None,
    ) -> None:
        self._line = line
        self._row = row
        self._servers = servers
        self._remotes = remotes
        self._subscriptions = subscriptions
        self._intake = intake
        self._progress = progress
        self._on_new = on_new
        self.done = Exchanged()

    def run(self) -> Exchanged:
        """Sync once. ``FetchFailed`` or ``NoPassword`` when it had to stop: the rest is made up for by the next."""
        try:
            self._feeds()
            cursor = self._states()
            self._send()
        except (FetchFailed, NoPassword) as error:
            self._servers.failed(self._row.key, str(error), error.again if isinstance(error, TooMany) else None)
            raise
        self._servers.synced(self._row.key, cursor, datetime.now(UTC))
        return self.done

    def _feeds(self) -> None:
        """Bring the subscriptions to the same state on both sides."""
        self._progress("subscriptions", 0, 0)
        key = self._row.key
        remote = self._line.feeds()
        links = self._servers.links(key)
        plan = decide_feeds(links, remote, self._servers.unlinked(key), self._servers.alone(key))
        if plan.distrusted:
            self._tell("has no subscriptions any more, which is hard to believe: the feeds here were left as they are")
        self._here(plan)
        if self._line.can_subscribe:
            self._there(plan)

    def _here(self, plan: FeedPlan) -> None:
        """Do here what was done there."""
        for feed in plan.follow:
            self._link(feed, self._follow(feed).key)
        for feed, mine in plan.adopt:
            self._link(feed, mine.key)
        for link, feed in plan.take:
            if link.local:
                self._link(feed, link.local.key)
        for link, feed in plan.agree:
            self._servers.agree(self._row.key, _as_link(feed, link.local))
        for link in plan.leave:
            self._servers.unlink(self._row.key, [link.id])
            if link.local:
                self._subscriptions.remove(link.local.key)
                self.done.left += 1
        self._servers.unlink(self._row.key, plan.forget)

    def _follow(self, feed: RemoteFeed) -> FeedRow:
        """The feed here; another window that syncs may be quicker to take it up."""
        known = self._subscriptions.find(feed.url)
        if known is None:
            try:
                here = self._subscriptions.add(feed.url, title=feed.title, link=feed.link, folder=feed.folder)
            except BadInput:
                known = self._subscriptions.find(feed.url)
                if known is None:
                    raise
            else:
                self.done.followed += 1
                return here
        return known

    def _there(self, plan: FeedPlan) -> None:
        """Do there what was done here; what the server refuses stays here alone, and is told once."""
        for number, local in enumerate(plan.subscribe):
            self._progress("subscribing", number, len(plan.subscribe))
            self._subscribe(local)
        for feed in plan.unsubscribe:
            if self._told(partial(self._line.unsubscribe, feed)):
                self._servers.unlink(self._row.key, [feed.id])
        for edit in plan.edit:
            self._edit(edit)

    def _subscribe(self, local: LocalFeed) -> None:
        if is_made(local.url):  # the user's own command is nothing that a server could follow, or should know
            self._servers.keep_alone(self._row.key, local.key)
            return
        try:
            self._link(self._line.subscribe(local.url, local.title, local.folder), local.key)
        except _NO as error:
            self._tell(str(error))
            self._servers.keep_alone(self._row.key, local.key)

    def _edit(self, edit: Edit) -> None:
        if edit.link.local is None:
            return
        told = self._told(partial(self._line.change, edit.remote, edit.title, edit.folder))
        title, folder = (edit.title, edit.folder) if told else (edit.remote.title, edit.remote.folder)
        link = FeedLink(edit.link.id, edit.remote.url, title, folder)
        self._servers.link(self._row.key, link, edit.link.local.key)

    def _states(self) -> str:
        """Take in what is new and what has changed; gives the cursor of the next sync."""
        key = self._row.key
        before = self._remotes.agreed(key)
        known = before.keys() | self._remotes.passed_over(key)
        feeds = {link.id: link.local.key for link in self._servers.links(key) if link.local}
        remote, cursor, came = Remote(), "", 0
        for page in self._line.pull(self._row.cursor, known):
            remote.add(page)
            if page.entries:
                self.done.added += take_entries(self._intake, self._remotes, key, feeds, page.entries, self._on_new)
            came += len(page.entries)
            self._progress("entries", came, came + page.left)
            cursor = page.cursor or cursor
        pending = self._speakable(self._remotes.pending(key))
        plan = reconcile(before, remote.told(before, pending), [one for one in pending if one.change.id in before])
        self.done.changed = self._remotes.apply(key, plan.apply, plan.agreed, plan.settled)
        return cursor

    def _speakable(self, pending: Sequence[Pending]) -> list[Pending]:
        """Those changes that this protocol has words for; the others leave the outbox."""
        if self._line.can_label:
            return list(pending)
        labels = [one for one in pending if one.change.field is Field.LABEL]
        self._remotes.settled(self._row.key, labels)
        return [one for one in pending if one.change.field is not Field.LABEL]

    def _send(self) -> None:
        """Empty the outbox."""
        groups: dict[tuple[Field, str, bool], list[Pending]] = {}
        pending = self._speakable(self._remotes.pending(self._row.key))
        for one in pending:
            groups.setdefault((one.change.field, one.change.label, one.change.value), []).append(one)
        for group in groups.values():
            for part in parts(group, self._line.batch):
                self._send_part(part)
                self._progress("changes", self.done.sent, len(pending))

    def _send_part(self, part: Sequence[Pending]) -> None:
        """Tell a part; when the server refuses it as a whole, one by one, so that one holds up no other."""
        try:
            self._say(part[0].change, [one.change.id for one in part])
        except _NO as error:
            if len(part) > 1:
                for one in part:
                    self._send_part([one])
                return
            for one in self._remotes.refused(self._row.key, part, MOST_REFUSALS):
                self._tell(f"will not have {_said(one.change)}, which stays so here alone: {error}")
            return
        self._remotes.acknowledged(self._row.key, part)
        self.done.sent += len(part)

    def _say(self, change: Change, ids: Sequence[str]) -> None:
        if change.field is Field.LABEL:
            self._line.label(ids, change.label, change.value)
        else:
            self._line.mark(ids, change.field, change.value)

    def _told(self, tell: Callable[[], None]) -> bool:
        """Whether the server did as it was told; a line when it refuses."""
        try:
            tell()
        except _NO as error:
            self._tell(str(error))
            return False
        return True

    def _link(self, feed: RemoteFeed, key: int) -> None:
        self._servers.link(self._row.key, _as_link(feed), key)

    def _tell(self, line: str) -> None:
        name = self._line.name
        self.done.failed.append(line if line.startswith(name) else f"{name}: {line}")


def _as_link(feed: RemoteFeed, local: LocalFeed | None = None) -> FeedLink:
    return FeedLink(feed.id, feed.url, feed.title, feed.folder, local)


def _said(change: Change) -> str:
    words = {
        Field.READ: "read" if change.value else "unread",
        Field.STARRED: "a star" if change.value else "no star",
        Field.LABEL: f"the label {clean_line(change.label)}"
        if change.value
        else f"no label {clean_line(change.label)}",
    }
    return f"{words[change.field]} on an entry"
