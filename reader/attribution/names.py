"""Runs of capitalised words: where each begins and ends."""

from __future__ import annotations

from reader.attribution.cues import WEAK, forms
from reader.attribution.french_bodies import french_body
from reader.attribution.given import FEMALE, MALE
from reader.attribution.lexicon import words
from reader.attribution.nouns import (
    COUNTRY_NAMES,
    DEMONYMS,
    FUNCTION_WORDS,
    GROUPS,
    NOT_NAMES,
    ORGANISATION_HEADS,
    ORGANISATIONS,
    PARTICLES,
    PLACE_NAMES,
)
from reader.attribution.run_roles import Run, bare, is_role, role_word, split_role
from reader.attribution.tokens import NUMBER, QUOTED, WORD, Token

__all__ = ["find_runs"]

_NUMBERS = words("one two three four five six seven eight nine ten")
_ORDINALS = words("new old first second third last next own same next early late mid")
_CONNECTORS = words("of for on to")


def find_runs(tokens: list[Token], lower_words: frozenset[str]) -> list[Run]:
    """The runs of capitalised words of a text, in order; days, months and words that only begin a sentence left out.

    ``lower_words`` are the words that the text also writes in lower case.
    """
    runs: list[Run] = []
    capitals = [index for index, token in enumerate(tokens) if token.capital]
    surnames = {
        token.text
        for before, token in ((tokens[index - 1], tokens[index]) for index in capitals if index)
        if (before.capital or ((before.type == WORD or before.lower == ",") and before.sentence == token.sentence))
    }
    end = 0
    for index in capitals:
        if index < end or not _may_start(tokens, index, lower_words, surnames):
            continue
        end, nickname = _extend(tokens, index)
        while end > index and tokens[end - 1].lower in NOT_NAMES and end - index > 1:
            end -= 1
        run = Run(index, index, end, nickname=nickname, letters=_letters_after(tokens, index, end))
        split_role(tokens, run)
        runs.append(run)
    return runs


def _letters_after(tokens: list[Token], start: int, end: int) -> int:
    """How many tokens at the end of a run of a name are letters after it: "Jane Moss MP"."""
    last = tokens[end - 1].lower.replace(".", "")
    return int(end - start > 2 and last in _LETTERS and not tokens[end - 2].text.isupper())


_LETTERS = words("mp mpp mla mna mep msp qc kc phd md obe mbe cbe frs")


def _first_of_sentence(tokens: list[Token], index: int) -> bool:
    if index and tokens[index - 1].lower in ("—", "–", "--", "•"):
        return True
    return index == 0 or tokens[index - 1].sentence != tokens[index].sentence or tokens[index - 1].type == QUOTED


def _function(token: Token) -> bool:
    """Whether a token is a function word; "WHO" and "US" in capitals are names."""
    return token.lower in FUNCTION_WORDS and not (len(token.text) > 1 and token.text.isupper())


def _may_start(tokens: list[Token], index: int, lower_words: frozenset[str], surnames: set[str]) -> bool:
    token = tokens[index]
    common = _function(token) or token.lower in NOT_NAMES
    if token.type != WORD or (common and token.lower not in _NAMES_TOO):
        return False
    if _before_number(tokens, index) or _before_name(tokens, index):
        return False
    if index + 1 < len(tokens) and tokens[index + 1].lower == "$":  # "US$5"
        return False
    if common:
        if token.lower == "all":
            return _capital(tokens, index + 1) and not _first_of_sentence(tokens, index)
        return _before_surname(tokens, index)
    if token.lower in _ORDINALS and (not _capital(tokens, index + 1) or tokens[index + 1].lower in NOT_NAMES):
        return False
    if _first_of_sentence(tokens, index) and not _name_goes_on(tokens, index + 1):
        if token.noun == "person" or token.lower in GROUPS:
            goes_on = token.noun == "person" and index + 1 < len(tokens)
            return goes_on and _connector(tokens, index, index + 1) > 0
        if token.text in surnames and (token.lower not in lower_words or _speaks(tokens, index + 1)):
            return True
        return not _common(token, lower_words) and (token.text in surnames or _stands_as_name(tokens, index))
    return True


_NAMES_TOO = words("all will may june april august")


