"""From mentions to people: which names, surnames, initials and descriptions mean the same person or body."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from reader.attribution.cues import forms
from reader.attribution.given import FEMALE, MALE
from reader.attribution.kin import Kin, gender_of, kin_noun, lend_surnames
from reader.attribution.nouns import (
    FEMALE_NOUNS,
    FUNCTION_WORDS,
    MALE_NOUNS,
    ORGANISATION_HEADS,
    is_person_noun,
    role_key,
)
from reader.attribution.phrases import noun_kind
from reader.attribution.tokens import WORD, Token
from reader.attribution.values import NAME, Candidate

__all__ = ["People", "Person", "fold", "role_heads"]


@dataclass(slots=True)
class Person:
    """A person or body: all its names and roles, what is known of its gender, and where it is mentioned.

    ``leaning`` is what pronouns taken for a person of unknown gender speak for: above 0 "she", below 0 "he".
    """

    name: str
    words: tuple[str, ...]
    organisation: bool = False
    unnamed: bool = False
    plural: bool = False
    document: bool = False
    place: bool = False
    testified: bool = False
    gender: str = ""
    leaning: float = 0.0
    determiner: str = ""
    roles: list[str] = field(default_factory=list)
    aliases: dict[str, None] = field(default_factory=dict)
    mentions: list[Candidate] = field(default_factory=list)
    first: int = 0
    last: int = -1

    def body_heads(self) -> list[str]:
        """The nouns that say what kind of body a name is of: "institute" of "Institute of Tides"."""
        after = (*self.words[1:], "of")
        return [word for word, following in zip(self.words, after, strict=True) if following in ("of", "for")]


_TESTIFYING = frozenset(("testified", "testifies", "testify", "testifying"))
_POOL = 40  # of so many people of one name or office at most one is looked for
_POSSESSOR = re.compile(r"['’]s? ")
_ROLE_END = re.compile(r",? (?:of|for|at|in|from|to|with|on|who|and the)\b|,")


def fold(word: str) -> str:
    """A word as a key: lower case, no accents, no full stops, no Arabic article."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.lower().replace(".", "").replace("’", "'")
    return word[3:] if word.startswith(("al-", "el-")) and len(word) > 5 else word


