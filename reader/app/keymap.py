"""The keymap in force: the registry's keys with the user's changes, checked before anything is pressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from reader.actions import ACTIONS, Action, Place, by_name, parse_keys

__all__ = ["Keymap", "build_keymap"]

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Keymap:
    """Which key sequence does what, place by place, and the keys of each action as they are written."""

    places: Mapping[Place, Mapping[Keys, Action]]
    written: Mapping[str, tuple[str, ...]]

    def key_of(self, action: str) -> str:
        """The first key of an action as written, ``""`` when it has none."""
        return next(iter(self.written.get(action, ())), "")


def build_keymap(changes: Mapping[str, str | Sequence[str]]) -> tuple[Keymap, list[str]]:
    """The keymap with the user's ``changes`` (action name to its keys), and one line per problem.

    A changed action loses its own keys; a key given to one action is taken from the others in the same places.
    An action that is unknown, a sequence that begins another's, or two changes on one key are told and left out.
    """
    known, problems = by_name(), []
    wanted: dict[str, tuple[str, ...]] = {}
    for name, keys in changes.items():
        if name not in known:
            problems.append(f"[keymap] {name}: no such action{_nearest(name, known)}")
            continue
        wanted[name] = (keys,) if isinstance(keys, str) else tuple(keys)
    places: dict[Place, dict[Keys, Action]] = {place: {} for place in Place}
    written: dict[str, list[str]] = {}
    ordered = [known[name] for name in wanted] + [action for action in ACTIONS if action.name not in wanted]
    for action in ordered:
        for key in wanted.get(action.name, action.keys):
            if clash := _place(action, key, places):
                if action.name in wanted:
                    problems.append(f"[keymap] {action.name}: {clash}")
                continue
            written.setdefault(action.name, []).append(key)
    return Keymap(places, {name: tuple(keys) for name, keys in written.items()}), problems


def _place(action: Action, key: str, places: dict[Place, dict[Keys, Action]]) -> str:
    """Put a key into every place of its action; else say what stands in the way."""
    try:
        sequence = parse_keys(key)
    except ValueError:
        return "no key is written: give a key such as 'j', 'gq' or 'ctrl+d'"
    for place in action.where:
        for other, holder in places[place].items():
            shorter = min(len(other), len(sequence))
            if other[:shorter] == sequence[:shorter]:
                return f"'{key}' clashes with '{''.join(other)}' ({holder.name}): choose another key"
    for place in action.where:
        places[place][sequence] = action
    return ""


def _nearest(name: str, known: Mapping[str, Action]) -> str:
    near = get_close_matches(name, known, 1)
    return f", did you mean {near[0]}?" if near else ": `reader config keys` lists them"
