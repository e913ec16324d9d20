"""Reading a text in another language: passage by passage, who said it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from reader.attribution.languages.mentions import NAME, PRONOUN, Mention, Mentions
from reader.attribution.languages.passages import Passage, find_passages
from reader.attribution.languages.persons import Persons
from reader.attribution.languages.places import Place, is_direct, is_speech, places
from reader.attribution.languages.speech import Link, Speech
from reader.attribution.languages.table import Table
from reader.attribution.languages.tokens import tokenize
from reader.model import Attribution, Quotation, QuotationKind, Speaker, SpeakerKind
from reader.model import Mention as Named

__all__ = ["read"]

_BESIDE, _LED, _NEAR, _CARRIED, _PLACED, _NOBODY = 0.93, 0.88, 0.75, 0.75, 0.55, 0.3
_NAMELESS = 0.9  # how much surer a name is than a pronoun or a description


@dataclass(slots=True)
class _Found:
    place: Place
    person: int
    mention: Mention | None
    link: Link | None
    sure: float
    direct: bool
    continues: int | None = None


def read(text: str, table: Table) -> Attribution:
    """Who said what in a text of a table's language; offsets leave out the marks and the space within them."""
    passages = find_passages(text, table)
    return _Reading(text, passages, table).attribution() if passages else Attribution()


