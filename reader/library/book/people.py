"""Which speakers of different articles are one person: a pure decision over names and roles.

Joined are the same full name (as ``fold`` compares names), and a surname alone or with an initial to the one full name
of that surname that has the same role or is of the same organisation. A surname alone is never enough; two full names
of one role stay two. What a person said about it (``Rulings``) comes last and wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from reader.library.book.fold import fold_name, surname_of
from reader.library.book.roles import same_post
from reader.model import SpeakerKind

__all__ = ["Appearance", "Rulings", "decide", "family_of", "is_short", "lone_id", "shown_name"]


@dataclass(frozen=True)
class Appearance:
    """A speaker as an article has them."""

    name: str
    role: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON


@dataclass(frozen=True)
class Rulings:
    """What a person decided, by ids: ``merged`` leads from one to the one that it is, ``names`` gives others.

    ``apart`` are appearances (address of the article, name) that are a person of their own; ``roles`` and ``known``
    are the roles and the outside ids that ids have.
    """

    merged: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[tuple[str, str]] = frozenset()
    roles: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)

    def leads_to(self, person: str) -> str:
        """The id that this one is merged into, at the end of the chain; its own when it is not."""
        seen = {person}
        while (further := self.merged.get(person)) and further not in seen:
            seen.add(further)
            person = further
        return person


def decide(family: Collection[Appearance]) -> dict[Appearance, str | None]:
    """The id of the person that each of these is; None: each article's is somebody of their own (``lone_id``).

    They must be all the appearances of their families (``family_of``). Those who are kept unnamed are one for each
    description: no person, but the same way to hide one.

    >>> lavrov, short = Appearance("Sergei Lavrov", "Russian foreign minister"), Appearance("Lavrov")
    >>> decide([lavrov, short])[short]
    >>> same = Appearance("Lavrov", "foreign minister of Russia")
    >>> decide([lavrov, same])[same]
    'sergei lavrov'
    """
    whole: dict[str, list[Appearance]] = defaultdict(list)
    for one in family:
        if not is_short(one):
            whole[_full_id(one)].append(one)
    decided: dict[Appearance, str | None] = {one: person for person, ones in whole.items() for one in ones}
    return decided | {one: _owner(one, whole) for one in family if is_short(one)}


def family_of(one: Appearance) -> str:
    """What appearances that may be one person have in common: the surname, or the whole name of what is no person."""
    return surname_of(fold_name(one.name)) if one.kind is SpeakerKind.PERSON else _full_id(one)


def is_short(one: Appearance) -> bool:
    """Whether a person's name is a surname alone, or with initials: too little to know them by."""
    words = fold_name(one.name).split()
    return one.kind is SpeakerKind.PERSON and (len(words) < 2 or all(len(word) == 1 for word in words[:-1]))


def lone_id(name: str, address: str) -> str:
    """The id of somebody who is known in one article only."""
    return f"{fold_name(name) or name.casefold()}@{address}"


def shown_name(names: Mapping[str, int], person: str = "") -> str:
    """What to call somebody of these names, each with how often: the commonest full one, of their own id's if any."""
    return max(
        names,
        key=lambda name: (len(fold_name(name).split()) > 1, fold_name(name) == person, names[name], len(name), name),
    )


def _full_id(one: Appearance) -> str:
    kind = "" if one.kind is SpeakerKind.PERSON else f"{one.kind}:"
    return kind + (fold_name(one.name) or one.name.casefold())


def _owner(one: Appearance, whole: Mapping[str, list[Appearance]]) -> str | None:
    """The one person of this surname, fitting initial and the same post; None when there is none, or more than one."""
    if not one.role:
        return None
    words = fold_name(one.name).split()
    surname, initial = surname_of(" ".join(words)), words[0] if len(words) > 1 else ""
    fitting = [
        person
        for person, others in whole.items()
        if family_of(others[0]) == surname
        and person.startswith(initial)
        and any(same_post(one.role, other.role) for other in others)
    ]
    return fitting[0] if len(fitting) == 1 else None
