"""A folder of files, one an article: written anew when they are ours, kept when they are not, all of them in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from reader.errors import BadInput
from reader.model import Note
from reader.notes.export.citation import by_article
from reader.notes.export.obsidian import identity, obsidian_files
from reader.notes.export.options import Options
from reader.notes.export.target import write
from reader.notes.files import told

__all__ = ["write_files"]

_HEAD = 64 * 1024


def write_files(folder: Path, notes: Sequence[Note], options: Options) -> list[Path]:
    """Write each article's file; one of the same article is replaced, any other of that name is left alone."""
    written = []
    with told(folder, "not written"):
        if folder.exists() and not folder.is_dir():
            raise BadInput(f"{folder}: is a file: name a folder")
        if not folder.exists() and not folder.absolute().parent.is_dir():
            raise BadInput(f"{folder}: no such folder: {folder.absolute().parent}: make it first, or name another")
        folder.mkdir(exist_ok=True)
        used: set[str] = set()
        for group, (name, text) in zip(by_article(notes), obsidian_files(notes, options), strict=True):
            path = _place(folder, name, identity(group[0]), used)
            used.add(path.name.casefold())
            write(path, text)
            written.append(path)
    return written


def _place(folder: Path, name: str, about: str, used: set[str]) -> Path:
    """Where this article's file goes: a free name, or the name of its file from before."""
    path, number = folder / f"{name}.md", 2
    while path.name.casefold() in used or not _is_free(path, about):
        path, number = folder / f"{name} {number}.md", number + 1
    return path


def _is_free(path: Path, about: str) -> bool:
    """Whether nothing is there, or a plain file that begins as ours on the same article does."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return True
    except OSError:  # a symbolic link, or not ours to read: not ours to replace
        return False
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return False
        return file.read(_HEAD).startswith(f"---\n{about}\n".encode())
