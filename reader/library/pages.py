"""Raw pages by their SHA-256: evidence for what an article and a note rest on."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reader.errors import StoreFailed
from reader.model import Page
from reader.paths import replace_file

__all__ = ["PageStore"]


class PageStore:
    """The bytes of opened pages: all of them in ``cached``, those that something rests on in ``kept`` as well.

    A page is one file named after the hash of its bytes, 0600, in a folder named after the hash's first two
    characters; the same bytes are stored once. Every method raises StoreFailed with one line.
    """

    def __init__(self, kept: Path, cached: Path) -> None:
        self.kept = kept
        self.cached = cached

    def put(self, page: Page) -> str:
        """Store the page in the cache and return its SHA-256 in hex."""
        sha = hashlib.sha256(page.data).hexdigest()
        if self.get(sha) is None:
            _write(_place(self.cached, sha), page.data)
        return sha

    def keep(self, sha: str) -> bool:
        """Copy a cached page to the kept ones; False when no such page is there to keep."""
        kept = _place(self.kept, sha)
        if kept.exists():
            return True
        data = self.get(sha)
        if data is None:
            return False
        _write(kept, data, durable=True)
        return True

    def get(self, sha: str) -> bytes | None:
        """The page's bytes, or None when they are not here or are no longer those of that hash."""
        for folder in (self.kept, self.cached):
            place = _place(folder, sha)
            try:
                data = place.read_bytes()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise StoreFailed(f"{place}: {error.strerror}: look at its permissions") from error
            if hashlib.sha256(data).hexdigest() == sha:
                return data
        return None

    def check(self) -> tuple[int, list[Path]]:
        """How many pages are kept, and which of their files no longer hold what they are named for."""
        number, changed = 0, []
        for place in sorted(self.kept.glob("??/*")):
            number += 1
            if self._sha_of(place) != place.name:
                changed.append(place)
        return number, changed

    @staticmethod
    def _sha_of(place: Path) -> str:
        try:
            with place.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise StoreFailed(f"{place}: {error.strerror}: look at its permissions") from error


def _place(folder: Path, sha: str) -> Path:
    return folder / sha[:2] / sha


def _write(place: Path, data: bytes, durable: bool = False) -> None:
    try:
        replace_file(place, data, durable=durable)
    except OSError as error:
        raise StoreFailed(f"{place}: {error.strerror}: the page could not be stored") from error
