"""Putting an export where the user said: whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from reader.errors import BadInput
from reader.notes.files import replace_file, told

__all__ = ["write"]


def write(path: Path, text: str) -> None:
    """Write the text as UTF-8 to ``path``; a file that is there is replaced in one step, or stays when that fails.

    BadInput for a directory or a folder that is not there, StoreFailed when the disk refuses; one line each.
    """
    data = text.encode("utf-8", "replace")
    with told(path, "not written"):
        target = path.resolve()  # a symbolic link stays one
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise BadInput(f"{path}: is a directory: name a file in it")
        if not target.parent.is_dir():
            raise BadInput(f"{path}: no such folder: {target.parent}: make it first, or name another with -o")
        if mode is not None and not stat.S_ISREG(mode):
            with target.open("wb") as file:  # a pipe, or a device such as /dev/stdout
                file.write(data)
            return
        temporary = target.with_name(f".{target.name[:200]}.{os.getpid()}.tmp")
        replace_file(target, data, temporary, None if mode is None else stat.S_IMODE(mode))
