"""The quoted passages of a text in another language: marks, lines of dialogue, and asides taken out of both."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from reader.attribution.languages.table import Table
from reader.attribution.marks import scan

__all__ = ["Passage", "find_passages"]

_PARAGRAPH = re.compile(r"[^\n]+")
_DASH = re.compile(r"(?<!\w)[—–-]+|[—–](?!\w)")
_COMMA = re.compile(r"(?:,|(?<=[!?…])) (?=\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_EDGES = " \u00a0\u202f\t"
_REACH = 300  # characters that an aside may have
_BESIDE = 400  # characters that are looked through for the end of one


@dataclass(frozen=True, slots=True)
class Passage:
    """Words within marks; the outer offsets take in the marks.

    ``group`` is common to those that an aside parts; ``continues`` is the index of the passage that this one carries
    on from the paragraph before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    group: int
    dialogue: bool = False
    continues: int | None = None


def find_passages(text: str, table: Table) -> list[Passage]:
    """The passages of a text, in order."""
    dialogue = _dialogue(text, table)
    stretches = [(s.start, s.end, s.outer_start, s.outer_end, s.continues) for s in scan(_prepared(text, table))]
    covered = [(first, last) for first, last, _parts in dialogue]
    found: list[Passage] = []
    groups: list[tuple[int, int, list[tuple[int, int]], bool, int | None]] = [
        (first, last, parts, True, None) for first, last, parts in dialogue
    ]
    for start, end, outer_start, outer_end, continues in stretches:
        if not _within(covered, outer_start):
            parts = _between(start, end, _asides(text, start, end, table))
            groups.append((outer_start, outer_end, parts, False, continues))
    groups.sort(key=lambda group: group[0])
    last_of: dict[int, int] = {}
    numbers = {outer: number for number, (_s, _e, outer, _o, _c) in enumerate(stretches)}
    for group, (first, last, parts, spoken, continues) in enumerate(groups):
        trimmed = [part for part in (_trim(text, *part) for part in parts) if part]
        for number, (start, end) in enumerate(trimmed):
            outer_start = first if number == 0 else start
            outer_end = last if number == len(trimmed) - 1 and end + 3 >= last else end
            goes_on = last_of.get(continues) if number == 0 and continues is not None else None
            found.append(Passage(start, end, outer_start, outer_end, group, spoken, goes_on))
        if trimmed and not spoken:
            last_of[numbers[first]] = len(found) - 1
    return found


def _within(ranges: list[tuple[int, int]], position: int) -> bool:
    index = bisect_left(ranges, (position + 1, 0)) - 1
    return index >= 0 and position < ranges[index][1]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in _EDGES + ".,;:—–-":
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if any(character.isalnum() for character in text[start : min(end, start + 200)]) else None


def _prepared(text: str, table: Table) -> str:
    """The text, as long as before, with what is no outer mark made a letter."""
    if table.apostrophes:
        text = re.sub(rf"(?<!\w)['’‘](?={table.apostrophes})", "x", text)
    for pair in table.marks:
        if text.count(pair[0]) > 1:
            text = _flat(text, pair[0], pair[1])
    return text


def _flat(text: str, opening: str, closing: str) -> str:
    """The text without the marks that stand within a pair of the same."""
    changed = list(text)
    for paragraph in _PARAGRAPH.finditer(text):
        depth = 0
        for match in re.finditer(f"[{opening}{closing}]", paragraph.group()):
            at = paragraph.start() + match.start()
            if match.group() == opening:
                depth += 1
                if depth > 1:
                    changed[at] = "x"
            elif depth > 1 and not _ends_all(text, at + 1):
                depth -= 1
                changed[at] = "x"
            else:
                depth = 0
    return "".join(changed)


def _ends_all(text: str, after: int) -> bool:
    """Whether a closing mark ends every level: one often stands for two, ``«… «…», — he said``."""
    return re.match(r"[,.]?\s+[—–-]\s", text[after : after + 5]) is not None


