"""Which entries have notes: the library keeps their number, brought up to date when the notes have changed."""

from __future__ import annotations

from glob import escape
from threading import Lock

from reader.app.addresses import tidy
from reader.app.notes import Notes
from reader.library.connections import Connections
from reader.library.noted import NoteCounts

__all__ = ["NotedEntries"]


class NotedEntries:
    """Looks at the notes' files, and reads the notes only when those are not what was last counted."""

    def __init__(self, notes: Notes, connections: Connections) -> None:
        self._notes = notes
        self._counts = NoteCounts(connections)
        self._lock = Lock()
        self._counted = ""

    def bring_up_to_date(self) -> None:
        """Count anew if a note was written, here or elsewhere, since the last time."""
        stamp = self._stamp()
        with self._lock:
            if stamp == self._counted:
                return
            if self._counts.stamp() != stamp:
                self._counts.set({tidy(address): count for address, count in self._notes.counts().items()}, stamp)
            self._counted = stamp

    def _stamp(self) -> str:
        """What the notes' files look like from outside: it changes with every note that is written."""
        place = self._notes.place
        files = sorted(place.parent.glob(escape(place.name) + "*"))
        states = [(file.name, file.stat()) for file in files if file.suffix != ".lock"]
        return " ".join(f"{name}:{state.st_size}:{state.st_mtime_ns}" for name, state in states) or "none"
