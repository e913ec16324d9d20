"""Folders and rights: whether the program can write where it must, and nobody else reads what is private."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from reader.app.doctor.finding import Finding, State
from reader.paths import Paths

__all__ = ["places"]

_LITTLE = 100_000_000
"""Bytes free under which a hint is due."""


def places(paths: Paths, notes: Path) -> Iterator[Finding]:
    """Every folder once, then the private files in them."""
    yield _folder("data", paths.data)
    if paths.config != paths.data:
        yield _folder("config", paths.config)
    yield _folder("state", paths.state)
    yield _folder("cache", paths.cache)
    journals = sorted(notes.parent.glob(f"{notes.name}*")) if notes.parent.is_dir() else []
    private = [*journals, paths.library, paths.log]
    open_ones = [path for path in private if path.is_file() and _mode(path) & 0o077]
    for path in open_ones:
        yield Finding(
            "rights", State.BAD, f"{path}: others on this machine may open it ({_mode(path):o})", f"chmod 600 {path}"
        )
    if not open_ones:
        yield Finding("rights", State.OK, "what is private can be opened by you alone")


def _folder(name: str, folder: Path) -> Finding:
    there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    if not there.is_dir():
        return Finding(name, State.BAD, f"{folder}: {there} is a file", "move it away, or name a folder with --home")
    if not os.access(there, os.W_OK | os.X_OK):
        return Finding(name, State.BAD, f"{folder}: may not be written", "make it yours, or name another with --home")
    if there == folder and _mode(folder) & stat.S_IWOTH:
        return Finding(name, State.BAD, f"{folder}: anybody may write to it", f"chmod go-w {folder}")
    free = shutil.disk_usage(there).free
    if free < _LITTLE:
        return Finding(name, State.HINT, f"{folder}: {free // 1_000_000} MB free on this disk", "make some room")
    return Finding(name, State.OK, str(folder) if there == folder else f"{folder}: not there yet")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
