"""What a description means: "the Russian foreign minister", "the judge", "the charity", "a senior official"."""

from __future__ import annotations

from collections.abc import Callable

from reader.attribution.kin import gender_of
from reader.attribution.lexicon import words
from reader.attribution.nouns import (
    ANAPHORIC,
    DEMONYMS,
    DETERMINERS,
    FUNCTION_WORDS,
    PEOPLES,
    is_person_noun,
    role_key,
)
from reader.attribution.offices import SOON, STAY_UNNAMED, by_role, content, fit, noun_gender, of_state, officer
from reader.attribution.people import People
from reader.attribution.person import Person, fold, role_heads
from reader.attribution.phrases import APOSTROPHES
from reader.attribution.subjects import governed
from reader.attribution.tokens import Token
from reader.attribution.values import Candidate

__all__ = ["describe"]

_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
Find = Callable[..., int]


def describe(people: People, candidate: Candidate, tokens: list[Token], antecedent: Find) -> int:
    """The index of the person that a description means, taken in anew when it is nobody known.

    ``antecedent`` finds the likeliest of those lately mentioned that a test lets pass, -1 for none.
    """
    if candidate.document:
        return _document(people, candidate, tokens, antecedent)
    found = _relative(people, candidate)
    if found < 0 and candidate.determiner in ("a", "an") and tokens[candidate.start].paragraph <= 1:
        found = _named_soon(people, candidate, tokens)
    if found < 0:
        found = _of_the_lead(people, candidate, tokens)
    if found < 0 and _is_definite(candidate):
        found = by_role(people, candidate, tokens)
        if found < 0:
            by_body = candidate.organisation
            found = (
                _body(people, candidate, tokens, antecedent)
                if by_body
                else _somebody(people, candidate, tokens, antecedent)
            )
    if found < 0 and candidate.determiner in ("its", "their"):
        found = officer(people, candidate, tokens)
    if found < 0 and (_is_definite(candidate) or candidate.plural):
        found = _same_description(people, candidate)
    return found if found >= 0 else people.add(_nameless(people, candidate, tokens))


def _relative(people: People, candidate: Candidate) -> int:
    """Whom "his mother" or "Lee's wife" means when the text has said it, the other way round maybe."""
    if candidate.owner is None or candidate.plural:
        return -1
    gender = gender_of(candidate.head)
    for index in people.kin.of(candidate.owner.person, candidate.head):
        person = people.everyone[index]
        if not person.gender or not gender or person.gender == gender:
            person.gender = gender
            return index
    return people.offices.get((candidate.owner.person, role_key(candidate.head)), -1)


def _of_the_lead(people: People, candidate: Candidate, tokens: list[Token]) -> int:
    """Whom the first description of a story means when the second paragraph opens with who that is."""
    if people.introduced < 0 or tokens[candidate.start].paragraph > 0 or candidate.determiner not in _LEADING:
        return -1
    if candidate.inside or candidate.plural or candidate.organisation or governed(tokens, candidate):
        return -1
    found, person = people.introduced, people.everyone[people.introduced]
    if not is_person_noun(candidate.head) or candidate.head in STAY_UNNAMED - {"man", "woman", "boy", "girl"}:
        return -1
    people.introduced = -1  # there is one lead
    gender = noun_gender(candidate.head)
    return -1 if gender and person.gender and gender != person.gender else found


_LEADING = frozenset(("a", "an", "the", "its"))


def _named_soon(people: People, candidate: Candidate, tokens: list[Token]) -> int:
    """Who "a police spokesman" of a story's first paragraph is, when one with that role is named in the next two."""
    if candidate.document or candidate.organisation or candidate.plural:
        return -1
    key = role_key(candidate.head)
    asked = {fold(token.text) for token in tokens[candidate.start : candidate.name_start] if token.capital}
    soon = [
        index
        for index, person in people.with_role(key)
        if person.first > candidate.start and not person.organisation and not person.unnamed
        if fit(person, key, asked) >= 1.0
        if tokens[person.first].paragraph - tokens[candidate.start].paragraph <= SOON
    ]
    return soon[0] if len(soon) == 1 else -1


def _is_definite(candidate: Candidate) -> bool:
    if candidate.determiner:
        return candidate.determiner in _DEFINITE
    return not candidate.plural and (candidate.document or is_person_noun(candidate.head))


