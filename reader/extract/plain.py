"""Plain text into an Article: hard-wrapped lines rejoined, underlined and capital lines as headings, e-mail as it is.

The first line is the title when it looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from reader.errors import NoArticle
from reader.extract.conventions import is_head_line, mark_footer, peel_head, take_original
from reader.extract.dates import is_date_line
from reader.extract.draft import Draft, Meta, Piece, finish
from reader.extract.inline import Inline
from reader.extract.links import absolute, host_of, related_kind
from reader.extract.mail import fields_of, is_mail, is_mail_furniture, read_mail
from reader.model import Article, Block, BlockKind, Link, LinkKind

__all__ = ["article_of_text"]

_BLANK = re.compile(r"\n(?:[ \t\f]*+\n)++")
_BREAK = re.compile("\r\n|[\r\v\x85\u2028\u2029]|\f")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*•·‣–])|(?P<ordinal>\d{1,3})[.)])[ \t]+")
_RULE = re.compile(r"\s*(?:[-=_*~#]\s*){3,}\s*")
_WRAP_LIMIT = 100
"""A line longer than this was not wrapped by hand: it is a paragraph of its own."""
_TITLE_LIMIT = 160
_HEADING_LIMIT = 90
_FEWEST_CAPITALS = 4
_FEWEST_LINES = 3
_FILLED = 0.6
"""The share of the usual width that a line has at least which was broken because it was full."""
_MEASURED = 100_000
_INDENT = 2
_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s+")
_NUMBERED_LINK = re.compile(r"\[\d{1,3}\]:?\s*<?(?P<address>https?://[^\s<>]+)>?", re.IGNORECASE)
_LONE_LINK = re.compile(r"(?P<label>[^\n:]{3,40}:)?\s*<?(?P<address>https?://[^\s<>]+)>?", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_MOST_TEXT = 4_000_000
_MOST_PASSAGES = 30_000
_CUT = "the text is too large: only its first part is shown"


def article_of_text(text: str, url: str = "") -> Article:
    """See ``reader.extract.extract_text``."""
    draft = Draft(url=url, word_of_caution=_CUT if len(text) > _MOST_TEXT else "")
    text = _BREAK.sub("\n", text[:_MOST_TEXT])
    mail = is_mail(text)
    if mail:
        draft.meta, text = read_mail(text)
        text = _SIGNATURE.split(_BREAK.sub("\n", text))[0]
    passages = list(islice(_all_passages(text), _MOST_PASSAGES + 1))
    if len(passages) > _MOST_PASSAGES:
        draft.word_of_caution = _CUT
    for passage in passages[:_MOST_PASSAGES]:
        draft.body += _pieces(passage, mail)
    if not any(isinstance(item, Piece) and item.block.text for item in draft.body):
        raise NoArticle(f"{url or 'the text'}: there is no text in it")
    if not draft.meta.title:
        _take_title(draft)
    take_original(draft)
    peel_head(draft)
    if any(isinstance(item, Piece) and item.block.text and "://" not in item.block.text for item in draft.body):
        draft.body = [_announced(item) or item for item in draft.body]
    mark_footer(draft)
    draft.meta = draft.meta.filled_from(Meta(site=host_of(draft.url)))
    return finish(draft)


def _all_passages(text: str) -> Iterator[list[str]]:
    widths = sorted(len(line) for line in text[:_MEASURED].split("\n") if line.strip())
    short = _FILLED * widths[len(widths) * 9 // 10] if widths else 0
    for chunk in _BLANK.split(text):
        if chunk.strip():
            yield from _passages(chunk, short)


def _passages(chunk: str, short: float) -> list[list[str]]:
    """The lines of a chunk gathered into paragraphs, headings with what underlines them, and list items.

    Lines that are all shorter than ``short`` were not wrapped: they are a poem's, or a list's.
    """
    lines = [line for line in chunk.split("\n") if line.strip()]
    if fields_of(lines):
        return [lines]
    if len(lines) >= _FEWEST_LINES and all(len(line) < short and not _starts_item(line) for line in lines):
        return [["", *lines]] if not any(map(is_head_line, map(str.strip, lines))) else [[line] for line in lines]
    wrapped = all(len(line) <= _WRAP_LIMIT for line in lines)
    passages: list[list[str]] = []
    head = 1 < len(lines) <= 3 and any(is_head_line(line.strip()) for line in lines)
    for line in lines:
        if passages and len(passages[-1]) == 1 and _underlines(line, passages[-1][0]):
            passages[-1].append(line)
        elif not passages or not wrapped or head or _starts(line, passages[-1]):
            passages.append([line])
        else:
            passages[-1].append(line)
    return passages


def _starts(line: str, passage: list[str]) -> bool:
    """Whether a line begins another paragraph than the one before it: as an item, a rule, or by its indentation."""
    if _starts_item(line) or _RULE.fullmatch(line) or _RULE.fullmatch(passage[-1]):
        return True
    indented = len(line) - len(line.lstrip()) >= _INDENT
    return indented and not _starts_item(passage[0]) and not passage[-1].startswith(" " * _INDENT)


def _starts_item(line: str) -> bool:
    return bool(_ITEM.match(line))


def _underlines(line: str, over: str) -> bool:
    """Whether a line of signs underlines the short one over it and makes it a heading."""
    return bool(_RULE.fullmatch(line)) and 0 < len(over.strip()) <= _HEADING_LIMIT and not _RULE.fullmatch(over)


def _pieces(lines: list[str], mail: bool) -> list[Piece | Link]:
    """What one passage is: a rule, a heading, a list item, a quotation of mail (``>``), links or a paragraph."""
    if _RULE.fullmatch(lines[0]):
        return [Piece(Block(BlockKind.RULE, ""))]
    if fields := fields_of(lines):
        who = ", ".join(filter(None, (fields.get("from", ""), fields.get("date", ""))))
        return [*_block([fields["subject"]], BlockKind.HEADING, level=2), *_block([who], BlockKind.PARAGRAPH)]
    if mail and is_mail_furniture(" ".join(line.strip() for line in lines)):
        return []
    if link := _NUMBERED_LINK.fullmatch(" ".join(line.strip() for line in lines)):
        address = absolute(link["address"])
        return [Link(LinkKind.IN_TEXT, address, address)] if address else []
    if len(lines) == 2 and _underlines(lines[1], lines[0]):
        return [*_block([_NUMBER.sub("", lines[0])], BlockKind.HEADING, level=1 if "=" in lines[1] else 2)]
    if _is_shouted(lines):
        return [*_block(lines, BlockKind.HEADING, level=2)]
    if not lines[0]:
        return [*_block(lines[1:], BlockKind.PARAGRAPH, kept=True)]
    if item := _ITEM.match(lines[0]):
        level = min(len(item["indent"].expandtabs(4)) // 2, 8)
        ordinal = int(item["ordinal"]) if item["ordinal"] else None
        return [*_block([lines[0][item.end() :], *lines[1:]], BlockKind.LIST_ITEM, level=level, ordinal=ordinal)]
    if all(line.lstrip().startswith(">") for line in lines):
        return [*_block([line.lstrip(" >") for line in lines], BlockKind.QUOTE, level=1)]
    return [*_block(lines, BlockKind.PARAGRAPH)]


def _block(
    lines: list[str], kind: BlockKind, *, level: int = 0, ordinal: int | None = None, kept: bool = False
) -> list[Piece]:
    """The block of some lines, which become one unless they are ``kept``; nothing when there are no words."""
    gathered = Inline()
    for line in lines:
        gathered.add(line)
        if kept:
            gathered.line_break()
        else:
            gathered.add(" ")
    made = gathered.block(kind, level=level, ordinal=ordinal, lines=kept)
    return [Piece(*made)] if made else []


def _is_shouted(lines: list[str]) -> bool:
    """Whether a line alone is in capitals, as headings are where there is nothing else to set them off with."""
    line = lines[0].strip()
    if len(lines) > 1 or len(line) > _HEADING_LIMIT or not line.isupper() or line[-1] in ".!?,;":
        return False
    return sum(character.isalpha() for character in line) >= _FEWEST_CAPITALS


def _announced(item: Piece | Link) -> Link | None:
    """The link of a paragraph that is an address alone, perhaps after a label such as ``Read more:``."""
    if isinstance(item, Link) or item.block.kind is not BlockKind.PARAGRAPH:
        return None
    found = _LONE_LINK.fullmatch(item.block.text)
    address = absolute(found["address"]) if found else ""
    if not found or not address or (found["label"] and not related_kind(found["label"])):
        return None
    return Link(related_kind(found["label"] or "") or LinkKind.READ_MORE, address, address)


def _take_title(draft: Draft) -> None:
    """The first paragraph is the title when it is one short line without a full stop and more text follows."""
    pieces = [item for item in draft.body if isinstance(item, Piece) and item.block.text]
    if len(pieces) < 2:
        return
    first = pieces[0]
    text = first.block.text
    heading = first.block.kind is BlockKind.HEADING
    if not (heading or first.block.kind is BlockKind.PARAGRAPH) or len(text) > _TITLE_LIMIT or is_date_line(text):
        return
    if (not heading and text[-1] in ".:;,…") or (text[-1] in '”"' and text[-2:-1] in ".,"):
        return
    draft.body.remove(first)
    draft.meta = replace(draft.meta, title=text)
    while draft.body and isinstance(under := draft.body[0], Piece) and under.block.kind is BlockKind.RULE:
        draft.body.pop(0)