def _name_goes_on(tokens: list[Token], index: int) -> bool:
    """Whether a capital stands here, or after particles or a nickname: "van den Berg", "“Kit” Berg"."""
    if index < len(tokens) and tokens[index].type == QUOTED and _short_nickname(tokens, index):
        return True
    particles = 0
    while particles < 2 and index < len(tokens) and tokens[index].lower in PARTICLES:
        index, particles = index + 1, particles + 1
    return _capital(tokens, index) and (not particles or tokens[index].lower not in DEMONYMS)


def _before_number(tokens: list[Token], index: int) -> bool:
    """Of "No. 3" and "Grade 11", which are no names."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.type == NUMBER and bare(tokens[index].lower) in _NUMBERED


_NUMBERED = words("no grade year unit local phase level room gate section chapter page article")


def _before_name(tokens: list[Token], index: int) -> bool:
    """Of "Celebrating Ann Lee" and "Luger Ann Lee": what a sentence begins with before a given name."""
    token = tokens[index]
    if token.lower == "born":
        return _first_of_sentence(tokens, index)
    trade = token.lower.endswith(("er", "or", "ist")) and len(token.lower) > 4 and _capital(tokens, index + 2)
    participle = token.lower.endswith("ing") and _capital(tokens, index + 1)
    if not (trade or participle) or not _first_of_sentence(tokens, index):
        return False
    given = tokens[index + 1].lower
    return (given in FEMALE or given in MALE) and token.lower not in MALE and token.lower not in FEMALE


def _stands_as_name(tokens: list[Token], index: int) -> bool:
    """Whether a word that is capitalised only where a sentence begins is a name all the same."""
    token = tokens[index]
    known = (FEMALE, MALE, ORGANISATIONS, COUNTRY_NAMES, PLACE_NAMES, DEMONYMS)
    if (len(token.text) > 1 and token.text.isupper()) or any(token.lower in names for names in known):
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return _speaks(tokens, index + 1) or after is None or after.lower in ("'s", "’", "'", "and", ",", "(")


def _speaks(tokens: list[Token], index: int) -> bool:
    """Whether a verb of speech stands here, or after an adverb or auxiliary: "has not commented"."""
    denied = len(tokens) > index + 1 and tokens[index + 1].lower in ("not", "never")
    for token in tokens[index : index + 2 + denied]:
        if token.lower in forms() and forms()[token.lower] != WEAK and not token.capital:
            return True
    return False


def _common(token: Token, lower_words: frozenset[str]) -> bool:
    """Whether a word that begins a sentence is likely no name."""
    if (token.text.isupper() and len(token.text) > 1) or token.lower in PLACE_NAMES:
        return False  # "Beijing" ends as "Seeing" does
    return token.lower in lower_words or (token.lower.endswith(("ing", "ed", "ly")) and len(token.lower) > 5)


def _before_surname(tokens: list[Token], index: int) -> bool:
    """Whether "Will" or "May" here is somebody's name: a capital next, or a surname in mid-sentence."""
    if index > 1 and tokens[index - 2].type == QUOTED and tokens[index - 1].lower in forms():
        return True  # right after a quotation: "said May"
    if tokens[index].lower == "may" and not _first_of_sentence(tokens, index):
        if tokens[index - 1].lower in ("the", "a", "this", "last", "in", "of", "since"):
            return False  # "the May figures"
        return (
            index + 1 < len(tokens) and tokens[index + 1].type == WORD and tokens[index + 1].lower not in ("and", "of")
        )
    if (
        tokens[index].lower == "will"
        and index + 1 < len(tokens)
        and tokens[index + 1].lower in ("said", "says", "told", "added")
    ):
        return True
    return _capital(tokens, index + 1) and tokens[index].lower != "may"


def _capital(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].type == WORD and tokens[index].capital


def _extend(tokens: list[Token], start: int) -> tuple[int, int]:
    """The end of the run that begins at ``start``, and where in it a nickname in quotation marks stands."""
    end, nickname = start + 1, -1
    while end < len(tokens) and end - start < 16:
        token = tokens[end]
        if token.type == WORD and token.capital and _goes_on(tokens, end):
            end += 1
        elif token.lower in PARTICLES and _capital(tokens, end + 1) and token.lower not in DEMONYMS:
            end += 2
        elif token.type == WORD and token.lower in PARTICLES and _particle_pair(tokens, end):
            end += 3
        elif token.type == NUMBER and tokens[end - 1].lower in ("no.", "act", "article", "section"):
            return end + 1, nickname
        elif token.type == QUOTED and _short_nickname(tokens, end):
            nickname = end
            end += 2
        elif (step := _connector(tokens, start, end) or french_body(tokens, start, end)) > 0:
            end += step
        else:
            break
    return end, nickname


