"""What a reader keeps in mind along the way: who was mentioned lately, as subject or not, and who spoke last.

Walks the candidates in the order of the text and settles each description and pronoun when it is reached.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from msgspec import Struct

from reader.attribution.cues import SAY, forms
from reader.attribution.descriptions import describe
from reader.attribution.kin import is_kin, kin_noun
from reader.attribution.lexicon import words
from reader.attribution.people import People
from reader.attribution.person import Person, role_heads
from reader.attribution.phrases import is_adverb
from reader.attribution.subjects import governed
from reader.attribution.tokens import Token
from reader.attribution.values import NAME, NOMINAL, PRONOUN, Candidate, Link

__all__ = ["Discourse"]

_KEPT = 14
_LEAST = -4.5
_CROSSED = 1.0
_TURNED = 0.5  # to whom the text has turned since the last quotation
_CLAUSE_OPENERS = words(
    """
    , ; – — that and but while as when because if where which after before until since although"""
)
_CLAUSES = words("when while after before although though since because")
_EARLY = 3  # tokens
_PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_BODILY = frozenset(("it", "its"))
_ASKED = frozenset(("asked", "pressed", "questioned", "challenged"))
_MANY = frozenset(("they", "them", "their"))


class _Trace(Struct, gc=False):
    candidate: Candidate
    person: int
    subject: float
    sentence: int
    paragraph: int


class Discourse:
    """The state of a reading; ``advance`` moves it on, ``spoke`` tells it who was found to have said something."""

    def __init__(
        self,
        tokens: list[Token],
        starts: list[int],
        candidates: list[Candidate],
        people: People,
        links: list[Link],
    ) -> None:
        """``starts`` is the first token of each sentence."""
        self._tokens = tokens
        self._starts = starts
        self._voices = {
            id(link.subject)
            for link in links
            if link.kind == SAY and link.how in ("direct", "inverted", "according") and self._may_speak(link.subject)
        }
        self._tellers = {
            link.end: link.subject
            for link in links
            if link.kind == SAY and link.how == "elided" and link.subject is not None and link.subject.kind == NAME
        }
        self._voiced_at = -1
        self._states: set[int] = set()  # the countries and capitals that have spoken: "it" may mean them
        self._new_scene = False  # whether a sentence since the last quotation is about another person
        self._candidates = candidates
        self._people = people
        self._next = 0
        self._recent: deque[_Trace] = deque(maxlen=_KEPT)
        self._seen_subject = -1
        self._speaker = -1
        self._spoke_at = (-1, -1)

    def _may_speak(self, subject: Candidate | None) -> bool:
        """Whether a subject of a verb of speech is a person or body, and not "the results" that confirm something."""
        if subject is None or subject.document:
            return False
        return subject.kind != NOMINAL or self._tokens[subject.name_start].noun in ("person", "group")

    def advance(self, sentence: int) -> None:
        """Settle every candidate up to the end of a sentence."""
        while self._next < len(self._candidates):
            candidate = self._candidates[self._next]
            if self._tokens[candidate.start].sentence > sentence:
                return
            self._next += 1
            self._settle(candidate)

    def spoke(self, person: int, at: int) -> None:
        """Note the speaker of the quotation at token ``at``, unless somebody spoke after it, without marks."""
        self._note_state(person)
        if self._voiced_at < at or self._speaker == person:
            self._speaker = person
            self._spoke_at = (self._tokens[at].sentence, self._tokens[at].paragraph)
            self._new_scene = False

    def _settle(self, candidate: Candidate) -> None:
        token = self._tokens[candidate.start]
        if candidate.joined is not None:
            candidate.person = candidate.joined.person
            return
        if candidate.kind == PRONOUN and candidate.person >= 0:
            return
        if candidate.owner is not None and candidate.owner.person < 0:
            self._settle(candidate.owner)
        if candidate.kind == NOMINAL and candidate.person < 0:
            found = describe(
                self._people,
                candidate,
                self._tokens,
                lambda fits, least=_LEAST: self._antecedent(candidate, fits, "", least),
            )
        elif candidate.kind != PRONOUN:
            found = candidate.person
        else:
            found = self._pronoun(candidate)
        if found < 0:
            return
        if candidate.person < 0:
            self._people.mention(candidate, found)
        self._note_kin(candidate, found)
        subject = self._as_subject(candidate)
        self._note_voice(candidate, found, subject)
        self._people.everyone[found].last = candidate.start
        self._recent.append(_Trace(candidate, found, subject, token.sentence, token.paragraph))

    def _as_subject(self, candidate: Candidate) -> float:
        """How likely a candidate is a subject: the first of its sentence 1, one that may open a clause 0.6."""
        sentence = self._tokens[candidate.start].sentence
        if self._within_question(candidate):
            return 0.0
        if not candidate.inside and not governed(self._tokens, candidate):
            first = sentence != self._seen_subject
            if first and self._subordinate(candidate):
                return 0.6
            self._seen_subject = sentence
            return 1.0 if first else 0.6 if self._clause_opens(candidate.start) else 0.0
        according = candidate.start > 1 and self._tokens[candidate.start - 2].lower == "according"
        return 0.9 if according or self._is_topic(candidate) else 0.0

    def _subordinate(self, candidate: Candidate) -> bool:
        """Whether a candidate stands in the clause that its sentence opens with: "When Lee fell ill, Bo took over"."""
        tokens, first = self._tokens, self._first(candidate)
        return tokens[first].lower in _CLAUSES and candidate.start - first < _EARLY

    def _is_topic(self, candidate: Candidate) -> bool:
        """Whether a sentence is about whom it opens with: "For Lee, there is more to it"."""
        start, end = candidate.start, candidate.end
        opens = start > 0 and self._tokens[start - 1].lower == "for" and self._first(candidate) == start - 1
        return opens and candidate.kind == NAME and end < len(self._tokens) and self._tokens[end].lower == ","

    def _note_kin(self, candidate: Candidate, found: int) -> None:
        """Keep in mind whose wife or son somebody is."""
        noun = kin_noun(candidate) if candidate.kind == NAME else candidate.head if candidate.kind == NOMINAL else ""
        if candidate.owner is None or candidate.owner.person < 0:
            return
        if is_kin(noun):
            self._people.kin.note(candidate.owner.person, noun, found)
        for role in (candidate.role, *candidate.roles) if candidate.kind == NAME else ():
            for key in role_heads(role):
                self._people.offices[candidate.owner.person, key] = found

    def _note_voice(self, candidate: Candidate, found: int, subject: float) -> None:
        """Keep in mind who spoke without marks, and that a sentence is about somebody else than the last speaker."""
        token = self._tokens[candidate.start]
        if id(candidate) in self._voices:
            self._note_state(found)
            self._speaker, self._spoke_at, self._voiced_at = found, (token.sentence, token.paragraph), candidate.start
            self._new_scene = False
        elif subject == 1.0 and candidate.kind == NAME and found != self._speaker:
            later, person = token.sentence > self._spoke_at[0], self._people.everyone[found]
            self._new_scene = self._new_scene or (later and _one(person, person.gender))

    def _note_state(self, found: int) -> None:
        """Keep in mind that a country or capital has spoken."""
        if found >= 0 and self._people.everyone[found].place:
            self._states.add(id(self._people.everyone[found]))

    def _pronoun(self, candidate: Candidate) -> int:
        head = candidate.head
        if head in _PERSONAL:
            gender = _PERSONAL[head]
            doer = self._doer(candidate)
            if (found := self._asked(candidate, gender)) >= 0:
                return found
            found = self._antecedent(candidate, lambda person: person is not doer and _one(person, gender), gender)
            if found < 0:
                found = self._named_next(candidate, gender)
            if found >= 0:
                self._people.everyone[found].leaning += 1.0 if gender == "f" else -1.0
            return found
        if head in _BODILY:
            if (written := self._read_out(candidate)) >= 0 or (written := self._body_said(candidate)) >= 0:
                return written
            return self._antecedent(candidate, lambda person: _body(person) or id(person) in self._states, "")
        if head in _MANY:
            found = self._antecedent(candidate, _many, "")
            return (
                found
                if found >= 0 or self._speaker < 0 or self._spoke_at[1] != self._tokens[candidate.start].paragraph
                else self._speaker
            )
        return -1

    def _body_said(self, candidate: Candidate) -> int:
        """Whom "it" means right after a verb of speech: who spoke, unless a person; -1 elsewhere."""
        verb = candidate.start - 1
        if self._tokens[verb].lower == "that" and (body := self._body_told(candidate)) >= 0:
            return body
        teller = self._people.of(self._tellers[verb + 1]) if verb + 1 in self._tellers else None
        if teller is not None and (teller.organisation or teller.place):
            return self._tellers[verb + 1].person  # "Acme closed the line and said it"
        if not self._recent or forms().get(self._tokens[verb].lower) != SAY:
            return -1
        last = self._recent[-1]
        person = self._people.everyone[last.person]
        named = last.candidate.kind == NAME and last.candidate.end <= verb and not (person.gender or person.roles)
        beside = self._tokens[last.candidate.end].lower == "," or last.candidate.end == verb
        return last.person if named and beside and last.sentence == self._tokens[verb].sentence else -1

    def _body_told(self, candidate: Candidate) -> int:
        """Whom "it" means in "Northjet said in a statement that it": a name that nothing shows to be a person's."""
        sentence = self._tokens[candidate.start].sentence
        said = [one for one in self._recent if one.sentence == sentence and id(one.candidate) in self._voices]
        if not said or said[-1].candidate.kind != NAME or said[-1].subject < 1.0:
            return -1
        person = self._people.everyone[said[-1].person]
        if person.gender or person.roles or person.place or person.plural:
            return -1
        person.organisation = True
        return said[-1].person

    def _read_out(self, candidate: Candidate) -> int:
        """Whose words "it reads" means: the document named last in this paragraph; -1 for other verbs."""
        after = self._tokens[candidate.end : candidate.end + 1]
        paragraph = self._tokens[candidate.start].paragraph
        if not after or after[0].lower not in ("reads", "read"):
            return -1
        written = [trace for trace in self._recent if trace.candidate.document and trace.paragraph == paragraph]
        return written[-1].person if written else -1

    def _within_question(self, candidate: Candidate) -> bool:
        """Whether a candidate stands in what somebody was asked: "Asked about Lee, she laughed"."""
        tokens = self._tokens
        return tokens[self._first(candidate)].lower in _ASKED and tokens[candidate.start - 1].lower != ","

    def _first(self, candidate: Candidate) -> int:
        """The first token of the sentence of a candidate."""
        return self._starts[self._tokens[candidate.start].sentence]

    def _asked(self, candidate: Candidate, gender: str) -> int:
        """Whom "Asked about what he had said, Lee said" means: who answers; -1 for other sentences."""
        tokens, first = self._tokens, self._first(candidate)
        if tokens[first].lower not in _ASKED:
            return -1
        for later in self._candidates[self._next : self._next + 12]:
            if tokens[later.start].sentence != tokens[first].sentence:
                break
            opens = tokens[later.start - 1].lower == ","
            if opens and id(later) in self._voices and later.kind == NAME:
                return later.person if _one(self._people.everyone[later.person], gender) else -1
        return -1

    def _doer(self, candidate: Candidate) -> Person | None:
        """Whom "him" or "her" cannot mean: the subject of the clause in which it is the object."""
        if candidate.head not in ("him", "her") or candidate.inside:
            return None
        sentence = self._tokens[candidate.start].sentence
        subjects = [trace.person for trace in self._recent if trace.subject and trace.sentence == sentence]
        return self._people.everyone[subjects[-1]] if subjects else None

    def _named_next(self, candidate: Candidate, gender: str) -> int:
        """The first person named in the next two sentences: news stories may begin with "he"."""
        sentence = self._tokens[candidate.start].sentence
        for later in self._candidates[self._next : self._next + 12]:
            if self._tokens[later.start].sentence > sentence + 2:
                break
            fits = later.kind == NAME and not later.inside and not governed(self._tokens, later)  # "said from Oslo"
            if fits and _one(self._people.everyone[later.person], gender):
                return later.person
        return -1

    def _antecedent(
        self, candidate: Candidate, fits: Callable[[Person], bool], gender: str, least: float = _LEAST
    ) -> int:
        """The person that a pronoun or description means: lately named, subject, last speaker; -1 for none."""
        token = self._tokens[candidate.start]
        best, best_score = -1, least
        beside = self._named_beside(candidate)
        for trace in self._recent:
            person = self._people.everyone[trace.person]
            if not fits(person) or trace.person in beside:
                continue
            score = self._nearness(trace, token) + (self._likeness(trace, person, token, gender) if gender else 0.0)
            score += 0.5 if person.plural and candidate.head in _MANY else 0.0
            if score >= best_score:
                best, best_score = trace.person, score
        speaker = self._speaker
        if best < 0 <= speaker and least == _LEAST and speaker not in beside and fits(self._people.everyone[speaker]):
            return speaker
        return best

    def _named_beside(self, candidate: Candidate) -> set[int]:
        """Whom a description cannot mean: who is named in its sentence, or does it: "Lee, she phoned the agent"."""
        if candidate.kind != NOMINAL:
            return set()
        sentence = self._tokens[candidate.start].sentence
        return {
            one.person
            for one in self._recent
            if one.sentence == sentence and (one.candidate.kind == NAME or one.candidate.end == candidate.start - 1)
        }

    def _likeness(self, trace: _Trace, person: Person, token: Token, gender: str) -> float:
        """How well a pronoun of a gender suits what is known of a person and of the mention by which it is reached."""
        crossed = _CROSSED * min(token.paragraph - trace.paragraph, 2)
        if person.gender == gender:
            score = 0.8
        else:
            score = 0.0 if person.roles or len(person.words) > 1 else -0.5
            leaning = person.leaning if gender == "f" else -person.leaning
            score += max(-5.0, min(0.6, leaning * (0.4 if leaning > 0 else 1.6)))
        if trace.candidate.kind == PRONOUN and _PERSONAL.get(trace.candidate.head) == gender:
            score += 0.8 if trace.sentence == token.sentence else 0.2
        if not person.unnamed:
            return score - crossed
        fresh = trace.candidate.determiner in ("a", "an") and token.sentence - trace.sentence == 1 and not crossed
        return score - crossed - (0.0 if trace.subject else 0.6) - (0.0 if person.gender or fresh else 0.5)

    def _clause_opens(self, start: int) -> bool:
        """Whether a clause may begin with the candidate at ``start``."""
        before = self._tokens[start - 1]
        return before.lower in _CLAUSE_OPENERS or is_adverb(before)

    def _nearness(self, trace: _Trace, token: Token) -> float:
        score = -1.0 * (token.sentence - trace.sentence) + trace.subject
        if self._new_scene and trace.subject == 1.0 and trace.candidate.kind == NAME and trace.person != self._speaker:
            score += _TURNED
        if trace.candidate.inside:
            score -= 0.6
        elif not trace.subject and governed(self._tokens, trace.candidate):
            score -= 1.6 if trace.sentence == token.sentence else 0.5
        if trace.person == self._speaker and token.paragraph - self._spoke_at[1] <= 1 and not self._new_scene:
            score += 1.2 if token.paragraph == self._spoke_at[1] else 0.6
        return score


def _one(person: Person, gender: str) -> bool:
    if person.organisation or person.place or person.plural or person.document or person.sited:
        return False
    return not person.gender or person.gender == gender


def _body(person: Person) -> bool:
    return (person.organisation or person.document) and not person.plural


def _many(person: Person) -> bool:
    return person.plural or person.organisation
