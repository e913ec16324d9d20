"""One person or body as the text knows it, and when two names, or a name and a title, may be the same one's."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from reader.attribution.given import FEMALE, MALE
from reader.attribution.nouns import FEMALE_NOUNS, MALE_NOUNS, ORGANISATION_HEADS, is_person_noun, role_key
from reader.attribution.values import Candidate

__all__ = [
    "Person",
    "begins",
    "first_surname",
    "fold",
    "gender",
    "gender_fits",
    "given_gender",
    "honorific_gender",
    "one_letter_off",
    "role_heads",
    "same",
    "spelled_out",
]

_POSSESSOR = re.compile(r"['’]s? ")
_ROLE_END = re.compile(r",? (?:of|for|at|in|from|to|with|on|who|and the)\b|,")


class Person(Struct, gc=False):
    """A person or body: all its names and roles, what is known of its gender, and where it is mentioned.

    ``sited`` says that the name looks like a place's: nothing shows a person, and it stands only after "in", "near".
    ``leaning`` is what pronouns taken for a person of unknown gender speak for: above 0 "she", below 0 "he".
    """

    name: str
    words: tuple[str, ...]
    organisation: bool = False
    unnamed: bool = False
    plural: bool = False
    document: bool = False
    place: bool = False
    sited: bool = False
    testified: bool = False
    gender: str = ""
    leaning: float = 0.0
    determiner: str = ""
    roles: list[str] = []
    aliases: dict[str, None] = {}
    mentions: list[Candidate] = []
    first: int = 0
    last: int = -1

    def body_heads(self) -> list[str]:
        """The nouns that say what kind of body a name is of: "institute" of "Institute of Tides"."""
        after = (*self.words[1:], "of")
        return [word for word, following in zip(self.words, after, strict=True) if following in ("of", "for")]


def fold(word: str) -> str:
    """A word as a key: lower case, no accents, no full stops, no Arabic article."""
    if word.isascii() and word.isalpha():
        return word.lower()
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.lower().replace(".", "").replace("’", "'")
    return word[3:] if word.startswith(("al-", "el-")) and len(word) > 5 else word


def same(words: tuple[str, ...], person: Person) -> bool:
    """The same last word, and no given name or initial that speaks against it."""
    other = person.words
    if other[-1] != words[-1]:
        return person.organisation and _of_last(words) == _of_last(other)
    if person.organisation and len(words) == 1 < len(other) and words[0] not in ORGANISATION_HEADS:
        return False  # "Namibia" is not "Free Namibia"
    if len(words) == 1 or len(other) == 1 or words == other:
        return True
    mine, theirs = words[:-1], other[:-1]
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return True
    first, second = sorted((mine[0], theirs[0]), key=len)
    if len(first) == 1:
        return first[0] == second[0]
    short_for = len(first) > 2 and second.startswith(first) and len(words) == len(other)
    return short_for and {given_gender(words), given_gender(other)} != {"f", "m"}


def begins(words: tuple[str, ...], person: Person, candidate: Candidate) -> bool:
    """A given name alone for a person, the first words alone for a body."""
    if person.words[: len(words)] != words or len(person.words) == len(words):
        return False
    if candidate.place and not person.organisation and words[0] not in MALE and words[0] not in FEMALE:
        return False  # "Israel" is not "Israel Lee"
    if candidate.organisation and candidate.acronym_alone and person.words[1] not in ORGANISATION_HEADS:
        return False  # "CBP" is not "CBP McAllen"
    return candidate.organisation or words[0] not in ("north", "south", "new", "united", "the")


def first_surname(word: str, person: Person) -> bool:
    """Whether a bare name is the first of two surnames: "Vega" for "Ana Vega Ruiz"."""
    given = bool(given_gender(person.words) or person.roles) or word in FEMALE or word in MALE  # "Little Tommy Lee"
    given = given or len(person.words) == 3
    return not person.organisation and word in person.words[1:-1] and given


def gender_fits(honorific: str, person: Person) -> bool:
    """Whether a title before a name may be a person's: "Ms." is no man's."""
    wanted = honorific_gender(honorific)
    known = person.gender or given_gender(person.words)
    return not wanted or known == wanted or (not known)


def _of_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name with what follows "of" put first: "US Department of State" as "state department"."""
    words = tuple(word for word in words if word not in _STATES) or words
    if "of" not in words[1:-1]:
        return words
    at = words.index("of")
    return (*words[at + 1 :], *words[:at])


_STATES = frozenset(("united", "states", "kingdom", "us", "uk", "federal"))


def spelled_out(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a name has the given name in full that the known form shortens: "Robert Lee" for "Rob Lee"."""
    return len(words) == len(known) > 1 and len(words[0]) > len(known[0]) and words[0].startswith(known[0])


def one_letter_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter changed, left out or put in."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest = max(len(one), len(other)) - same - 1
    return rest <= 0 or one[len(one) - rest :] == other[len(other) - rest :]


def role_heads(role: str) -> set[str]:
    """The keys of the nouns that a role is about: "chair", "executive" for "chairman and chief executive of Acme"."""
    words = _ROLE_END.split(role.lower(), maxsplit=1)[0].split()
    found = {role_key(word.strip(",")) for word in words if is_person_noun(word.strip(",."))}
    return found or ({role_key(words[-1])} if words else set())


def honorific_gender(honorific: str) -> str:
    """What a title tells: "f", "m", or "" for nothing."""
    return "f" if honorific in FEMALE_NOUNS else "m" if honorific in MALE_NOUNS else ""


def given_gender(words: tuple[str, ...]) -> str:
    """What the given name of a name tells: "f", "m", or "" for nothing."""
    if not words:
        return ""
    for word in (words[0], words[0].split("-")[0]):  # "Jean" of "Jean-Marc"
        if word in FEMALE and word not in MALE:
            return "f"
        if word in MALE and word not in FEMALE:
            return "m"
    return ""


def gender(person: Person, candidate: Candidate) -> str:
    """What a mention says of gender: "Mrs", "chairwoman", "his wife", a given name; "" when nothing does."""
    if not (candidate.honorific or candidate.role or candidate.roles):
        return given_gender((fold(candidate.words[0]),)) if len(candidate.words) > 1 else ""
    words = [candidate.honorific]
    for role in (candidate.role, *candidate.roles):
        words.extend(_POSSESSOR.split(role.lower())[-1].split())
    for word in words:
        if word in FEMALE_NOUNS or word.endswith("woman"):
            return "f"
        if word in MALE_NOUNS or (word.endswith("man") and is_person_noun(word)):
            return "m"
    return given_gender((fold(candidate.words[0]),)) if len(candidate.words) > 1 else ""
