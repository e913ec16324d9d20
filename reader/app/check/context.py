"""Whether a draft cut a quotation out of a negation or a condition: what its sentence said that the cut does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Range

__all__ = ["cut_from", "sentence_around"]

_NEGATION = re.compile(
    r"\b(?:not|never|no one|nobody|none|neither|nor|cannot|without|hardly|scarcely|barely"
    r"|den(?:y|ies|ied|ying)|reject\w*|refus\w+|doubt\w*|wrong|false|untrue|myth|no(?=\s+\w)"
    r"|far from|stop(?:ped)? short of)\b"
    r"|\b\w+n['’]t\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|assuming|suppose|supposing|whether|in case|as long as|only when|until"
    r"|were (?:it|he|she|they|we)|might|could|would|may|perhaps|maybe|possibly"
    r"|hypothetically|hope[sd]?|wish(?:es|ed)?|imagine)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^\W*(?:only )?(?:if|unless|provided|assuming|in case|as long as|when|until)\b", re.IGNORECASE)
_TURN = re.compile(
    r"[;:—–]|\s-\s|,?\s\b(?:but|yet|however|whereas|although|though|because)\b|,\s+(?:and|so)\b", re.IGNORECASE
)
"""Where a sentence turns to something else: what stands before it governs what comes after no more."""
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)|\n")
_OPENERS = '“"«„‘'
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|St|Jr|Sr|vs|No|Inc|Ltd|Co|U\.S|U\.K|a\.m|p\.m)$"
)


def cut_from(text: str, spans: Sequence[Range], draft: str) -> str:
    """The sentence of ``text`` whose negation or condition the ``spans`` leave behind; ``""`` when they leave none.

    ``draft`` is the draft's own sentence: what it says outside its quotation marks was not cut.
    """
    for number, (start, end) in enumerate(spans):
        first, last = sentence_around(text, start, end)
        before = text[first:start] if number == 0 else text[max(first, spans[number - 1][1]) : start]
        after = text[end : last if number + 1 == len(spans) else min(last, spans[number + 1][0])]
        if _lost(before, after, text[start:end], draft):
            return text[first:last].strip()
    return ""


def sentence_around(text: str, start: int, end: int) -> Range:
    """The sentence or sentences around a span, by full stops and line ends; common abbreviations end none."""
    ends = [match.end() for match in _STOP.finditer(text, max(0, start - 2000), min(len(text), end + 2000))]
    ends = [place for place in ends if not _ABBREVIATION.search(text[max(0, place - 8) : place].rstrip(".\"'”’"))]
    first = max((place for place in ends if place <= start), default=max(0, start - 2000))
    last = min((place for place in ends if place >= end), default=min(len(text), end + 2000))
    return first, last


def _lost(before: str, after: str, kept: str, draft: str) -> bool:
    governing = _governing(before)
    outside = draft.replace(kept, " ")
    if _NEGATION.search(_without_interjection(governing)) and not _NEGATION.search(outside):
        return True
    condition = _CONDITION.search(governing) or _AFTER.search(after)
    return bool(condition) and not _CONDITION.search(outside)


def _governing(before: str) -> str:
    """The words that still govern what follows them: the speaker's since a turn, and the reporter's last clause."""
    opened = max(before.rfind(mark) for mark in _OPENERS)
    reporter, speaker = before[: max(opened, 0)].rstrip(" ,:"), before[opened + 1 :]
    if opened < 0:
        return speaker[_last_turn(speaker) :]
    return f"{reporter[max(_last_turn(reporter), reporter.rfind(',') + 1) :]} {speaker[_last_turn(speaker) :]}"


def _last_turn(text: str) -> int:
    return max((match.end() for match in _TURN.finditer(text)), default=0)


def _without_interjection(text: str) -> str:
    """The text without a ``No,`` that only answers, and without what was said in the negative about saying it."""
    return re.sub(r"\bno[,.!]", " ", text, flags=re.IGNORECASE)