class People:
    """The people of one text. Names are settled at once, descriptions one by one in the order of the text."""

    def __init__(self, text: str, tokens: list[Token], candidates: list[Candidate]) -> None:
        self.text = text
        self.tokens = tokens
        self.everyone: list[Person] = []
        self._by_word: dict[str, list[int]] = {}
        self._initials: dict[str, int] = {}
        self._by_beginning: dict[str, list[int]] = {}
        self._by_role: dict[str, list[int]] = {}
        self.nameless: dict[str, list[int]] = {}
        self.authors: dict[str, int] = {}
        self.called: dict[str, int] = {}  # whom "the actor" or "the captain" meant last
        self.kin = Kin()
        self._relatives: dict[int, str] = {}
        names = [candidate for candidate in candidates if candidate.kind == NAME]
        pairs = lend_surnames(tokens, names)
        for candidate in sorted(names, key=lambda c: (-min(len(c.words) + len(c.family), 2), c.start)):
            self._settle(candidate)
        for candidate in names:
            self._note(candidate)
        for one, other in pairs:
            self.kin.note(one.person, "spouse", other.person)
        for index, person in enumerate(self.everyone):
            self._index_roles(index, person)
            person.testified = any(self._testifies(mention) for mention in person.mentions)

    def of(self, candidate: Candidate) -> Person | None:
        """Whoever a candidate was found to mean."""
        return self.everyone[candidate.person] if candidate.person >= 0 else None

    def with_role(self, key: str) -> list[tuple[int, Person]]:
        """The people one of whose roles has this key, and the bodies whose name has this word."""
        return [(index, self.everyone[index]) for index in self._by_role.get(key, [])[:_POOL]]

    def _index_roles(self, index: int, person: Person) -> None:
        keys = {key for role in person.roles for key in role_heads(role)}
        if person.organisation:
            keys |= set(person.body_heads())
        for key in keys:
            self._by_role.setdefault(key, []).append(index)

    def _testifies(self, candidate: Candidate) -> bool:
        """Whether a verb of testifying stands beside a name."""
        around = (candidate.start - 1, candidate.end)
        return any(0 <= at < len(self.tokens) and self.tokens[at].lower in _TESTIFYING for at in around)

    # names

    def _settle(self, candidate: Candidate) -> None:
        words = tuple(fold(word) for word in (*candidate.words, *candidate.family))
        if len(words) > 2 and words[-1] in ("jr", "sr", "ii", "iii", "iv"):
            words = words[:-1]
        found = self._match(candidate, words)
        if found is None:
            found = self.add(Person(self._name(candidate), words, candidate.organisation, first=candidate.start))
            for word in set(words):
                self._by_word.setdefault(word, []).append(found)
            self._by_beginning.setdefault(words[-1][:3], []).append(found)
            self._add_acronyms(candidate, words, found)
            if len(words) == 1 and (noun := kin_noun(candidate)):
                self._relatives[found] = noun
        person = self.everyone[found]
        candidate.person = found
        person.gender = person.gender or _honorific_gender(candidate.honorific)
        longer = len(person.words) < len(words) <= 6 or _spelled_out(words, person.words)
        if longer or (words == person.words and person.name.isupper() and len(words) > 1):
            person.name, person.words = self._name(candidate), words

    def _name(self, candidate: Candidate) -> str:
        tokens = self.tokens[candidate.name_start : candidate.name_end]
        if candidate.family:
            tokens = [*tokens, *self.tokens[candidate.end + 2 : candidate.end + 2 + len(candidate.family)]]
        if candidate.nickname or candidate.family:
            return self._spelled(tokens)
        return " ".join(self.text[tokens[0].start : tokens[-1].end].split())

    def _spelled(self, tokens: list[Token]) -> str:
        return " ".join(token.text for token in tokens if token.type == WORD)

    def _match(self, candidate: Candidate, words: tuple[str, ...]) -> int | None:
        pool = self._by_word.get(words[-1], [])[-_POOL:]
        matches = [index for index in pool if self._same(words, self.everyone[index])]
        if not matches and (len(words) == 1 or candidate.organisation):
            pool = self._by_word.get(words[0], [])[-_POOL:]
            matches = [index for index in pool if self._begins(words, self.everyone[index], candidate)]
        if not matches and len(words) == 1 and not candidate.organisation:
            pool = self._by_word.get(words[0], [])[-_POOL:]
            matches = [index for index in pool if self._first_surname(words[0], self.everyone[index])]
        if not matches and len(words) == 1:
            return self._initials.get(words[0]) if self._capitals(candidate) else self._misspelt(candidate, words[0])
        if not matches:
            return None
        if candidate.honorific:
            fitting = [i for i in matches if self._gender_fits(candidate.honorific, self.everyone[i])]
            if not fitting and (relative := self._relative(candidate)) is not None:
                return relative
            matches = fitting or matches
        return self._nearest(matches, candidate)

    def _relative(self, candidate: Candidate) -> int | None:
        """Who "Ms. Lee" is when every Lee known is a man: the sister or wife named by her given name alone."""
        gender = _honorific_gender(candidate.honorific)
        for index, noun in self._relatives.items():
            person = self.everyone[index]
            if gender and gender_of(noun) == gender and len(person.words) == 1:
                person.aliases[person.name] = None
                person.name = f"{person.name} {self._name(candidate)}"
                person.words = (*person.words, *(fold(word) for word in candidate.words))
                return index
        return None

    def _misspelt(self, candidate: Candidate, word: str) -> int | None:
        """Whose surname a bare one that speaks was meant to be, one letter off: nobody speaks in news unintroduced."""
        after = self.tokens[candidate.end : candidate.end + 1]
        beside = [*self.tokens[max(candidate.start - 1, 0) : candidate.start], *after]
        if len(word) < 5 or candidate.organisation or not any(token.lower in forms() for token in beside):
            return None
        near = [
            index
            for index in self._by_beginning.get(word[:3], [])[-_POOL:]
            if len(self.everyone[index].words) > 1 and _one_letter_off(word, self.everyone[index].words[-1])
        ]
        return near[0] if len(near) == 1 else None

    def _capitals(self, candidate: Candidate) -> bool:
        return self.tokens[candidate.name_start].text.replace(".", "").isupper()

    def _nearest(self, matches: list[int], candidate: Candidate) -> int:
        """Of several people of one name: one introduced in this paragraph or right before it, else the first."""
        if len(matches) == 1:
            return matches[0]
        before = [i for i in matches if self.everyone[i].first <= candidate.start] or matches
        paragraph = self.tokens[candidate.start].paragraph
        reach = 1 if candidate.honorific else 0
        near = [i for i in before if paragraph - self.tokens[self.everyone[i].first].paragraph <= reach]
        return (near or before)[-1 if near else 0]

    @staticmethod
    def _same(words: tuple[str, ...], person: Person) -> bool:
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
        return short_for and {_given_gender(words), _given_gender(other)} != {"f", "m"}

    @staticmethod
    def _begins(words: tuple[str, ...], person: Person, candidate: Candidate) -> bool:
        """A given name alone for a person, the first words alone for a body."""
        if person.words[: len(words)] != words or len(person.words) == len(words):
            return False
        if candidate.organisation and candidate.acronym_alone and person.words[1] not in ORGANISATION_HEADS:
            return False  # "CBP" is not "CBP McAllen"
        return candidate.organisation or words[0] not in ("north", "south", "new", "united", "the")

    @staticmethod
    def _first_surname(word: str, person: Person) -> bool:
        """Whether a bare name is the first of two surnames: "Vega" for "Ana Vega Ruiz"."""
        given = bool(_given_gender(person.words)) or word in FEMALE or word in MALE  # "Tommy" for "Little Tommy Lee"
        return not person.organisation and word in person.words[1:-1] and given

    @staticmethod
    def _gender_fits(honorific: str, person: Person) -> bool:
        wanted = _honorific_gender(honorific)
        known = person.gender or _given_gender(person.words)
        return not wanted or known == wanted or (not known)

    def _add_acronyms(self, candidate: Candidate, words: tuple[str, ...], index: int) -> None:
        if candidate.acronym:
            self._initials[fold(candidate.acronym)] = index
            self.everyone[index].aliases[candidate.acronym] = None
            self.everyone[index].organisation = True
        tokens = self.tokens[candidate.name_start : candidate.name_end]
        initials = "".join(token.text[0].lower() for token in tokens if token.capital)
        if len(initials) >= 3 or (len(initials) == 2 and (candidate.organisation or candidate.place)):
            self._initials.setdefault(initials, index)

    def _note(self, candidate: Candidate) -> None:
        """Write down what a mention tells of its person."""
        person = self.everyone[candidate.person]
        person.mentions.append(candidate)
        person.organisation = person.organisation or candidate.organisation
        person.place = person.place or candidate.place
        if candidate.determiner == "the" and not candidate.role and not self._modifies(candidate):
            person.determiner = "the"
            person.organisation = person.organisation or self._surely_body(candidate)
        for role in (candidate.role, *candidate.roles):
            if role and role not in person.roles:
                person.roles.append(role)
        alias = self._name(candidate)
        if alias != person.name:
            person.aliases[alias] = None
        if candidate.nickname:
            person.aliases[candidate.nickname] = None
        person.gender = person.gender or _gender(person, candidate)

    def _modifies(self, candidate: Candidate) -> bool:
        """Whether a name only says which: "the Trump rally", "the Facebook page"."""
        after = self.tokens[candidate.name_end] if candidate.name_end < len(self.tokens) else None
        if after is None or after.type != WORD or after.capital:
            return False
        if noun_kind(after):
            return True
        return len(candidate.words) == 1 and after.lower not in FUNCTION_WORDS and after.lower not in forms()

    @staticmethod
    def _surely_body(candidate: Candidate) -> bool:
        """Whether "the" shows a body: "the Red Cross", "the Battery"."""
        return len(candidate.words) == 1 or not _given_gender(candidate.words)

    def add(self, person: Person) -> int:
        """Take in somebody who has no name; gives the index."""
        self.everyone.append(person)
        return len(self.everyone) - 1

    def mention(self, candidate: Candidate, index: int) -> None:
        """Write down that a description or pronoun was found to mean a person."""
        candidate.person = index
        self.everyone[index].mentions.append(candidate)


