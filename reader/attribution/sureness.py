"""How sure an answer is: signs that it is right, which fitted weights turn into a probability."""

from __future__ import annotations

import math

from reader.attribution.options import Option
from reader.attribution.person import Person
from reader.attribution.setting import Setting
from reader.attribution.tokens import Token
from reader.attribution.values import NOMINAL, PRONOUN

__all__ = ["doubts"]

_SCALE = 0.7  # of scores, so that a share of 0.9 is right about nine times in ten


def doubts(
    tokens: list[Token], here: Setting, options: list[Option], nobody: float, person: Person | None, speech: float
) -> dict[str, float]:
    """The features of an answer: its share against its rivals, how the person is mentioned, where.

    ``person`` is whom the best of ``options`` means, None when nobody is named; ``nobody`` the score of that answer,
    ``speech`` the score that it is speech at all.
    """
    found = {"bias": 1.0, "speech": max(-4.0, min(4.0, speech))}
    if person is None:
        return found | {"nobody": 1.0}
    best = options[0]
    found["share"] = _log_odds(options, nobody)
    candidate = best.candidate
    if candidate is not None:
        found.update(dict.fromkeys(_mentioned(tokens, here, best), 1.0))
    found.update(dict.fromkeys(_known_as(person), 1.0))
    if here.words < 4:
        found["few words"] = 1.0
    return found


def _known_as(person: Person) -> list[str]:
    """What the name leaves open: a name that is no full name may be another's."""
    if person.organisation:
        return ["acronym" if person.name.isupper() else "body"]
    if person.unnamed:
        return ["unnamed"]
    found = ["one word"] if len(person.words) < 2 else []
    if not (person.gender or person.roles or any(one.honorific for one in person.mentions)):
        found.append("stranger")
    return found


def _mentioned(tokens: list[Token], here: Setting, best: Option) -> list[str]:
    candidate = best.candidate
    found: list[str] = []
    if candidate is None:
        return found
    if candidate.kind == PRONOUN:
        found.append("pronoun")
    elif candidate.kind == NOMINAL:
        found.append("nominal")
    if candidate.document:
        found.append("document")
    if (
        best.carried
        and here.alone
        and best.features.get("carry:paragraph") == 0
        and not best.features.get("carry:distance")
    ):
        found.append("carried on")
    elif best.carried:
        found.append("carried")
    elif tokens[candidate.start].sentence != here.sentence:
        found.append("elsewhere")
    if best.link is None and not best.carried:
        found.append("no verb")
    return found


def _log_odds(options: list[Option], nobody: float) -> float:
    """The log odds of the best option's person under a softmax against the other people and nobody, within 6."""
    best = options[0]
    rivals: dict[int, float] = {-1: nobody}
    for option in options:
        if option.person != best.person:
            rivals[option.person] = max(rivals.get(option.person, -99.0), option.score)
    against = sum(math.exp(_SCALE * (score - best.score)) for score in rivals.values())
    return max(-6.0, min(6.0, -math.log(max(against, 1e-9))))
