"""Gives broken markup tags that match, so that damage in one entry does not swallow the ones after it."""

from __future__ import annotations

import re

__all__ = ["MOST_BALANCED", "balanced"]

_TOKEN = re.compile(
    r"<!\[CDATA\[(?:.*?\]\]>|(?P<open>.*)\Z)|<!--(?:.*?-->|.*\Z)|<\?[^<>]*>|<![^<>]*>"
    r"|<(?P<end>/?)(?P<name>[A-Za-z_][\w.-]*+(?::[A-Za-z_][\w.-]*+)?)"
    r"(?P<rest>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>|<",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?<![^\s\"'])([A-Za-z_][\w.-]*+(?::[A-Za-z_][\w.-]*+)?)\s*+=\s*+(\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'<>]++)"
)
MOST_BALANCED = 1_500_000
"""Characters that are read."""
_MOST_ATTRIBUTES = 100
_DEEPEST = 100
_ENTRIES = ("item", "entry")
_VOID = frozenset({"br", "hr", "img", "meta", "input", "wbr", "embed", "area", "base", "col", "param", "track"})


def balanced(text: str) -> str:
    """The same markup, well-formed: one pass, every start tag closed, end tags without a start tag left out.

    An entry inside an entry ends the one before; what hangs over at an end tag is closed there. Attributes get
    their quotation marks, the same one twice counts once.
    """
    return _Balancer().all(text[:MOST_BALANCED])


class _Balancer:
    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: list[str] = []
        self._rooted = False

    def all(self, text: str) -> str:
        position = 0
        for match in _TOKEN.finditer(text):
            self._text(text[position : match.start()])
            position = match.end()
            if match["name"]:
                self._tag(match)
            else:
                self._other(match)
        self._text(text[position:])
        self._close(0)
        return "".join(self._out)

    def _text(self, text: str) -> None:
        if self._open or not text.strip():
            self._out.append(text)

    def _other(self, match: re.Match[str]) -> None:
        found = match[0]
        if found == "<":
            self._text("&lt;")
        elif found.startswith("<![CDATA[") and self._open:
            self._out.append(found + "]]>" if match["open"] is not None else found)

    def _tag(self, match: re.Match[str]) -> None:
        name = match["name"]
        if match["end"]:
            if name in self._open:
                self._close(len(self._open) - 1 - self._open[::-1].index(name))
            return
        if not self._open and self._rooted:
            return  # a second root: a page's script or advertisement after the feed
        if name in _ENTRIES and name in self._open:
            self._close(self._open.index(name))
        if len(self._open) >= _DEEPEST:
            return
        alone = match["rest"].endswith("/") or name in _VOID
        self._rooted = True
        self._out.append(f"<{name}{_attributes(match['rest'])}{'/' if alone else ''}>")
        if not alone:
            self._open.append(name)

    def _close(self, depth: int) -> None:
        while len(self._open) > depth:
            self._out.append(f"</{self._open.pop()}>")


def _attributes(rest: str) -> str:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(rest):
        value = match[2].rstrip("/") if match[2][0] not in "\"'" else match[2]
        found.setdefault(match[1], value if value[:1] in ("'", '"') and value else f'"{value}"')
        if len(found) >= _MOST_ATTRIBUTES:
            break
    return "".join(f" {name}={value}" for name, value in found.items())