_RULINGS = words("opinion decision ruling judgment judgement verdict")


def _is_court(person: Person) -> bool:
    return person.organisation and not person.plural and bool({"court", "tribunal"} & set(person.words))


def _document(people: People, candidate: Candidate, tokens: list[Token], antecedent: Find) -> int:
    """Whoever wrote a document; of "the report" whoever wrote the report spoken of before."""
    if candidate.owner is not None and candidate.owner.person >= 0:
        people.authors[candidate.head] = candidate.owner.person
        return candidate.owner.person
    if _is_definite(candidate):
        if candidate.head in people.authors:
            return people.authors[candidate.head]
        found = _same_description(people, candidate)
        if found >= 0:
            return found
    ruling = {candidate.head, *(token.lower for token in tokens[candidate.name_end : candidate.end])} & _RULINGS
    if ruling and candidate.determiner == "the" and (court := antecedent(_is_court)) >= 0:
        people.authors[candidate.head] = court
        return court
    people.authors.pop(candidate.head, None)
    return people.add(_nameless(people, candidate, tokens))


def _body(people: People, candidate: Candidate, tokens: list[Token], antecedent: Find) -> int:
    """The body that "the company" or "the charity" means, maybe one that only this shows to be no person."""
    if candidate.plural or not _anaphoric(candidate) or _possessed(candidate, tokens):
        return -1
    if candidate.head in _OF_STATES and content(candidate.modifiers):
        return -1  # "the Ekranian foreign ministry" is no body that was named before
    other = _OTHER_KIND if candidate.head in _TRADING else frozenset()
    found = antecedent(
        lambda person: _is_body(person) and other.isdisjoint(person.words), *([0.0] if candidate.head in _LOOSE else [])
    )
    if found < 0 and (found := antecedent(_may_be_body, -0.5)) >= 0:
        people.everyone[found].organisation = True
    return found


_LOOSE = words("team group")  # may be people who were never called so before
_TRADING = words("airline company firm retailer bank lender carrier insurer broadcaster newspaper manufacturer")
_OTHER_KIND = words("union ministry police court council parliament university party federation commission tribunal")
_OF_STATES = words(
    "ministry department council court university hospital school college embassy parliament police army"
)


def _possessed(candidate: Candidate, tokens: list[Token]) -> bool:
    """Whether a description says whose it is: "the landlords' group" is no group named before."""
    return any(token.lower in APOSTROPHES for token in tokens[candidate.start : candidate.name_start])


_ACCUSED = words("accused defendant")
_PARTIES = words("witness complainant plaintiff appellant")


def _testified(person: Person) -> bool:
    return _is_named(person) and person.testified


_REMEMBERED = 4  # paragraphs


def _called_before(people: People, candidate: Candidate, tokens: list[Token]) -> int:
    """Whom the same words meant a few paragraphs before, when that person was spoken of since; -1 for nobody."""
    found = people.called.get(candidate.head, -1)
    if found < 0 or people.everyone[found].last < 0:
        return -1
    far = tokens[candidate.start].paragraph - tokens[people.everyone[found].last].paragraph
    return found if far <= _REMEMBERED else -1


def _somebody(people: People, candidate: Candidate, tokens: list[Token], antecedent: Find) -> int:
    """Whom "the midfielder" or "the shadow minister" means when nobody was introduced so."""
    if candidate.head in _ACCUSED and candidate.determiner == "the" and len(people.accused) == 1:
        return people.accused[0]
    if _anaphoric(candidate):
        found = _called_before(people, candidate, tokens)
        found = found if found >= 0 else _same_description(people, candidate)
        of_court = candidate.head in _PARTIES
        found = found if found >= 0 else antecedent(_testified if of_court else _is_named, -1.5 if of_court else -2.5)
        found = found if found >= 0 or of_court else antecedent(_is_person)
        people.called[candidate.head] = found
        return found
    if _left_unnamed(tokens, candidate):
        return -1
    if candidate.determiner == "the" and candidate.head in ("girl", "boy", "child"):
        return _child(people, noun_gender(candidate.head))
    if candidate.determiner != "the" or candidate.head in STAY_UNNAMED:
        return -1
    if candidate.head == "leader" and (state := content(candidate.modifiers) & DEMONYMS):
        return of_state(people, state)
    if candidate.head.endswith("-elect"):
        return antecedent(_is_named, -0.5)
    if role_key(candidate.head) in _LEADERS and (leader := antecedent(_leads, -2.0)) >= 0:
        return leader
    if candidate.end > candidate.name_end or governed(tokens, candidate):
        return -1  # "by the officer at the desk"
    return antecedent(_has_no_role, -0.5 if content(candidate.modifiers) else -0.2)


