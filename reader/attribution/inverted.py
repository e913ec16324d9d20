"""Who a verb of speech belongs to when they stand after it: "said winger Ann Lee"."""

from __future__ import annotations

from reader.attribution.cues import SAY, forms
from reader.attribution.nouns import FUNCTION_WORDS, OPENERS
from reader.attribution.phrases import APOSTROPHES, is_adverb
from reader.attribution.subjects import Places, made
from reader.attribution.tokens import QUOTED, WORD
from reader.attribution.values import NAME, NOMINAL, PRONOUN, Candidate

__all__ = ["after_verb"]


def after_verb(index: Places, position: int) -> Candidate | None:
    """The subject after its verb: after a quotation, or a comma that closes reported words."""
    tokens = index.tokens
    before = tokens[position - 1] if position else None
    after_quotation = before is not None and (
        before.type == QUOTED or (before.lower in (",", "–", "—", "-", "--") and position > 1)
    )
    if not after_quotation or tokens[position].lower.endswith("ing"):
        return None
    here = position + 1
    while here < len(tokens) and (is_adverb(tokens[here]) or tokens[here].lower in ("also", "the", "a", "an")):
        if here in index.starting:
            break
        here += 1
    found = index.starting.get(here)
    if found is None and here < len(tokens) and tokens[here].lower in ("another", "one", "some", "many"):
        following = tokens[here + 1] if here + 1 < len(tokens) else None
        noun = following is not None and following.type == WORD and following.lower not in FUNCTION_WORDS
        found = made(index, here, here + 1 + noun)  # "one reviewer"
    found = _named_after(index, here, found) or found or _unlisted_after(index, position)
    if found is None or tokens[found.start].sentence != tokens[position].sentence:
        return None
    inner = index.starting.get(found.end + 1) if found.organisation or found.place else None
    if inner is not None and inner.kind == NAME and inner.role and tokens[found.end].lower == ",":
        return inner  # "said University of Idaho, Moscow's chancellor, Ann Lee"
    if found.kind == PRONOUN and before is not None and before.type != QUOTED:
        after = tokens[found.end] if found.end < len(tokens) else None
        if after is not None and after.type in (QUOTED, WORD):
            return None  # ", suggested she “take” them"
    return (
        found
        if (before is not None and before.type == QUOTED) or found.kind != PRONOUN or found.head in ("he", "she")
        else None
    )


def _unlisted_after(index: Places, position: int) -> Candidate | None:
    """The name beside a description in no lexicon, or that itself: "said the attendant, Ann Lee"."""
    tokens = index.tokens
    if tokens[position - 1].type != QUOTED or forms().get(tokens[position].lower) != SAY:
        return None
    begin = end = position + 1
    if begin >= len(tokens) or tokens[begin].lower not in OPENERS:
        return None
    while (end := end + 1) < min(begin + 6, len(tokens)) and tokens[end].type == WORD and not tokens[end].capital:
        if tokens[end].lower in FUNCTION_WORDS or tokens[end].lower in forms():
            break
    if end == begin + 1 or end >= len(tokens) or tokens[end].type == WORD:
        return None
    name = index.starting.get(end + 1) if tokens[end].lower == "," else None
    if name is not None and name.kind == NAME and not name.place and len(name.words) > 1:
        return name
    return made(index, begin, end)


def _named_after(index: Places, position: int, found: Candidate | None) -> Candidate | None:
    """The name that ends the phrase begun at ``position``: "said winger Ann Lee", "said Calder fire Chief Bo Li"."""
    tokens = index.tokens
    if found is not None and (found.kind == PRONOUN or found.role or (found.kind == NOMINAL and found.determiner)):
        return None
    begin = found.end if found is not None else position
    for here in range(begin, min(begin + 5, len(tokens))):
        token = tokens[here]
        if token.lower in APOSTROPHES or tokens[min(here + 1, len(tokens) - 1)].lower in APOSTROPHES:
            continue  # "said Oxley's Ann Lee"
        name = index.starting.get(here) if here > position else None
        if name is not None and name.kind == NAME:
            return name if not name.organisation and not name.place else None
        if token.type != WORD or token.capital or token.lower in FUNCTION_WORDS or token.lower in forms():
            return None
        if token.sentence != tokens[position].sentence:
            return None
    return None
