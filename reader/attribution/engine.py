"""The one way through the room: marks, tokens, candidates, links, people; then stretch by stretch who said it."""

from __future__ import annotations

from reader.attribution.candidates import find_candidates
from reader.attribution.discourse import Discourse
from reader.attribution.kinds import is_direct, is_speech
from reader.attribution.links import find_links
from reader.attribution.marks import scan
from reader.attribution.people import People
from reader.attribution.rank import Ranker, confidence
from reader.attribution.result import Finding, to_attribution
from reader.attribution.setting import Setting, settings
from reader.attribution.tokens import Token, tokenize
from reader.attribution.values import Candidate, Link
from reader.model import Attribution

__all__ = ["attribute"]

_LOOK_ON = 3.5  # below this score the next sentence is read too before deciding
_AT_LEAST = 1.2  # below this score nobody is named


def attribute(text: str, language: str | None = None) -> Attribution:
    """Who said what in a text whose paragraphs are parted by line breaks.

    Gives the quotations in order (offsets leave out the marks), the speakers who are quoted and every mention of
    them. ``language`` is a BCP 47 tag or None; the verbs and nouns are English, the marks those of many languages.
    Deterministic, no I/O, time linear in the length of the text.
    """
    stretches = scan(text)
    if not stretches:
        return Attribution()
    tokens = tokenize(text, stretches)
    candidates = find_candidates(text, tokens)
    links = find_links(tokens, candidates)
    people = People(text, tokens, candidates)
    findings = _read(text, tokens, candidates, links, people, settings(text, tokens, stretches))
    return to_attribution(tokens, candidates, people, findings)


def _read(
    text: str,
    tokens: list[Token],
    candidates: list[Candidate],
    links: list[Link],
    people: People,
    places: list[Setting],
) -> list[Finding]:
    known = {id(candidate) for candidate in candidates}
    made = {
        id(link.subject): link.subject for link in links if link.subject is not None and id(link.subject) not in known
    }
    everything = sorted([*candidates, *made.values()], key=lambda candidate: candidate.start)
    discourse = Discourse(tokens, everything, people)
    ranker = Ranker(tokens, everything, links)
    nicknames = frozenset(
        index
        for c in candidates
        if c.nickname
        for index in range(c.name_start, c.name_end)
        if tokens[index].stretch >= 0
    )
    findings: list[Finding] = []
    for here in places:
        discourse.advance(here.sentence)
        finding = _decide(text, tokens, discourse, ranker, here, findings, nicknames)
        if finding is None:
            continue
        findings.append(finding)
        if finding.option is not None:
            discourse.spoke(finding.option.person, here.sentence, here.paragraph)
    discourse.advance(len(tokens))
    return findings


def _decide(
    text: str,
    tokens: list[Token],
    discourse: Discourse,
    ranker: Ranker,
    here: Setting,
    findings: list[Finding],
    nicknames: frozenset[int],
) -> Finding | None:
    last = findings[-1] if findings else None
    if here.stretch.continues is not None and last is not None:
        return Finding(here, last.option, last.direct, last.confidence)
    options = ranker.rank(here, last.option if last else None, last.setting if last else None)
    if not options or options[0].score < _LOOK_ON:
        discourse.advance(here.sentence + 1)
        options = ranker.rank(here, last.option if last else None, last.setting if last else None)
    best = options[0] if options else None
    governed = ranker.governs(here)
    if not is_speech(text, tokens, here, governed, ranker.called(here), nicknames):
        return None
    if best is not None and best.score < _AT_LEAST:
        best = None
    continues = (
        last is not None
        and last.direct
        and last.setting.sentence == here.sentence
        and best is not None
        and last.option is not None
        and last.option.person == best.person
    )
    direct = is_direct(tokens, here, continues, best.candidate if best else None)
    return Finding(here, best, direct, confidence(options) if best else 0.3)
