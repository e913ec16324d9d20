"""Where files live: the platform's own folders, or one flat folder of the user's choice."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

__all__ = ["Paths", "find_paths", "make_private", "replace_file"]


class Paths(Struct, frozen=True):
    """Every place that the program reads or writes. Nothing is created by looking one up."""

    data: Path
    cache: Path
    state: Path
    config: Path

    @property
    def notes(self) -> Path:
        """The user's notes, a TinyDB file."""
        return self.data / "notes.json"

    @property
    def library(self) -> Path:
        """The SQLite library."""
        return self.data / "library.sqlite3"

    @property
    def samples(self) -> Path:
        """Samples of quotations that are judged on the screen, a CSV file each."""
        return self.data / "samples"

    @property
    def kept_pages(self) -> Path:
        """Raw pages that a note, a saved article or an export rests on; gone only on command."""
        return self.data / "pages"

    @property
    def cached_pages(self) -> Path:
        """Raw pages that may be fetched again."""
        return self.cache / "pages"

    @property
    def config_file(self) -> Path:
        """The hand-edited settings."""
        return self.config / "config.toml"

    @property
    def themes(self) -> Path:
        """The user's own themes."""
        return self.config / "themes"

    @property
    def sites(self) -> Path:
        """The user's rules for single sites, a TOML file a host."""
        return self.config / "sites"

    @property
    def drafts(self) -> Path:
        """Unfinished note texts."""
        return self.state / "drafts"

    @property
    def tour(self) -> Path:
        """Says by being there that the tour was taken."""
        return self.state / "tour-taken"

    @property
    def log(self) -> Path:
        """The private log."""
        return self.state / "reader.log"


def find_paths(home: str | Path | None = None) -> Paths:
    """The places in force: under ``home``, else under ``READER_HOME``, else the platform's own folders."""
    chosen = home or os.environ.get("READER_HOME")
    if chosen:
        root = Path(chosen).expanduser().absolute()
        return Paths(data=root, cache=root / "cache", state=root / "state", config=root)
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("reader", appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_cache_path, dirs.user_state_path, dirs.user_config_path)


def make_private(folder: Path) -> Path:
    """Make the folder (0700) with its parents where it is missing, and return it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def replace_file(path: Path, data: bytes, *, mode: int = 0o600, durable: bool = True) -> None:
    """Write the file whole or not at all, its folder made when it is missing; raises OSError.

    By way of a temporary file beside it, which is then renamed. ``durable``: it outlives a power cut as well.
    """
    import tempfile

    make_private(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(handle, mode)
            file.write(data)
            if durable:
                file.flush()
                os.fsync(handle)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
