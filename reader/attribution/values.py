"""What the steps of this room hand on: a candidate to be the speaker, and a verb of speech with its subject."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["NAME", "NOMINAL", "PRONOUN", "Candidate", "Link"]

NAME, PRONOUN, NOMINAL = "name", "pronoun", "nominal"


class Candidate(Struct):
    """One mention. ``start`` to ``end`` are tokens, exclusive; role and determiner included.

    ``name_start`` to ``name_end`` are the tokens of the name alone (of the head noun for a description).
    ``family`` is the surname that a name gets from the one beside it: "Ann and Bo Lee".
    ``acronym_alone`` says that it is nothing but an acronym, ``acronym`` is one in brackets after it.
    ``joined`` is the name that a description stands beside and is the role of.
    ``inside`` is set when it only modifies another candidate; ``owner`` is the candidate that possesses it.
    """

    kind: str
    start: int
    end: int
    name_start: int
    name_end: int
    head: str
    words: tuple[str, ...]
    role: str = ""
    determiner: str = ""
    honorific: str = ""
    nickname: str = ""
    plural: bool = False
    document: bool = False
    organisation: bool = False
    place: bool = False
    inside: bool = False
    owner: Candidate | None = None
    joined: Candidate | None = None
    acronym: str = ""
    acronym_alone: bool = False
    family: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    person: int = -1
    roles: list[str] = []


class Link(Struct, gc=False):
    """A speech verb (tokens ``start`` to ``end``) and whoever it belongs to.

    ``how`` is ``direct``, ``inverted``, ``according``, ``passive``, ``elided`` (the subject stands with an earlier
    verb), ``relayed`` (", as Lee reported,") or ``none``.
    """

    start: int
    end: int
    kind: str
    subject: Candidate | None
    how: str
