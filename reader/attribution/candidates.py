"""Everything in a text that may be said to speak: names with their roles, pronouns, descriptions.

Names come from the capitalised runs, descriptions from the role nouns; then they are joined.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from reader.attribution.authors import give_authors
from reader.attribution.cues import forms
from reader.attribution.given import FEMALE, MALE
from reader.attribution.joins import attach, nest
from reader.attribution.lexicon import words
from reader.attribution.names import find_runs
from reader.attribution.nouns import (
    COUNTRY_NAMES,
    DEMONYMS,
    FUNCTION_WORDS,
    HONORIFICS,
    OPENERS,
    ORGANISATION_HEADS,
    PEOPLES,
    POSSESSIVES,
    is_person_noun,
)
from reader.attribution.phrases import left_edge, modifies_next, right_edge, with_portfolio
from reader.attribution.run_roles import Run, bare, looks_like_organisation, looks_like_place
from reader.attribution.surnames import set_surnames_apart
from reader.attribution.tokens import BREAK, NUMBER, QUOTED, WORD, Token
from reader.attribution.values import NAME, NOMINAL, PRONOUN, Candidate

__all__ = ["find_candidates"]

_LOWER_WORD = re.compile(r"\b[a-zà-öø-ÿ]+\b")


_SIR = re.compile(r" (?:Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Miss)\.?$")
_PRONOUNS = words("he she they it him her them his their its i we")


def find_candidates(text: str, tokens: list[Token], starts: list[int]) -> list[Candidate]:
    """All candidates outside quotation marks, in order of their start; sentences begin at the tokens ``starts``."""
    set_surnames_apart(tokens)
    lower_words = _lower_words(text)
    found: list[Candidate] = []
    taken = bytearray(len(tokens) + 1)
    for run in find_runs(tokens, lower_words):
        _from_run(text, tokens, run, found, taken)
    whole = {index: name.end for name in found for index in range(name.name_start + 1, name.end)}
    for index, token in enumerate(tokens):
        if not (token.noun or token.lower in _PRONOUNS) or taken[index] & 1:
            continue
        if token.lower in _PRONOUNS and not (len(token.text) > 1 and token.text.isupper()):
            found.append(_pronoun(tokens, index))
        elif token.noun and not modifies_next(tokens, index, token.noun):
            found.append(_nominal(text, tokens, index, token.noun, whole))
    found = _without_datelines(tokens, starts, found)
    found.sort(key=lambda candidate: (candidate.start, -candidate.end))
    nest(tokens, found)
    attach(text, tokens, found)
    give_authors(tokens, found)
    return found


def _lower_words(text: str) -> frozenset[str]:
    """The words that a text writes in lower case; only what has marks or other letters in it is looked through."""
    pieces = frozenset(text.split())
    plain = frozenset(piece for piece in pieces if piece.isascii() and piece.isalpha() and piece.islower())
    return plain.union(_LOWER_WORD.findall(" ".join(pieces - plain)))


def _without_datelines(tokens: list[Token], starts: list[int], found: list[Candidate]) -> list[Candidate]:
    """The candidates but for those in a dateline: "CALDER BAY, Texas (AP) —" at the start of a paragraph."""
    ends: dict[int, int] = {}
    for first in starts[:-1]:
        if (
            (not first or tokens[first - 1].type == BREAK)
            and tokens[first : first + 1]
            and tokens[first].text[:2].isupper()
        ):
            _end_dateline(tokens, first, ends)
    return [one for one in found if one.end > ends.get(tokens[one.start].paragraph, -1)]


def _end_dateline(tokens: list[Token], first: int, ends: dict[int, int]) -> None:
    """Note by paragraph where the dateline ends that may begin at ``first``."""
    for index, token in enumerate(tokens[first : first + 9], first):
        if token.type == BREAK:
            return
        if token.lower in ("—", "–", "--", "-"):
            ends.setdefault(token.paragraph, index)


def _pronoun(tokens: list[Token], index: int) -> Candidate:
    lower = tokens[index].lower
    possessive = lower in ("his", "their", "its") or (lower == "her" and _noun_follows(tokens, index))
    return Candidate(PRONOUN, index, index + 1, index, index + 1, lower, (lower,), inside=possessive)


def _noun_follows(tokens: list[Token], index: int) -> bool:
    if index + 1 >= len(tokens) or tokens[index + 1].type not in (WORD, QUOTED):
        return False
    return tokens[index + 1].lower not in FUNCTION_WORDS


def _from_run(text: str, tokens: list[Token], run: Run, found: list[Candidate], taken: bytearray) -> None:
    if _countryman(tokens, run):
        found.append(_nominal(text, tokens, run.start, "person"))
        taken[run.start] = 1
        return
    name_end = max(run.end - run.letters, run.name)
    words = [token.lower for token in tokens[run.name : name_end] if token.type == WORD]
    if not words:
        return
    for index in range(run.name, run.end):
        taken[index] = 1
    if _noun_after(tokens, run.end) and all(word.rpartition("-")[2] in DEMONYMS for word in words):
        return
    candidate = _named(tokens, run, name_end, words)
    for index in range(run.start, run.name):
        taken[index] = 1
    if candidate.organisation and run.start and tokens[run.start - 1].lower in _TRADES:
        candidate.start = left_edge(tokens, run.start - 1)
    else:
        _widen_left(text, tokens, candidate)
    for index in range(candidate.start, run.name):
        if tokens[index].noun:
            taken[index] |= 1
    found.append(candidate)


def _named(tokens: list[Token], run: Run, name_end: int, words: list[str]) -> Candidate:
    """The name of a run, whose words in lower case are given."""
    acronym = len(words) == 1 and _acronym(tokens[run.name].text)
    organisation = run.name == run.start and not run.honorific
    if organisation and not (acronym or looks_like_organisation(words)):
        organisation = _named_by_trade(tokens, run) or _known_by_article(tokens, run, words)
    return Candidate(
        NAME,
        run.start,
        run.end,
        run.name,
        name_end,
        bare(words[-1]),
        tuple(words),
        honorific=run.honorific,
        nickname=tokens[run.nickname].text if run.nickname >= 0 else "",
        organisation=organisation,
        place=looks_like_place(words),
        plural=len(words) == 1 and words[0].endswith("s") and words[0][:-1] in DEMONYMS,  # "Canadians"
        acronym_alone=acronym,
    )


def _countryman(tokens: list[Token], run: Run) -> bool:
    """Of "the Swede said" and "the Canadian, who", and not "the Canadian team": somebody named before."""
    lower = tokens[run.start].lower
    if run.end - run.start > 1 or run.start == 0 or tokens[run.start - 1].lower != "the":
        return False
    after = tokens[run.end] if run.end < len(tokens) else None
    verb = after is not None and (after.lower in forms() or after.lower in _VERBS)
    return lower in PEOPLES or (verb and lower in DEMONYMS and lower.endswith("an"))


def _known_by_article(tokens: list[Token], run: Run, words: list[str]) -> bool:
    """Of "the House" and "the Guardian", which without "the" may be surnames."""
    return len(words) == 1 and words[0] in ORGANISATION_HEADS and run.start > 0 and tokens[run.start - 1].lower == "the"


def _named_by_trade(tokens: list[Token], run: Run) -> bool:
    """Whether a name is a body's by the noun before it or a "&" in it: "law firm Hale & Bright"."""
    before = tokens[run.start - 1].lower if run.start else ""
    joined = run.end - run.name > 1 and any(token.lower == "&" for token in tokens[run.name : run.end])
    return joined or before in _TRADES


