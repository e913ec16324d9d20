"""Who relayed a quotation: "told Channel One", "the Courier quoted Ann Lee as saying"."""

from __future__ import annotations

from reader.attribution.given import FEMALE, MALE
from reader.attribution.lexicon import words
from reader.attribution.people import People, Person
from reader.attribution.tokens import Token
from reader.attribution.values import NAME, Candidate, Link

__all__ = ["Named", "relayed_by"]

_TELLING = words("told tells tell telling")
_QUOTING = words("quoted quotes quoting cited cites citing")


class Named:
    """The names of a text by the token that they start at and that they end before."""

    def __init__(self, candidates: list[Candidate]) -> None:
        names = [candidate for candidate in candidates if candidate.kind == NAME]
        self.starting = {candidate.start: candidate for candidate in names}
        self.ending = {candidate.end: candidate for candidate in names}


def relayed_by(tokens: list[Token], people: People, named: Named, link: Link | None) -> str | None:
    """The name of the body that the words were told to or that quotes them; None when the text names none."""
    if link is None or link.subject is None:
        return None
    if tokens[link.start].lower in _TELLING:
        return _body_at(people, named.starting.get(link.end))
    before = link.subject.start - 1
    if tokens[link.start].lower == "saying" and before > 0 and tokens[before].lower in _QUOTING:
        return _body_at(people, named.ending.get(before))
    return None


def _body_at(people: People, candidate: Candidate | None) -> str | None:
    person = people.of(candidate) if candidate is not None else None
    if person is None or _personal(person):
        return None
    return person.name


def _personal(person: Person) -> bool:
    """Whether a name shows to be a person's, who was told rather than relays."""
    known = person.words[0] in FEMALE or person.words[0] in MALE
    return not person.organisation and bool(known or person.gender or person.roles or person.place)
