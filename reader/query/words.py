"""Text as the search compares it: words without case, accents or width, and pairs of signs where no spaces are written.

The same folding makes the index and the question, so that SQLite only ever compares finished words: its ``ascii``
tokenizer splits them at the spaces. Chinese, Japanese, Korean and Thai are indexed as in Lucene's CJKAnalyzer, by pairs
of neighbouring signs, with the last sign of a run by itself, so that any run of signs is a phrase of such pairs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["asked", "fold", "indexed", "placed"]

_MARKS = (  # combining marks, which are letters of no word by themselves (in \w they are not)
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
_VOWEL_SIGNS = (  # of India, Thailand, Tibet and their neighbours, and of kana; with the joiners that they need
    "\u0900-\u0963\u0971-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u0f18-\u0fbc\u102b-\u109d\u17b4-\u17d3\u3099\u309a\u200c\u200d"
)
_DENSE = (  # scripts that are written without spaces, or (Hangul) with endings stuck to their words
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"(?:[^\W_]|[{_MARKS}{_VOWEL_SIGNS}])+")
_DROPPED = re.compile(rf"[{_MARKS}\u200c\u200d]")
_PIECE = re.compile(rf"[{_DENSE}]+|(?:(?![{_DENSE}])(?:[^\W_]|[{_MARKS}{_VOWEL_SIGNS}]))+")
_DENSE_RUN = re.compile(rf"[{_DENSE}]")
_ASCII_WORD = re.compile("[a-z0-9]+")
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_PUNCTUATION = "“”‘’–—…\xa0"
"""What most English texts have beside ASCII; without it they need no look at each word."""
_MOST = 50_000


class _Folds(dict[str, str]):
    """Words to their folded forms, worked out once; emptied when it has grown too large."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        folded = self[word] = " ".join(token for piece in _pieces(word) for token in _tokens(piece))
        return folded


_FOLDS = _Folds()


def indexed(text: str) -> str:
    """The text as it is given to the index, which finds in it the words of ``fold``.

    That is ASCII as it came: the index's tokenizer finds its words and makes them lower case by itself.
    """
    if not text.isascii():
        text = _without_punctuation(text)
    return text if text.isascii() else fold(text)


def fold(text: str) -> str:
    """The words of a text in their folded form, parted by single spaces.

    >>> fold("Zoë’s Straße, ＡＢＣ: 東京都")
    'zoe s strasse abc 東京 京都 都'
    """
    if not text.isascii():
        text = _without_punctuation(text)
    if text.isascii():
        return " ".join(_ASCII_WORD.findall(text.lower()))
    return " ".join(filter(None, [_FOLDS[word] for word in _WORD.findall(text)]))


def _without_punctuation(text: str) -> str:
    for mark in _PUNCTUATION:
        text = text.replace(mark, " ")
    return text


def asked(text: str) -> tuple[str, bool]:
    """What to look for when these words are asked for, and whether its last word may go on.

    >>> asked("東京"), asked("京")
    (('東京', False), ('京', True))
    """
    tokens = fold(text).split(" ")
    last = tokens[-1]
    if not (last and _DENSE_RUN.match(last)):
        return " ".join(tokens), False
    if len(tokens) > 1 and len(tokens[-2]) == 2 and tokens[-2][1] == last and _DENSE_RUN.match(tokens[-2]):
        return " ".join(tokens[:-1]), False  # the run may go on in the text: its last sign is a pair's first there
    return " ".join(tokens), True


def placed(text: str) -> Iterator[tuple[str, int, int]]:
    """Each folded word of a text with the offsets of what it was folded from."""
    for match in _WORD.finditer(text):
        folded = _FOLDS[match.group()].split()
        if len(folded) > 1:
            yield from _shared_out(folded, match)
        elif folded:
            yield folded[0], match.start(), match.end()


def _shared_out(tokens: list[str], match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """The tokens of one word, each with its own signs; with the whole word where they cannot be told apart."""
    start, word = match.start(), match.group()
    own = [
        (token, start + piece.start() + place, min(start + piece.start() + place + 2, start + piece.end()))
        if _DENSE_RUN.match(piece.group())
        else (token, start + piece.start(), start + piece.end())
        for piece in _PIECE.finditer(word)
        for place, token in enumerate(_tokens(_folded(piece.group())))
    ]
    if [token for token, _, _ in own] == tokens:
        yield from own
    else:
        yield from ((token, match.start(), match.end()) for token in tokens)


def _folded(word: str) -> str:
    """A word without case, accents and width."""
    bare = _DROPPED.sub("", unicodedata.normalize("NFKD", word.casefold())).translate(_PLAIN)
    return unicodedata.normalize("NFC", bare).casefold()


def _pieces(word: str) -> list[str]:
    """The folded word, cut where a script without spaces begins or ends, and where folding has made a gap."""
    return _PIECE.findall(_folded(word))


def _tokens(piece: str) -> list[str]:
    if not _DENSE_RUN.match(piece):
        return [piece]
    return [piece[place : place + 2] for place in range(len(piece))]
