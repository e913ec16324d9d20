"""Which table reads a text: by the language it says it is in, else by its function words."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from reader.attribution.languages.table import Table, words

__all__ = ["choose", "table_of"]

_TAG = re.compile(r"[a-z]{2,3}")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2000  # characters that are looked at
_FEWEST, _LEAST, _AHEAD = 20, 0.2, 2.0
_ENGLISH = words("""
    the of and to in that is was for it with as on he she by at from his her this but they have not are be an had""")


def choose(text: str, language: str | None) -> Table | None:
    """The table for a text, None for English. ``language`` is a BCP 47 tag, or None or "" when nothing says it.

    A tag with no table gets an empty one. Without a tag a text is English unless most of its function words are
    plainly another language's; a text under a foreign tag that is plainly English is English.
    """
    tag = re.split(r"[-_]", (language or "").strip().lower(), maxsplit=1)[0]
    if tag == "en":
        return None
    sample = [*map(str.lower, _WORD.findall(text[:_SAMPLE]))]
    english = _share(sample, _ENGLISH)
    if tag in ("", "und", "mul", "zxx"):
        return None if english > _LEAST / 2 else _guess(sample, english)
    table = table_of(tag) if _TAG.fullmatch(tag) else None
    if (
        len(sample) >= _FEWEST
        and english > _LEAST
        and english > _AHEAD * _share(sample, table.common if table else frozenset())
    ):
        return None
    return table or Table(tag=tag)


def _share(sample: list[str], common: frozenset[str]) -> float:
    return sum(map(common.__contains__, sample)) / len(sample) if sample else 0.0


def _guess(sample: list[str], english: float) -> Table | None:
    if len(sample) < _FEWEST:
        return None
    shares = sorted(((_share(sample, table.common), table.tag) for table in _every()), reverse=True)
    (best, tag), (second, _other) = shares[0], shares[1]
    if best < _LEAST or best < _AHEAD * english or best < 1.2 * second:
        return None
    return table_of(tag)


@cache
def table_of(tag: str) -> Table | None:
    """The table of a language by its primary subtag, None when there is no file for it."""
    if not Path(__file__).with_name(f"{tag}.py").is_file():
        return None
    table = import_module(f"reader.attribution.languages.{tag}").TABLE
    return table if isinstance(table, Table) else None


@cache
def _every() -> list[Table]:
    files = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    return [table for tag in files if _TAG.fullmatch(tag) and (table := table_of(tag)) is not None]