class _Reading:
    def __init__(self, text: str, passages: list[Passage], table: Table) -> None:
        self._text, self._table = text, table
        self._tokens = tokenize(text, passages, table)
        mentions = Mentions(text, self._tokens, table)
        self._links: dict[int, list[Link]] = {}
        for link in Speech(self._tokens, mentions, table).links():
            self._links.setdefault(self._tokens[link.start].sentence, []).append(link)
        mentions.all.sort(key=lambda mention: mention.start)
        self._mentions = mentions
        self._persons = Persons(text, self._tokens, mentions.all, table)
        self._places = places(text, self._tokens, passages)

    def attribution(self) -> Attribution:
        found: list[_Found] = []
        at: dict[int, int] = {}
        for number, place in enumerate(self._places):
            one = self._decide(place, number, found[-1] if found else None)
            if one is None:
                continue
            if place.passage.continues is not None:
                one.continues = at.get(place.passage.continues)
            at[number] = len(found)
            found.append(one)
            if one.person >= 0:
                self._persons.spoke(one.person, one.mention, place.sentence)
        self._persons.advance(len(self._tokens))
        return self._values(found)

    def _decide(self, place: Place, number: int, last: _Found | None) -> _Found | None:
        links = self._nearest(place)
        parted = self._parted(number)
        within = last is not None and last.place.passage.group == place.passage.group
        self._persons.advance(place.sentence)
        link, sure = self._governing(place, links)
        if not is_speech(self._tokens, place, self._table, link, parted or within or place.passage.dialogue):
            return None
        direct = is_direct(place)
        goes_on = last is not None and place.passage.continues is not None
        if last is not None and (goes_on or within):
            return _Found(place, last.person, last.mention, last.link, last.sure, direct)
        if link is None and parted:
            self._persons.advance(self._places[number + 1].sentence)
            link, sure = self._governing(place, self._between(place, self._places[number + 1]))
        if link is not None:
            return self._linked(place, link, sure, direct)
        return self._by_position(place, last, direct)

    def _parted(self, number: int) -> bool:
        """Whether an aside parts this passage from the next."""
        following = self._places[number + 1] if number + 1 < len(self._places) else None
        return following is not None and following.passage.group == self._places[number].passage.group

    def _between(self, one: Place, other: Place) -> list[Link]:
        return [
            link
            for sentence in range(one.sentence, other.sentence + 1)
            for link in self._links.get(sentence, [])
            if one.at < link.start < other.at
        ]

    def _nearest(self, place: Place) -> list[Link]:
        links = self._links.get(place.sentence, [])
        after = bisect_left(links, place.at, key=lambda link: link.start)
        return links[max(0, after - 6) : after + 4]

    def _governing(self, place: Place, links: list[Link]) -> tuple[Link | None, float]:
        """The verb that a passage belongs to: right after it, else the last before it, else the next after it."""
        after = [link for link in links if link.start > place.at]
        before = [link for link in links if link.start < place.at]
        if after and not place.led and self._touches(place, after[0]):
            return after[0], _BESIDE
        if before:
            return before[-1], _LED if place.before in (":", ",") or before[-1].end == place.at else _NEAR
        if after:
            return after[0], _BESIDE if self._touches(place, after[0]) else _NEAR
        return None, 0.0

    def _touches(self, place: Place, link: Link) -> bool:
        """Whether only marks, auxiliaries or the subject stand between a passage and a verb after it."""
        begin = link.start
        if link.subject is not None and place.at < link.subject.start < begin:
            begin = link.subject.start
        between = self._tokens[place.at + 1 : begin]
        return len(between) <= 5 and all(
            token.lower in (",", "—", "–", "-", ".") or token.lower in self._table.helpers for token in between
        )

    def _linked(self, place: Place, link: Link, sure: float, direct: bool) -> _Found:
        if link.subject is not None:
            person = self._persons.settle(link.subject)
        else:
            person = self._persons.antecedent(link.start, link.gender)
            sure = min(sure, _CARRIED)
        return self._found(place, person, link.subject, link, sure, direct)

    def _found(
        self, place: Place, person: int, mention: Mention | None, link: Link | None, sure: float, direct: bool
    ) -> _Found:
        if person < 0:
            return _Found(place, -1, None, link, _NOBODY, direct)
        whole = mention is not None and mention.kind == NAME and len(self._persons.everyone[person].stems) > 1
        return _Found(place, person, mention, link, round(sure if whole else sure * _NAMELESS, 3), direct)

    def _by_position(self, place: Place, last: _Found | None, direct: bool) -> _Found:
        """No verb leads to it: whoever its sentence names, else who spoke before, else the sentence before."""
        inside = [m for m in self._mentions.by_sentence.get(place.sentence, []) if self._may_speak(m)]
        free = [m for m in inside if not m.governed]
        if free or inside:
            mention = min(free or inside, key=lambda m: self._nearness(m, place))
            return self._found(place, self._persons.settle(mention), mention, None, _PLACED, direct)
        colon = place.opens and self._colon_before(place)
        if last is not None and last.person >= 0 and place.paragraph - last.place.paragraph <= 1 and not colon:
            return self._found(place, last.person, last.mention, last.link, _CARRIED, direct)
        earlier = [m for m in self._mentions.by_sentence.get(place.sentence - 1, []) if self._may_speak(m)]
        earlier = [m for m in earlier if not m.governed] or earlier
        if earlier and place.opens:
            return self._found(place, self._persons.settle(earlier[0]), earlier[0], None, _PLACED, direct)
        return self._found(place, -1, None, None, _NOBODY, direct)

    def _nearness(self, mention: Mention, place: Place) -> tuple[bool, int]:
        """First the subject before a passage; where no verb is known, whoever stands nearest on either side."""
        after = mention.start > place.at
        if not self._table.said:
            return False, mention.start - place.at if after else place.at - mention.end + 1
        return after, mention.start

    def _may_speak(self, mention: Mention) -> bool:
        return mention.kind != PRONOUN or mention.gender != "p"

    def _colon_before(self, place: Place) -> bool:
        return any(token.lower == ":" for token in self._tokens[max(place.at - 3, 0) : place.at])

    # values

    def _values(self, found: list[_Found]) -> Attribution:
        ids: dict[int, str] = {}
        for one in found:
            if one.person >= 0:
                ids.setdefault(one.person, f"s{len(ids) + 1}")
        quotations = tuple(
            Quotation(
                one.place.passage.start,
                one.place.passage.end,
                QuotationKind.DIRECT if one.direct else QuotationKind.PARTIAL,
                ids.get(one.person),
                self._range(one.mention.start, one.mention.end) if one.mention else None,
                self._range(one.link.start, one.link.end) if one.link else None,
                confidence=one.sure,
                continues=one.continues,
            )
            for one in found
        )
        return Attribution(tuple(self._speaker(i, ids[i]) for i in ids), quotations, self._named(ids))

    def _range(self, start: int, end: int) -> tuple[int, int]:
        return self._tokens[start].start, self._tokens[end - 1].end

    def _speaker(self, index: int, identifier: str) -> Speaker:
        person = self._persons.everyone[index]
        kind = (
            SpeakerKind.ORGANISATION if person.body else SpeakerKind.UNNAMED if person.unnamed else SpeakerKind.PERSON
        )
        role = person.roles[0] if person.roles and kind is SpeakerKind.PERSON else ""
        return Speaker(identifier, person.name, role, kind, tuple(person.aliases))

    def _named(self, ids: dict[int, str]) -> tuple[Named, ...]:
        kept: list[Named] = []
        spans = sorted((*self._range(m.start, m.end), ids[m.person]) for m in self._mentions.all if m.person in ids)
        for start, end, identifier in spans:
            if not kept or start >= kept[-1].end:
                kept.append(Named(start, end, identifier))
        return tuple(kept)
