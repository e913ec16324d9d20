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

__all__ = ["Weights", "load", "odds", "total"]

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
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def odds(score: float) -> float:
    """The probability whose log odds are ``score``."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
