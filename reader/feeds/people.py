"""Names of authors from how feeds write them: alone, with an address around them, or in parts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.feeds.constructs import line_of
from reader.feeds.strings import plain_of_html
from reader.feeds.tree import Element
from reader.feeds.vocabulary import Vocabulary, first

__all__ = ["joined_names", "people_of"]

_PERSON = Vocabulary({"name": "name itunes:name", "mail": "email itunes:email"})
_MOST = 20
# ``me@example.com (Name)`` as RSS has it; ``Name (me@example.com)`` and ``Name <me@example.com>`` as people do.
_MAIL_FIRST = re.compile(r"(?:mailto:)?[^\s@()<>]+@[^\s@()<>]+\s*\((?P<name>[^()]+(?:\([^()]*\))?)\)")
_MAIL_LAST = re.compile(r"(?P<name>[^()<>]*[^()<>\s])\s*[(<]\s*(?:mailto:)?[^\s@()<>]+@[^\s@()<>]+\s*[)>]")


def people_of(elements: list[Element]) -> str:
    """The first person that the elements name, with the others that elements of the same name do, as one line."""
    if len(elements) == 1:
        return _person(elements[0])
    named = [(element.tag, name) for element in elements[:_MOST] if (name := _person(element))]
    return joined_names(name for tag, name in named if tag == named[0][0])


def joined_names(names: Iterable[str]) -> str:
    """Each name once, in their order."""
    return ", ".join(dict.fromkeys(name for name in names if name))


def _person(element: Element) -> str:
    if len(element):
        parts = _PERSON.parts(element)
        return _name(first(parts, "name", line_of)) or first(parts, "mail", line_of)
    return _name(plain_of_html(element.text))


def _name(text: str) -> str:
    if "@" not in text or not ("(" in text or "<" in text):
        return text
    match = _MAIL_FIRST.fullmatch(text) or _MAIL_LAST.fullmatch(text)
    return match["name"].strip() if match else text
