"""Who is whose mother, wife or brother, so that "his mother" and "her husband" find the person named elsewhere."""

from __future__ import annotations

from reader.attribution.given import FEMALE, MALE
from reader.attribution.lexicon import words
from reader.attribution.tokens import Token
from reader.attribution.values import NAME, Candidate

__all__ = ["Kin", "gender_of", "is_kin", "kin_noun", "lend_surnames"]

_PARENT, _CHILD, _SPOUSE, _SIBLING = "parent", "child", "spouse", "sibling"
_RELATIONS = {
    _PARENT: words("mother father mom mum dad parent stepmother stepfather"),
    _CHILD: words("son daughter child stepson stepdaughter sons daughters children kids twins boys girls"),
    _SPOUSE: words("wife husband spouse widow widower fiancé fiancée fiance fiancee"),
    _SIBLING: words("brother sister twin half-brother half-sister"),
}
_KIND = {noun: kind for kind, nouns in _RELATIONS.items() for noun in nouns}
_INVERSE = {_PARENT: _CHILD, _CHILD: _PARENT, _SPOUSE: _SPOUSE, _SIBLING: _SIBLING}
_FEMALE = words("mother mom mum stepmother daughter stepdaughter wife widow fiancée fiancee sister half-sister")
_MALE = words("father dad stepfather son stepson husband widower fiancé fiance brother half-brother")


def is_kin(noun: str) -> bool:
    """Whether a noun says what somebody is to another by birth or marriage."""
    return noun in _KIND


def kin_noun(candidate: Candidate) -> str:
    """The noun of kinship in the role that stands with a name, "wife" of "his wife, Ann"; "" for none."""
    for role in (candidate.role, *candidate.roles):
        for word in reversed(role.lower().split()):
            if word in _KIND:
                return word
    return ""


def lend_surnames(tokens: list[Token], candidates: list[Candidate]) -> list[tuple[Candidate, Candidate]]:
    """Give "Ann" of "Ann and Bo Lee" the surname of the other; the pairs."""
    names = {one.start: one for one in candidates if one.kind == NAME and not one.organisation and not one.place}
    pairs = []
    for first in list(names.values()):
        after = tokens[first.end] if first.end < len(tokens) else None
        second = names.get(first.end + 1) if after is not None and after.lower in ("and", "&") else None
        if second is None or len(first.words) != 1 or len(second.words) < 2 or second.start != second.name_start:
            continue
        if first.words[0] in FEMALE or first.words[0] in MALE:
            first.family = second.words[1:]
            pairs.append((first, second))
    return pairs


class Kin:
    """The relations told so far, both ways; people are indexes."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], list[int]] = {}

    def note(self, owner: int, noun: str, person: int) -> None:
        """Write down that a person is somebody's mother, wife, …, and what that makes the other."""
        kind = _KIND[noun]
        if owner != person:
            self._known.setdefault((owner, kind), []).append(person)
            self._known.setdefault((person, _INVERSE[kind]), []).append(owner)

    def of(self, owner: int, noun: str) -> list[int]:
        """Those who may be meant by somebody's noun, the surest first; whoever is of the other gender among them."""
        return self._known.get((owner, _KIND[noun]), []) if noun in _KIND else []


def gender_of(noun: str) -> str:
    """The gender that a noun of kinship tells; "" for none."""
    return "f" if noun in _FEMALE else "m" if noun in _MALE else ""
