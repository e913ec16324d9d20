"""Runs of capitalised words, and what in them is a name and what a role.

"U.S. Secretary of State Marco Rubio" is one run: the role ends with "State", the name is the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reader.attribution.cues import WEAK, forms
from reader.attribution.given import FEMALE, MALE
from reader.attribution.lexicon import words
from reader.attribution.nouns import (
    COUNTRY_NAMES,
    DEMONYMS,
    FUNCTION_WORDS,
    GROUPS,
    HONORIFICS,
    NOT_NAMES,
    ORGANISATION_HEADS,
    ORGANISATIONS,
    PARTICLES,
    SURNAMES_TOO,
    is_person_noun,
)
from reader.attribution.tokens import NUMBER, QUOTED, WORD, Token

__all__ = ["Run", "bare", "find_runs", "looks_like_organisation", "looks_like_place"]

_PORTFOLIOS = words("""
    state defense defence health education justice energy commerce labor labour transportation transport agriculture
    interior treasury staff homeland security veterans foreign affairs finance war culture environment trade housing
    sport sports police operations communications research science technology parliament congress schools exchequer""")
_NUMBERS = words("one two three four five six seven eight nine ten")
_ORDINALS = words("new old first second third last next own same next early late mid")
_CONNECTORS = words("of for on to")
_TITLES = words("""
    cpl cpl. pte pc wpc mp mpp mla mna mep msp qc kc dr dr. prof prof. gov gov. sen sen. rep rep. gen gen. col col.
    lt lt. sgt sgt. capt capt. cmdr cmdr. adm adm. rev rev. hon hon. supt supt. insp insp. det det. cllr cllr. coun
    coun. st. maj. maj const const. ret. former then late deputy assistant chief first vice general acting interim
    prime foreign""")


@dataclass(slots=True)
class Run:
    """Tokens ``start`` to ``end`` (exclusive) that belong together; the name begins at ``name``, ``end`` when none.

    ``letters`` counts the tokens at the end that stand after a name: "MP", "QC".
    """

    start: int
    name: int
    end: int
    honorific: str = ""
    nickname: int = -1
    letters: int = 0


def find_runs(tokens: list[Token], lower_words: frozenset[str]) -> list[Run]:
    """The runs of capitalised words of a text, in order; days, months and words that only begin a sentence left out.

    ``lower_words`` are the words that the text also writes in lower case.
    """
    runs: list[Run] = []
    surnames = {
        token.text
        for before, token in pairwise(tokens)
        if token.capital and (before.capital or (before.type == WORD and before.sentence == token.sentence))
    }
    index = 0
    while index < len(tokens):
        if not _may_start(tokens, index, lower_words, surnames):
            index += 1
            continue
        end, nickname = _extend(tokens, index)
        while end > index and tokens[end - 1].lower in NOT_NAMES and end - index > 1:
            end -= 1
        run = Run(index, index, end, nickname=nickname, letters=_letters_after(tokens, index, end))
        _split_role(tokens, run)
        runs.append(run)
        index = end
    return runs


def _letters_after(tokens: list[Token], start: int, end: int) -> int:
    """How many tokens at the end of a run of a name are letters after it: "Jane Moss MP"."""
    last = tokens[end - 1].lower.replace(".", "")
    return int(end - start > 2 and last in _LETTERS and not tokens[end - 2].text.isupper())


_LETTERS = words("mp mpp mla mna mep msp qc kc phd md obe mbe cbe frs")


def bare(word: str) -> str:
    """A word without its closing full stops."""
    return word.rstrip(".")


def _first_of_sentence(tokens: list[Token], index: int) -> bool:
    if index and tokens[index - 1].lower in ("—", "–", "--", "•"):
        return True
    return index == 0 or tokens[index - 1].sentence != tokens[index].sentence or tokens[index - 1].type == QUOTED


def _function(token: Token) -> bool:
    """Whether a token is a function word; "WHO" and "US" in capitals are names."""
    return token.lower in FUNCTION_WORDS and not (len(token.text) > 1 and token.text.isupper())


def _may_start(tokens: list[Token], index: int, lower_words: frozenset[str], surnames: set[str]) -> bool:
    token = tokens[index]
    if token.type != WORD or not token.capital or _before_number(tokens, index) or _before_name(tokens, index):
        return False
    if _function(token) or token.lower in NOT_NAMES:
        if token.lower == "all":
            return _capital(tokens, index + 1) and not _first_of_sentence(tokens, index)
        return token.lower in ("will", "may", "june", "april", "august") and _before_surname(tokens, index)
    if token.lower in _ORDINALS and (not _capital(tokens, index + 1) or tokens[index + 1].lower in NOT_NAMES):
        return False
    if _first_of_sentence(tokens, index) and not _capital(tokens, index + 1):
        if is_person_noun(token.lower) or token.lower in GROUPS:
            return is_person_noun(token.lower) and _connector(tokens, index, index + 1) > 0
        if token.text in surnames and (token.lower not in lower_words or _speaks(tokens, index + 1)):
            return True
        return not _common(token, lower_words) and (token.text in surnames or _stands_as_name(tokens, index))
    return True


def _before_number(tokens: list[Token], index: int) -> bool:
    """Of "No. 3" and "Grade 11", which are no names."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.type == NUMBER and bare(tokens[index].lower) in _NUMBERED


_NUMBERED = words("no grade year unit local phase level room gate section chapter page article")