_TRADES = words(
    """firm company charity broadcaster newspaper magazine agency airline retailer startup start-up union channel
    organisation organization group network operator drugmaker carmaker automaker retailer maker manufacturer giant
    lender bank insurer brewer supermarket chain developer publisher supplier provider utility platform conglomerate
    nonprofit non-profit club side team party daily weekly tabloid website app militia studio label co-op
    think-tank watchdog regulator consultancy brewery distillery bakery restaurant"""
)


def _noun_after(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].type == WORD and tokens[index].lower not in FUNCTION_WORDS


def _acronym(word: str) -> bool:
    if _INITIALS.fullmatch(word) and word.lower() not in COUNTRY_NAMES and word.lower() not in ("u.n.", "e.u."):
        return False  # "R.J."
    return len(word) > 1 and word.replace("-", "").replace(".", "").isupper()


_INITIALS = re.compile(r"(?:[A-Z]\.){2}")


def _widen_left(text: str, tokens: list[Token], candidate: Candidate) -> None:
    """Take in the role before a name ("Kremlin aide", "the club's new manager") and the "the" of a body."""
    start = candidate.start
    if (head := _office_of_body(tokens, candidate)) >= 0:
        start = left_edge(tokens, head)
    elif start > candidate.name_start - 1 and start > 0:
        before = tokens[start - 1]
        if before.noun == "person" and not candidate.organisation:
            start = _across_unknown(tokens, candidate, left_edge(tokens, start - 1))
    elif start < candidate.name_start:
        start = left_edge(tokens, start)
    if start < candidate.name_start:
        candidate.start = start
        role_start = start
        while role_start < candidate.name_start and tokens[role_start].lower in OPENERS:
            role_start += 1
        role = (
            text[tokens[role_start].start : tokens[candidate.name_start - 1].end]
            if role_start < candidate.name_start
            else ""
        )
        candidate.determiner = tokens[start].lower if role_start > start else ""
        role = _SIR.sub("", role)
        if bare(role.lower()) not in HONORIFICS and not role[:1].isdigit():
            candidate.role = role
            candidate.organisation = False
    elif start > 0 and tokens[start - 1].lower == "the":
        candidate.start = start - 1
        candidate.determiner = "the"


