"""Whether a stretch in quotation marks is speech at all, and whether it is a whole utterance or a part."""

from __future__ import annotations

from reader.attribution.cues import SAY, forms
from reader.attribution.lexicon import words
from reader.attribution.named_things import named_thing, title_case, words_before
from reader.attribution.nouns import DETERMINERS, FUNCTION_WORDS, OPENERS
from reader.attribution.setting import Setting
from reader.attribution.tokens import BREAK, QUOTED, WORD, Token
from reader.attribution.values import Candidate

__all__ = ["is_direct", "signs"]


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
        and here.after in ("is", "was", "represents", "means", "refers", "stands", "describes")
        and tokens[min(here.at + 2, len(tokens) - 1)].lower not in ("how", "what")  # “…” was how Lee put it
    ):
        return "not:defined"
    if not called and named_thing(text, tokens, here):
        return "not:named"
    if here.words > 12:
        return "speech:long"
    before = words_before(tokens, here.at, 9)
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
    elif title_case(text[here.stretch.start : here.stretch.end]) and not here.opens:
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


def _term(text: str, tokens: list[Token], here: Setting) -> bool:
    """A few words that nothing governs, after a determiner or possessive or in title case: a term or a title."""
    inner = text[here.stretch.start : here.stretch.end]
    if here.before == "," and here.words <= 5 and not here.capital and tokens[here.at - 2].capital:
        return here.last == "," or here.after == ","  # "Ann Lee, “the fixer,” won"
    if here.words > 5 and not (title_case(inner) and not here.opens and here.last not in ".?!"):
        return False
    if title_case(inner) and here.last not in "?!" and not here.opens:
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
