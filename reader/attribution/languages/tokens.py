"""Words, sentences and paragraphs of a text in another language; every passage is one token."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.attribution.languages.passages import Passage
from reader.attribution.languages.table import Table

__all__ = ["BREAK", "NUMBER", "PUNCTUATION", "QUOTED", "WORD", "Token", "tokenize"]

WORD, NUMBER, PUNCTUATION, QUOTED, BREAK = "w", "n", "p", "q", "b"
_TOKEN = re.compile(
    r"(?P<w>[^\W\d_][\w\u0301]*(?:['’.\-][^\W_][\w\u0301]*)*)|(?P<n>\d\w*(?:[.,:/\-–]\w+)*)|(?P<b>\n\s*)|(?P<p>[^\w\s]|_)"
)
_LONGEST = 120  # tokens in a sentence, as for English


@dataclass(slots=True)
class Token:
    """One token: offsets, text, lower-case text, kind, its passage, and the sentence and paragraph it stands in."""

    start: int
    end: int
    text: str
    lower: str
    kind: str
    passage: int = -1
    sentence: int = 0
    paragraph: int = 0
    capital: bool = False


def tokenize(text: str, passages: list[Passage], table: Table) -> list[Token]:
    """All tokens of a text in order."""
    tokens: list[Token] = []
    position = 0
    clitics = re.compile(table.clitics) if table.clitics else None
    for index, passage in enumerate(passages):
        _split(text, position, passage.outer_start, tokens, table, clitics)
        tokens.append(Token(passage.outer_start, passage.outer_end, "", "", QUOTED, index))
        position = passage.outer_end
    _split(text, position, len(text), tokens, table, clitics)
    _number_sentences(text, tokens, passages)
    return tokens


def _split(text: str, begin: int, end: int, tokens: list[Token], table: Table, clitics: re.Pattern[str] | None) -> None:
    for match in _TOKEN.finditer(text, begin, end):
        if tokens and match.start() < tokens[-1].end:
            continue  # the full stop of an abbreviation
        kind = match.lastgroup or PUNCTUATION
        if kind != WORD:
            tokens.append(Token(match.start(), match.end(), match.group(), match.group(), kind))
            continue
        start, stop = match.span()
        start = _elide(text, start, stop, tokens, table)
        hung = clitics.search(text, start, stop) if clitics else None
        _word(text, start, hung.start() if hung else stop, end, tokens, table)
        if hung:
            tokens.append(Token(hung.start(), stop, text[hung.start() : stop], hung.group(1).lower(), WORD))


def _elide(text: str, start: int, stop: int, tokens: list[Token], table: Table) -> int:
    """Set an elided article apart, "l'opposition"; names like "D'Angelo" stay whole. Gives where the rest begins."""
    if not table.elided:
        return start
    match = re.compile(r"(\w+)['’]").match(text, start, stop)
    if match is None or match.group(1).lower() not in table.elided:
        return start
    if text[start].isupper() and text[match.end()].isupper() and match.group(1) != "L":
        return start
    tokens.append(Token(start, match.end(), match.group(), match.group(1).lower(), WORD))
    return match.end()


def _word(text: str, start: int, stop: int, end: int, tokens: list[Token], table: Table) -> None:
    word = text[start:stop]
    lower = word.lower().replace("’", "'").replace("\u0301", "")
    if stop < end and text[stop] == "." and (lower + "." in table.titles or (len(word) == 1 and word.isupper())):
        stop, lower = stop + 1, lower + "."
    capital = word[0].isupper() and not (len(word) > 1 and word[1] in "'’" and word[2:3].islower())
    tokens.append(Token(start, stop, text[start:stop], lower, WORD, capital=capital))


def _number_sentences(text: str, tokens: list[Token], passages: list[Passage]) -> None:
    sentence = paragraph = length = 0
    for index, token in enumerate(tokens):
        token.sentence, token.paragraph = sentence, paragraph
        length += 1
        paragraph += token.kind == BREAK
        if token.kind == BREAK or length >= _LONGEST or _ends(text, tokens, index, passages):
            sentence += 1
            length = 0


def _ends(text: str, tokens: list[Token], index: int, passages: list[Passage]) -> bool:
    """Whether a sentence ends with this token: by its mark, and by a capital, a number or a passage after it."""
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or after.kind == BREAK:
        return False
    if token.kind == QUOTED:
        closes = text[passages[token.passage].end - 1] in ".?!…"
        return closes and (after.capital or after.kind in (QUOTED, NUMBER))
    opens = after.capital or after.kind in (QUOTED, NUMBER) or after.lower in "—–-¿¡([«“„"
    return token.kind == PUNCTUATION and token.lower in ".?!…" and opens