def _across_unknown(tokens: list[Token], candidate: Candidate, start: int) -> int:
    """The start of "Transnet pipelines executive Ann Lee", whose second word is in no lexicon, before a verb."""
    after = tokens[candidate.end] if candidate.end < len(tokens) else None
    if start < 2 or after is None or not (after.lower in forms() or after.lower in _VERBS):
        return start
    unknown, before = tokens[start - 1], tokens[start - 2]
    if unknown.type != WORD or unknown.capital or unknown.lower in FUNCTION_WORDS or unknown.lower in forms():
        return start
    return left_edge(tokens, start - 2) if before.capital and before.sentence == after.sentence else start


_VERBS = words("has have had is are was were will would did does can could may might must should")


def _office_of_body(tokens: list[Token], candidate: Candidate) -> int:
    """In "director of Amnesty International Ann Lee" the index of "director", the name set apart; else -1."""
    start = candidate.start
    if start < 2 or candidate.start != candidate.name_start:
        return -1
    head = start - 2 - (tokens[start - 1].lower == "the")
    if tokens[head + 1].lower not in ("of", "for", "at", "to", "in") or not is_person_noun(tokens[head].lower):
        return -1
    last = _last_of_place(tokens, start, candidate.name_end)
    if last < 0 or not 2 <= candidate.name_end - last - 1 <= 4:
        return -1
    if not all(token.capital for token in tokens[last + 1 : candidate.name_end]):
        return -1
    candidate.name_start = last + 1
    candidate.words = tuple(token.lower for token in tokens[candidate.name_start : candidate.name_end])
    candidate.organisation = False
    return head


def _last_of_place(tokens: list[Token], start: int, end: int) -> int:
    """The last token of the body or place that a run begins with: "Ukraine" of "Ukraine Ann Lee"; -1 for none."""
    heads = [index for index in range(start, end) if tokens[index].lower in ORGANISATION_HEADS]
    if heads:
        return heads[-1]
    if tokens[start].lower in FEMALE or tokens[start].lower in MALE:
        return -1
    given = [index for index in range(start + 1, end) if tokens[index].lower in FEMALE or tokens[index].lower in MALE]
    return given[0] - 1 if given else -1


_MANY = words("hundreds thousands dozens scores tens crowds many most several some")
_LEFT_OUT = POSSESSIVES | {"the", "a", "an", "one"}  # of a role


def _nominal(
    text: str, tokens: list[Token], index: int, noun: str, whole: Mapping[int, int] = MappingProxyType({})
) -> Candidate:
    """The description whose noun stands at ``index``; it takes in ``whole`` names, whose ends are given by token."""
    start = left_edge(tokens, index)
    end = index + 1
    token = tokens[index]
    if start > 0 and token.type == WORD and is_person_noun(token.lower):
        end = with_portfolio(tokens, end)
    determiner = tokens[start].lower if tokens[start].lower in OPENERS else ""
    modifiers = tuple(item.lower for item in tokens[start:index] if item.type in (WORD, NUMBER))
    plural = (
        noun == "group" and token.lower.endswith(("s", "people", "police", "media", "press")) and token.lower != "press"
    )
    candidate = Candidate(
        NOMINAL,
        start,
        end,
        index,
        index + 1,
        token.lower,
        (token.lower,),
        determiner=determiner,
        plural=plural or (noun == "document" and token.lower.endswith("s")),
        document=noun == "document",
        organisation=noun == "group",
        modifiers=modifiers,
    )
    candidate.end = right_edge(tokens, end, noun)
    candidate.end = whole.get(candidate.end, candidate.end)
    if start > 1 and tokens[start - 1].lower == "of" and tokens[start - 2].lower == "one":
        candidate.start, candidate.plural, candidate.organisation = start - 2, False, False  # "one of the divers"
        candidate.determiner = "one"
    elif start > 1 and plural and tokens[start - 1].lower == "of" and tokens[start - 2].lower in _MANY:
        candidate.start = start - 2  # "hundreds of protesters"
    role_start = start + 1 if determiner in _LEFT_OUT else start
    candidate.role = (
        text[tokens[role_start].start : tokens[candidate.end - 1].end] if role_start < candidate.end else ""
    )
    return candidate
