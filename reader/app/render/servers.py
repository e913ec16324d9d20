"""Servers to sync with and how a sync went, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from reader.app.render.table import columns
from reader.library.remote_records import ServerRow
from reader.text import clean_line, counted

if TYPE_CHECKING:
    from reader.app.servers import Synced

__all__ = ["servers_json", "servers_table", "synced_json", "synced_line"]


def servers_table(servers: Iterable[ServerRow]) -> str:
    """A line a server: its address, user, protocol, feeds, changes that wait for it, when it was synced, its state."""
    rows = [("server", "user", "kind", "feeds", "waiting", "synced", "state")]
    for row in servers:
        synced = f"{row.synced.astimezone():%Y-%m-%d %H:%M}" if row.synced else "never"
        state = clean_line(row.error) or ("ok" if row.synced else "new")
        rows.append((row.url, row.user or "-", row.kind, str(row.feeds), str(row.waiting), synced, state))
    return columns(rows, (60, 24, 8, 6, 7, 16))


def servers_json(servers: Iterable[ServerRow]) -> str:
    """The same as JSON: moments as RFC 3339; where a password is, is left out."""
    return json.dumps([_record(row) for row in servers], ensure_ascii=False, indent=2) + "\n"


def _record(row: ServerRow) -> dict[str, object]:
    named = ((name, value) for name, value in asdict(row).items() if name not in ("key", "login", "cursor"))
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in named}


def synced_line(synced: Synced) -> str:
    """What came of a sync, in a line without an end."""
    done = synced.done
    parts = [f"{len(done.added)} new {'entry' if len(done.added) == 1 else 'entries'}"]
    parts += [
        f"{counted(number, what)} {how}"
        for number, what, how in (
            (done.changed, "state", "changed there"),
            (done.sent, "change", "sent"),
            (done.followed, "feed", "came"),
            (done.left, "feed", "went"),
        )
        if number
    ]
    return f"{clean_line(synced.server.url)}: {', '.join(parts)}"


def synced_json(some: Iterable[Synced], notices: Iterable[str] = ()) -> str:
    """What came of syncs, on one line of JSON; ``notices`` are what rules want shown."""
    records = [
        {
            "url": one.server.url,
            "user": one.server.user,
            "new": len(one.done.added),
            "changed": one.done.changed,
            "sent": one.done.sent,
            "feeds_added": one.done.followed,
            "feeds_removed": one.done.left,
            "problems": one.problems,
        }
        for one in some
    ]
    return json.dumps({"servers": records, "notices": list(notices)}, ensure_ascii=False) + "\n"
