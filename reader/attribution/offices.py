"""Who holds an office: the people introduced with a role, and how well one answers a description."""

from __future__ import annotations

from reader.attribution.lexicon import words
from reader.attribution.nouns import (
    DEMONYMS,
    FEMALE_NOUNS,
    FUNCTION_WORDS,
    MALE_NOUNS,
    OPENERS,
    country_of,
    is_person_noun,
    role_key,
)
from reader.attribution.people import People
from reader.attribution.person import Person, fold, role_heads
from reader.attribution.tokens import Token
from reader.attribution.values import Candidate

__all__ = ["SOON", "STAY_UNNAMED", "by_role", "content", "fit", "noun_gender", "of_state", "officer"]

# Who is seldom anybody named before.
STAY_UNNAMED = words("""
    spokesman spokeswoman spokesperson official source insider judge prosecutor lawyer attorney person man woman boy
    girl child suspect victim caller""")
_RANKS = words("shadow deputy vice assistant former acting under")
SOON = 4  # paragraphs and breaks, within which a role is given its name


def by_role(people: People, candidate: Candidate, tokens: list[Token]) -> int:
    """The person introduced with this role: the most words in common, then the latest mentioned."""
    key = role_key(candidate.head)
    best, best_score = -1, (0.0, -1)
    asked = content(candidate.modifiers) | content(tuple(candidate.role.lower().split()))
    asked.discard(candidate.head)
    for index, person in people.with_role(key):
        answers = fit(person, key, asked) if person.organisation == candidate.organisation else 0.0
        if answers <= 0 or (person.unnamed and candidate.document != person.document):
            continue
        known = person.first <= candidate.start
        later = tokens[person.first].paragraph - tokens[candidate.start].paragraph
        if not known and (later > SOON or any(role.lower().startswith(_OTHERS) for role in person.roles)):
            continue
        score = (answers + (1.0 if known else 0.0), person.last)
        if score > best_score:
            best, best_score = index, score
    return best


_OTHERS = ("second ", "third ", "fourth ", "another ", "other ")  # "the agent" is not "a second agent, Bo Lund"


def content(words: tuple[str, ...]) -> set[str]:
    """The words of a description that say something, as keys."""
    return {fold(word.strip(",")) for word in words if word not in OPENERS and word not in FUNCTION_WORDS}


def fit(person: Person, key: str, asked: set[str]) -> float:
    """How well a person's roles answer a description; 0 or less for not at all."""
    if person.organisation and not person.unnamed and not person.roles:
        common = len(asked & set(person.words))
        return 1.0 + common - 0.5 * (len(asked) - common) if key in person.body_heads() and key != "police" else 0.0
    best = 0.0
    for role in person.roles:
        if key not in role_heads(role):
            continue
        had = {fold(word.strip(",")) for word in role.split()}
        others = {word for word in asked if role_key(word) != key}
        common = sum(1 for word in others if word in had or any(part in had for part in country_of(word)))
        against = sum(1 for word in others if word in DEMONYMS and any(w in DEMONYMS and w != word for w in had))
        against += len(_RANKS & ((others - had) | (had - others if others else set())))
        lower = 0.5 if not others and _RANKS & had else 0.0  # "the mayor" is sooner the mayor than her deputy
        best = max(best, 1.0 + common - 0.3 * (len(others) - common) - 2.0 * against - lower)
    if person.gender and noun_gender(key) and person.gender != noun_gender(key):
        return 0.0
    return best


def noun_gender(noun: str) -> str:
    """What a noun tells of gender: "f", "m", or "" for nothing."""
    return "f" if noun in FEMALE_NOUNS else "m" if noun in MALE_NOUNS else ""


def officer(people: People, candidate: Candidate, tokens: list[Token]) -> int:
    """Whom "its chief executive" or "their coach" means: the only one with that office in the text."""
    if candidate.plural or not is_person_noun(candidate.head) or candidate.head in STAY_UNNAMED:
        return -1
    asked = content(candidate.modifiers)
    key = role_key(candidate.head)
    held = [index for index, person in people.with_role(key) if not person.unnamed and fit(person, key, asked) >= 1.0]
    return held[0] if len(held) == 1 and people.everyone[held[0]].first <= candidate.start else -1


def of_state(people: People, states: set[str]) -> int:
    """Who governs the state of these demonyms: the president, premier or chancellor introduced with one; else -1."""
    for key in ("president", "chancellor", "premier", "minister"):
        for index, person in people.with_role(key):
            for role in person.roles:
                words = {word.lower() for word in role.split()}
                if states & words and (key != "minister" or "prime" in words):
                    return index
    return -1
