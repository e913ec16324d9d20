"""Surnames that are common words too: Cook and Judge, March and Early, told by the given name before them once."""

from __future__ import annotations

from reader.attribution.cues import forms
from reader.attribution.given import FEMALE, MALE
from reader.attribution.lexicon import words
from reader.attribution.nouns import (
    DETERMINERS,
    FUNCTION_WORDS,
    HONORIFICS,
    NOT_NAMES,
    ORGANISATION_HEADS,
    noun_kind,
)
from reader.attribution.tokens import NUMBER, Token

__all__ = ["MONTHS", "set_surnames_apart"]

MONTHS = words("january february march april may june july august september october november december")
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_ORDERS = words("early late first second third last next")
_BEFORE_DATE = words(
    "in on since last next this early late mid until till by of from through during every before after to"
)
_GOES_ON = words("has had is was will would could can did does 's , and who")


def set_surnames_apart(tokens: list[Token]) -> None:
    """Give the tokens of such surnames a lower-case form that no lexicon has, so that they are read as names.

    A month stays one where a date may stand: "in March", "March 3".
    """
    speech = forms()
    triples = [
        (tokens[index - 1], token, tokens[index + 1] if index + 1 < len(tokens) else None)
        for index, token in enumerate(tokens)
        if token.capital and index
    ]
    alone = {
        token.text
        for before, token, after in triples
        if after
        and after.lower in speech
        and not before.capital
        and before.lower not in DETERMINERS
        and not (token.lower in MONTHS and before.lower in _BEFORE_DATE)
    }
    alone -= {token.text for _, token, after in triples if after and after.capital}  # "King Olav"
    surnames = {
        token.text
        for before, token, after in triples
        if before.capital
        and before.sentence == token.sentence
        and not (after and after.capital)
        and _ends_name(before.lower, token, after, alone)
    }
    for index, token in enumerate(tokens) if surnames else ():
        if token.text in surnames and not _means_itself(tokens, index):
            token.lower, token.noun = token.text, noun_kind(token.text)  # no lexicon has a capital in it


def _ends_name(before: str, token: Token, after: Token | None, alone: set[str]) -> bool:
    """Whether a common word is a surname: after a given name or "Ms.", or where it also speaks with no "the"."""
    given = before in FEMALE or before in MALE or before in HONORIFICS
    if token.lower in MONTHS and after is not None and after.type == NUMBER:
        return False
    if token.lower in _DAYS:
        return given and token.text in alone
    if before in FUNCTION_WORDS:
        return False
    if token.lower in NOT_NAMES or token.lower in FUNCTION_WORDS or token.lower in _ORDERS:
        return given or (token.lower in MONTHS and token.text in alone)
    if not token.noun:
        return False
    return given or (token.text in alone and token.noun == "person" and before not in ORGANISATION_HEADS)


def _means_itself(tokens: list[Token], index: int) -> bool:
    """Whether a word that is somebody's surname in this text is the common word here."""
    token, before = tokens[index], tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.lower in MONTHS and (
        (after is not None and after.type == NUMBER) or (before is not None and before.lower in _BEFORE_DATE)
    ):
        return after is None or after.lower not in forms()
    opens = before is None or before.sentence != token.sentence
    if not opens or not (token.lower in FUNCTION_WORDS or token.lower in _ORDERS):
        return False
    return after is None or not (after.lower in forms() or after.lower in _GOES_ON)