def _of_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name with what follows "of" put first: "US Department of State" as "state department"."""
    words = tuple(word for word in words if word not in _STATES) or words
    if "of" not in words[1:-1]:
        return words
    at = words.index("of")
    return (*words[at + 1 :], *words[:at])


_STATES = frozenset(("united", "states", "kingdom", "us", "uk", "federal"))


def _spelled_out(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a name has the given name in full that the known form shortens: "Robert Lee" for "Rob Lee"."""
    return len(words) == len(known) > 1 and len(words[0]) > len(known[0]) and words[0].startswith(known[0])


def _one_letter_off(one: str, other: str) -> bool:
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


def _honorific_gender(honorific: str) -> str:
    return "f" if honorific in FEMALE_NOUNS else "m" if honorific in MALE_NOUNS else ""


def _given_gender(words: tuple[str, ...]) -> str:
    if not words:
        return ""
    for word in (words[0], words[0].split("-")[0]):  # "Jean" of "Jean-Marc"
        if word in FEMALE and word not in MALE:
            return "f"
        if word in MALE and word not in FEMALE:
            return "m"
    return ""


def _gender(person: Person, candidate: Candidate) -> str:
    """What a mention says of gender: "Mrs", "chairwoman", "his wife", a given name; "" when nothing does."""
    words = [candidate.honorific]
    for role in (candidate.role, *candidate.roles):
        words.extend(_POSSESSOR.split(role.lower())[-1].split())
    for word in words:
        if word in FEMALE_NOUNS or word.endswith("woman"):
            return "f"
        if word in MALE_NOUNS or (word.endswith("man") and is_person_noun(word)):
            return "m"
    return _given_gender(tuple(fold(word) for word in candidate.words)) if len(candidate.words) > 1 else ""
