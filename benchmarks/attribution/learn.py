"""Two linear learners held to a prior: a softmax over options of which some are right, and a logistic regression.

Both minimise the negative log-likelihood plus ``strength`` / 2 times the squared distance from the prior, by Adam
(Kingma and Ba, ICLR 2015) on all examples at once: no chance in it, so the same examples give the same weights.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

__all__ = ["Choice", "Judgement", "choose", "judge"]

Features = Mapping[str, float]
Choice = tuple[Sequence[Features], frozenset[int]]
"""The options of one decision and which of them are right."""
Judgement = tuple[Features, bool]
"""What one decision looked like, and whether the answer is yes."""
Gradient = Callable[[dict[str, float], dict[str, float]], None]

_SCALE = 0.7  # the softmax is over this share of the scores, as hand-set weights are on a wider scale than log odds
_STEP, _ROUNDS = 0.05, 150


def choose(choices: Sequence[Choice], prior: Features, strength: float) -> dict[str, float]:
    """Weights that give the right options of each choice the greater share."""

    def gradient(weights: dict[str, float], slope: dict[str, float]) -> None:
        for options, right in choices:
            scores = [
                _SCALE * sum(weights.get(name, 0.0) * value for name, value in option.items()) for option in options
            ]
            highest = max(scores)
            shares = [math.exp(score - highest) for score in scores]
            whole, good = sum(shares), sum(shares[index] for index in right)
            for index, option in enumerate(options):
                pull = shares[index] / whole - (shares[index] / good if index in right else 0.0)
                if abs(pull) > 1e-6:
                    for name, value in option.items():
                        if name in slope:
                            slope[name] += _SCALE * pull * value

    return _descend(gradient, prior, strength)


def judge(judgements: Sequence[Judgement], prior: Features, strength: float) -> dict[str, float]:
    """Weights whose sum is the log odds of yes."""

    def gradient(weights: dict[str, float], slope: dict[str, float]) -> None:
        for features, answer in judgements:
            score = sum(weights.get(name, 0.0) * value for name, value in features.items())
            pull = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))) - answer
            for name, value in features.items():
                if name in slope:
                    slope[name] += pull * value

    return _descend(gradient, prior, strength)


def _descend(gradient: Gradient, prior: Features, strength: float) -> dict[str, float]:
    names = sorted(prior)
    weights = {name: prior[name] for name in names}
    first, second = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    for turn in range(1, _ROUNDS + 1):
        slope = {name: strength * (weights[name] - prior[name]) for name in names}
        gradient(weights, slope)
        for name in names:
            first[name] = 0.9 * first[name] + 0.1 * slope[name]
            second[name] = 0.999 * second[name] + 0.001 * slope[name] ** 2
            step = first[name] / (1.0 - 0.9**turn) / (math.sqrt(second[name] / (1.0 - 0.999**turn)) + 1e-8)
            weights[name] -= _STEP * (1.0 - turn / (_ROUNDS + 1)) * step
    return {name: round(weights[name], 3) for name in names}