def _dialogue(text: str, table: Table) -> list[tuple[int, int, list[tuple[int, int]]]]:
    """The paragraphs that open with a dash and tell who speaks: their range, and what is said in them."""
    found = []
    if not table.dashes or not any(dash in text for dash in table.dashes):
        return []
    for paragraph in _PARAGRAPH.finditer(text):
        first, last = paragraph.span()
        if text[first] not in table.dashes:
            continue
        start = first + 1
        asides = _asides(text, start, last, table)
        if not asides:
            continue
        parts = _between(start, last, asides)
        ends = min(last, parts[-1][1]) if parts else last
        found.append((first, ends, parts))
    return found


def _between(start: int, end: int, asides: list[tuple[int, int]]) -> list[tuple[int, int]]:
    parts, position = [], start
    for first, last in asides:
        parts.append((position, first))
        position = last
    parts.append((position, end))
    return [part for part in parts if part[0] < part[1]]


def _asides(text: str, start: int, end: int, table: Table) -> list[tuple[int, int]]:
    """Where the narrator breaks in between ``start`` and ``end``, the marks of the break included."""
    if not table.asides:
        return []
    dashes = [match.span() for match in _DASH.finditer(text, start, end)] if "—" in table.asides else []
    found: list[tuple[int, int]] = []
    for number, (first, after) in enumerate(dashes):
        if first <= start or (found and first < found[-1][1]):
            continue
        last = dashes[number + 1] if number + 1 < len(dashes) else (end, end)
        if last[0] - after <= _REACH and _tells(text[after : last[0]], table):
            before = first
            while before > start and text[before - 1] in _EDGES + ",":
                before -= 1
            found.append((before, last[1]))
    return found or (_comma_asides(text, start, end, table) if "," in table.asides else [])


def _tells(aside: str, table: Table) -> bool:
    """Whether it opens with a verb of speech among its first three words, or with any verb and a pronoun."""
    opening = [match.group().lower() for match in _WORD.finditer(aside[:80])][:3]
    if not aside.lstrip()[:1].islower():
        return False
    pronoun = len(opening) > 1 and opening[0] not in table.common and opening[1] in table.pronouns
    return pronoun or any(_verb(word, table) for word in opening)


def _verb(word: str, table: Table) -> bool:
    if word in table.said:
        return True
    return bool(table.clitics) and re.sub(table.clitics, "", word) in table.said


def _comma_asides(text: str, start: int, end: int, table: Table) -> list[tuple[int, int]]:
    """Asides between commas: "…, explique Anne Leroy, …"; the verb comes first and its subject right after."""
    found: list[tuple[int, int]] = []
    for match in _COMMA.finditer(text, start, end):
        if (found and match.start() < found[-1][1]) or not _inverted(text[match.end() : match.end() + 90], table):
            continue
        found.append((match.start(), _aside_end(text, match.end(), end, table)))
    return found


def _inverted(following: str, table: Table) -> bool:
    """Whether a text begins "dit-il", "a-t-elle ajouté", "a déclaré Anne", "explique le maire"."""
    opening = [match.group() for match in _WORD.finditer(following)][:4]
    if len(opening) < 1 or not opening[0][0].islower():
        return False
    bare = re.sub(table.clitics, "", opening[0]) if table.clitics else opening[0]
    if bare != opening[0]:
        return bare in table.said or (bare in table.helpers and len(opening) > 1 and opening[1] in table.said)
    if bare in table.helpers and len(opening) > 1:
        opening = opening[1:]
    if opening[0] not in table.said or len(opening) < 2:
        return False
    subject = opening[1]
    return (
        subject[0].isupper() or subject in table.articles or subject in table.pronouns or subject + "." in table.titles
    )


def _aside_end(text: str, begin: int, end: int, table: Table) -> int:
    """Where an aside between commas ends: at a full stop, or a comma that no relative clause or role follows."""
    for match in re.finditer(r"([,.:;]) ?", text[begin : min(end, begin + _BESIDE)]):
        after = begin + match.end()
        if match.group(1) != ",":
            if text[after : after + 1].isupper() or after >= end:
                return after
            continue
        word = _WORD.match(text, after, end)
        if word is None or not _apposition(word.group().lower(), table):
            return after
    return end


def _apposition(word: str, table: Table) -> bool:
    return word in ("qui", "dont", "que", "quien", "che", "cui", "quem") or word in table.roles
