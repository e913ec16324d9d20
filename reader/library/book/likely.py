"""Which articles may quote some words: those that share a hash of theirs, then those that have the rarest of them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from reader.library.book.sketch import sketch
from reader.library.book.words import holders
from reader.query import fold

__all__ = ["likely_articles"]

_RARE = 6
"""So many of a quotation's rarest words are looked for: an altered one still has some."""
_MANY = 4_000
"""So many quotations at most are looked at for one: a word that more than these have tells little."""


def likely_articles(connection: sqlite3.Connection, words: Sequence[str], limit: int) -> list[int]:
    """The keys of the articles that may quote these words (``folded_words``), the likeliest first."""
    found = Counter(_sharing(connection, words)) + Counter(_telling(connection, words))
    articles: dict[int, None] = {}
    for quotation, _hits in found.most_common(limit):
        row = connection.execute(
            "SELECT article FROM quotations JOIN appearances ON appearances.key = appearance WHERE quotations.key = ?",
            (quotation,),
        ).fetchone()
        if row:
            articles[row["article"]] = None
    return list(articles)


def _sharing(connection: sqlite3.Connection, words: Sequence[str]) -> dict[int, int]:
    """The quotations that share hashes with these words, each with a weight above any that ``_telling`` gives."""
    found: Counter[int] = Counter()
    for rows in holders(connection, sketch(words)).values():
        found.update(rows)
    return {row: hits * (_RARE + 1) for row, hits in found.items()}


def _telling(connection: sqlite3.Connection, words: Sequence[str]) -> dict[int, int]:
    """The quotations that have the rarest of these words, and how many of them each has."""
    frequency: dict[str, int] = {}
    for word in dict.fromkeys(fold(" ".join(words)).split()):
        row = connection.execute("SELECT doc FROM quotation_terms WHERE term = ?", (word,)).fetchone()
        if row:
            frequency[word] = row["doc"]
    rare = sorted(frequency, key=lambda word: (frequency[word], word))[:_RARE]
    found: Counter[int] = Counter()
    budget = _MANY
    for word in rare:
        budget -= frequency[word]
        if budget < 0:
            break
        found.update(_having(connection, f'"{word}"'))
    if not found and rare:  # common words only: those that have several of them at once
        found.update(_having(connection, " ".join(f'"{word}"' for word in rare)))
    return found


def _having(connection: sqlite3.Connection, match: str) -> list[int]:
    rows = connection.execute("SELECT rowid FROM quotation_words WHERE quotation_words MATCH ? LIMIT ?", (match, _MANY))
    return [row[0] for row in rows]
