"""The private log: what a defect leaves behind for whoever mends it."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from reader.paths import make_private

__all__ = ["write_trace"]

LARGEST = 1024 * 1024
"""The size in bytes at which the log begins anew; the one before is kept beside it."""


def write_trace(path: Path, error: BaseException) -> bool:
    """Append the error's trace (0600); False when the log cannot be written, which must not hide the error itself."""
    trace = "".join(traceback.format_exception(error))
    entry = f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{trace}\n"
    try:
        make_private(path.parent)
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_name(path.name + ".1"))
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as log:
            log.write(entry.encode("utf-8", "backslashreplace").decode())
    except OSError:
        return False
    return True
