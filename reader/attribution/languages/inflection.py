"""Words in their cases: whether two are the same word, what gender a noun has, and the nominative of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from reader.attribution.languages.table import Table

__all__ = ["body_nominative", "given_gender", "is_body", "nominative", "role_gender", "stem"]

_LEAST = 3  # letters that a stem keeps


def stem(word: str, table: Table) -> str:
    """A word as a key: lower case, without accents and, where the language has cases, without its ending."""
    word = word.lower().replace("ё", "е").rstrip(".")
    if table.case_endings:
        shorter = re.sub(table.case_endings, "", word)
        return shorter if len(shorter) >= _LEAST else word
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word


@cache
def _role_stems(table: Table) -> dict[str, str]:
    return {stem(role, table): gender for role, gender in table.roles.items()}


@cache
def _body_stems(table: Table) -> dict[str, str]:
    return {stem(body, table): body for body in table.bodies}


def role_gender(lower: str, table: Table) -> str | None:
    """The gender of a noun for a person by office, trade or relation; None for any other word."""
    if lower in table.roles:
        return table.roles[lower]
    if (
        table.case_endings
        and len(lower) > _LEAST
        and (listed := _role_stems(table).get(stem(lower, table))) is not None
    ):
        return listed
    for ending, gender in sorted(table.role_endings.items(), key=lambda item: -len(item[0])):
        if lower.endswith(ending) and len(lower) > len(ending) + 2 and lower not in table.common:
            return gender
    return None


def is_body(lower: str, table: Table) -> bool:
    """Whether a word is a noun for an organisation, in whatever case."""
    if lower in table.bodies:
        return True
    return bool(table.case_endings) and len(lower) > _LEAST and stem(lower, table) in _body_stems(table)


def body_nominative(lower: str, table: Table) -> str:
    """The nominative of a noun for an organisation."""
    return lower if lower in table.bodies else _body_stems(table).get(stem(lower, table), lower)


def given_gender(given: str, table: Table) -> str:
    """What a given name says of gender; "" when nothing."""
    lower = given.lower()
    if lower in table.given:
        return table.given[lower]
    for ending, gender in table.given_endings.items():
        if lower.endswith(ending):
            return gender
    return ""


def nominative(names: list[str], gender: str, table: Table) -> list[str]:
    """A given name and surname in the genitive, put into the nominative."""
    if not table.nominative or len(names) < 2:
        return names
    gender = gender or _genitive_gender(names, table)
    rules = [table.nominative[f"{gender} given"], *[table.nominative[f"{gender} surname"]] * (len(names) - 1)]
    return [_put(name, patterns) for name, patterns in zip(names, rules, strict=True)]


def _genitive_gender(names: list[str], table: Table) -> str:
    """Of "Сергея Лунина" and "Ольги Сидоровой": a man's given name takes "а" or "я", a woman's "ы", "и" or "і"."""
    return "f" if names[0][-1:] in "ыиіїе" else "m"


def _put(name: str, patterns: tuple[tuple[str, str], ...]) -> str:
    for pattern, ending in patterns:
        changed, count = re.subn(pattern, ending, name)
        if count:
            return changed
    return name
