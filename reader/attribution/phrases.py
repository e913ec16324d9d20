"""Where a noun phrase begins and ends: modifiers and possessors before its noun, prepositions after it."""

from __future__ import annotations

from reader.attribution.cues import CALL, SAY, forms
from reader.attribution.given import FEMALE, MALE
from reader.attribution.lexicon import words
from reader.attribution.nouns import (
    DETERMINERS,
    FUNCTION_WORDS,
    NOT_NAMES,
    OPENERS,
    ORGANISATION_HEADS,
    is_person_noun,
)
from reader.attribution.tokens import BREAK, NUMBER, PUNCTUATION, QUOTED, WORD, Token

__all__ = ["APOSTROPHES", "is_adverb", "left_edge", "modifies_next", "right_edge", "with_portfolio"]

_PREPOSITIONS = words("of for at from in with on to")


APOSTROPHES = ("'s", "'", "’")


_MODIFIERS = words("""
    former then late deputy vice special senior chief lead acting interim assistant associate executive current new
    longtime long-time veteran fellow retired outgoing incoming ex- co- junior head top opposition defense defence
    press finance foreign prime home interior justice health education environment transport shadow campaign council
    club team party state city county police army navy air force court district family club's studio company
    government ministry human rights art music film food science tech technology sports football soccer cricket
    rugby baseball basketball hockey news investigative political legal financial medical public managing founding
    general national regional international economic scientific technical research marketing communications security
    intelligence cabinet climate policy labor labour union community youth women's men's women’s men’s world record
    three-time two-time lawyer award-winning republican democratic conservative liberal independent progressive
    right-wing left-wing centre-right far-right elected self-described renowned prominent leading distinguished
    famed noted legendary british- twin older younger elder eldest youngest only pop culture hip hop property estate
    real mass media social wildlife animal transgender gay""")


_PAST = words(
    """
    took gave came went made won held lost got let put set met left led ran sat stood began sent told built kept"""
)


_FAMILIAR = words("familiar close briefed")


_ENDS_PHRASE = words("""
    who which that whose where when while and but or was were is are has have had will would could can may might did
    does do also later then he she it they as by after before during since because if whether not said on in""")


def is_adverb(token: Token) -> bool:
    """Whether a word is an adverb by its ending: "quietly" but not "family"."""
    return token.lower.endswith("ly") and not token.capital and token.lower not in _LY_NOUNS and not token.noun


_LY_NOUNS = words("family assembly supply reply ally rally anomaly monopoly homily bully fly butterfly")


def known_modifier(token: Token) -> bool:
    lower = token.lower
    return (
        token.capital
        or lower in _MODIFIERS
        or lower in ORGANISATION_HEADS
        or token.noun != ""
        or (lower.endswith(("ist", "al", "ian", "ior")) and lower not in FUNCTION_WORDS)
    )


def left_edge(tokens: list[Token], index: int) -> int:
    """The first token of the noun phrase whose words end at ``index``: modifiers, possessor, determiner.

    Words in no lexicon count as modifiers only where the phrase surely goes on to their left.
    """
    edge = position = index
    cut, doubtful, owned = -1, False, False
    while (position := position - 1) >= 0 and index - position <= _WIDEST:
        step = _step_left(tokens, position, index)
        if step == _DETERMINER:
            several = tokens[position].lower in _OF_ONE and tokens[index].noun == "group" and _plural(tokens[index])
            return index if several else position
        if step == _POSSESSIVE:
            edge = position = _possessor(tokens, position - 1)
            owned = True
            if tokens[edge].capital or tokens[edge].lower == "the":
                return edge
            if tokens[edge].noun == "group" and (opener := _opener_before(tokens, edge)) >= 0:
                return opener  # "the Norwegian pipeline firm's president"
            continue
        if step == _STOP or (step == _UNKNOWN and owned):
            break
        if step == _UNKNOWN and cut < 0:
            cut = position + 1
        if step == _KNOWN and tokens[position].capital and cut >= 0:
            doubtful = not owned  # "Smith met president Jones": the first capital is no part of the role
        edge = position
    if cut < 0 or owned or (not doubtful and _fresh(tokens, position, index)):
        return edge
    return cut


def _opener_before(tokens: list[Token], index: int) -> int:
    """The determiner of the phrase whose noun stands at ``index``, across a few words; -1 for none."""
    for here in range(index - 1, max(index - 5, -1), -1):
        if tokens[here].lower in OPENERS:
            return here
        if tokens[here].type != WORD or (tokens[here].lower in FUNCTION_WORDS and not tokens[here].capital):
            break
    return -1


_OF_ONE = words("a an this that another every each")


def _plural(token: Token) -> bool:
    """Whether a noun of people is plural: then "a wingspan scouts describe" is no one phrase."""
    return token.lower.endswith("s") and not token.lower.endswith(("ss", "us")) and is_person_noun(token.lower[:-1])


_WIDEST = 9
_STOP, _DETERMINER, _POSSESSIVE, _KNOWN, _UNKNOWN = range(5)


def _step_left(tokens: list[Token], position: int, index: int) -> int:
    """What a token is to the noun phrase at ``index`` on its right."""
    token = tokens[position]
    lower = token.lower
    if token.sentence != tokens[index].sentence or lower == "that":
        return _STOP
    if lower in OPENERS:
        return _DETERMINER
    if token.type == PUNCTUATION and lower in APOSTROPHES and position > 0:
        return _POSSESSIVE
    if token.type == NUMBER and (token.text.endswith("old") or (position and tokens[position - 1].capital)):
        return _KNOWN  # "a Grade 11 student"
    if lower in ("earlier", "later") and position and tokens[position - 1].lower in DETERMINERS:
        return _KNOWN  # "an earlier draft"
    if token.type == QUOTED and token.text and position and tokens[position - 1].lower == "the":
        return _KNOWN  # "the “Pose” actor"
    acronym = token.capital and len(token.text) > 1 and token.text.isupper()  # "WHO director"
    if token.type != WORD or (lower in FUNCTION_WORDS and not acronym):
        return _KNOWN if lower in ("and", "of", "for") and _joins_role(tokens, position) else _STOP
    if known_modifier(token):
        return _KNOWN if lower not in _PAST else _STOP
    return _STOP if lower in _PAST or forms().get(lower) in (SAY, CALL) else _UNKNOWN


