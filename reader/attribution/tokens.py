"""Words, sentences and paragraphs, with every quoted stretch taken as one opaque token."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from reader.attribution.cues import forms
from reader.attribution.lexicon import words
from reader.attribution.marks import Stretch
from reader.attribution.nouns import noun_kind

__all__ = ["BREAK", "NUMBER", "PUNCTUATION", "QUOTED", "WORD", "Token", "sentence_starts", "tokenize"]

WORD, NUMBER, PUNCTUATION, QUOTED, BREAK = "w", "n", "p", "q", "b"

_TOKEN = re.compile(  # all but the white space between tokens, by its first character one of the five types
    r"([^\W\d_]\w*(?:(?:['’‘\-&]|\.(?![A-Z][a-z]))[^\W_]\w*)*|(?<![\w.])@\w{2,}"
    r"|\d\w*(?:[.,\-–:/]\w+)*|\n\s*|--+|\.{2,}|[^\w\s]|_)"
)
_DOTTED = re.compile(r"(?:^|-)[^\W\d_](?:\.[^\W\d_])+$")
_PREFIXED = re.compile(r"(?:al|el|ar|as|at|ad|ash|an|ibn|bin|ben|de|d|then|ex|ul|ur|ud)[-'’][A-ZÀ-Þ]")
_SHORT = 24  # the text of a longer stretch is never looked at
_LONGEST = 120  # tokens in a sentence, a whole quotation counted as one; keeps what looks through a sentence linear
_POSSESSIVE = re.compile(r"['’‘][sS]$")
_ABBREVIATIONS = words("""
    mr mrs ms mx dr prof st sr jr rev hon gov gen col lt sgt capt cmdr adm maj cpl pvt sen rep reps sens pres supt
    insp det cllr coun const messrs mt ft vs etc inc ltd co corp bros jan feb mar apr jun jul aug sept sep oct nov
    dec mo fla calif ill mass mich minn ore pa tenn tex va wash wis ariz ala ark colo conn del ga ind kan ky la md
    me miss mont neb nev no nos approx est dept univ assn ave blvd rd u.s u.k u.n e.u d.c a.m p.m i.e e.g ph.d m.d
    b.c a.d man alta sask ont que nfld""")
_PROPER = words("man alta sask ont que nfld mass ill miss me ind no wash pa la ark ore mo")  # else common words
_NEVER_LAST = words(
    """
    mr mrs ms mx dr prof st rev hon gov gen col lt sgt capt cmdr adm maj sen rep supt insp det cllr coun vs messrs"""
)


class Token(Struct, gc=False):
    """One token: offsets, text, lower-case text, type, and the sentence and paragraph it stands in.

    ``noun`` is what the word is about when it is a noun for people or their papers (``nouns.noun_kind``).
    A ``QUOTED`` token covers a stretch with its marks, ``stretch`` is its index, ``text`` what is inside when it is
    short. An abbreviation keeps its full stop; a possessive ``'s`` is a token of its own.
    """

    start: int
    end: int
    text: str
    lower: str
    type: str
    stretch: int = -1
    sentence: int = 0
    paragraph: int = 0
    capital: bool = False
    noun: str = ""


def tokenize(text: str, stretches: list[Stretch]) -> list[Token]:
    """All tokens of the text in order."""
    tokens: list[Token] = []
    position = 0
    for index, stretch in enumerate(stretches):
        _split(text, position, stretch.outer_start, tokens)
        short = text[stretch.start : stretch.end] if stretch.end - stretch.start <= _SHORT else ""
        tokens.append(Token(stretch.outer_start, stretch.outer_end, short, "", QUOTED, index))
        position = stretch.outer_end
    _split(text, position, len(text), tokens)
    _number_sentences(text, tokens, stretches)
    return tokens


def sentence_starts(tokens: list[Token]) -> list[int]:
    """The first token of each sentence by its number, and the number of tokens after the last."""
    followed = enumerate(pairwise(tokens), 1)
    return [0, *(index for index, (before, token) in followed if before.sentence != token.sentence), len(tokens)]


def _split(text: str, begin: int, end: int, tokens: list[Token]) -> None:
    pieces = _TOKEN.split(text[begin:end])  # white space and tokens in turn; a match object for each takes longer
    stop = covered = begin
    for space, found in zip(pieces[::2], pieces[1::2], strict=False):
        start = stop + len(space)
        stop = start + len(found)
        if start < covered:
            continue  # the full stop of an abbreviation
        kind, word, lower, noun, capital, short = _shape(found) if len(found) < _LONG else _shaped(found)
        length = len(word)
        if length < stop - start:
            tokens.append(Token(start, start + length, word, lower, WORD, -1, 0, 0, capital, noun))
            tokens.append(Token(stop - 2, stop, text[stop - 2 : stop], "'s", PUNCTUATION))
            continue
        if short and stop < end and text[stop] == ".":
            covered = stop + 1
            lower += "."
            tokens.append(Token(start, covered, word + ".", lower, WORD, -1, 0, 0, capital, noun_kind(lower)))
            continue
        tokens.append(Token(start, stop, word, lower, kind, -1, 0, 0, capital, noun))


def _type(found: str) -> str:
    """The type of a token by its first character."""
    first = found[0]
    if first == "\n":
        return BREAK
    if first.isdecimal():
        return NUMBER
    return WORD if first.isalnum() or (first == "@" and len(found) > 1) else PUNCTUATION


def _shaped(found: str) -> tuple[str, str, str, str, bool, bool]:
    """What a token is wherever it stands.

    Its type; its text without "'s"; in lower case; its ``noun``; whether it is capitalised; whether a stop after it is
    its own.
    """
    kind = _type(found)
    if kind != WORD:
        return kind, found, found, noun_kind(found) if kind == NUMBER else "", False, False  # "a 34-year-old"
    word = found[:-2] if len(found) > 2 and found[-2] in "'’‘" and _POSSESSIVE.search(found) else found
    lower = word.lower()
    capital = word[0].isupper() or word[0] == "@" or _PREFIXED.match(word) is not None
    short = (len(word) == 1 and capital) or (lower in _ABBREVIATIONS and (lower not in _PROPER or word[0].isupper()))
    plain = lower.replace("’", "'")
    return kind, word, plain, noun_kind(plain), capital, short or _DOTTED.search(word) is not None


_shape = lru_cache(maxsize=8192)(_shaped)  # of ten words in a story nine are common ones
_LONG = 40  # characters; longer words are not kept


def _number_sentences(text: str, tokens: list[Token], stretches: list[Stretch]) -> None:
    sentence = paragraph = length = 0
    for index, token in enumerate(tokens):
        token.sentence, token.paragraph = sentence, paragraph
        length += 1
        if token.type == BREAK:
            paragraph += 1
            sentence += 1
            length = 0
            continue
        ends = token.text[-1:] in _CLOSING and _ends_sentence(text, tokens, index, stretches)
        if ends and tokens[index + 1].start == token.end:
            paragraph += 1  # no space: the line break was lost on the way
        if ends or length == _LONGEST:
            sentence += 1
            length = 0


_CLOSING = frozenset(("", *".?!…।。"))  # "" for a long stretch, which is looked at on its own


def _ends_sentence(text: str, tokens: list[Token], index: int, stretches: list[Stretch]) -> bool:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.type == BREAK:
        return False
    if token.type == QUOTED:
        return _quoted_end(text, tokens, index, stretches[token.stretch])
    starts_new = following.capital or following.type in (QUOTED, NUMBER) or following.lower in ("(", "[")
    if token.type == WORD:
        return token.text.endswith(".") and starts_new and _abbreviation_ends(token, following)
    return token.lower in (".", "?", "!", "…", "...", "।", "。") and (starts_new or token.lower != "...")


def _abbreviation_ends(token: Token, following: Token) -> bool:
    """Whether the stop of an abbreviation ends the sentence too: before a word that begins sentences."""
    if token.lower.rstrip(".") in _NEVER_LAST:
        return False
    return following.lower in _SENTENCE_OPENERS or (following.type == QUOTED and len(token.text) > 2)


_SENTENCE_OPENERS = words("""
    the a an he she it they we i in on at but and this that these those his her their its as after before when while
    if for with by from according however meanwhile although since there what who asked""")


def _quoted_end(text: str, tokens: list[Token], index: int, stretch: Stretch) -> bool:
    """Whether the sentence ends with this quoted stretch: by its last mark and by what comes after."""
    last = text[stretch.end - 1]
    following = tokens[index + 1]
    if last not in ".?!…" or not (following.capital or following.type in (QUOTED, NUMBER)):
        return False
    if following.type != WORD:
        return True
    return not _clause_of_speech(tokens, index + 1, strict=last in ".…")


def _clause_of_speech(tokens: list[Token], begin: int, strict: bool) -> bool:
    """Whether a short "Name said" follows, which belongs to the quotation before it.

    After a full stop (``strict``) it must be the whole clause, for a new sentence may begin just so.
    """
    for index in range(begin, min(begin + 9, len(tokens))):
        token = tokens[index]
        if token.type not in (WORD, NUMBER) and token.lower not in ("'s", "'", "’"):
            return False
        if token.lower in forms() and not token.capital and index > begin:
            if not strict:
                return True
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            return after is None or after.type == BREAK or after.lower == "."
    return False
