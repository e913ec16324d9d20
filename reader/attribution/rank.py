"""Who said a stretch: every option is described by named features, and the highest sum of weights wins.

An option is a candidate, or the speaker of the stretch before carried on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from reader.attribution.carrying import Carrying, is_person, leads_up
from reader.attribution.closing import awaits, closes_sentence
from reader.attribution.cues import CALL, SAY, WEAK
from reader.attribution.lexicon import words
from reader.attribution.options import Option
from reader.attribution.setting import Setting
from reader.attribution.subjects import governed, sentence_subject
from reader.attribution.tokens import BREAK, QUOTED, Token
from reader.attribution.values import NOMINAL, PRONOUN, Candidate, Link
from reader.attribution.weights import total

__all__ = ["Ranker"]

_NAMING = words("called calls call calling named names termed labelled labeled dubbed branded")
_BESIDE = {0: 1.0, 1: 0.8, 2: 0.5}  # by the words between: a verb in no lexicon, or another language
_REACH = 60  # tokens
_LEADS_UP = 5  # tokens
_FINDING = words("found finds ruled rules concluded concludes held agreed agrees believed believes decided determined")
_POINTING = words("that those such so this these")
_COPULAS = words("was is were are had has")
_LIGHT = words("""
    that as it was is are were be a an the this these those him her them his its their being to in of for how what
    with also , : – — - -- had has have""")


class Ranker:
    """Gives the options of a stretch, best first."""

    def __init__(
        self,
        tokens: list[Token],
        starts: list[int],
        candidates: list[Candidate],
        links: list[Link],
        weights: Mapping[str, float],
    ) -> None:
        """``starts`` is the first token of each sentence."""
        self._tokens = tokens
        self._starts = starts
        self._weights = weights
        self._candidates: dict[int, list[Candidate]] = {}
        self._links: dict[int, list[Link]] = {}
        self._near_at = -1
        self._nearest: list[Link] = []
        for candidate in candidates:
            if not candidate.inside and candidate.head not in ("him", "them", "i", "we"):
                self._candidates.setdefault(tokens[candidate.start].sentence, []).append(candidate)
        for link in links:
            self._links.setdefault(tokens[link.start].sentence, []).append(link)
        self._subjects: dict[int, Candidate | None] = {}
        self._speakers: dict[int, dict[int, Link]] = {}
        self._carrying = Carrying(tokens, self._subject, self._links)

    def _subject(self, sentence: int) -> Candidate | None:
        """The likeliest subject of a sentence, which several stretches near it ask for."""
        if sentence not in self._subjects:
            self._subjects[sentence] = sentence_subject(self._tokens, self._candidates.get(sentence, []))
        return self._subjects[sentence]

    def _speaking(self, sentence: int) -> dict[int, Link]:
        """The verbs of a sentence that carry words, by the ``id`` of their subject."""
        known = self._speakers.get(sentence)
        if known is None:
            links = self._links.get(sentence, [])
            known = self._speakers[sentence] = {id(one.subject): one for one in links if one.kind in (SAY, CALL)}
        return known

    def _ends_open(self, sentence: int) -> bool:
        """Whether a sentence ends with a colon, or a paragraph with a comma."""
        tokens, start, end = self._tokens, self._starts[sentence], self._starts[sentence + 1]
        last = tokens[end - 1]
        if last.type == BREAK:
            return end - 1 > start and tokens[end - 2].lower in (":", ",")
        return last.lower == ":" or (last.lower == "," and tokens[end].type == BREAK)

    def _points(self, sentence: int) -> bool:
        """Whether a sentence opens a paragraph with "that", "such", "these"."""
        start = self._starts[sentence]
        return start > 0 and self._tokens[start - 1].type == BREAK and self._tokens[start].lower in _POINTING

    def rank(
        self, here: Setting, last: Option | None, last_setting: Setting | None, answering: Option | None
    ) -> list[Option]:
        """The options for one stretch, given what was found for the one before; highest score first.

        ``answering`` is who was found to have been asked right before, if anybody.
        """
        options: dict[int, Option] = {}
        if self._said_by_writer(here):
            return []
        for option in self._options(here, last, last_setting):
            option.score = total(self._weights, option.features)
            key = -1 if option.carried else id(option.candidate)
            known = options.get(key)
            if known is None or option.score > known.score:
                options[key] = option
        if answering is not None:
            option = options[-2] = Option(answering.person, answering.candidate, answering.link, carried=True)
            option.add("carry:answer")
            option.score = total(self._weights, option.features)
        return sorted(options.values(), key=lambda option: -option.score)

    def governs(self, here: Setting) -> bool:
        """Whether a verb of speech leads up to the stretch, or comes right after it."""
        for link in self._near(here):
            if link.subject is None or link.how == "relayed" or (link.kind == WEAK and not self._reports(link)):
                continue
            near = link.end <= here.at or min(link.start, link.subject.start) - here.at <= 2
            if near or link.how == "according" or closes_sentence(self._tokens, link):
                return True
        return False

    def _reports(self, link: Link) -> bool:
        """Whether a verb that is not one of speech alone reports a clause: "found that"."""
        return (
            self._tokens[link.start].lower in _FINDING
            and link.end < len(self._tokens)
            and self._tokens[link.end].lower == "that"
        )

    def _said_by_writer(self, here: Setting) -> bool:
        """Whether “…,” I said stands here: the writer, whom the text does not name."""
        return any(
            link.subject is not None
            and link.subject.head in ("i", "we")
            and link.kind == SAY
            and link.subject.start == here.at + 1
            for link in self._near(here)
        )

    def called(self, here: Setting) -> bool:
        """Whether a verb with a speaker of its own stands right before the stretch: "his family called “…”"."""
        return any(
            link.end == here.at
            and self._tokens[link.start].lower in _NAMING
            and link.how == "direct"
            and link.subject is not None
            and not link.subject.document
            and (link.subject.kind != NOMINAL or self._tokens[link.subject.name_start].noun != "")
            for link in self._near(here)
        )

    def _options(self, here: Setting, last: Option | None, last_setting: Setting | None) -> list[Option]:
        candidates = self._candidates.get(here.sentence, [])
        subject = self._subject(here.sentence)
        found = [self._linked(here, link, link.subject) for link in self._near(here) if link.subject is not None]
        found.extend(
            self._plain(here, candidate, candidate is subject)
            for candidate in candidates
            if -_REACH < candidate.start - here.at < _REACH
        )
        for distance in (-1, -2, -3, 1):
            found.extend(self._neighbours(here, distance))
        if last is not None and last_setting is not None and last.person >= 0:
            found.append(self._carrying.option(here, last, last_setting))
        return [option for option in found if option.person >= 0]

    def _near(self, here: Setting) -> list[Link]:
        """The verbs of the sentence: all, or the nearest of very many."""
        if self._near_at != here.at:
            links = self._links.get(here.sentence, [])
            after = bisect_left(links, here.at, key=lambda link: link.start)
            self._near_at, self._nearest = here.at, links[max(0, after - 8) : after + 4]
        return self._nearest

    def _option(self, candidate: Candidate, link: Link | None) -> Option:
        option = Option(candidate.person, candidate, link)
        if candidate.kind == PRONOUN:
            option.add("kind:pronoun")
        if candidate.place:
            option.add("kind:place", 1.0 if link is None else 0.5)  # capitals speak, but seldom
        if candidate.document:
            option.add("kind:document")
        return option

    # the same sentence

    def _linked(self, here: Setting, link: Link, subject: Candidate) -> Option:
        option = self._option(subject, link)
        if link.how == "passive":
            option.add("passive")
        if link.how in ("elided", "relayed"):
            option.add(link.how)
        if link.end <= here.at:
            self._before(here, link, subject, option)
        else:
            self._after(here, link, subject, option)
        return option

    def _before(self, here: Setting, link: Link, subject: Candidate, option: Option) -> None:
        if link.how == "according":
            option.add("before:according")
            option.add("before:gap", min(here.at - link.end, 20) / 2)
            return
        option.add("before:" + link.kind)
        if link.kind == "weak" and self._embedded(here, link):
            option.add("before:embedded")
        begin = max(link.end, subject.end if link.how in ("inverted", "passive") else 0)
        between = self._tokens[begin : here.at]
        if self._what_was_said(link, subject) and any(token.lower in _COPULAS for token in between):
            option.add("before:crossed", 2.0)
        elif all(token.lower in _LIGHT for token in between):
            option.add("before:touching")
        option.add("before:gap", min(len(between), 20))
        crossed = [
            other
            for other in self._near(here)
            if link.start < other.start < here.at
            and other.subject is not None
            and other.subject is not subject
            and other.kind != "weak"
        ]
        if crossed:
            option.add("before:crossed", len(crossed))
        if any(token.type == QUOTED for token in between) and here.last == "," and here.capital:
            option.add("before:comma_expects_after")

    def _what_was_said(self, link: Link, subject: Candidate) -> bool:
        """Whether a verb stands in "what Lee described", which something else is said of: "was “a mess”"."""
        return link.how == "direct" and subject.start > 0 and self._tokens[subject.start - 1].lower == "what"

    def _after(self, here: Setting, link: Link, subject: Candidate, option: Option) -> None:
        if link.kind == "weak":
            option.add("weak")
        begin = min(link.start, subject.start)
        between = self._tokens[here.at + 1 : begin] if begin > here.at else []
        gap = [token for token in between if token.lower not in (",", "–", "—", "-")]
        quoted = any(token.type == QUOTED for token in between)
        beside = self._candidates.get(here.sentence, [])
        if link.how == "according":
            option.add("after:according")
            option.add("after:gap", min(len(gap), 20))
            if self._led_by_verb(here):
                option.add("after:according_but_led")
        elif begin > here.at and not gap:
            option.add("after:touching")
            if not here.opens and not here.after_quoted and self._led(here, link.how):
                option.add("after:touching_but_led")
        else:
            option.add("after:far")
            option.add("after:gap", min(len(gap), 20))
            awaited = here.opens and here.last == "," and awaits(self._tokens, here, link, self._near(here), beside)
            if link.kind == SAY and (
                awaited or (closes_sentence(self._tokens, link) and not self._led(here, link.how))
            ):
                option.add("after:closing")
        if quoted:
            option.add("after:crossed")

    def _embedded(self, here: Setting, link: Link) -> bool:
        """Whether the clause of a verb is itself what somebody else said: "Lee said that Bo agreed to"."""
        return any(
            other.end <= link.start
            and other.kind == SAY
            and other.how in ("direct", "inverted")
            and link.subject is not None
            and other.subject is not link.subject
            and other.end <= link.subject.start
            for other in self._near(here)
        )

    def _led(self, here: Setting, how: str = "") -> bool:
        """Whether something before the stretch leads up to it: a verb, a colon, "that".

        Where ", says Lee" closes the sentence (``how`` is ``inverted``), a verb farther off leads up to something else.
        """
        farthest = here.at - (_LEADS_UP if how == "inverted" else _REACH)
        led = any(farthest <= one.end <= here.at and one.subject is not None for one in self._near(here))
        return led or here.before in (":", "that") or (here.before == "as" and how != "inverted")

    def _led_by_verb(self, here: Setting) -> bool:
        return any(link.end <= here.at and link.subject and link.kind == SAY for link in self._near(here))

    def _plain(self, here: Setting, candidate: Candidate, subject: bool) -> Option:
        option = self._option(candidate, None)
        if governed(self._tokens, candidate):
            option.add("kind:governed")
        if candidate.start > here.at:
            option.add("same:after")
            if here.opens and candidate.kind != NOMINAL:
                option.add("same:beside", _BESIDE.get(self._words_between(here.at, candidate.start), 0.0))
            if candidate.start == here.at + 2 and self._tokens[here.at + 1].lower in ("—", "–", "--", "-", ":"):
                option.add("same:signed")
        else:
            option.add("same:subject" if subject else "same:other")
            option.add("same:gap", min(here.at - candidate.end, 30))
            if here.before == ":" and not self._led_by_verb(here):
                option.add("same:colon")
            written = candidate.document and candidate.owner is not None and not governed(self._tokens, candidate)
            if here.before == ":" and written and here.at - candidate.name_end < 7:
                option.add("same:document")  # "left a note on the fridge: “…”"
        return option

    def _words_between(self, at: int, start: int) -> int:
        if start - at > 6:
            return 6
        return sum(token.lower not in (",", "–", "—", "-") for token in self._tokens[at + 1 : start])

    # other sentences

    def _neighbours(self, here: Setting, distance: int) -> list[Option]:
        """The options that the sentence ``distance`` away offers: before in the paragraph or the last one, or after."""
        sentence = here.sentence + distance
        candidates = self._candidates.get(sentence)
        if not candidates:
            return []
        crossed = abs(self._tokens[candidates[0].start].paragraph - here.paragraph)
        if crossed > (1 if distance < 0 or (here.alone and self._points(sentence)) else 0):
            return []
        subject, speakers = self._subject(sentence), self._speaking(sentence)
        nearby = candidates if len(candidates) < 12 else [*candidates[:2], *candidates[-9:]]
        found = []
        for candidate in nearby:
            link = speakers.get(id(candidate))
            if link is None and distance > 0 and (crossed or candidate is not subject):
                continue
            found.append(self._neighbour(here, candidate, link, distance, crossed, candidate is subject))
        return found

    def _neighbour(
        self, here: Setting, candidate: Candidate, link: Link | None, distance: int, crossed: int, subject: bool
    ) -> Option:
        option = self._option(candidate, link)
        if governed(self._tokens, candidate) and (link is None or link.how != "according"):
            option.add("kind:governed")
        role = "say" if link is not None else "subject" if subject else "other"
        option.add(f"{'earlier' if distance < 0 else 'later'}:{role}")
        if distance < 0:
            self._place_earlier(here, option, distance, crossed)
        elif crossed:
            option.add("later:paragraph")
        scene = distance == -1 and role == "subject" and here.alone and is_person(candidate)
        if scene and leads_up(self._tokens, here, candidate):
            option.add("earlier:scene")
        if here.alone and here.leads_paragraph and crossed == 0:
            option.add("alone_opens_paragraph")
        return option

    def _place_earlier(self, here: Setting, option: Option, distance: int, crossed: int) -> None:
        option.add("earlier:distance", -distance - 1)
        option.add("earlier:paragraph", crossed)
        if not here.opens:
            option.add("earlier:within")
        if distance == -1 and self._ends_open(here.sentence - 1):
            option.add("earlier:colon")
