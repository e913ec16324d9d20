"""Pictures that were seen, on the disk, so that none is asked for twice: bounded, the ones seen last stay."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from reader.errors import StoreFailed
from reader.paths import replace_file

__all__ = ["LARGEST", "PictureCache"]

LARGEST = 50_000_000
"""Bytes of all pictures that are kept."""


class PictureCache:
    """One file a picture, 0600, named after the hash of its address."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._folder, self._largest = folder, largest

    def get(self, address: str) -> bytes | None:
        """The picture's bytes, None when they are not here or cannot be read."""
        place = self._place(address)
        try:
            with place.open("rb") as file:
                data = file.read(self._largest)
            os.utime(place)
        except OSError:  # it is fetched again
            return None
        return data

    def put(self, address: str, data: bytes) -> None:
        """Keep a picture and let those go that were not looked at for longest; StoreFailed when it cannot be kept."""
        place = self._place(address)
        try:
            replace_file(place, data, durable=False)
            self._tidy()
        except OSError as error:
            raise StoreFailed(f"{place}: {error.strerror}: the picture could not be kept") from error

    def _place(self, address: str) -> Path:
        return self._folder / hashlib.sha256(address.encode()).hexdigest()

    def _tidy(self) -> None:
        seen = sorted(((one.stat(), one) for one in self._folder.iterdir()), key=lambda pair: -pair[0].st_mtime_ns)
        size = 0
        for facts, place in seen:
            size += facts.st_size
            if size > self._largest:
                place.unlink(missing_ok=True)
