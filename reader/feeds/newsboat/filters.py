"""newsboat's filter language (``title =~ "tide" and unread = "yes"``) in the words of our searches."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.errors import BadInput
from reader.query import parse
from reader.text import clean_line, elide

__all__ = ["query_of"]

_PIECE = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<joint>and|or)\b"
    r"|(?P<name>[A-Za-z_]+)\s*(?P<sign>!=|==|=~|!~|!#|<=|>=|=|<|>|#|between\b)\s*"
    r"(?:\"(?P<value>(?:[^\"\\]|\\.)*)\"|(?P<number>-?\d+(?::-?\d+)?)))",
    re.DOTALL,
)
_FIELDS = {
    "title": "title", "author": "author", "content": "text", "description": "text", "feedtitle": "feed",
    "link": "site", "guid": "site", "feedlink": "site", "rssurl": "site", "tags": "tag",
}  # fmt: skip
_DEEPEST = 50
_MOST = 5_000
_PLAIN = re.compile(r"[\w\s.,:;!?%@/'’&#-]+")
_ANY_CASE = re.compile(r"\[(\w)(\w)\]")


class _Piece(NamedTuple):
    kind: str
    text: str = ""
    sign: str = ""
    value: str = ""


def query_of(expression: str) -> str:
    """The search that asks the same; ``BadInput`` with what of it no search can say.

    newsboat compares letters and regular expressions, a search compares words: an expression becomes the words that
    it is made of, those of ``=~`` and ``#`` may go on.
    """
    if len(expression) > _MOST:
        raise BadInput("the filter is too long")
    reader = _Reader(_pieces(expression))
    query = reader.any_of(0)
    if reader.rest():
        raise BadInput("the filter cannot be read")
    parse(query)
    return query


def _pieces(expression: str) -> list[_Piece]:
    found, position = [], 0
    expression = expression.strip()
    while position < len(expression):
        match = _PIECE.match(expression, position)
        if match is None:
            raise BadInput(f"its filter cannot be read at {elide(clean_line(expression[position:]), 30)!r}")
        position = match.end()
        if match["name"]:
            value = match["number"] or re.sub(
                r"\\(.)", r"\1" if match["sign"] not in ("=~", "!~") else r"\\\1", match["value"] or ""
            )
            found.append(_Piece("condition", match["name"].lower(), match["sign"], value))
        else:
            kind = next(name for name in ("open", "close", "joint") if match[name])
            found.append(_Piece(kind, match[kind]))
    return found


class _Reader:
    """Reads pieces from left to right; ``and`` binds before ``or``."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self._pieces = pieces[::-1]

    def rest(self) -> bool:
        return bool(self._pieces)

    def any_of(self, depth: int) -> str:
        parts = [self._all_of(depth)]
        while self._next_is("or"):
            parts.append(self._all_of(depth))
        return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"

    def _all_of(self, depth: int) -> str:
        parts = [self._one(depth)]
        while self._next_is("and"):
            parts.append(self._one(depth))
        return " ".join(parts)

    def _next_is(self, joint: str) -> bool:
        if self._pieces and self._pieces[-1] == _Piece("joint", joint):
            self._pieces.pop()
            return True
        return False

    def _one(self, depth: int) -> str:
        piece = self._pieces.pop() if self._pieces else _Piece("end")
        if piece.kind == "open" and depth < _DEEPEST:
            inside = self.any_of(depth + 1)
            if not self._pieces or self._pieces.pop().kind != "close":
                raise BadInput("its filter has a bracket that does not close")
            return inside if inside.startswith("(") else f"({inside})"
        if piece.kind != "condition":
            raise BadInput("its filter cannot be read")
        return _asked(piece)


def _asked(piece: _Piece) -> str:
    """One condition as a search."""
    name, sign, value = piece.text, piece.sign, piece.value
    if name == "unread" and sign in ("=", "==", "!=") and value in ("yes", "no"):
        return "is:unread" if (value == "yes") == (sign != "!=") else "is:read"
    if name == "age":
        return _days(sign, value)
    if name == "flags" and sign in ("#", "!#", "=", "==") and value.isalpha():
        asked = " ".join(f"tag:flag-{letter}" for letter in value)
        return f"-({asked})" if sign == "!#" else asked
    field = _FIELDS.get(name)
    if field is None:
        raise BadInput(f"no search asks for {elide(name, 30)}")
    words = _words(field, sign, value)
    if sign in ("!=", "!~", "!#"):
        return f"-{words}"
    if sign in ("=", "==", "=~", "#"):
        return words
    raise BadInput(f"no search compares a {name} by {sign}")


def _days(sign: str, value: str) -> str:
    """An age in days."""
    first, _, last = value.partition(":")
    if not (first.isdecimal() and (last.isdecimal() or not last)):
        raise BadInput(f"no age: {elide(clean_line(value), 30)}")
    days = int(first[:6])
    if sign == "between" and last:
        least, most = sorted((days, int(last[:6])))
        return f"{_aged(least)} after:{most}d".lstrip()
    if sign == "<=" or (sign == "<" and days):
        return f"after:{days - (sign == '<')}d"
    if sign == ">" or (sign == ">=" and days):
        return _aged(days + (sign == ">"))
    raise BadInput(f"no search compares an age by {sign}")


def _aged(days: int) -> str:
    """At least so many days old; of today, 0, is everything."""
    return f"before:{days - 1}d" if days else ""


def _words(field: str, sign: str, value: str) -> str:
    if sign not in ("=~", "!~"):
        return _term(field, value, open_ended=sign in ("#", "!#") and field != "tag")
    alternatives = [_literal(one) for one in _split(value)]
    terms = [_term(field, one, open_ended=field != "tag") for one in alternatives]
    return terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})"


def _split(expression: str) -> list[str]:
    """The alternatives of a regular expression, with or without one bracket around them."""
    if expression.startswith("(") and expression.endswith(")") and "(" not in expression[1:]:
        expression = expression[1:-1]
    return expression.split("|")


def _literal(expression: str) -> str:
    """The words that a regular expression is made of; ``BadInput`` when it is more than words."""
    text = expression.removeprefix("^").removeprefix(".*").removesuffix("$").removesuffix(".*")
    text = _ANY_CASE.sub(lambda match: match[1] if match[1].lower() == match[2].lower() else match[0], text)
    text = re.sub(r"\\b|\\<|\\>", "", text)
    escaped = re.sub(r"\\([.+*?()|$^/-])", "\x00", text)
    if not _PLAIN.fullmatch(escaped.replace("\x00", "")) or ("." in escaped.rstrip(".") and ".*" in escaped):
        raise BadInput(f"no search can say the expression {elide(clean_line(expression), 40)!r}")
    return re.sub(r"\\(.)", r"\1", text)


def _term(field: str, words: str, *, open_ended: bool) -> str:
    words = clean_line(words).replace('"', " ").strip()
    if not re.search(r"\w", words):
        raise BadInput("its filter asks for no word")
    if re.fullmatch(r"[\w.-]+", words):
        return f"{field}:{words}*" if open_ended else f"{field}:{words}"
    return f'{field}:"{words}"'
