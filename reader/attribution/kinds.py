"""Whether a stretch in quotation marks is speech at all, and whether it is a whole utterance or a part."""

from __future__ import annotations

from reader.attribution.cues import NEGATING_NOUNS, SAY, forms
from reader.attribution.lexicon import words
from reader.attribution.nouns import DETERMINERS, FUNCTION_WORDS, OPENERS
from reader.attribution.setting import Setting
from reader.attribution.tokens import BREAK, QUOTED, WORD, Token
from reader.attribution.values import Candidate

__all__ = ["is_direct", "signs"]

_LEADS = words("in on by at within as for after before to from with not")
_SMALL = words("a an the of in on at for to and or by with from is it v v. vs vs.")


def signs(
    text: str, tokens: list[Token], here: Setting, governed: bool, called: bool, nicknames: frozenset[int]
) -> dict[str, float]:
    """The features that say whether somebody's words stand here, and not a title, a nickname, a term or a sneer.

    ``governed`` says that a verb of speech leads up to the stretch or follows it; ``called`` that one with its own
    subject stands right before it. Their weighted sum above 0 means speech.
    """
    found = {"speech": 1.0}
    verdict = _verdict(text, tokens, here, governed, called, nicknames)
    if verdict:
        found[verdict] = 1.0
    if here.words <= 12:
        found.update(dict.fromkeys(_looks(text, tokens, here), 1.0))
    return found


def _verdict(
    text: str, tokens: list[Token], here: Setting, governed: bool, called: bool, nicknames: frozenset[int]
) -> str:
    """The first rule that settles what the stretch is, "" when none does."""
    if here.at in nicknames:
        return "not:nickname"
    if text.startswith("^", text.rfind("\n", max(0, here.stretch.start - _REFERENCE), here.stretch.start) + 1):
        return "not:named"  # the title in a reference
    if here.opens and here.words <= 8 and (_titles(tokens, here) or _bare_line(tokens, here)):
        return "not:headed"
    if (
        (here.opens or here.before in (":", "with", "of"))
        and here.words <= 3
        and here.after in ("is", "was", "represents", "means", "refers", "stands")
        and not any(
            token.lower == "how" for token in tokens[here.at + 2 : here.at + 3]
        )  # “Embarrassing” was how Lee put it
    ):
        return "not:defined"
    if not called and _named_thing(text, tokens, here):
        return "not:named"
    if here.words > 12:
        return "speech:long"
    before = _words_before(tokens, here.at, 9)
    if before[-1:] and before[-1] in DETERMINERS and _hearsay(before[:-1]):
        return "not:hearsay"
    if governed:
        return "speech:governed"
    if here.words <= 6 and any(word in ("named", "renamed", "christened", "dubbed") for word in before):
        return "not:dubbed"
    return "not:term" if _term(text, tokens, here) else ""


_DEFINING = words("is was represents means refers stands")
_REFERENCE = 300  # characters from the "^" before a reference to the title in it


def _titles(tokens: list[Token], here: Setting) -> bool:
    """Whether a headline goes on after the stretch and a colon; only a few words there would name who said it."""
    rest = tokens[here.at + 2 : here.at + 7]
    return here.after == ":" and not any(token.type == BREAK for token in rest) and len(rest) == 5


def _bare_line(tokens: list[Token], here: Setting) -> bool:
    """Whether a paragraph is nothing but a few quoted words without a stop: a heading or a caption."""
    ends = here.at + 1 >= len(tokens) or tokens[here.at + 1].type == BREAK
    whole = ends and here.leads_paragraph and here.stretch.closed
    return whole and here.words <= 6 and (here.last.isalnum() or here.last in "’'")


def _looks(text: str, tokens: list[Token], here: Setting) -> list[str]:
    """What a short stretch looks like."""
    found = ["looks:one" if here.words == 1 else "looks:few" if here.words <= 3 else "looks:several"]
    if here.last in ".,?!":
        found.append("looks:stopped")
    if not here.capital:
        found.append("looks:lower")
    elif _title_case(text[here.stretch.start : here.stretch.end]) and not here.opens:
        found.append("looks:title")
    if here.before in OPENERS or here.before == "'s":
        found.append("looks:determined")
    following = tokens[here.at + 1] if here.after else None
    if following is not None and following.type == WORD and following.lower not in FUNCTION_WORDS:
        found.append("looks:modifies")
    if here.stretch.single:
        found.append("looks:single")
    return found


