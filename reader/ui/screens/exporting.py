"""Exporting from the screen: a free name to begin with, and a format told by the file's ending."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import BadInput
from reader.model import Note
from reader.text import elide

if TYPE_CHECKING:
    from reader.app.desk import Desk

__all__ = ["export_notes", "free_name"]


def free_name() -> Path:
    """A file name in the current folder that is not taken."""
    stem = f"notes-{date.today().isoformat()}"
    path = Path(f"{stem}.md")
    number = 2
    while path.exists():
        path = Path(f"{stem}-{number}.md")
        number += 1
    return path


def export_notes(desk: Desk, notes: Sequence[Note], name: str) -> None:
    """Write the notes in the format of the file's ending; a file that is there is never overwritten."""
    from reader.notes.export import ENDINGS, format_of

    try:
        path = Path(name).expanduser()
        taken = path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise BadInput(f"{elide(name, 60)}: no file can be called so: choose another name") from error
    form = format_of(path)
    if form is None:
        endings = ", ".join(ending for ending in ENDINGS.values() if ending)
        raise BadInput(f"{path.name}: end the name in {endings} to say the format")
    if taken:
        raise BadInput(f"{path}: there is such a file already: choose another name")
    desk.export_notes(notes, form, path)
