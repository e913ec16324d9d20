"""One thing that was looked at, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "State"]


class State(StrEnum):
    """How it stands: ``ok``, ``hint`` (works, could be better), ``bad`` (something is or will be wrong)."""

    OK = "ok"
    HINT = "hint"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at (``part``), what is so (``said``) and what to do (``advice``), where that is not yet said."""

    part: str
    state: State
    said: str
    advice: str = ""
