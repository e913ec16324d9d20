"""Gold as JSON lines, one article a line, or as text (``annotated.py``), read into values.

``{"id", "text", "quotes": [{"start", "end", "parts"?, "label"? ("speech" or "not_speech"), "kind"?, "speaker"?,
"speaker_start"?, "speaker_end"?}]}``; offsets count code points, end exclusive. ``speaker`` is the full name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotated import parse

__all__ = ["Article", "Said", "read"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody said by the gold; ``speaker`` is "" and ``mention`` None when it names nobody."""

    parts: tuple[tuple[int, int], ...]
    indirect: bool
    speaker: str
    mention: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its gold."""

    id: str
    text: str
    said: tuple[Said, ...]

    def owner(self, start: int, end: int) -> Said | None:
        """Who said, by the gold, at least half of the letters from ``start`` to ``end``."""
        letters = [place for place in range(start, end) if self.text[place].isalnum()]
        shares: dict[int, int] = {}
        for number, said in enumerate(self.said):
            for begin, stop in said.parts:
                if begin < end and stop > start:
                    shares[number] = shares.get(number, 0) + sum(begin <= place < stop for place in letters)
        if 2 * sum(shares.values()) < max(len(letters), 1):
            return None
        return self.said[max(shares, key=lambda number: shares[number])]


def read(paths: Iterable[Path]) -> list[Article]:
    """The articles of several files, in the order of their ids."""
    found = [_article(record) for path in paths for record in _records(path)]
    return sorted(found, key=lambda article: article.id)


def _records(path: Path) -> list[dict]:
    source = path.read_text("utf-8")
    if path.suffix == ".txt":
        return parse(source)
    return [json.loads(line) for line in source.splitlines() if line.strip()]


def _article(record: dict) -> Article:
    said = []
    for quote in record["quotes"]:
        if quote.get("label", "speech") != "speech":
            continue
        parts = tuple((begin, end) for begin, end in quote.get("parts") or [[quote["start"], quote["end"]]])
        start, end = quote.get("speaker_start"), quote.get("speaker_end")
        mention = (start, end) if start is not None and end is not None else None
        said.append(Said(parts, quote.get("kind") == "indirect", quote.get("speaker") or "", mention))
    return Article(record["id"], record["text"], tuple(said))
