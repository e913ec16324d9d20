"""Whether words in quotation marks name something: a title, a word as a word, what somebody or something is called."""

from __future__ import annotations

from reader.attribution.cues import NEGATING_NOUNS, forms
from reader.attribution.lexicon import words
from reader.attribution.nouns import DETERMINERS, FUNCTION_WORDS
from reader.attribution.setting import Setting
from reader.attribution.tokens import QUOTED, WORD, Token

__all__ = ["named_thing", "title_case", "words_before"]

_LEADS = words("in on by at within as for after before to from with not")
_SMALL = words("a an the of in on at for to and or by with from is it v v. vs vs.")


def named_thing(text: str, tokens: list[Token], here: Setting) -> bool:
    """Right after "the word", "known as", "titled", "so-called"; or a title in capitals that nothing governs."""
    if _changed(tokens, here):
        return True
    before = words_before(tokens, _first_of_list(tokens, here.at), 4)
    titled = title_case(text[here.stretch.start : here.stretch.end])
    if titled and here.last not in ".?!" and _bracketed(tokens, here):
        return True
    inner = text[here.stretch.start : here.stretch.end]
    if not here.opens and inner.isupper() and any(letter.isdigit() for letter in inner):
        return True  # what is printed on something: “HM 4”
    if here.before == "see" and tokens[here.at - 2].lower == "(":
        return True  # (see ‘The find’)
    if here.before == ":" and tokens[here.at - 2].lower == "re":
        return True  # the headline that a letter to the editor is about
    if not before:
        return False
    last = before[-1]
    if last in _NAMERS or "so-called" in before[-3:] or _naming(text, tokens, here, before):
        return True
    if last == here.before and last in _MOTTOS and here.words <= 6:
        return True
    if titled and (last in NEGATING_NOUNS or any(word in NEGATING_NOUNS for word in before[-3:])):
        return True
    return _work(text, tokens, here, last)


_NAMERS = words("""
    so-called titled entitled nicknamed codenamed dubbed captioned word term phrase aka hashtag designation name
    nickname slogan""")
_MOTTOS = words("campaign motto tagline theme festival")


_KNOWN = words("known called nicknamed billed sold marketed")
_CALLING = words("call calls called calling styled dubbed")
_REFLEXIVES = words("himself herself itself themselves")
_ASKING = words("asked asks ask asking posed poses pose answered")


def _naming(text: str, tokens: list[Token], here: Setting, before: list[str]) -> bool:
    """Whether words before the stretch say that it is a word or name: "in terms of", "known as", "a book called"."""
    last = before[-1]
    if last == "words" and len(before) > 1 and not (set(before[-3:-1]) & {"in", "with"}):
        return True
    if last == "terms" and before[-2:-1] and before[-2] in ("the", "of", "using", "used", "these"):
        return True
    if last in ("as", "simply") and any(
        word in ("known", "called", "nicknamed", "billed", "sold", "marketed") for word in before[-4:-1]
    ):
        return True
    if last in ("called", "named", "termed", "labelled", "labeled"):
        leads = text[here.stretch.start : here.stretch.end].split()[0].lower() in _LEADS
        return _passive_name(tokens, here.at) and not leads
    if (
        last in _REFLEXIVES
        and here.words <= 4
        and set(before) & {"call", "calls", "called", "calling", "styled", "dubbed"}
    ):
        return True
    if last == "for" and set(before) & {"short", "stands", "stand", "termed", "acronym", "abbreviation", "shorthand"}:
        return True
    if last == "question" and not set(before) & _ASKING:
        return True
    if last in ("rated", "classified", "graded", "listed", "ranked"):
        return _passive_name(tokens, here.at)
    return last in ("define", "defines", "defined", "translated", "means", "meaning", "spelled") and here.words <= 3


def _work(text: str, tokens: list[Token], here: Setting, last: str) -> bool:
    """Whether two or more capitalised words are the title of a work by what stands beside them.

    Before a noun that they modify (the “Neon Hearts” singer), after a verb of performing or a preposition.
    """
    inner = text[here.stretch.start : here.stretch.end]
    if here.opens or here.last in "?!":
        return False
    following = tokens[here.at + 1] if here.after else None
    if here.before == "the" and here.words <= 4 and here.after in _MEASURES:
        return True  # "the “golden passports” scheme"
    if here.before == "the" and following is not None and _capitals(inner) and _plain_noun(following):
        return True  # "the “Big Tooth” drill"
    one = here.words == 1 and here.capital
    if here.before in DETERMINERS and following is not None and (one or _capitals(inner)) and following.noun:
        return True
    if one and inner.strip(_EDGES).isupper() and last == here.before in _ABOUT and len(inner) > 2:
        return True
    if not _capitals(inner):
        return False
    if last == here.before:
        return last in _PERFORMED or last in _ABOUT
    return (
        here.before == here.last == "," and here.after != "" and last not in forms() and not tokens[here.at - 2].capital
    )


