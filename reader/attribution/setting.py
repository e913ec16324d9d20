"""Where a quoted stretch stands: what comes right before and after it, and what of that its sentence holds."""

from __future__ import annotations

from msgspec import Struct

from reader.attribution.marks import Stretch
from reader.attribution.tokens import BREAK, PUNCTUATION, QUOTED, Token

__all__ = ["Setting", "settings"]

_OPENERS = " [(….'\"“‘"  # may stand before the first letter of a stretch


class Setting(Struct, gc=False):
    """One stretch in its place; ``at`` is its token.

    ``opens`` says it begins its sentence, ``closes`` that it ends it; ``alone`` both. ``before`` and ``after`` are
    the lower-case neighbours ("" at a paragraph's edge); ``capital`` its own first letter; ``last`` its last character.
    """

    stretch: Stretch
    at: int
    sentence: int
    paragraph: int
    before: str
    after: str
    opens: bool
    closes: bool
    capital: bool
    last: str
    words: int
    after_quoted: bool
    leads_paragraph: bool
    alone: bool


def settings(text: str, tokens: list[Token], stretches: list[Stretch]) -> list[Setting]:
    """The setting of every stretch, in order."""
    if not stretches:
        return []
    return [
        _setting(text, tokens, index, stretches[token.stretch])
        for index, token in enumerate(tokens)
        if token.type == QUOTED
    ]


def _setting(text: str, tokens: list[Token], at: int, stretch: Stretch) -> Setting:
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    same_before = before is not None and before.sentence == token.sentence and before.type != BREAK
    same_after = after is not None and after.sentence == token.sentence and after.type != BREAK
    inner = text[stretch.start : min(stretch.end, stretch.start + 400)].lstrip(_OPENERS)
    ends = not same_after or (
        after is not None and after.type == PUNCTUATION and after.lower in ".?!;" and _last(tokens, at + 1)
    )
    return Setting(
        stretch,
        at,
        token.sentence,
        token.paragraph,
        before.lower if same_before and before is not None else "",
        after.lower if same_after and after is not None else "",
        not same_before,
        ends,
        inner[:1].isupper() or inner[:1].isdigit(),
        text[stretch.start : stretch.end].rstrip()[-1:],
        text.count(" ", stretch.start, min(stretch.end, stretch.start + 400)) + 1,
        same_before and before is not None and before.type == QUOTED,
        before is None or before.type == BREAK,
        not same_before and ends,
    )


def _last(tokens: list[Token], index: int) -> bool:
    return (
        index + 1 >= len(tokens)
        or tokens[index + 1].sentence != tokens[index].sentence
        or tokens[index + 1].type == BREAK
    )
