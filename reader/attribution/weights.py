"""The weights of the engine, from ``weights.json``, read when they are first asked for.

``benchmarks/attribution/fit.py`` writes that file; its ``about`` says from what. ``speech`` says whether a stretch is
speech at all, ``speaker`` whose it is, ``sure`` how likely that answer is right: each a weight a feature.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Weights", "confidence", "load", "total"]

_FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """The three sets of weights, each by the names of its features."""

    speech: Mapping[str, float]
    speaker: Mapping[str, float]
    sure: Mapping[str, float]


@cache
def load() -> Weights:
    """The weights that ship with the program."""
    found = json.loads(_FILE.read_text("utf-8"))
    return Weights(found["speech"], found["speaker"], found["sure"])


def total(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The weighted sum of features; one without a weight counts nothing."""
    found = 0.0
    for name, value in features.items():  # the innermost loop of the engine: a generator takes twice as long
        found += weights.get(name, 0.0) * value
    return found


def confidence(sure: Mapping[str, float], features: Mapping[str, float]) -> float:
    """How sure an answer of these features is, 0 to 1.

    The fitted probability; but from 0.75 on stretched so that it reaches 0.9 only at the log odds ``certain``, from
    which on hardly an answer was wrong when the weights were fitted. Above these it rises again, to 0.95 where the
    features leave next to no doubt.
    """
    score = total(sure, features)
    certain = max(sure["certain"], _HIGHLY)
    if score > certain:
        score = _HIGHLY + (score - certain) * _STEEP
    elif score > _FAIRLY:
        score = _FAIRLY + (score - _FAIRLY) * (_HIGHLY - _FAIRLY) / (certain - _FAIRLY)
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))), 3)


_FAIRLY, _HIGHLY = math.log(3), math.log(9)  # the log odds of 0.75 and 0.9
_STEEP = 1.25  # above ``certain``: 0.95 where of cross-validated answers 99 of 100 were right
