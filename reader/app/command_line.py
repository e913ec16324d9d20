"""The command line and macros: from a typed line to an action with its count and words, and what may follow.

    [COUNT] NAME [WORDS]        3 next_quotation    themes paper    pipe wc -w

A name is that of an action in the registry, or as much of it as tells it from the others that work in the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from reader.actions import ACTIONS, NAMED, Action, Place, by_name
from reader.config import Config
from reader.errors import BadInput
from reader.text import clean_line, elide

__all__ = ["WORDS", "Order", "check_macros", "completions", "macros_of", "read_order"]

WORDS = {
    "open_address": "an address or a file",
    "subscribe": "an address",
    "import_feeds": "a file",
    "export": "a file",
    "check_draft": "a file",
    "pipe": "a command",
    "tag": "tags",
    "search": "words",
    "find": "words",
    "filter": "words",
    "themes": "a theme",
    "by_tag": "a tag",
    "saved_searches": "a saved search",
    "go_to_feed": "a feed",
}
"""The actions that take words on the line, which they ask for without, and what these are."""
_SHORT = {"q": "back", "qa": "quit", "q!": "quit", "e": "open_address", "h": "help", "theme": "themes"}
"""What fingers type in other programs."""
_LINE = re.compile(r"(\s*:?\s*)(\d{0,6})(\s*)(\S*)(\s*)(.*)", re.DOTALL)


@dataclass(frozen=True)
class Order:
    """An action that a line asks for; ``words`` None when it gives none."""

    action: Action
    count: int | None = None
    words: str | None = None


def read_order(line: str, place: Place | None = None) -> Order:
    """What a line asks for where the keys are, or anywhere; BadInput, one line, when that is nothing."""
    count, name, words = _parts(line)
    if not name:
        raise BadInput(f"{elide(clean_line(line), 60) or 'nothing'}: no command: give an action's name, as in: help")
    action = _find(name, words, place)
    if words and action.name not in WORDS and not action.wants_key:
        raise BadInput(f"{action.name} takes no words: {elide(clean_line(words), 60)}")
    if action.wants_key and not words:
        raise BadInput(f"{action.name} needs a key: give one, as in: {action.name} a")
    if action.wants_key and words and len(words) > 1 and words not in NAMED:
        raise BadInput(f"{action.name} takes a single key, not {elide(clean_line(words), 60)}")
    return Order(action, int(count) if count else None, words or None)


def _parts(line: str) -> tuple[str, str, str]:
    """Count, name and words of a line; each may be empty."""
    _, count, _, name, _, words = _LINE.fullmatch(line).groups("")  # type: ignore[union-attr] # it matches all there is
    return count, name.replace("-", "_"), words.strip()


def _find(name: str, words: str, place: Place | None) -> Action:
    """The action of a name, or of the beginning of one."""
    known = by_name()
    name = "open_address" if name == "open" and words else _SHORT.get(name, name)
    here = [action for action in ACTIONS if place is None or place in action.where]
    if (action := known.get(name)) is not None:
        if action not in here:
            raise BadInput(f"{name} does not work here, but in: {', '.join(sorted(action.where))}")
        return action
    begun = [action for action in here if action.name.startswith(name)]
    if len(begun) == 1 and place is not None:
        return begun[0]
    shown = elide(clean_line(name), 40)
    if begun:
        raise BadInput(f"{shown}: may be {elide(', '.join(action.name for action in begun), 160)}")
    near = get_close_matches(name, known, 1)
    raise BadInput(f"{shown}: no such command{f', did you mean {near[0]}?' if near else ': the palette lists all'}")


def completions(line: str, place: Place, choices: Mapping[str, Sequence[str]]) -> list[str]:
    """The whole lines that this one may become: names that work here, else the words that an action may be given.

    ``choices`` has, under the name of an action, what there is to choose from.
    """
    lead, count, gap, name, space, words = _LINE.fullmatch(line).groups("")  # type: ignore[union-attr]
    known = name.replace("-", "_")
    if not space:
        names = sorted(action.name for action in ACTIONS if place in action.where)
        return [lead + count + gap + one for one in names if one.startswith(known)]
    asked = "open_address" if known == "open" else _SHORT.get(known, known)
    before = lead + count + gap + name + space
    return [before + one for one in choices.get(asked, ()) if one.casefold().startswith(words.casefold())]


def macros_of(config: Config) -> dict[str, tuple[str, ...]]:
    """The macros of the settings: a key and the lines that it plays."""
    return {key: (lines,) if isinstance(lines, str) else tuple(lines) for key, lines in config.macros.items()}


def check_macros(macros: Mapping[str, Iterable[str]]) -> list[str]:
    """One line for each macro that cannot be played: its key is none, or a line of it asks for nothing."""
    problems = []
    for key, lines in macros.items():
        last = key.rpartition("+")[2] or "+"
        if len(last) != 1 and last not in NAMED:
            problems.append(f"[macros] {clean_line(key)}: is no key: give one such as 's' or 'ctrl+s'")
        for line in lines:
            try:
                order = read_order(line)
            except BadInput as error:
                problems.append(f"[macros] {clean_line(key)}: {error}")
                continue
            if order.action.name in ("macro", "command_line"):
                problems.append(f"[macros] {clean_line(key)}: {order.action.name} cannot be part of a macro")
    return problems
