"""The keymap in force: the registry's keys, a preset's and the user's over them, checked before anything is pressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from msgspec import Struct, field
from msgspec.structs import replace

from reader.actions import ACTIONS, NAMED, Action, Place, parse_keys
from reader.presets import PRESETS, Preset

__all__ = ["Keymap", "build_keymap"]

Keys = tuple[str, ...]

LONGEST = 3
"""Keys in a sequence at most."""


class Keymap(Struct, frozen=True):
    """Which key sequence does what, place by place, and the keys of each action as they are written."""

    places: Mapping[Place, Mapping[Keys, Action]]
    written: Mapping[str, tuple[str, ...]]

    def key_of(self, action: str) -> str:
        """The first key of an action as written, ``""`` when it has none."""
        return next(iter(self.written.get(action, ())), "")


def build_keymap(changes: Mapping[str, str | Sequence[str]], preset: str = "") -> tuple[Keymap, list[str]]:
    """The keymap of a preset with the user's ``changes`` (action name to its keys), and one line per problem.

    A changed action loses its own keys. A change is told and left out, the action keeping its own keys, when the
    action is unknown, when what is written is no key, or when another action of the same place has the key or one that
    begins with it: who gives ``j`` to another action gives ``down`` another key too.
    """
    known = {action.name: _preset_action(action, PRESETS[preset]) for action in ACTIONS}
    problems: list[str] = []
    wanted: dict[str, tuple[str, ...]] = {}
    for name, keys in changes.items():
        if name not in known:
            problems.append(f"[keymap] {name}: no such action{_nearest(name, known)}")
            continue
        wanted[name] = (keys,) if isinstance(keys, str) else tuple(keys)
    kept = {name: keys for name, keys in wanted.items() if not _refused(name, keys, wanted, known, problems)}
    tables = {place: _Table() for place in Place}
    written: dict[str, list[str]] = {}
    for action in (*(known[name] for name in kept), *(action for action in known.values() if action.name not in kept)):
        for key in kept.get(action.name, action.keys):
            if clash := _put(action, key, tables):
                problems.append(f"[keymap] {action.name}: {clash}")
            else:
                written.setdefault(action.name, []).append(key)
    places = {place: table.actions for place, table in tables.items()}
    return Keymap(places, {name: tuple(keys) for name, keys in written.items()}), problems


def _preset_action(action: Action, preset: Preset) -> Action:
    """The action with the keys that it has in a preset."""
    own = tuple(f"{preset.lead}{key[1:]}" if len(key) > 1 and key[0] == "g" else key for key in action.keys)
    keys = preset.keys.get(action.name, own)
    return action if keys == action.keys else replace(action, keys=keys)


def _refused(
    name: str,
    keys: tuple[str, ...],
    wanted: Mapping[str, tuple[str, ...]],
    known: Mapping[str, Action],
    problems: list[str],
) -> bool:
    """Whether a change cannot be made, which is told: a key that is none, or one that another action still has."""
    shipped = {place: _Table() for place in Place}
    for action in known.values():
        if action.name not in wanted:
            for key in action.keys:
                _put(action, key, shipped)
    for key in keys:
        if clash := _put(known[name], key, shipped):
            problems.append(f"[keymap] {name}: {clash}")
            return True
    return False


class _Table(Struct):
    """The sequences of one place, and what begins one of them."""

    actions: dict[Keys, Action] = field(default_factory=dict)
    begun: dict[Keys, Action] = field(default_factory=dict)

    def holder(self, sequence: Keys, heads: Sequence[Keys]) -> Action | None:
        """The action whose sequence this one is, begins, or begins with; ``heads`` is what it begins with."""
        found = self.begun.get(sequence) or self.actions.get(sequence)
        return found or next((self.actions[head] for head in heads if head in self.actions), None)

    def put(self, sequence: Keys, heads: Sequence[Keys], action: Action) -> None:
        """Take in a sequence that is free."""
        self.actions[sequence] = action
        for head in heads:
            self.begun[head] = action


def _put(action: Action, key: str, tables: Mapping[Place, _Table]) -> str:
    """Put a key into every place of its action; else say what stands in the way."""
    try:
        sequence = parse_keys(key)
    except ValueError:
        return "no key is written: give a key such as 'j', 'gq' or 'ctrl+d'"
    if len(sequence) > LONGEST or any(len(one) > 1 and not _is_named(one) for one in sequence):
        return f"'{key}' is no key: give one such as 'j', 'gq', 'ctrl+d' or 'pagedown'"
    if Place.EDITOR in action.where and len(sequence) > 1:
        return f"'{key}' is several keys: while a note is written only a single one can be told from its text"
    heads = [sequence[:length] for length in range(1, len(sequence))]
    for place in action.where:
        if holder := tables[place].holder(sequence, heads):
            return (
                f"'{key}' clashes with {holder.name} ({', '.join(holder.keys)}): choose another key, or give it others"
            )
    for place in action.where:
        tables[place].put(sequence, heads, action)
    return ""


def _is_named(key: str) -> bool:
    """Whether the last part of a written key, after its modifiers, is one character or a key with a name."""
    last = key.rpartition("+")[2] or "+"
    return len(last) == 1 or last in NAMED


def _nearest(name: str, known: Mapping[str, Action]) -> str:
    near = get_close_matches(name, known, 1)
    return f", did you mean {near[0]}?" if near else ": `reader config keys` lists them"
