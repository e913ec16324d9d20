"""Unfinished note texts: written as one types, so that a crash or a closed terminal loses none."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reader.errors import StoreFailed
from reader.paths import replace_file

__all__ = ["Drafts"]


class Drafts:
    """One small file (0600) a draft in ``folder``; a key is any text, such as an address and a passage.

    Every method raises StoreFailed with one line when the folder cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save(self, key: str, text: str) -> None:
        """Keep the text under its key, whole or not at all."""
        import json

        place = self._place(key)
        record = json.dumps({"key": key, "text": text})
        try:
            replace_file(place, record.encode(), durable=False)
        except OSError as error:
            raise StoreFailed(f"{place}: {error.strerror}: the draft could not be saved") from error

    def get(self, key: str) -> str | None:
        """The text kept under the key, or None."""
        return next((text for other, text in self._read([self._place(key)]) if other == key), None)

    def drop(self, key: str) -> None:
        """Remove the draft, if there is one."""
        place = self._place(key)
        try:
            place.unlink(missing_ok=True)
        except OSError as error:
            raise StoreFailed(f"{place}: {error.strerror}: the draft could not be removed") from error

    def all(self) -> list[tuple[str, str]]:
        """Every draft as (key, text), by key."""
        return sorted(self._read(list(self.folder.glob("*.json")) if self.folder.is_dir() else []))

    def _read(self, places: list[Path]) -> list[tuple[str, str]]:
        """The drafts in these files; one that is gone by now or damaged is none."""
        import json

        drafts = []
        for place in places:
            try:
                record = json.loads(place.read_text(encoding="utf-8"))
                drafts.append((str(record["key"]), str(record["text"])))
            except (FileNotFoundError, ValueError, KeyError, TypeError):
                continue
            except OSError as error:
                raise StoreFailed(f"{place}: {error.strerror}: the draft could not be read") from error
        return drafts

    def _place(self, key: str) -> Path:
        return self.folder / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.json"
