"""Plain text into an Article: hard-wrapped lines rejoined, the first line taken as a title when it looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reader.errors import NoArticle
from reader.extract.conventions import is_head_line, mark_footer, peel_head, take_original
from reader.extract.dates import is_date_line
from reader.extract.draft import Draft, Meta, Piece, finish
from reader.extract.inline import Inline
from reader.extract.links import host_of
from reader.model import Article, Block, BlockKind

__all__ = ["article_of_text"]

_BLANK = re.compile(r"\n(?:[ \t\f]*+\n)++")
_BREAK = re.compile("\r\n|[\r\v\x85\u2028\u2029]|\f")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*•·‣–])|(?P<ordinal>\d{1,3})[.)])[ \t]+")
_RULE = re.compile(r"\s*(?:[-=_*~#]\s*){3,}\s*")
_WRAP_LIMIT = 100
"""A line longer than this was not wrapped by hand: it is a paragraph of its own."""
_TITLE_LIMIT = 160
_MOST_TEXT = 4_000_000
_MOST_PASSAGES = 30_000
_CUT = "the text is too large: only its first part is shown"


def article_of_text(text: str, url: str = "") -> Article:
    """See ``reader.extract.extract_text``."""
    draft = Draft(url=url, word_of_caution=_CUT if len(text) > _MOST_TEXT else "")
    passages = list(islice(_all_passages(text[:_MOST_TEXT]), _MOST_PASSAGES + 1))
    if len(passages) > _MOST_PASSAGES:
        draft.word_of_caution = _CUT
    for passage in passages[:_MOST_PASSAGES]:
        draft.body += _pieces(passage)
    if not any(isinstance(item, Piece) and item.block.text for item in draft.body):
        raise NoArticle(f"{url or 'the text'}: there is no text in it")
    _take_title(draft)
    take_original(draft)
    peel_head(draft)
    mark_footer(draft)
    draft.meta = draft.meta.filled_from(Meta(site=host_of(draft.url)))
    return finish(draft)


def _all_passages(text: str) -> Iterator[list[str]]:
    for chunk in _BLANK.split(_BREAK.sub("\n", text)):
        if chunk.strip():
            yield from _passages(chunk)


def _passages(chunk: str) -> list[list[str]]:
    """The lines of a chunk gathered into paragraphs and list items."""
    lines = [line for line in chunk.split("\n") if line.strip()]
    wrapped = all(len(line) <= _WRAP_LIMIT for line in lines)
    passages: list[list[str]] = []
    head = 1 < len(lines) <= 3 and any(is_head_line(line.strip()) for line in lines)
    for line in lines:
        starts = not passages or not wrapped or head or bool(_ITEM.match(line)) or bool(_RULE.fullmatch(line))
        if starts or _RULE.fullmatch(passages[-1][-1]):
            passages.append([line])
        else:
            passages[-1].append(line)
    return passages


def _pieces(lines: list[str]) -> list[Piece]:
    """The block of one passage: a rule, a list item, a quotation of mail (``>``) or a paragraph."""
    if _RULE.fullmatch(lines[0]):
        return [Piece(Block(BlockKind.RULE, ""))]
    gathered = Inline()
    item = _ITEM.match(lines[0])
    quoted = all(line.lstrip().startswith(">") for line in lines)
    if item:
        lines = [lines[0][item.end() :], *lines[1:]]
    for line in lines:
        gathered.add(line.lstrip(" >") if quoted else line)
        gathered.add(" ")
    if item:
        ordinal = int(item["ordinal"]) if item["ordinal"] else None
        made = gathered.block(
            BlockKind.LIST_ITEM, level=min(len(item["indent"].expandtabs(4)) // 2, 8), ordinal=ordinal
        )
    else:
        made = gathered.block(BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH, level=int(quoted))
    return [Piece(*made)] if made else []


def _take_title(draft: Draft) -> None:
    """The first paragraph is the title when it is one short line without a full stop and more text follows."""
    pieces = [item for item in draft.body if isinstance(item, Piece) and item.block.text]
    if len(pieces) < 2:
        return
    first = pieces[0]
    text = first.block.text
    if first.block.kind is not BlockKind.PARAGRAPH or len(text) > _TITLE_LIMIT or is_date_line(text):
        return
    if text[-1] in ".:;,…" or (text[-1] in '”"' and text[-2:-1] in ".,"):
        return
    draft.body.remove(first)
    draft.meta = replace(draft.meta, title=text)
    while draft.body and isinstance(under := draft.body[0], Piece) and under.block.kind is BlockKind.RULE:
        draft.body.pop(0)
