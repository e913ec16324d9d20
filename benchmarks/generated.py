"""A long news article of generated words, the same for the same seed: Markdown, with speakers, headings and lists."""

from __future__ import annotations

import random

__all__ = ["FIRST_LINE", "article", "vocabulary_of"]

FIRST_LINE = "The first line of the long article"

_STARTS = [
    "bal",
    "cor",
    "den",
    "far",
    "gil",
    "hes",
    "jor",
    "kel",
    "lam",
    "mor",
    "pel",
    "quin",
    "ros",
    "tor",
    "wes",
    "yar",
]
_MIDDLES = ["a", "e", "i", "o", "u", "an", "er", "in", "or", "al"]
_ENDS = ["d", "l", "m", "n", "r", "s", "t", "ck", "ll", "nd", "rn", "st", "th"]
_NAMES = ["Mara Ellin", "Joss Tarrow", "Ines Calder", "Pell Oakhurst", "Dina Vreeland", "Abel Stroud"]
_ROLES = ["harbour master", "town clerk", "engineer", "schoolteacher", "pilot", "surveyor"]
_CUES = ["said", "told reporters", "added", "argued", "warned"]


def article(words: int, seed: int = 20) -> str:
    """Markdown of about so many words; one paragraph in three quotes one of six speakers."""
    choose = random.Random(seed)
    vocabulary = vocabulary_of(choose)
    parts = [
        "# A long day in a town of generated words",
        "March 3, 2025",
        "The first line of the long article is here.",
    ]
    count = 8
    while count < words:
        part = _part(choose, vocabulary, len(parts))
        parts.append(part)
        count += len(part.split())
    return "\n\n".join(parts) + "\n"


def vocabulary_of(choose: random.Random, size: int = 3000) -> list[str]:
    """Words that are none."""
    return [
        choose.choice(_STARTS) + choose.choice(_MIDDLES) + choose.choice(_ENDS) + choose.choice(["", "", "ing", "ed"])
        for _ in range(size)
    ]


def _part(choose: random.Random, vocabulary: list[str], number: int) -> str:
    def sentence(low: int = 8, high: int = 24) -> str:
        return " ".join(choose.choices(vocabulary, k=choose.randint(low, high))).capitalize()

    if number % 40 == 0:
        return f"## {sentence(3, 6)}"
    if number % 25 == 0:
        return "\n".join(f"- {sentence(5, 14)}." for _ in range(4))
    if number % 3 == 0:
        at = choose.randrange(len(_NAMES))
        who = f"{_ROLES[at]} {_NAMES[at]}" if choose.random() < 0.3 else _NAMES[at].split()[1]
        return f"“{sentence()},” {who} {choose.choice(_CUES)}. “{sentence()}.” {sentence()}."
    return " ".join(f"{sentence()}." for _ in range(choose.randint(2, 5)))
