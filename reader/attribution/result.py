"""From what was decided about each stretch to the values that the program goes on with."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reader.attribution.indirect import Clause
from reader.attribution.options import Option
from reader.attribution.people import People
from reader.attribution.person import Person
from reader.attribution.relay import Relays
from reader.attribution.setting import Setting
from reader.attribution.tokens import Token
from reader.attribution.values import Candidate
from reader.model import Attribution, Mention, Quotation, QuotationKind, Speaker, SpeakerKind

__all__ = ["Finding", "spoken_name", "to_attribution"]


class Finding(Struct, gc=False):
    """What was decided about one stretch that is a quotation."""

    setting: Setting
    option: Option | None
    direct: bool
    confidence: float
    continues: bool = False


def to_attribution(
    tokens: list[Token], people: People, relays: Relays, findings: list[Finding], clauses: list[Clause]
) -> Attribution:
    """The findings as model values; speakers in the order in which they first speak, those without marks last."""
    ids: dict[int, str] = {}
    for person in (*(one.option.person for one in findings if one.option), *(one.speaker.person for one in clauses)):
        ids.setdefault(person, f"s{len(ids) + 1}")
    speakers = tuple(_speaker(identifier, people.everyone[index]) for index, identifier in ids.items())
    marked = [_quotation(finding, tokens, relays, ids) for finding in findings]
    reported = [_reported(clause, tokens, relays, ids) for clause in clauses]
    quotations = sorted([*marked, *reported], key=lambda quotation: quotation.start)
    places = {id(quotation): place for place, quotation in enumerate(quotations)}
    for number, finding in enumerate(findings):
        if finding.continues:
            place = places[id(marked[number])]
            quotations[place] = replace(marked[number], continues=places[id(marked[number - 1])])
    return Attribution(speakers, tuple(quotations), _mentions(tokens, people, ids))


def _quotation(finding: Finding, tokens: list[Token], relays: Relays, ids: dict[int, str]) -> Quotation:
    stretch = finding.setting.stretch
    candidate = finding.option.candidate if finding.option else None
    if candidate is not None and candidate.document and candidate.owner is not None:
        candidate = candidate.owner
    link = finding.option.link if finding.option else None
    return Quotation(
        stretch.start,
        stretch.end,
        QuotationKind.DIRECT if finding.direct else QuotationKind.PARTIAL,
        ids[finding.option.person] if finding.option else None,
        _mention(tokens, candidate) if candidate else None,
        _range(tokens, link.start, link.end) if link else None,
        via=relays.of(link),
        confidence=finding.confidence,
    )


_REPORTED = 0.75  # of the clauses found in gold articles so many are what somebody said, with the right speaker


def _reported(clause: Clause, tokens: list[Token], relays: Relays, ids: dict[int, str]) -> Quotation:
    start, end = _range(tokens, clause.start, clause.end)
    return Quotation(
        start,
        end,
        QuotationKind.INDIRECT,
        ids[clause.speaker.person],
        _mention(tokens, clause.speaker),
        _range(tokens, clause.link.start, clause.link.end),
        via=relays.of(clause.link),
        confidence=_REPORTED,
    )


def _mention(tokens: list[Token], candidate: Candidate) -> tuple[int, int]:
    return _range(tokens, candidate.start, candidate.name_end if candidate.acronym else candidate.end)


def _range(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    return tokens[start].start, tokens[end - 1].end


def _mentions(tokens: list[Token], people: People, ids: dict[int, str]) -> tuple[Mention, ...]:
    """Every mention of the speakers; of two in one another the outer, so that none overlap."""
    found = [
        Mention(*_mention(tokens, candidate), identifier)
        for index, identifier in ids.items()
        for candidate in people.everyone[index].mentions
        if not candidate.document or people.everyone[index].document
    ]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end, mention.speaker)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def spoken_name(person: Person) -> str:
    """The name as a speaker's: "the Red Cross" with its article."""
    return f"the {person.name}" if person.organisation and person.determiner and not person.unnamed else person.name


def _speaker(identifier: str, person: Person) -> Speaker:
    name = spoken_name(person)
    kind = SpeakerKind.PERSON
    if person.organisation or person.place:
        kind = SpeakerKind.ORGANISATION
    elif person.unnamed or person.document:
        kind = SpeakerKind.UNNAMED
    role = person.roles[0] if person.roles and kind is SpeakerKind.PERSON else ""
    return Speaker(identifier, name, role, kind, tuple(person.aliases))
