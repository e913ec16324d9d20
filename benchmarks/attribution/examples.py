"""What the engine sees in gold articles, as examples to learn from and answers to score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gold import Article, Said
from learn import Choice
from scoring import right_mention, right_name, same_name, same_person

from reader.attribution.marks import scan
from reader.attribution.reading import Decision, Reading
from reader.attribution.result import spoken_name
from reader.attribution.tokens import Token
from reader.attribution.values import Candidate
from reader.attribution.weights import Weights

__all__ = ["Seen", "see"]

_NOBODY = {"nobody": 1.0}


@dataclass(frozen=True, slots=True)
class Seen:
    """One stretch in double marks: the gold's word on it, what was found, and the examples it makes.

    ``named`` says that the right person was found, ``pointed`` that the right mention was; ``right`` is for the fit of
    confidence: the right person, spelled otherwise in the text maybe. ``choice`` is None when
    no option was right or the stretch goes on with the one before.
    """

    article: str
    text: str
    said: Said | None
    found: bool
    name: str
    named: bool
    pointed: bool
    right: bool
    confidence: float
    speech: dict[str, float]
    sure: dict[str, float]
    choice: Choice | None


def see(articles: Iterable[Article], weights: Weights) -> list[Seen]:
    """Every stretch of the articles, read by the engine under these weights."""
    return [seen for article in articles for seen in _article(article, weights)]


def _article(article: Article, weights: Weights) -> list[Seen]:
    stretches = scan(article.text)
    if not stretches:
        return []
    reading = Reading(article.text, stretches, weights)
    found = []
    for decision in reading.decisions():
        stretch = decision.setting.stretch
        said = article.owner(stretch.start, stretch.end)
        if stretch.single and said is None:
            continue  # titles in the gold's text, mostly; it counts double marks and what it calls speech
        found.append(_seen(article, reading, decision, said if said and not said.indirect else None))
    return found


def _seen(article: Article, reading: Reading, decision: Decision, said: Said | None) -> Seen:
    stretch = decision.setting.stretch
    best = decision.finding.option if decision.finding else None
    name = spoken_name(reading.people.everyone[best.person]) if best else ""
    place = _place(reading.tokens, best.candidate) if best and best.candidate else None
    named = said is not None and decision.finding is not None and right_name(said, name, article.text, place)
    pointed = said is not None and decision.finding is not None and (named or right_mention(said, article.text, place))
    return Seen(
        article.id,
        article.text[stretch.start : stretch.end],
        said,
        decision.finding is not None,
        name,
        named,
        pointed,
        named or (said is not None and decision.finding is not None and same_person(said.speaker, name)),
        decision.finding.confidence if decision.finding else 0.0,
        decision.speech,
        decision.sure,
        _choice(article, reading, decision, said) if said else None,
    )


def _choice(article: Article, reading: Reading, decision: Decision, said: Said) -> Choice | None:
    if not decision.options:
        return None
    right = set()
    for index, option in enumerate(decision.options):
        place = _place(reading.tokens, option.candidate) if option.candidate else None
        name = spoken_name(reading.people.everyone[option.person])
        if same_name(said.speaker, name) or right_mention(said, article.text, place):
            right.add(index)
    options = [option.features for option in decision.options]
    if not said.speaker:
        right = {len(options)}
    return ([*options, _NOBODY], frozenset(right)) if right else None


def _place(tokens: list[Token], candidate: Candidate) -> tuple[int, int]:
    return tokens[candidate.start].start, tokens[candidate.end - 1].end
