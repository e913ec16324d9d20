"""Where a passage stands in its sentence, and whether it is speech at all."""

from __future__ import annotations

from dataclasses import dataclass

from reader.attribution.languages.passages import Passage
from reader.attribution.languages.speech import Link
from reader.attribution.languages.table import Table
from reader.attribution.languages.tokens import QUOTED, WORD, Token

__all__ = ["Place", "is_direct", "is_speech", "places"]

_ENDS = ".,!?…;"
_LONG = 12  # words that no title has


@dataclass(slots=True)
class Place:
    """One passage in its place: ``at`` is its token, ``before`` and ``after`` the neighbours in its sentence, or ""."""

    passage: Passage
    at: int
    sentence: int
    paragraph: int
    before: str
    after: str
    capital: bool
    last: str
    words: int

    @property
    def opens(self) -> bool:
        """Whether it begins its sentence."""
        return not self.before

    @property
    def led(self) -> bool:
        """Whether a colon leads up to it."""
        return self.before == ":"


def places(text: str, tokens: list[Token], passages: list[Passage]) -> list[Place]:
    """The place of every passage, in order."""
    return [_place(text, tokens, index, passages[t.passage]) for index, t in enumerate(tokens) if t.kind == QUOTED]


def _place(text: str, tokens: list[Token], at: int, passage: Passage) -> Place:
    token = tokens[at]
    before = tokens[at - 1] if at and tokens[at - 1].sentence == token.sentence else None
    after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].sentence == token.sentence else None
    inner = text[passage.start : min(passage.end, passage.start + 400)].lstrip(" [(….'\"“‘¿¡")
    return Place(
        passage,
        at,
        token.sentence,
        token.paragraph,
        (before.lower or "“") if before else "",
        (after.lower or "“").strip() if after else "",
        inner[:1].isupper() or inner[:1].isdigit(),
        text[passage.end - 1],
        len(text[passage.start : min(passage.end, passage.start + 400)].split()),
    )


def is_speech(tokens: list[Token], place: Place, table: Table, link: Link | None, surely: bool) -> bool:
    """Whether somebody's words stand here, and not a title, a name or a sneer.

    ``link`` is the verb that may govern the passage; ``surely`` says that the narrator breaks in on it.
    """
    if surely or place.words > _LONG or place.led:
        return True
    before = tokens[place.at - 1] if place.before and place.before != "“" else None
    if before is not None and before.kind == WORD and _named(before, place, table, link):
        return False
    if _reported(tokens, place, table):
        return True
    if place.opens and place.after in (",", "—", "–", "-"):
        return True
    if place.opens:
        return link is not None or place.last in _ENDS or place.words > 5
    return link is not None or place.words > 3


def _reported(tokens: list[Token], place: Place, table: Table) -> bool:
    """Whether a verb before the passage shows by its form that the clause is reported: "sei „…“"."""
    near = tokens[max(place.at - 6, 0) : place.at]
    return any(token.lower in table.reported and token.sentence == place.sentence for token in near)


def _named(before: Token, place: Place, table: Table, link: Link | None) -> bool:
    """Whether the word before makes it a title or a name: "le roman « Les Mains vides »", "das Lokal „Alte Liebe“"."""
    if place.words > 6 or place.last in ".!?…":
        return False
    if before.lower in table.works:
        return place.capital
    if not place.capital or (link is not None and link.end == place.at):
        return False
    if table.capital_nouns:
        return before.capital and before.lower not in table.said
    return before.lower not in table.said


def is_direct(place: Place) -> bool:
    """Whether it is an utterance of its own: it opens its sentence, or a colon or comma leads up to it."""
    if place.led or place.passage.dialogue:
        return True
    if place.opens:
        return place.capital or place.words > 3
    return place.before in (",", "—", "–", "-", "“") and place.capital
