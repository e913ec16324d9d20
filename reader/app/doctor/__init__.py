"""What ``reader doctor`` looks at: folders and rights, stores, settings, and what the program leans on.

Nothing is changed, nothing is fetched. The terminal itself is asked by the command (``reader.cli.probe``).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.app.doctor.finding import Finding, State
from reader.paths import Paths

__all__ = ["Finding", "State", "examine"]


def examine(paths: Paths, notes: Path | None = None) -> Iterator[Finding]:
    """Every finding about the files at ``paths`` (``notes`` elsewhere, perhaps) and about this machine, as it comes."""
    from reader.app.doctor.machine import machine
    from reader.app.doctor.places import places
    from reader.app.doctor.stores import stores
    from reader.app.settings import problems_of

    yield from machine(paths)
    yield from places(paths, notes or paths.notes)
    problems = problems_of(paths)
    for problem in problems:
        yield Finding("settings", State.BAD, problem)
    if not problems:
        yield Finding("settings", State.OK, str(paths.config_file) if paths.config_file.exists() else "the defaults")
    yield from stores(paths, notes or paths.notes)
