"""One possible answer to who said a stretch, with the features that speak for and against it."""

from __future__ import annotations

from msgspec import Struct

from reader.attribution.values import Candidate, Link

__all__ = ["Option"]


class Option(Struct, gc=False):
    """One possible answer: who, by which mention and verb, and why."""

    person: int
    candidate: Candidate | None
    link: Link | None
    features: dict[str, float] = {}
    score: float = 0.0
    carried: bool = False

    def add(self, feature: str, value: float = 1.0) -> None:
        """Add a feature to the description of this option."""
        self.features[feature] = self.features.get(feature, 0.0) + value
