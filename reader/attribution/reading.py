"""Reading a text in order: each stretch is decided with what was read before it in mind."""

from __future__ import annotations

from reader.attribution.candidates import find_candidates
from reader.attribution.discourse import Discourse
from reader.attribution.kinds import is_direct, is_speech
from reader.attribution.links import find_links
from reader.attribution.marks import Stretch
from reader.attribution.people import People
from reader.attribution.rank import Option, Ranker, confidence
from reader.attribution.result import Finding
from reader.attribution.setting import Setting, settings
from reader.attribution.tokens import tokenize
from reader.attribution.values import Candidate, Link

__all__ = ["Reading"]

_LOOK_ON = 3.5  # below this score the next sentence is read too before deciding
_AT_LEAST = 1.2  # below this score nobody is named
_NOBODY = 0.3  # the confidence that a quotation has no speaker whom the text names


class Reading:
    """One text: its tokens, candidates and people, and what is found about its stretches."""

    def __init__(self, text: str, stretches: list[Stretch]) -> None:
        self.text = text
        self.tokens = tokenize(text, stretches)
        found = find_candidates(text, self.tokens)
        self.people = People(text, self.tokens, found)
        links = find_links(self.tokens, found)
        self.candidates = _with_subjects(found, links)
        self._settings = settings(text, self.tokens, stretches)
        self._ranker = Ranker(self.tokens, self.candidates, links)
        self._discourse = Discourse(self.tokens, self.candidates, self.people)
        self._nicknames = frozenset(
            index
            for candidate in found
            if candidate.nickname
            for index in range(candidate.name_start, candidate.name_end)
            if self.tokens[index].stretch >= 0
        )

    def findings(self) -> list[Finding]:
        """What was decided about every stretch that is a quotation, in order."""
        found: list[Finding] = []
        for here in self._settings:
            self._discourse.advance(here.sentence)
            finding = self._decide(here, found[-1] if found else None)
            if finding is None:
                continue
            found.append(finding)
            if finding.option is not None:
                self._discourse.spoke(finding.option.person, here.sentence, here.paragraph)
        self._discourse.advance(len(self.tokens))
        return found

    def _decide(self, here: Setting, last: Finding | None) -> Finding | None:
        if last is not None and here.stretch.continues == self.tokens[last.setting.at].stretch:
            return Finding(here, last.option, last.direct, last.confidence, continues=True)
        options = self._options(here, last)
        ranker = self._ranker
        if not is_speech(
            self.text, self.tokens, here, ranker.governs(here), ranker.called(here), nicknames=self._nicknames
        ):
            return None
        if not options or options[0].score < _AT_LEAST:
            return Finding(here, None, is_direct(self.tokens, here, False, None), _NOBODY)
        best = options[0]
        direct = is_direct(self.tokens, here, _broken_off(here, last, best), best.candidate)
        return Finding(here, best, direct, confidence(options, self._has_name(best)))

    def _options(self, here: Setting, last: Finding | None) -> list[Option]:
        before = (last.option, last.setting) if last else (None, None)
        options = self._ranker.rank(here, *before)
        if not options or options[0].score < _LOOK_ON:
            self._discourse.advance(here.sentence + 1)
            options = self._ranker.rank(here, *before)
        return options

    def _has_name(self, option: Option) -> bool:
        person = self.people.everyone[option.person]
        return person.organisation or (not person.unnamed and len(person.words) > 1)


def _broken_off(here: Setting, last: Finding | None, best: Option) -> bool:
    """Whether the stretch before was a whole utterance of the same person in the same sentence."""
    if last is None or last.option is None or not last.direct:
        return False
    return last.setting.sentence == here.sentence and last.option.person == best.person


def _with_subjects(found: list[Candidate], links: list[Link]) -> list[Candidate]:
    """The candidates and those that only their verb has shown, in order."""
    known = {id(candidate) for candidate in found}
    made: dict[int, Candidate] = {}
    for link in links:
        if link.subject is not None and id(link.subject) not in known:
            made[id(link.subject)] = link.subject
    return sorted([*found, *made.values()], key=lambda candidate: candidate.start)
