"""The stores: whether the notes, the library and the kept pages can be read to their last byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.app.doctor.finding import Finding, State
from reader.errors import StoreFailed
from reader.paths import Paths
from reader.text import counted

__all__ = ["stores"]


def stores(paths: Paths, notes: Path) -> Iterator[Finding]:
    """A finding for the notes, for the library, and for the pages that are kept as evidence."""
    yield _notes(notes)
    yield _library(paths.library)
    yield from _pages(paths)


def _notes(place: Path) -> Finding:
    from reader.notes import NoteStore

    if not place.exists():
        return Finding("notes", State.OK, "none yet")
    try:
        number = len(NoteStore(place).all())
    except StoreFailed as error:
        return Finding("notes", State.BAD, str(error))
    return Finding("notes", State.OK, f"{counted(number, 'note')} in {place}")


def _library(place: Path) -> Finding:
    from reader.library.health import examined

    if not place.exists():
        return Finding("library", State.OK, "none yet")
    try:
        version, wrong = examined(place)
    except StoreFailed as error:
        return Finding("library", State.BAD, str(error), "your notes are apart from it, and safe")
    if wrong:
        advice = "copy it aside, move it away and begin a new one; notes and kept pages are apart from it"
        return Finding("library", State.BAD, f"{place}: damaged: {wrong[0]}", advice)
    return Finding("library", State.OK, f"{place}, tables of version {version}, sound")


def _pages(paths: Paths) -> Iterator[Finding]:
    from reader.library import PageStore

    store = PageStore(paths.kept_pages, paths.cached_pages)
    number, changed = store.check()
    for path in changed[:10]:
        yield Finding(
            "pages",
            State.BAD,
            f"{path}: is not what was kept",
            "take it from a backup; it is evidence of what was said",
        )
    if not changed:
        yield Finding("pages", State.OK, f"{counted(number, 'page')} kept, each as it came")
