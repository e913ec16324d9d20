"""Entries as lines of text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from msgspec import structs

from reader.library.feed_records import EntryRow

__all__ = ["entries_json", "entries_text"]


def entries_text(rows: Iterable[EntryRow]) -> str:
    """An entry in two lines: its state, date, feed and title; its address, which `reader URL` opens."""
    lines = []
    for row in rows:
        moment = (row.published or row.added).astimezone()
        state = "".join(sign for sign, so in (("N", not row.read), ("*", row.starred), ("s", row.saved)) if so)
        tags = "".join(f"  #{tag}" for tag in row.tags)
        lines.append(f"{state:3} {moment:%Y-%m-%d %H:%M}  {row.feed_name}: {row.title}{tags}\n")
        if row.link:
            lines.append(f"    {row.link}\n")
    return "".join(lines)


def entries_json(rows: Iterable[EntryRow]) -> str:
    """Every field of the entries; moments as RFC 3339."""
    records = [
        {
            name: value.isoformat() if isinstance(value, datetime) else value
            for name, value in structs.asdict(row).items()
        }
        for row in rows
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
