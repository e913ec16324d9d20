"""A machine that syncs: its library, and what a person there does and sees."""

from __future__ import annotations

from reader.library import Entries, Library, Subscriptions
from reader.library.feed_records import Source, SourceKind
from reader.library.intake import Intake
from reader.library.remotes import Remotes
from reader.library.servers import Servers
from reader.sync.servers.exchange import Exchange

ALL = Source(SourceKind.ALL, "All")


class Home:
    def __init__(self, root, *, share=False):
        self.library = Library(root / "library.sqlite3")
        connections = self.library.connections
        self.feeds = Subscriptions(connections)
        self.entries = Entries(connections)
        self.servers = Servers(connections)
        self.remotes = Remotes(connections)
        self.intake = Intake(connections)
        self.share = share
        self.steps = []

    @property
    def row(self):
        return self.servers.row("http://server.example", "nora") or self.servers.add(
            "http://server.example", "nora", share=self.share
        )

    def sync(self, line):
        """Sync once, over this line."""
        return Exchange(
            line,
            self.row,
            servers=self.servers,
            remotes=self.remotes,
            subscriptions=self.feeds,
            intake=self.intake,
            progress=lambda *step: self.steps.append(step),
        ).run()

    def rows(self):
        """The entries by title."""
        return {row.title: row for row in self.entries.rows(ALL, limit=10_000)}

    def mark(self, *titles, **states):
        rows = self.rows()
        return self.entries.mark([rows[title].key for title in titles], states)

    def tag(self, title, *tags):
        return self.entries.tag([self.rows()[title].key], tags)

    def states(self):
        """Title to what a server would know: read, starred."""
        return {title: (row.read, row.starred) for title, row in self.rows().items()}

    def waiting(self):
        return {
            (one.change.field.value, one.change.label, one.change.value) for one in self.remotes.pending(self.row.key)
        }

    def close(self):
        self.library.close()
