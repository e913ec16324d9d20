"""Citation keys that stay: one an article, the same in every export, and no two articles with one key."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from reader.model import Note
from reader.notes.contents import Contents

__all__ = ["Citekeys"]


class Citekeys:
    """Gives each article one citation key: that of its earlier notes, else the note's own, lettered when taken."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, note: Note) -> str:
        """The key for a note that is about to be saved."""
        addresses = {note.url, note.canonical_url} - {""}
        key = self._known(addresses) or self._free(note.citekey)
        self._given.update(dict.fromkeys(addresses, key))
        self._taken.add(key)
        return key

    def _known(self, addresses: set[str]) -> str:
        given = [self._given.get(address) for address in addresses]
        saved = [self._contents.notes[number].get("citekey") for number in self._contents.of_addresses(addresses)]
        return str(next((key for key in [*given, *saved] if key), ""))

    def _free(self, citekey: str) -> str:
        if not citekey:
            return ""
        return next(key for key in _lettered(citekey) if key not in self._taken and not self._contents.of_citekey(key))


def _lettered(citekey: str) -> Iterator[str]:
    """The key itself, then with ``a`` to ``z``, ``aa`` and so on behind it."""
    endings = [""]
    while True:
        yield from (citekey + ending for ending in endings)
        endings = [ending + letter for ending in endings for letter in ascii_lowercase]