def _before_name(tokens: list[Token], index: int) -> bool:
    """Of "Celebrating Ann Lee": a participle that a sentence begins with, before a given name."""
    token = tokens[index]
    if not token.lower.endswith("ing") or not _first_of_sentence(tokens, index) or not _capital(tokens, index + 1):
        return False
    given = tokens[index + 1].lower
    return (given in FEMALE or given in MALE) and token.lower not in MALE and token.lower not in FEMALE


def _stands_as_name(tokens: list[Token], index: int) -> bool:
    """Whether a word that is capitalised only where a sentence begins is a name all the same."""
    token = tokens[index]
    known = (FEMALE, MALE, ORGANISATIONS, COUNTRY_NAMES, DEMONYMS)
    if (len(token.text) > 1 and token.text.isupper()) or any(token.lower in names for names in known):
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return _speaks(tokens, index + 1) or after is None or after.lower in ("'s", "’", "'", "and", ",", "(")


def _speaks(tokens: list[Token], index: int) -> bool:
    """Whether a verb of speech stands here, or after an adverb or auxiliary."""
    for token in tokens[index : index + 2]:
        if token.lower in forms() and forms()[token.lower] != WEAK and not token.capital:
            return True
    return False


def _common(token: Token, lower_words: frozenset[str]) -> bool:
    """Whether a word that begins a sentence is likely no name."""
    if token.text.isupper() and len(token.text) > 1:
        return False
    return token.lower in lower_words or (token.lower.endswith(("ing", "ed", "ly")) and len(token.lower) > 5)


def _before_surname(tokens: list[Token], index: int) -> bool:
    """Whether "Will" or "May" here is somebody's name: a capital next, or a surname in mid-sentence."""
    if index > 1 and tokens[index - 2].type == QUOTED and tokens[index - 1].lower in forms():
        return True  # right after a quotation: "said May"
    if tokens[index].lower == "may" and not _first_of_sentence(tokens, index):
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
        elif (step := _connector(tokens, start, end)) > 0:
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
    return token.lower in ("will", "may") and (before in FEMALE or before in MALE)


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
    if token.lower in _CONNECTORS and (last in ORGANISATION_HEADS or _role_word(last) or last in ("head", "bank")):
        if token.lower in ("on", "to") and last not in ("ambassador", "commission", "committee", "council", "adviser"):
            return 0
        if _capital(tokens, end + 1) and not _function(tokens[end + 1]):
            return 2
        if end + 1 < len(tokens) and tokens[end + 1].lower == "the" and _capital(tokens, end + 2):
            return 3
    if token.lower in ("and", "&") and _capital(tokens, end + 1):
        words = {item.lower for item in tokens[start:end]}
        if token.lower == "&" or (
            words & ORGANISATION_HEADS and words & {"of", "for"} and not _person_like(tokens, end + 1)
        ):
            return 2
    if token.lower in ("'", "’") and last.endswith("s") and _capital(tokens, end + 1):
        return 2 if _heads_organisation(tokens, end + 1) else 0
    if token.lower == "'s" and _capital(tokens, end + 1) and not _role_word(tokens[end + 1].lower):
        saint = end - start > 1 and tokens[end - 2].lower in ("st.", "st", "saint")
        return 2 if last in _OWNERS or (saint and _heads_organisation(tokens, end + 1)) else 0
    return 0


_OWNERS = words("people children women men king queen mother worker farmer girl boy lady")


def _person_like(tokens: list[Token], index: int) -> bool:
    lower = tokens[index].lower
    return lower in FEMALE or lower in MALE or _role_word(lower)


def _heads_organisation(tokens: list[Token], index: int) -> bool:
    while _capital(tokens, index):
        if tokens[index].lower in ORGANISATION_HEADS:
            return True
        index += 1
    return False


def _role_word(lower: str) -> bool:
    if lower.startswith(("then-", "ex-")):
        lower = lower.partition("-")[2]
    return is_person_noun(lower) or bare(lower) in HONORIFICS or lower in _TITLES


def _split_role(tokens: list[Token], run: Run) -> None:
    """Set where in the run the name begins: after its last role word and what belongs to that."""
    name = index = run.start
    while index < run.end - run.letters:
        lower = bare(tokens[index].lower)
        if (_role_word(tokens[index].lower) and not _is_name(tokens, run, index)) or _members(tokens, run, index):
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
    if index != run.start or run.end - index < 3 or not tokens[index].lower.endswith("s"):
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
            if is_person_noun(before.lower):
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
    if tokens[index].lower in _PAPERS and not _role_word(before) and run.start:
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


def looks_like_organisation(words: list[str]) -> bool:
    """Whether lower-case words name an organisation: a known one, or with the head word of one."""
    if any(word in ORGANISATIONS for word in words):
        return True
    if len(words) > 1 and words[-1] in _BRANCHES and words[0] not in _REGIONS and words[0] not in FEMALE | MALE:
        return True  # "Health Canada"
    heads = [word for word in words if word in ORGANISATION_HEADS]
    return bool(heads) and (len(words) > 2 or heads != [words[-1]] or words[-1] not in SURNAMES_TOO)


def looks_like_place(words: list[str]) -> bool:
    """Whether lower-case words name a country or its people."""
    return all(
        word in COUNTRY_NAMES or word in DEMONYMS or word in ("the", "united", "states", "south", "north", "new")
        for word in words
    )
