"""The ``[[rules]]`` of the settings as values: what a rule asks of a new entry, and what it does with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from reader.errors import BadInput
from reader.text import clean_line, elide

__all__ = ["RuleSetting", "read_rules"]

MOST = 500
"""Rules that are read."""


class RuleSetting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When ``query`` holds for a new entry: what to do."""

    query: Annotated[str, Meta(description="Which new entries are meant, in the language of searches.")]
    star: Annotated[bool, Meta(description="Star them.")] = False
    read: Annotated[bool, Meta(description="Mark them read.")] = False
    hide: Annotated[bool, Meta(description="Take them off the lists.")] = False
    full_text: Annotated[bool, Meta(description="Fetch their articles in advance.")] = False
    notify: Annotated[bool, Meta(description="Tell of them.")] = False
    tag: Annotated[str | list[str], Meta(description="A tag for them, or a list of tags.")] = ""
    hook: Annotated[list[str], Meta(description="A command to run with them, as a list of its words.")] = []

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags to give."""
        given = [self.tag] if isinstance(self.tag, str) else self.tag
        return tuple(dict.fromkeys(filter(None, map(clean_line, given))))


_WANTED = {
    "query": 'a search in quotation marks, as in query = "title:budget site:example.org"',
    "tag": 'a tag in quotation marks, or a list of them, as in tag = ["budget", "rail"]',
    "hook": 'a command as a list of its words, as in hook = ["/home/me/bin/told", "--quiet"]',
}
_NAMES = RuleSetting.__struct_fields__
_DEEDS = tuple(name for name in _NAMES if name != "query")


def read_rules(items: object, line: Callable[[int, str], str]) -> tuple[tuple[RuleSetting, ...], list[str]]:
    """The rules that are right, and one line for each mistake in the others, which do not count.

    ``line(n, key)`` says where the key of rule n (from 0) stands, as ``config.toml:12``.
    """
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return (), [f"{line(0, '')}: rules: each begins with a line [[rules]] (none is used)"]
    rules: list[RuleSetting] = []
    problems: list[str] = []
    for number, item in enumerate(items[:MOST]):
        wrong = [f"{line(number, key)}: rule {number + 1}: {said} (the rule is not used)" for key, said in _wrong(item)]
        problems += wrong
        if not wrong:
            rules.append(msgspec.convert(item, RuleSetting))
    if len(items) > MOST:
        problems.append(f"{line(MOST, '')}: rules: only the first {MOST} are used")
    return tuple(rules), problems


def _wrong(item: dict[str, object]) -> list[tuple[str, str]]:
    """Each key that is not right, with what is wrong about it."""
    found = [(key, said) for key, value in item.items() if (said := _mistake(key, value))]
    if "query" not in item:
        found.append(("", f"query: is missing: give {_WANTED['query']}"))
    elif not found and not any(item.get(deed) for deed in _DEEDS):
        found.append(("query", f"does nothing: give it one of {', '.join(_DEEDS)}"))
    return found


@cache
def _type_of(key: str) -> Any:  # noqa: ANN401 - a type as msgspec takes it
    return {field.name: field.type for field in msgspec.structs.fields(RuleSetting)}[key]


def _mistake(key: str, value: object) -> str:
    """What is wrong with one key of a rule, ``""`` for nothing."""
    if key not in _NAMES:
        near = get_close_matches(key[:80], _NAMES, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"a rule has {', '.join(_NAMES)}"
        return f"{_shown(key)}: no such key: {hint}"
    try:
        checked = msgspec.convert(value, _type_of(key))
    except msgspec.ValidationError:
        return f"{key}: is to be {_WANTED.get(key, 'true or false')}, not {_shown(value)}"
    if key == "query":
        return _mistake_in_query(str(checked))
    if key == "hook" and isinstance(value, Sequence) and not (value and str(value[0]).strip()):
        return f"hook: is to be {_WANTED['hook']}, not empty"
    return ""


def _mistake_in_query(query: str) -> str:
    from reader.query import parse

    try:
        return "" if parse(query) else "query: asks for nothing"
    except BadInput as error:
        return str(error)


def _shown(value: object) -> str:
    return elide(clean_line(value if isinstance(value, str) else repr(value)), 40) or "empty"
