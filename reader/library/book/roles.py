"""Whether two articles give a speaker the same role, or put them in the same organisation."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.library.book.fold import listed, words_of

__all__ = ["same_post"]

_NOISE = listed(
    "the a an of for and in at on to s his her their its former then now current said who is was also new long time"
)
_ONCE = listed("mayor governor pope king queen archbishop")
_LESSER = listed("vice deputy assistant acting lieutenant former outgoing elect candidate bank")


def same_post(one: str, other: str) -> bool:
    """Whether two roles are one office, or name the same organisation.

    The same office has the same words, or all those of the shorter role if they are two or more; countries count as
    what their people are called, and ``spokeswoman`` as ``spokesman``.

    >>> same_post("Russian foreign minister", "the foreign minister of Russia"), same_post("minister", "prime minister")
    (True, False)
    >>> same_post("chief economist at Harland Bank", "Harland Bank economist"), same_post("French judge", "French poet")
    (True, False)

    An office that a place has once needs no place beside it, unless what stands there makes it another.

    >>> same_post("Mayor", "mayor of Velmont"), same_post("mayor", "deputy mayor of Velmont")
    (True, False)
    """
    first, second = sorted((_office(one), _office(other)), key=len)
    if first and (first == second or (len(first) > 1 and first <= second)):
        return True
    if first <= second and len(first & _ONCE) == 1 and not second & _LESSER:
        return True
    return bool(_bodies(one) & _bodies(other))


@lru_cache(maxsize=16_384)
def _office(role: str) -> frozenset[str]:
    from reader.attribution.nouns import country_of, role_key

    def key(word: str) -> str:
        country = country_of(word)
        return country[0] if country else role_key(word)

    return frozenset(key(word) for word in words_of(role) if word not in _NOISE and len(word) > 1)


@lru_cache(maxsize=16_384)
def _bodies(role: str) -> frozenset[str]:
    """The organisations in a role, lower case: names in capitals in a role that is not all so, countries not."""
    from reader.attribution.nouns import COUNTRY_NAMES, country_of, is_person_noun

    words = role.split()
    if not any(word[:1].islower() and word.lower() not in _NOISE for word in words):
        return frozenset()
    names = re.findall(r"[^\W\d_a-zß-öø-ÿ][\w&.-]*(?:\s+(?:of\s+(?:the\s+)?)?[^\W\d_a-zß-öø-ÿ][\w&.-]*)*", role)
    kept = set()
    for name in names:
        lower = [word.strip(".").lower() for word in name.split()]
        lower = [
            word for word in lower if not country_of(word) and word not in COUNTRY_NAMES and not is_person_noun(word)
        ]
        if lower:
            kept.add(" ".join(lower))
    return frozenset(kept)