def _goes_on(tokens: list[Token], index: int) -> bool:
    """Whether a capitalised word goes on a run: no function word, but "Radio Five" and "Kerry Will"."""
    token = tokens[index]
    if not _function(token) or token.lower in _NUMBERS:
        return True
    before = tokens[index - 1].lower
    if token.lower in _WITHIN_NAMES:  # "Reporters Without Borders"
        return _capital(tokens, index + 1) and tokens[index + 1].sentence == tokens[index - 1].sentence
    return token.lower in ("will", "may") and (before in FEMALE or before in MALE)


_WITHIN_NAMES = words("without against across beyond behind between among")


def _particle_pair(tokens: list[Token], index: int) -> bool:
    return index + 2 < len(tokens) and tokens[index + 1].lower in PARTICLES and _capital(tokens, index + 2)


def _short_nickname(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    return (
        token.text[:1].isupper()
        and token.text[-1:].isalnum()
        and _capital(tokens, index + 1)
        and not _function(tokens[index + 1])
        and tokens[index + 1].sentence == tokens[index - 1].sentence
    )


def _connector(tokens: list[Token], start: int, end: int) -> int:
    """How many tokens to take when the run goes on through "of the", "and", "&" or a plural's apostrophe; else 0."""
    token, last = tokens[end], tokens[end - 1].lower
    if token.lower not in _LINKS:
        return 0
    if token.lower in _CONNECTORS and (last in ORGANISATION_HEADS or role_word(last) or last in ("head", "bank")):
        if token.lower in ("on", "to") and last not in ("ambassador", "commission", "committee", "council", "adviser"):
            return 0
        if _capital(tokens, end + 1) and not _function(tokens[end + 1]):
            return 2
        if end + 1 < len(tokens) and tokens[end + 1].lower == "the" and _capital(tokens, end + 2):
            return 3
    if token.lower in ("and", "&") and _capital(tokens, end + 1):
        words = {item.lower for item in tokens[start:end]}
        joined = last in _FIELDS and tokens[end + 1].lower in _FIELDS  # "Food and Drug Administration"
        if (
            token.lower == "&"
            or joined
            or (words & ORGANISATION_HEADS and words & {"of", "for"} and not _person_like(tokens, end + 1))
        ):
            return 2
    if token.lower in ("'", "’") and last.endswith("s") and _capital(tokens, end + 1):
        return 2 if _heads_organisation(tokens, end + 1) else 0
    if token.lower == "'s" and _capital(tokens, end + 1) and not is_role(tokens[end + 1]):
        saint = end - start > 1 and tokens[end - 2].lower in ("st.", "st", "saint")
        owned = saint or last.endswith("men")
        return 2 if last in _OWNERS or (owned and _heads_organisation(tokens, end + 1)) else 0
    return 0


_LINKS = _CONNECTORS | {"and", "&", "'", "’", "'s"}
_FIELDS = words("""
    agriculture alcohol arts border children citizenship climate commerce communications communities crown culture
    customs defence defense development disease drink drug drugs economic education employment energy environment family
    finance fisheries food forestry forests foreign gaming health heritage history housing immigration indigenous
    industry infrastructure innovation internal justice labor labour land liquor medicine mines music natural oceans
    parks planning public refugee refugees relief research resources revenue safety science sciences seniors sport
    sports tax technology tourism trade transport transportation treasury water welfare wildlife women works youth
    firearms tobacco correctional cannabis aging nutrition arms aeronautics space oceanic atmospheric occupational
    pipeline hazardous exchange securities""")
_OWNERS = words("people children women men king queen mother worker farmer girl boy lady")


def _person_like(tokens: list[Token], index: int) -> bool:
    lower = tokens[index].lower
    return lower in FEMALE or lower in MALE or is_role(tokens[index])


def _heads_organisation(tokens: list[Token], index: int) -> bool:
    while _capital(tokens, index):
        if tokens[index].lower in ORGANISATION_HEADS:
            return True
        index += 1
    return False