def _possessor(tokens: list[Token], index: int) -> int:
    """The first token of the possessor that ends at ``index``: "the Calder Bay" in "the Calder Bay's"."""
    if not tokens[index].capital:
        return index
    while index > 0 and tokens[index - 1].capital and tokens[index - 1].sentence == tokens[index].sentence:
        index -= 1
    return index - 1 if index > 0 and tokens[index - 1].lower == "the" else index


def _fresh(tokens: list[Token], position: int, index: int) -> bool:
    """Whether a noun phrase may begin right after ``position``: a quotation, a verb of speech, "by"."""
    if position < 0 or tokens[position].sentence != tokens[index].sentence:
        return False
    token = tokens[position]
    if token.lower == "," and position and (tokens[position - 1].capital or tokens[position - 1].lower == ")"):
        return True  # "Ann Lee, ranking member of the panel,"
    return token.type == QUOTED or token.lower in forms() or token.lower == "by"


def _joins_role(tokens: list[Token], position: int) -> bool:
    """Of "and" within a role: "chairman and chief executive", "Trade and Industry Secretary"."""
    before, after = tokens[position - 1], tokens[position + 1]
    if tokens[position].lower in ("of", "for"):
        return after.capital and before.capital and (is_person_noun(before.lower) or before.lower in ORGANISATION_HEADS)
    return (is_person_noun(before.lower) and not before.capital and is_person_noun(after.lower)) and position > 1


def modifies_next(tokens: list[Token], index: int, noun: str) -> bool:
    """Whether a noun only modifies the next: "press briefing", "company policy"; a verb may follow a true head."""
    if index + 1 >= len(tokens) or noun == "person" or _plain_plural(tokens[index].lower):
        return False
    following = tokens[index + 1]
    if following.lower in _FAMILIAR:
        return False
    if following.type == WORD and following.noun and not following.capital:
        return True
    if following.type != WORD or following.capital or following.lower in FUNCTION_WORDS or following.lower in forms():
        return False
    return not following.lower.endswith(("ed", "s", "ing", "ly")) and following.lower not in _PAST


def _names_person(tokens: list[Token], index: int) -> bool:
    """Whether a full name with a known given name begins at ``index`` after a word in lower case."""
    lower, after = tokens[index].lower, tokens[index + 1] if index + 1 < len(tokens) else None
    given = lower in FEMALE or lower in MALE
    return given and after is not None and after.capital and not tokens[index - 1].capital and after.type == WORD


def _plain_plural(word: str) -> bool:
    """Whether a word ends as plurals do: "tweets", but not "press" in "press conference"."""
    return word.endswith("s") and not word.endswith("ss")


def with_portfolio(tokens: list[Token], end: int) -> int:
    """Of "of state", "of staff": written as part of an office even in lower case."""
    if (
        end + 1 < len(tokens)
        and tokens[end].lower == "of"
        and tokens[end + 1].lower in ("state", "staff", "defense", "defence")
    ):
        return end + 2
    return end


def right_edge(tokens: list[Token], end: int, noun: str) -> int:
    """Where a description ends with its prepositional phrases: "a spokesman for the ministry"."""
    if noun != "person" and end < len(tokens) and tokens[end].lower in ("with", "to"):
        return end
    for _round in range(4):
        if end + 1 < len(tokens) and tokens[end].lower in _FAMILIAR and tokens[end + 1].lower in _PREPOSITIONS:
            end += 1
        stop = _phrase(tokens, end)
        if stop == end:
            break
        end = stop
    return end


def _phrase(tokens: list[Token], start: int) -> int:
    """The end of a prepositional phrase that begins at ``start``, or ``start`` when none can belong here."""
    if start >= len(tokens) or tokens[start].lower not in _PREPOSITIONS:
        return start
    index, count = start + 1, 0
    if index < len(tokens) and tokens[index].lower in NOT_NAMES:
        return start  # "on Monday"
    while index < len(tokens) and not _leaves_phrase(tokens, start, index, count):
        count += tokens[index].lower not in OPENERS
        index += 1
        if count >= _WIDEST:
            return start
    return index if count else start


def _leaves_phrase(tokens: list[Token], start: int, index: int, count: int) -> bool:
    """Whether a prepositional phrase with ``count`` words so far ends before the token at ``index``."""
    token = tokens[index]
    if token.sentence != tokens[start].sentence or token.type in (QUOTED, BREAK):
        return True
    if token.type != WORD:
        return token.type == PUNCTUATION and token.lower not in APOSTROPHES
    if token.lower in _ENDS_PHRASE:
        return True
    if token.capital and count and _names_person(tokens, index):
        return True  # "head of safety Ann Lee"
    if token.capital or not count:
        return False
    if token.noun == "group" and _plural(token) and index + 1 < len(tokens) and tokens[index + 1].lower in forms():
        return True  # "to a fortune critics describe"
    if token.lower in _PAST or token.lower in _PREPOSITIONS:
        return True
    return (tokens[index - 1].capital or token.lower in forms()) and not known_modifier(token)
