"""The ``[hooks]`` of the settings as values: which command is run when."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Annotated

import msgspec
from msgspec import Meta

from reader.text import clean_line, elide

__all__ = ["HookSettings", "read_hooks"]

Words = tuple[str, ...]


class HookSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is run when a note was made, an article opened, feeds refreshed: a command as a list of its words."""

    on_note: Annotated[Words, Meta(description="Run when a note, highlight or tag was made.")] = ()
    on_open: Annotated[Words, Meta(description="Run when an article was opened to be read.")] = ()
    on_refresh: Annotated[Words, Meta(description="Run when feeds were refreshed.")] = ()


_NAMES = HookSettings.__struct_fields__


def read_hooks(table: object, line: Callable[[str], str]) -> tuple[HookSettings, list[str]]:
    """The hooks that are right, and one line for each mistake in the others, which are not run.

    ``line(key)`` says where a key stands, as ``config.toml:12``.
    """
    if not isinstance(table, dict):
        return HookSettings(), [f'{line("")}: hooks: is to be a table: [hooks] and below it on_note = ["command"]']
    found: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for key, value in table.items():
        if wrong := _mistake(key, value):
            problems.append(f"{line(key)}: {wrong} (it is not run)")
        else:
            found[key] = tuple(value)
    return HookSettings(**found), problems


def _mistake(key: str, value: object) -> str:
    """What is wrong with one hook, ``""`` for nothing."""
    if key not in _NAMES:
        near = get_close_matches(key[:80], _NAMES, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"they are {', '.join(_NAMES)}"
        return f"{_shown(key)}: no such hook: {hint}"
    words = value if isinstance(value, list) else []
    if not words or not all(isinstance(word, str) for word in words) or not words[0].strip():
        wanted = f'a command as a list of its words, as in {key} = ["/home/me/bin/told"]'
        return f"{key}: is to be {wanted}, not {_shown(value)}"
    return ""


def _shown(value: object) -> str:
    return elide(clean_line(value if isinstance(value, str) else repr(value)), 40) or "empty"