def _plain_noun(token: Token) -> bool:
    """Whether a word in lower case is likely a noun: no function word and no verb of speech."""
    return token.type == WORD and not token.capital and token.lower not in FUNCTION_WORDS and token.lower not in forms()


def _changed(tokens: list[Token], here: Setting) -> bool:
    """Whether the stretch is what something was changed from or to: "from “active” to “laid up”"."""
    if here.words > 3 or here.before not in ("from", "to"):
        return False
    other = "to" if here.before == "from" else "from"
    after, before = tokens[here.at + 1 : here.at + 3], tokens[max(here.at - 3, 0) : here.at - 1]
    follows = len(after) == 2 and after[0].lower == other and after[1].type == QUOTED
    return follows or (len(before) == 2 and before[0].lower == other and before[1].type == QUOTED)


def _bracketed(tokens: list[Token], here: Setting) -> bool:
    """Whether nothing but titles stands in the bracket around the stretch: Ann Lee (“The Find,” “The One”)."""
    begin, least = here.at - 1, max(here.at - 2 * _LONGEST_LIST, 0)
    while begin > least and (tokens[begin].type == QUOTED or tokens[begin].lower in (",", "and")):
        begin -= 1
    return tokens[begin].lower == "(" and begin > 0 and tokens[begin - 1].capital


def _capitals(inner: str) -> bool:
    """Whether every word but the small ones is capitalised, at least two of them."""
    words = [word for word in (word.strip(_EDGES) for word in inner.split()) if word]
    large = [word for word in words if not word[0].islower()]
    return len(large) > 1 and all(word in large or word in _SMALL for word in words)


_MEASURES = words("scheme model law bill rule clause doctrine programme program initiative protocol list policy tax")
_EDGES = ",.?!:;'’\"“”"
_PERFORMED = words("""
    sang sings sing sung singing performed performs performing recorded records recording covered directed directs
    directing mentioned mentions mentioning watched watching watches played playing released releasing produced
    produces starred filmed shooting""")
_ABOUT = words("in of from on for with during like")


def _passive_name(tokens: list[Token], at: int) -> bool:
    """Of "a book called", "is called", "was named", and not "he called"."""
    index = at - 2
    if index < 0 or tokens[index].type != WORD:
        return index >= 0 and tokens[index].lower == ","
    lower = tokens[index].lower
    if lower in (
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "be",
        "also",
        "commonly",
        "often",
        "so",
        "usually",
        "now",
    ):
        return True
    return not tokens[index].capital and lower not in (
        "he",
        "she",
        "they",
        "it",
        "who",
        "and",
        "has",
        "have",
        "had",
        "later",
        "then",
    )


def _first_of_list(tokens: list[Token], at: int) -> int:
    """The first stretch of a list whose last one so far is at ``at``: the tracks “Blue” and “Green”."""
    for _item in range(_LONGEST_LIST):
        joined = at - 1 if at and tokens[at - 1].lower in ("and", "or", ",") else at
        if (
            not joined
            or joined == at
            or tokens[joined - 1].type != QUOTED
            or tokens[joined - 1].sentence != tokens[at].sentence
        ):
            break
        at = joined - 1
    return at


_LONGEST_LIST = 8


def words_before(tokens: list[Token], at: int, count: int) -> list[str]:
    """The last words, and commas left out, before a token in its sentence, in lower case."""
    found: list[str] = []
    index = at - 1
    while index >= 0 and len(found) < count and tokens[index].sentence == tokens[at].sentence:
        if tokens[index].type != WORD and tokens[index].lower not in (",",):
            break
        if tokens[index].type == WORD:
            found.append(tokens[index].lower)
        index -= 1
    return found[::-1]


def title_case(inner: str) -> bool:
    """Whether up to eight words begin with capitals, but for the small ones."""
    count = 0
    for word in inner.split():
        word = word.strip(_EDGES)
        if not word:
            continue
        count += 1
        if count > 8 or not (word[0].isupper() if count == 1 else not word[0].islower() or word.lower() in _SMALL):
            return False
    return count > 0
