"""Where a changed passage begins and ends: at the ends of its sentence if it did before, and with its punctuation."""

from __future__ import annotations

import re

from reader.model import Range, Selector

__all__ = ["fitted"]

_CLOSERS = r"\"'”’»)\]"
_STOPPED = re.compile(rf"[.!?…:;][{_CLOSERS}]*\s*$")
_SENTENCE_END = re.compile(rf"[.!?…:][{_CLOSERS}]*(?=\s|$)|(?=\n)|$")
_LEAST_REACH = 60
"""Characters that an edge may move to reach the end of its sentence, if the passage itself is shorter."""


def fitted(selector: Selector, text: str, span: Range, kept: Range, certain: tuple[bool, bool]) -> Range:
    """The span widened as the passage was: to whole sentences, and by the punctuation at its ends.

    ``kept`` is from the first to the last unchanged word in it; ``certain`` tells which edges are known from the
    context and are not to move.
    """
    start, end = span
    reach = max(_LEAST_REACH, len(selector.exact))
    if not certain[0] and _began_sentence(selector):
        begin = _sentence_start(text, kept[0])
        start = begin if kept[0] - begin <= reach else start
    if not certain[1] and _ended_sentence(selector):
        found = _SENTENCE_END.search(text, kept[1])
        end = found.end() if found and found.end() - kept[1] <= reach else end
    if not selector.exact[-1].isalnum():
        end = re.compile(r"[^\w\s]*").match(text, end).end()  # type: ignore[union-attr]  # an empty match is one
    if not selector.exact[0].isalnum():
        while start and not (text[start - 1].isalnum() or text[start - 1].isspace()):
            start -= 1
    return start, end


def _ended_sentence(selector: Selector) -> bool:
    return bool(_STOPPED.search(selector.exact)) or not selector.suffix.strip() or selector.suffix[0] == "\n"


def _began_sentence(selector: Selector) -> bool:
    return not selector.prefix.strip() or selector.prefix.endswith("\n") or bool(_STOPPED.search(selector.prefix))


def _sentence_start(text: str, start: int) -> int:
    line = text.rfind("\n", 0, start) + 1
    ends = [found.end() for found in _SENTENCE_END.finditer(text, line, start) if found.end() < start]
    begin = ends[-1] if ends and ends[-1] > line else line
    while begin < start and not text[begin].isalnum():
        begin += 1
    return begin
