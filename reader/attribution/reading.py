"""Reading a text in order: each stretch is decided with what was read before it in mind."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reader.attribution.candidates import find_candidates
from reader.attribution.discourse import Discourse
from reader.attribution.echoes import find_echoes
from reader.attribution.indirect import Clause, find_clauses
from reader.attribution.kinds import is_direct, signs
from reader.attribution.lexicon import words
from reader.attribution.links import find_links
from reader.attribution.marks import Stretch
from reader.attribution.options import Option
from reader.attribution.people import People
from reader.attribution.rank import Ranker
from reader.attribution.relay import Relays
from reader.attribution.result import Finding
from reader.attribution.setting import Setting, settings
from reader.attribution.sureness import doubts
from reader.attribution.tokens import Token, sentence_starts, tokenize
from reader.attribution.values import Candidate, Link
from reader.attribution.weights import Weights, confidence, load, total

__all__ = ["Decision", "Reading"]

# They say nobody's words.
_SIGNS = words("sign signs banner banners placard placards poster posters plaque sticker t-shirt t-shirts")
_ASKING = words("asked asks ask asking pressed inquired enquired demanded")
_LOOK_ON = 3.5  # below this score the next sentence is read too before deciding


class Decision(Struct, frozen=True, gc=False):
    """One stretch: what was found, None when it is no quotation; and the features and options that decided it."""

    setting: Setting
    finding: Finding | None
    speech: dict[str, float] = {}
    options: list[Option] = []
    sure: dict[str, float] = {}


class Reading:
    """One text: its tokens, candidates and people, and what is found about its stretches."""

    def __init__(self, text: str, stretches: list[Stretch], weights: Weights | None = None) -> None:
        self.text = text
        self._weights = weights or load()
        self.tokens = tokenize(text, stretches)
        self._starts = sentence_starts(self.tokens)
        found = find_candidates(text, self.tokens, self._starts)
        self.people = People(text, self.tokens, found)
        self._links = links = find_links(self.tokens, found)
        self.candidates = _with_subjects(found, links)
        self._settings = settings(text, self.tokens, stretches)
        self._closings = _chains(self.tokens, self._settings)
        self._ranker = Ranker(self.tokens, self._starts, self.candidates, links, self._weights.speaker)
        self._discourse = Discourse(self.tokens, self._starts, self.candidates, self.people, links)
        self._earlier: Finding | None = None  # the one before the last
        self._nicknames = frozenset(
            index
            for candidate in found
            if candidate.nickname
            for index in range(candidate.name_start, candidate.name_end)
            if self.tokens[index].stretch >= 0
        )

    def findings(self) -> list[Finding]:
        """What was decided about every stretch that is a quotation, in order."""
        return [decision.finding for decision in self.decisions() if decision.finding is not None]

    def relays(self) -> Relays:
        """Who relayed what."""
        return Relays(self.tokens, self.candidates, self.people, self._links)

    def clauses(self) -> list[Clause]:
        """What is said without marks; to be asked for after the findings."""
        clauses = find_clauses(self.tokens, self._starts, self.candidates, self._links)
        return [clause for clause in clauses if clause.speaker.person >= 0]

    def decisions(self) -> list[Decision]:
        """Every stretch with what there was to choose from and what was chosen, in order; to be asked for once."""
        made: list[Decision] = []
        last: Finding | None = None
        for here in self._settings:
            self._discourse.advance(here.sentence)
            made.append(self._decide(here, last))
            finding = made[-1].finding
            if finding is None:
                continue
            last, self._earlier = finding, last
            if finding.option is not None:
                self._discourse.spoke(finding.option.person, here.at)
        self._discourse.advance(len(self.tokens))
        return self._with_echoes(made)

    def _with_echoes(self, made: list[Decision]) -> list[Decision]:
        """The decisions with whoever says the words of a heading or pull quote elsewhere."""
        doubtful = [_doubtful(one.finding) for one in made]
        for index, other in find_echoes(self.text, self._settings, doubtful).items():
            said = made[other].finding
            if said is not None:
                found = Finding(made[index].setting, said.option, True, said.confidence)
                made[index] = replace(made[index], finding=found, sure=made[other].sure)
        return made

    def _decide(self, here: Setting, last: Finding | None) -> Decision:
        if last is not None and here.stretch.continues == self.tokens[last.setting.at].stretch:
            return Decision(here, Finding(here, last.option, last.direct, last.confidence, continues=True))
        options = self._signed_later(here, self._options(here, last))
        ranker = self._ranker
        marks = signs(
            self.text, self.tokens, here, ranker.governs(here), ranker.called(here), nicknames=self._nicknames
        )
        speech = total(self._weights.speech, marks)
        if speech <= 0:
            return Decision(here, None, marks, options)
        nobody = self._weights.speaker["nobody"]
        best = options[0] if options and options[0].score >= nobody else None
        if best is not None and best.candidate is not None and self._is_sign(best.candidate):
            return Decision(here, None, marks, options)
        person = self.people.everyone[best.person] if best else None
        sure = doubts(self.tokens, here, options, nobody, person, speech)
        broken_off = best is not None and _broken_off(here, last, best)
        direct = is_direct(self.tokens, here, broken_off, best.candidate if best else None)
        certainty = confidence(self._weights.sure, sure)
        if best is not None and best.carried and last is not None:
            certainty = min(certainty, last.confidence)
        finding = Finding(here, best, direct, certainty)
        return Decision(here, finding, marks, options, sure)

    def _is_sign(self, candidate: Candidate) -> bool:
        """Whether a sign or banner is all that speaks, or one of those named before: it says nobody's words."""
        if candidate.head not in ("one", "another", "others"):
            return candidate.head in _SIGNS
        paragraph = self.tokens[candidate.start].paragraph
        before = self.tokens[max(candidate.start - 30, 0) : candidate.start]
        return any(token.lower in _SIGNS and token.paragraph == paragraph for token in before)

    def _options(self, here: Setting, last: Finding | None) -> list[Option]:
        before = (last.option, last.setting, self._answering(here, last)) if last else (None, None, None)
        options = self._ranker.rank(here, *before)
        if not options or options[0].score < _LOOK_ON:
            self._discourse.advance(here.sentence + 1)
            options = self._ranker.rank(here, *before)
        return options

    def _signed_later(self, here: Setting, options: list[Option]) -> list[Option]:
        """The options with whoever is named at the end of an utterance that runs over paragraphs put first."""
        closing = self._closings.get(here.at) if here.alone else None
        if closing is None:
            return options
        self._discourse.advance(closing.sentence)
        signed = self._ranker.rank(closing, None, None, None)[:1]
        return [*signed, *options] if signed and "after:touching" in signed[0].features else options

    def _answering(self, here: Setting, last: Finding) -> Option | None:
        """Who answers in a paragraph of nothing but marks, when the paragraph before asks whoever spoke before it."""
        earlier, question = self._earlier, last.option
        if earlier and question and "carry:answer" in question.features and here.alone and here.leads_paragraph:
            return earlier.option if here.paragraph - last.setting.paragraph == 1 else None  # and back again
        if earlier is None or earlier.option is None or question is None or question.link is None:
            return None
        asks = last.setting.last == "?" and self.tokens[question.link.start].lower in _ASKING
        near = here.paragraph - last.setting.paragraph == 1 and last.setting.paragraph - earlier.setting.paragraph <= 1
        alone = here.alone and here.leads_paragraph
        return earlier.option if asks and near and alone and question.person != earlier.option.person else None


def _chains(tokens: list[Token], places: list[Setting]) -> dict[int, Setting]:
    """The last stretch of each utterance that runs over paragraphs, by the token of its first."""
    found: dict[int, Setting] = {}
    first: Setting | None = None
    for before, here in pairwise(places):
        if here.stretch.continues is None or here.stretch.continues != tokens[before.at].stretch:
            first = None
            continue
        first = first or before
        found[first.at] = here
    return found


def _doubtful(finding: Finding | None) -> bool:
    """Whether nothing was found, or nothing but nearness speaks for it."""
    return finding is None or finding.option is None or finding.option.link is None


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
