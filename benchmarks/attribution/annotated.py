"""Gold written into the text: ``"{Ann Lee}We won," Lee said.`` says who spoke right after the opening mark.

A file holds articles, each after a line ``=== its name``; the word ``curly`` in that line turns its straight double
marks into curly ones. ``{-}`` means that the stretch is nobody's words. Commas part forms of a name that are all right.
"""

from __future__ import annotations

import re

__all__ = ["parse"]

_OPENING = re.compile(r"^=== (.+)$", re.MULTILINE)
_SPEAKER = re.compile(r"\{([^{}]+)\}")
_CLOSING = {'"': '"', "“": "”", "‘": "’", "'": "'"}


def parse(source: str) -> list[dict]:
    """The articles of a file as records of gold (``gold.py`` says which fields)."""
    pieces = _OPENING.split(source)[1:]
    return [_article(title, body.strip()) for title, body in zip(pieces[::2], pieces[1::2], strict=True)]


def _article(title: str, body: str) -> dict:
    text, quotes = "", []
    for number, piece in enumerate(_SPEAKER.split(body)):
        if number % 2 == 0:
            text += piece
        elif piece == "-":
            quotes.append({"start": len(text), "label": "not_speech"})
        else:
            quotes.append({"start": len(text), "speaker": piece})
    for quote in quotes:
        quote["end"] = _end(text, quote["start"])
    name = title.removesuffix(" curly")
    return {"id": name, "text": text if name == title else _curled(text), "quotes": quotes}


def _end(text: str, start: int) -> int:
    """Where a stretch ends: before its closing mark, or with its paragraph when it is left open."""
    close = _CLOSING[text[start - 1]]
    paragraph = text.find("\n", start)
    paragraph = len(text) if paragraph < 0 else paragraph
    at = start
    while (at := text.find(close, at, paragraph)) >= 0:
        if close not in "’'" or not text[at + 1 : at + 2].isalnum():
            return at
        at += 1
    return paragraph


def _curled(text: str) -> str:
    """The text with curly double marks and apostrophes for straight ones, as long as before."""
    return re.sub(r'"(?=\w|\$|#)', "“", text).replace('"', "”").replace("'", "’")
