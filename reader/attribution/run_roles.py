"""What in a run of capitalised words is a role and what a name, and whether a name is a body's or a place's.

"U.S. Secretary of State Marco Rubio" is one run: the role ends with "State", the name is the rest.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from reader.attribution.given import FEMALE, MALE
from reader.attribution.lexicon import words
from reader.attribution.nouns import (
    COUNTRY_NAMES,
    DEMONYMS,
    GROUPS,
    HONORIFICS,
    ORGANISATION_HEADS,
    ORGANISATIONS,
    PLACE_NAMES,
    SURNAMES_TOO,
    is_person_noun,
)
from reader.attribution.tokens import Token

__all__ = ["Run", "bare", "is_role", "looks_like_organisation", "looks_like_place", "role_word", "split_role"]

_PORTFOLIOS = words("""
    state defense defence health education justice energy commerce labor labour transportation transport agriculture
    interior treasury staff homeland security veterans foreign affairs finance war culture environment trade housing
    sport sports police operations communications research science technology parliament congress schools exchequer""")
_TITLES = words("""
    cpl cpl. pte pc wpc mp mpp mla mna mep msp qc kc dr dr. prof prof. gov gov. sen sen. rep rep. gen gen. col col.
    lt lt. sgt sgt. capt capt. cmdr cmdr. adm adm. rev rev. hon hon. supt supt. insp insp. det det. cllr cllr. coun
    coun. st. maj. maj const const. ret. former then late deputy assistant chief first vice general acting interim
    prime foreign""")


class Run(Struct, gc=False):
    """Tokens ``start`` to ``end`` (exclusive) that belong together; the name begins at ``name``, ``end`` when none.

    ``letters`` counts the tokens at the end that stand after a name: "MP", "QC".
    """

    start: int
    name: int
    end: int
    honorific: str = ""
    nickname: int = -1
    letters: int = 0


def bare(word: str) -> str:
    """A word without its closing full stops."""
    return word.rstrip(".")


def role_word(lower: str) -> bool:
    """Whether a lower-case word says what somebody is: an office, a trade, a title."""
    if lower.startswith(("then-", "ex-")):
        lower = lower.partition("-")[2]
    return is_person_noun(lower) or bare(lower) in HONORIFICS or lower in _TITLES


def is_role(token: Token) -> bool:
    """``role_word`` of a token, whose noun is known."""
    lower = token.lower
    return (
        token.noun == "person"
        or bare(lower) in HONORIFICS
        or lower in _TITLES
        or (lower.startswith(("then-", "ex-")) and role_word(lower))
    )


def split_role(tokens: list[Token], run: Run) -> None:
    """Set where in the run the name begins: after its last role word and what belongs to that."""
    name = index = run.start
    while index < run.end - run.letters:
        lower = bare(tokens[index].lower)
        if (is_role(tokens[index]) and not _is_name(tokens, run, index)) or _members(tokens, run, index):
            if lower in HONORIFICS or lower == "dr":
                run.honorific = lower
            name = index = _after_portfolio(tokens, index + 1, run.end)
        else:
            index += 1
    if run.start < name < run.end and _organisation(tokens, name, run.end):
        name = _role_in_body(tokens, run, name)
    elif name == run.start and tokens[name].lower in DEMONYMS and run.end - run.start > 2:
        name += not _organisation(tokens, name + 1, run.end)  # "Russian Ivan Petrov"
    run.name = name


_KIN = words("brothers sisters twins cousins partners roommates spouses siblings teammates")


def _members(tokens: list[Token], run: Run, index: int) -> bool:
    """Whether a plural begins the run that only says what they are: "Researchers Ann Lee and Bo Li"."""
    if index != run.start or run.end - index < 3 or tokens[index].lower[-1] != "s":
        return False
    given, plural = tokens[index + 1].lower, tokens[index].lower.rpartition("-")[2]
    people = plural in GROUPS or plural in _KIN or is_person_noun(plural[:-1])
    return people and (given in FEMALE or given in MALE)


def _organisation(tokens: list[Token], start: int, end: int) -> bool:
    return looks_like_organisation([token.lower for token in tokens[start:end]])


def _role_in_body(tokens: list[Token], run: Run, name: int) -> int:
    """Where the name begins when a body follows the role word.

    "First Bank" is all name; "President of the Council" names nobody.
    """
    for before, token in pairwise(tokens[run.start : run.end]):
        if token.lower in ("of", "for", "to"):
            if before.noun == "person":
                return run.end
            break
    return name if run.honorific else run.start


def _is_name(tokens: list[Token], run: Run, index: int) -> bool:
    """Whether a role word is part of a name: "Hana Justice", "Steve King", "PC Dean Hale"."""
    if index + 2 == run.end and (tokens[index].lower in MALE or tokens[index].lower in FEMALE):
        return True
    if index == run.start or index + 1 < run.end:
        return False
    before = tokens[index - 1].lower
    if tokens[index].lower in _PAPERS and not role_word(before) and run.start:
        return tokens[run.start - 1].lower == "the"  # "the Calder Bay Star"
    return before in FEMALE or before in MALE or bare(before) in HONORIFICS


_PAPERS = words("star economist examiner reporter observer advocate spectator courier republican democrat pilot")


def _after_portfolio(tokens: list[Token], index: int, end: int) -> int:
    """The index after "of State", "for Foreign Affairs", "of the Refugee Council", that follow a role word."""
    if index >= end or tokens[index].lower not in ("of", "for", "to"):
        return index
    index += 1
    if index < end and tokens[index].lower == "the":
        index += 1
    begin = index
    while index < end and (tokens[index].lower in _PORTFOLIOS or tokens[index].lower in ("and", "&")):
        index += 1
    if index > begin:
        return index
    for position in range(end - 1, begin - 1, -1):
        lower = tokens[position].lower
        if lower in ORGANISATION_HEADS or lower in COUNTRY_NAMES or lower in ORGANISATIONS:
            return position + 1 if end - position != 2 else end  # "MLA for Port Moody"
    return end - 2 if end - begin >= 3 else end


_BRANCHES = words(
    "canada australia scotland wales england ireland britain uk america india ontario quebec québec alberta"
)
_REGIONS = words("""
    north south east west northern southern eastern western central upper lower new great latin of and in nova bank
    royal northeast northwest southeast southwest mainland french british atlantic republic for to from""")


def _called_alike(word: str) -> bool:
    """Whether with this word "Canada" may be something else: "Upper Canada", "Ann India"."""
    return word in _REGIONS or word in FEMALE or word in MALE


def looks_like_organisation(words: list[str]) -> bool:
    """Whether lower-case words name an organisation: a known one, or with the head word of one."""
    if not ORGANISATIONS.isdisjoint(words):
        return True
    if len(words) > 1 and words[-1] in _BRANCHES and not _called_alike(words[0]):
        return True  # "Health Canada"
    if ORGANISATION_HEADS.isdisjoint(words):
        return False
    heads = [word for word in words if word in ORGANISATION_HEADS]
    return len(words) > 2 or heads != [words[-1]] or words[-1] not in SURNAMES_TOO


def looks_like_place(words: list[str]) -> bool:
    """Whether lower-case words name a country or its people."""
    return _PLACES.issuperset(words)


_PLACES = COUNTRY_NAMES | PLACE_NAMES | DEMONYMS | {"the", "united", "states", "south", "north", "new"}
