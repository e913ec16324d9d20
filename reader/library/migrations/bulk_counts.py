"""The next version: new entries are counted by whoever adds them, a feed's at once, and no longer by a trigger.

A trigger on an INSERT makes SQLite keep a copy of every page that the row touches, to be able to take back half of it:
that took half of the time in which an entry is stored.
"""

from __future__ import annotations

__all__ = ["STATEMENTS"]

STATEMENTS = ("DROP TRIGGER entries_counted_in",)
