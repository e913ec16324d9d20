"""When an answer is right: the same name, or the very mention.

Two names are the same when, titles and accents set aside, a piece of each between commas ends in the same word and one
has all words of the other: "Mr. Lee" and "Ann Lee", but not "Bo Lee" and "Ann Lee".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from gold import Said

from reader.attribution.lexicon import words as _set

__all__ = ["f1", "right_mention", "right_name", "same_name", "same_person", "tally"]

_WORD = re.compile(r"[^\W_][\w.\-'&]*")
_ENDS_NAME = re.compile(r"\s(?:of|who|whom|which|that|for|in|at|from|with|on|to|by|as)\s")
_TITLES = _set("""
    the a an mr mrs ms miss dr prof professor sir dame lord lady senator sen representative rep governor gov
    president vice-president vice prime minister secretary sergeant sgt captain capt colonel col general gen lieutenant
    lt judge justice rev reverend pope king queen prince princess chancellor mayor councillor constable const detective
    det inspector insp superintendent supt ambassador congressman congresswoman republican democratic former then late
    his her their its our my jr sr coach chief chairman chairwoman director""")
_PRONOUNS = _set("he she they it i we you him her them us his their its who this that these those one")


def same_name(one: str, other: str) -> bool:
    """Whether two names may mean the same; a pronoun is the same only as itself."""
    if not one or not other:
        return False
    if _words(one) == _words(other):
        return True
    if _is_pronoun(one) or _is_pronoun(other):
        return False
    return any(a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a)) for a in _pieces(one) for b in _pieces(other))


def same_person(one: str, other: str) -> bool:
    """Whether two names mean one person or body also in another spelling: "Cres" for Creswell, "U.S." for its name."""
    one, other = _in_full(one), _in_full(other)
    if same_name(one, other):
        return True
    a, b = _words(one), _words(other)
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    short, full = sorted((a[0], b[0]), key=len)
    return len(short) > 2 and full.startswith(short)


def _in_full(name: str) -> str:
    return re.sub(r"\bU\.S\.(?=\s)", "United States", name)


def right_name(said: Said, name: str, text: str, mention: tuple[int, int] | None) -> bool:
    """Whether the name found is the gold's; where the gold has but a pronoun, whether the mention is."""
    if not said.speaker or not name:
        return not said.speaker and not name
    if _is_pronoun(said.speaker):
        return right_mention(said, text, mention)
    return same_name(said.speaker, name)


def right_mention(said: Said, text: str, mention: tuple[int, int] | None) -> bool:
    """Whether the mention found covers the head word of the gold's."""
    if said.mention is None or mention is None:
        return False
    start, end = _head(text, *said.mention)
    return mention[0] < end and start < mention[1]


def f1(right: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall, in percent."""
    return 200.0 * right / (found + wanted) if found + wanted else 0.0


def tally(count: Counter[str], said: Said | None, found: bool, named: bool, pointed: bool) -> None:
    """Add one stretch to the count: gold, found, both, and with the right person by name and by mention."""
    count["gold"] += said is not None
    count["found"] += found
    if said is not None and found:
        count["both"] += 1
        count["named"] += named
        count["pointed"] += pointed


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r"'s?(?=\W|$)", " ", plain.lower().replace("’", "'"))
    return [stripped for word in _WORD.findall(plain) if (stripped := word.strip(".-'"))]


def _pieces(name: str) -> list[list[str]]:
    found = []
    for part in re.split(r"[,;()\[\]]|--|[–—]", name):
        words = _words(_ENDS_NAME.split(f" {part} ", maxsplit=1)[0]) or _words(part)
        if words:
            found.append([word for word in words if word not in _TITLES] or words)
    return found


def _is_pronoun(name: str) -> bool:
    words = _words(name)
    return bool(words) and all(word in _PRONOUNS for word in words)


def _head(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of the last word of a mention before its first comma or preposition."""
    piece = re.split(r"[,;(\[]|--|[–—]", text[start:end])[0]
    piece = _ENDS_NAME.split(piece + " ", maxsplit=1)[0]
    words = list(re.finditer(r"\w[\w.\-'’&]*", piece))
    if not words:
        return start, end
    last = words[-1]
    return start + last.start(), start + last.end()