def _left_unnamed(tokens: list[Token], candidate: Candidate) -> bool:
    """Whether a relative says that somebody has no name here: "the pilot, who was not named"."""
    after = [token.lower for token in tokens[candidate.name_end : candidate.name_end + 8]]
    return after[:2] == [",", "who"] and not {"named", "identified"}.isdisjoint(after)


def _child(people: People, gender: str) -> int:
    """The only one introduced as "six-year-old Penny" or as somebody's daughter or son; -1 for none or several."""
    begin = max(len(people.everyone) - _LATELY, 0)
    found = [
        index
        for index, person in enumerate(people.everyone[begin:], begin)
        if not person.unnamed and person.gender in ("", gender or person.gender)
        if any(role.lower().split()[-1] in _CHILDREN or role.lower().endswith("-year-old") for role in person.roles)
    ]
    return found[0] if len(found) == 1 else -1


_CHILDREN = words("daughter son boy girl child toddler")
_LATELY = 100  # of very many people


_LEADERS = words("leader president head chief chair boss")  # one office under several names


def _leads(person: Person) -> bool:
    return _is_named(person) and any(key in _LEADERS for role in person.roles for key in role_heads(role))


def _has_no_role(person: Person) -> bool:
    return _is_person(person) and not person.roles and not person.unnamed


def _anaphoric(candidate: Candidate) -> bool:
    if candidate.determiner == "the" and candidate.modifiers[1:2] and candidate.modifiers[1] in ("former", "retired"):
        return True  # "the former dinner lady"
    if candidate.head in PEOPLES or candidate.head in DEMONYMS:
        return candidate.determiner == "the"
    epithet = candidate.head in ANAPHORIC or candidate.head.endswith("-year-old") or "-of-" in candidate.head
    return candidate.determiner == "the" and epithet


def _is_person(person: Person) -> bool:
    return not (person.organisation or person.place or person.plural or person.document)


def _is_named(person: Person) -> bool:
    return _is_person(person) and not person.unnamed


def _is_body(person: Person) -> bool:
    return person.organisation and not person.plural


def _may_be_body(person: Person) -> bool:
    """A name that nothing shows to be a person's: no given name, gender, title or role."""
    return _is_person(person) and not (person.gender or person.roles or person.unnamed) and len(person.words) > 0


def _same_description(people: People, candidate: Candidate) -> int:
    for index in reversed(people.nameless.get(candidate.head, [])[-20:]):
        person = people.everyone[index]
        if candidate.plural != person.plural or person.name.startswith(("one ", "another ")):
            continue
        mine, theirs = content(candidate.modifiers), set(person.words)
        if mine <= theirs or (theirs <= mine and not mine & DEMONYMS):
            return index
    return -1


def _nameless(people: People, candidate: Candidate, tokens: list[Token]) -> Person:
    first = tokens[candidate.start]
    name = " ".join(people.text[first.start : tokens[candidate.end - 1].end].split())
    opens = candidate.start == 0 or tokens[candidate.start - 1].sentence != first.sentence
    opens = opens or tokens[candidate.start - 1].lower in ("—", "–", "--")  # after a dateline
    if (
        opens
        and first.lower not in DEMONYMS
        and not (len(first.text) > 1 and first.text.isupper())
        and (first.lower in DETERMINERS or first.lower in FUNCTION_WORDS or candidate.name_start == candidate.start)
    ):
        name = name[0].lower() + name[1:]
    person = Person(
        name,
        tuple(content(candidate.modifiers)),
        organisation=(candidate.organisation and not candidate.plural) or candidate.head in ("police", "authorities"),
        unnamed=True,
        plural=candidate.plural,
        document=candidate.document,
        first=candidate.start,
        gender=noun_gender(candidate.head) or ("f" if candidate.head.endswith("woman") else ""),
    )
    people.nameless.setdefault(candidate.head, []).append(len(people.everyone))
    return person
