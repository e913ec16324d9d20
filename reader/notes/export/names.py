"""Authors' names as bibliographies want them: family and given name, or a body that has neither."""

from __future__ import annotations

import re
import unicodedata

from reader.model import Note
from reader.text import clean_line

__all__ = ["authors", "split_name"]

_BODY_WORDS = frozenset(
    """
    agencies agency association authority board bureau center centre channel commission committee company
    correspondents corporation council court daily department desk editorial editors foundation gazette government
    group herald inc institute journal limited llc ltd magazine media ministry network news newspaper newsroom office
    online organisation organization police post press radio redaktion reporters review service services society staff
    team television times tribune tv union university wire writers
    """.split()  # noqa: SIM905 - a list literal would take a line a word
)
_PARTICLES = frozenset(
    "al ap ben bin da das de del della den der di do dos du el ibn la le st ten ter van von zu zum zur".split()  # noqa: SIM905
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)


def authors(note: Note) -> list[tuple[str, str]]:
    """The article's authors as (family, given); a body of people, or a lone name, has ``""`` for given."""
    site = clean_line(note.site).casefold()
    names = [name for name in map(clean_line, note.authors) if name]
    return [(name, "") if name.casefold() == site else split_name(name) for name in names]


def split_name(name: str) -> tuple[str, str]:
    """Family and given name; the name whole and ``""`` when it is one word or that of an organisation.

    >>> split_name("Anna van der Berg")
    ('van der Berg', 'Anna')
    >>> split_name("Harbour Gazette Staff")
    ('Harbour Gazette Staff', '')
    """
    words = name.split()
    if len(words) < 2 or len(words) > 6 or _is_body(name, words):
        return name, ""
    end = len(words) - 1
    if end > 1 and _SUFFIX.match(words[end]):
        end -= 1
    start = end
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])


def _is_body(name: str, words: list[str]) -> bool:
    """Whether the name is that of an organisation, or of no shape that a person's has."""
    if any(not _of_a_name(character) for character in name):
        return True
    if words[0].casefold() == "the" or any(word.casefold() in ("and", "of", "for", "und", "et") for word in words):
        return True
    return any(word.casefold().strip(".") in _BODY_WORDS for word in words)


def _of_a_name(character: str) -> bool:
    return character in " .'’-‐‑\u200c\u200d" or unicodedata.category(character)[0] in "LM"
