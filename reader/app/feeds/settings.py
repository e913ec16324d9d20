"""The settings of one feed as a person types them: ``key=value`` words into values that fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from reader.errors import BadInput
from reader.text import clean_line, elide

__all__ = ["Value", "settings_of"]

Value = str | int | bool | tuple[str, ...]

LONGEST_INTERVAL = 60 * 24 * 30
"""Minutes between two fetches at most: a month."""
_LONGEST = 1_000
_YES = {"yes": True, "y": True, "true": True, "on": True, "1": True}
_NO = {"no": False, "n": False, "false": False, "off": False, "0": False, "": False}


def settings_of(words: Iterable[str]) -> dict[str, Value]:
    """The settings that ``key=value`` words name. BadInput, one line, for a key or a value that does not fit."""
    found: dict[str, Value] = {}
    for word in words:
        key, sign, value = word.partition("=")
        key = clean_line(key).lower().replace("-", "_")
        if not sign:
            raise BadInput(f"{elide(clean_line(word), 60)}: write it as key=value: the keys are {', '.join(_READ)}")
        if key not in _READ:
            near = get_close_matches(key[:80], _READ, 1)
            hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(_READ)}"
            raise BadInput(f"{elide(key, 60)}: no setting of a feed: {hint}")
        found[key] = _READ[key](clean_line(value))
    return found


def _text(value: str) -> str:
    if len(value) > _LONGEST:
        raise BadInput(f"{elide(value, 40)}: too long for a setting")
    return value


def _tags(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (tag.strip(" #") for tag in value.split(",")))))


def _interval(value: str) -> int:
    if value and not (value.isascii() and value.isdecimal() and int(value[:9]) <= LONGEST_INTERVAL):
        raise BadInput(f"interval: minutes from 0 to {LONGEST_INTERVAL:,}, not {elide(value, 40)}")
    return int(value or 0)


def _full_text(value: str) -> bool:
    known = {**_YES, **_NO}
    if value.lower() not in known:
        raise BadInput(f"full_text: yes or no, not {elide(value, 40)}")
    return known[value.lower()]


def _url(value: str) -> str:
    if not value.lower().startswith(("http://", "https://")):
        raise BadInput(f"url: {elide(value, 80)}: a feed has an http or https address")
    return _text(value)


def _user_agent(value: str) -> str:
    if not value.isascii():
        raise BadInput("user_agent: letters of ASCII only, as HTTP has it")
    return _text(value)


_READ: dict[str, Callable[[str], Value]] = {
    "name": _text,
    "folder": _text,
    "tags": _tags,
    "interval": _interval,
    "full_text": _full_text,
    "url": _url,
    "user_agent": _user_agent,
}