def _hearsay(before: list[str]) -> bool:
    """After "reports of a", "in response to the": words about something that others call so."""
    if before[-1:] == ["of"]:
        return len(before) > 1 and before[-2] in _HEARSAY
    return before[-1:] == ["to"] and len(before) > 1 and before[-2] in _ANSWERING


_HEARSAY = words("""
    reports rumours rumors talk claims notion idea myth suggestions accusations fears""")
_ANSWERING = words("""
    respond responded responding reply reacted react objected object response reaction""")


def _named_thing(text: str, tokens: list[Token], here: Setting) -> bool:
    """Right after "the word", "known as", "titled", "so-called"; or a title in capitals that nothing governs."""
    before = _words_before(tokens, _first_of_list(tokens, here.at), 4)
    titled = _title_case(text[here.stretch.start : here.stretch.end])
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
    if last in _NAMERS or _naming(text, tokens, here, before):
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


def _words_before(tokens: list[Token], at: int, count: int) -> list[str]:
    found: list[str] = []
    index = at - 1
    while index >= 0 and len(found) < count and tokens[index].sentence == tokens[at].sentence:
        if tokens[index].type != WORD and tokens[index].lower not in (",",):
            break
        if tokens[index].type == WORD:
            found.append(tokens[index].lower)
        index -= 1
    return found[::-1]


def _title_case(inner: str) -> bool:
    words = [word.strip(_EDGES) for word in inner.split()]
    words = [word for word in words if word]
    return (
        bool(words)
        and len(words) <= 8
        and words[0][0].isupper()
        and all(not word[0].islower() or word.lower() in _SMALL for word in words)
    )


def _term(text: str, tokens: list[Token], here: Setting) -> bool:
    """A few words that nothing governs, after a determiner or possessive or in title case: a term or a title."""
    inner = text[here.stretch.start : here.stretch.end]
    if here.before == "," and here.words <= 5 and not here.capital and tokens[here.at - 2].capital:
        return here.last == "," or here.after == ","  # "Ann Lee, “the fixer,” won"
    if here.words > 5 and not (_title_case(inner) and not here.opens and here.last not in ".?!"):
        return False
    if _title_case(inner) and here.last not in "?!" and not here.opens:
        return True
    if here.stretch.single and here.words <= 3:
        return not (here.opens and here.capital and here.last in ".?!")
    if here.words == 1 and not here.opens and not here.capital:
        return True
    return here.before in OPENERS or here.before in ("'s", "’", "or", "and")


def is_direct(tokens: list[Token], here: Setting, continues_direct: bool, mention: Candidate | None) -> bool:
    """Whether the stretch is a whole utterance: its own sentence, or led by a verb with comma or colon.

    ``continues_direct`` says it goes on with an utterance that was broken off for the verb.
    """
    if here.before == ":":
        return True
    if here.opens:
        return here.capital or here.words > 3
    if continues_direct and here.before in (",", "–", "—", "-"):
        return True
    before = here.before
    if before == ",":
        return here.capital or (_speech_before(tokens, here.at - 1) and not _inserted(tokens, mention))
    if before in ("that", "as"):
        return False
    return here.capital and (
        (before in forms() and forms()[before] == SAY)
        or before in ("–", "—", "-", "(")
        or _after_subject(here, mention)
    )


def _speech_before(tokens: list[Token], at: int) -> bool:
    index = at - 1
    while index >= 0 and at - index < 4 and tokens[index].sentence == tokens[at].sentence:
        if forms().get(tokens[index].lower) == SAY:
            return True
        if tokens[index].type == QUOTED:
            return False
        index -= 1
    return False


def _inserted(tokens: list[Token], mention: Candidate | None) -> bool:
    """Whether the verb of speech is thrust into a clause already begun: "It was, Lee noted, “a long way”"."""
    if mention is None or mention.start < 2 or tokens[mention.start - 1].lower != ",":
        return False
    return tokens[mention.start - 2].lower in _AUXILIARIES


_AUXILIARIES = words(
    """
    was is are were be been had has have would will could might may must should can did does do that"""
)


def _after_subject(here: Setting, mention: Candidate | None) -> bool:
    return mention is not None and mention.end == here.at and here.words > 3
