"""Who relayed a quotation: "told Channel One", "the Courier quoted Ann Lee as saying", "in a statement"."""

from __future__ import annotations

from reader.attribution.given import FEMALE, MALE
from reader.attribution.lexicon import words
from reader.attribution.people import People
from reader.attribution.person import Person
from reader.attribution.tokens import Token
from reader.attribution.values import NAME, Candidate, Link

__all__ = ["Relays"]

_TELLING = words("told tells tell telling")
_QUOTING = words("quoted quotes quoting cited cites citing")
_CARRIERS = words("""
    statement letter email e-mail post tweet message memo note speech interview blog release communique communiqué
    announcement op-ed video text""")
_MEETINGS = words("to with on for")


class Relays:
    """Who relayed what in one text."""

    def __init__(self, tokens: list[Token], candidates: list[Candidate], people: People, links: list[Link]) -> None:
        self._tokens = tokens
        self._people = people
        names = [candidate for candidate in candidates if candidate.kind == NAME]
        self._starting = {candidate.start: candidate for candidate in names}
        self._ending = {candidate.end: candidate for candidate in names}
        self._asides: dict[int, list[Link]] = {}
        for link in links:
            if link.how in ("relayed", "according") and link.subject is not None:
                self._asides.setdefault(tokens[link.start].sentence, []).append(link)
        self._carriers: dict[int, Candidate] = {}
        for candidate in candidates:
            if self._carries(candidate):
                self._carriers.setdefault(tokens[candidate.start].sentence, candidate)

    def of(self, link: Link | None) -> str | None:
        """The name of the body that words were told to or that quotes them, or "a statement"; None for neither."""
        if link is None or link.subject is None:
            return None
        return self._told(link) or self._quoted(link) or self._aside(link) or self._carried(link)

    def _told(self, link: Link) -> str | None:
        if self._tokens[link.start].lower not in _TELLING:
            return None
        return self._body(self._starting.get(link.end))

    def _quoted(self, link: Link) -> str | None:
        """Of "the Courier quoted Lee as saying" and "Lee was quoted by the Courier as saying"."""
        if link.subject is None or self._tokens[link.start].lower != "saying":
            return None
        before = link.subject.start - 1
        if before > 0 and self._tokens[before].lower in _QUOTING:
            return self._body(self._ending.get(before))
        relay = self._ending.get(link.start - 1)
        if relay is not None and relay is not link.subject and self._tokens[relay.start - 1].lower == "by":
            return self._body(relay)
        return None

    def _aside(self, link: Link) -> str | None:
        """Of "as Bloomberg reported" and "according to Bloomberg, Lee said"."""
        speaker = link.subject.person if link.subject is not None else -1
        for aside in self._asides.get(self._tokens[link.start].sentence, []):
            other = aside.subject
            if aside is not link and other is not None and other.person != speaker and (found := self._body(other)):
                return found
        return None

    def _carried(self, link: Link) -> str | None:
        """Of "in a statement to Channel One", "in an interview with Channel One", and "in a statement" itself."""
        carrier = self._carriers.get(self._tokens[link.start].sentence)
        if carrier is None or carrier is link.subject:
            return None
        if carrier.end < len(self._tokens) and self._tokens[carrier.end].lower in _MEETINGS:
            found = self._body(self._starting.get(carrier.end + 1))
            if found:
                return found
        if carrier.head == "interview":
            return None
        text = self._people.text[self._tokens[carrier.start].start : self._tokens[carrier.name_end - 1].end]
        return " ".join(text.split())

    def _carries(self, candidate: Candidate) -> bool:
        if candidate.head not in _CARRIERS or candidate.determiner not in ("a", "an") or not candidate.start:
            return False
        return self._tokens[candidate.start - 1].lower in ("in", "on", "by", "via")

    def _body(self, candidate: Candidate | None) -> str | None:
        person = self._people.of(candidate) if candidate is not None and candidate.kind == NAME else None
        return None if person is None or _personal(person) else person.name


def _personal(person: Person) -> bool:
    """Whether a name shows to be a person's, who was told rather than relays."""
    known = person.words[0] in FEMALE or person.words[0] in MALE
    return not person.organisation and bool(known or person.gender or person.roles or person.place)
