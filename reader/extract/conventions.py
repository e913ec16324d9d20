"""How articles are laid out whoever marked them up: date lines, bylines, photo credits, closing credit lines."""

from __future__ import annotations

import re

from msgspec.structs import replace

from reader.extract.dates import date_at_end, find_date, is_date_line
from reader.extract.draft import Draft, Meta, Piece
from reader.extract.links import absolute, host_of
from reader.model import Block, BlockKind, Link, SpanKind

__all__ = [
    "folded",
    "head_line",
    "is_closing_credit",
    "is_head_line",
    "is_photo_credit",
    "mark_footer",
    "names_in",
    "peel_head",
    "same_words",
    "split_credit",
    "take_original",
]

_BYLINE = re.compile(
    r"(?:by|von|par|por|di|da|door|av|af|words by|story by|written by|reported by)[\s:]+", re.IGNORECASE
)
_NAME_PARTS = re.compile(r"\s*(?:,|;|\||·|•|/|&| and | und | et | y | e | en | og | och | with | mit )\s*")
_NOT_A_NAME = re.compile(
    r"\d|@|https?:|^(?:staff|the|updated|published|posted|for|in|at|of|on|our|more|follow|folgen|suivre|seguir|segui|volgen)\b|^(?:M\.?A|M\.?D|Ph\.?D|R\.?N|MBA|MPH)\.?$|"
    r"\b(?:correspondent|reporter|editor|writer|columnist|redakteur\w*|staff|min(?:ute)?s? read)$",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\b(?:contributed(?: to)?(?: \w+){0,3}(?:report(?:ing|s)?|story|article|research)?|"
    r"(?:additional |further )?(?:reporting|editing|writing|research|translation|graphics) by|"
    r"(?:with|includes?) (?:reporting|files?|material|information|input|agencies)|"
    r"mit (?:material|agenturen)|avec (?:afp|agences)|"
    r"(?:is|was) (?:first |originally )?(?:published|translated|edited|reported) (?:by|in|on|from))\b",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(
    r"[\s(\[|–—/-]*(?:\b(?:photo(?:graph)?|image|picture|(?:photo |image )?credit|foto|bild|quelle|source|crédit)"
    r"(?:graphed)?(?: (?:by|courtesy of|credit))?\s*:\s*|\bphoto(?:graph)? by\s+|©\s*)"
    r"(?P<credit>[^()\[\]|]{2,80}?)[)\].]*$",
    re.IGNORECASE,
)
_PHOTO = re.compile(r"\b(?:photo|image|picture|foto|bild)", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"(?:original(?:ly)?(?: published)?(?: url| at| link| article)?|source|url)\s*:?\s*", re.IGNORECASE
)
_PARTICLES = frozenset(["de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "y", "of"])
_HEAD_LINES = 8


def same_words(one: str, other: str) -> bool:
    """Whether two lines say the same but for case, marks and spaces."""
    return 2 * len(one) + 20 > len(other) and 2 * len(other) + 20 > len(one) and folded(one) == folded(other)


def folded(text: str) -> str:
    """A text's letters and digits alone, without case."""
    return "".join(character for character in text.casefold() if character.isalnum())


def names_in(line: str) -> tuple[str, ...]:
    """The names that a byline gives, ``By`` and what is no name left out."""
    line = _BYLINE.sub("", line.strip(), count=1) if _BYLINE.match(line.strip()) else line
    names = (name.strip(" .-–—") for name in _NAME_PARTS.split(line))
    return tuple(dict.fromkeys(name for name in names if 1 < len(name) < 60 and not _NOT_A_NAME.search(name)))


def is_closing_credit(text: str) -> bool:
    """Whether a closing line says who else worked on the article: ``An agency contributed reporting.``."""
    return len(text) < 240 and bool(_CONTRIBUTED.search(text)) and not re.search(r"[\"“”«»]", text)


def split_credit(caption: str) -> tuple[str, str]:
    """A caption's words and the credit that it ends in (``Photo: …``, ``© …``), ``""`` when it has none."""
    match = _CREDIT_TAIL.search(caption)
    if not match:
        return caption, ""
    return caption[: match.start()].strip(), match["credit"].strip()


def is_photo_credit(text: str) -> bool:
    """Whether a line ends in a photo credit that says so by name (``Photo: …``); a bare ``©`` may be prose."""
    match = _CREDIT_TAIL.search(text) if _PHOTO.search(text) else None
    return match is not None and bool(_PHOTO.search(match.group())) and not re.search(r"[\"“”«»]", text)


def mark_footer(draft: Draft) -> None:
    """Turn the closing credit line, the last or last but one paragraph, into a footer block."""
    indices = [index for index, item in enumerate(draft.body) if isinstance(item, Piece)]
    for index in indices[-2:] if len(indices) > 2 else []:
        item = draft.body[index]
        if isinstance(item, Piece) and item.block.kind is BlockKind.PARAGRAPH and is_closing_credit(item.block.text):
            draft.body[index] = replace(item, block=replace(item.block, kind=BlockKind.FOOTER))


def peel_head(draft: Draft) -> None:
    """Take the date line, the byline and the lead photo's caption under the title out of the first paragraphs.

    Taken are lines that say nothing else; the caption is a paragraph before the text that ends in a strong credit.
    """
    body: list[Piece | Link] = []
    head, meta = True, Meta()
    for index, item in enumerate(draft.body):
        block = item.block if isinstance(item, Piece) else None
        if not head or block is None or index >= _HEAD_LINES:
            body.append(item)
        elif block.kind is BlockKind.PARAGRAPH and (found := head_line(block.text)):
            meta = meta.filled_from(found)
        elif photo := _captioned(block):
            body.extend(photo)
        else:
            head = head and (
                block.kind in (BlockKind.HEADING, BlockKind.RULE, BlockKind.FIGURE) or len(block.text) < 60
            )
            body.append(item)
    draft.body = body
    draft.meta = draft.meta.filled_from(meta)


def head_line(line: str) -> Meta | None:
    """What a line under the title says when it is a date line or a byline."""
    if is_date_line(line) and (date := find_date(line)):
        return Meta(published=date.when, published_precision=date.precision)
    if len(line) < 120 and _BYLINE.match(line) and line[-1] not in ".?!:":
        before, date = date_at_end(line)
        names = names_in(before)
        if date and names and all(_is_name(name) for name in names):
            return Meta(byline=names, published=date.when, published_precision=date.precision)
        if names and all(_is_name(name) for name in names):
            return Meta(byline=names)
    return None


def _is_name(name: str) -> bool:
    """Whether every word is written large but for the small ones that names have."""
    words = name.split()
    return len(words) <= 6 and all(word[0].isupper() or word in _PARTICLES for word in words) and words[0][0].isupper()


def is_head_line(line: str) -> bool:
    """Whether a line under a title is a date line or a byline."""
    return head_line(line) is not None


def _captioned(block: Block) -> list[Piece]:
    """The figure and credit in ``Caption text. **Credit**``, or nothing."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > 600:
        return []
    last = block.spans[-1] if block.spans else None
    if last is None or last.kind is not SpanKind.STRONG or last.end != len(block.text) or last.start == 0:
        return []
    credit = block.text[last.start :]
    if len(credit) > 100 or credit[-1] in ".?!:":
        return []
    caption = block.text[: last.start].rstrip()
    spans = tuple(span for span in block.spans if span.end <= len(caption))
    return [
        Piece(Block(BlockKind.FIGURE, caption, spans)),
        Piece(Block(BlockKind.CREDIT, credit)),
    ]


def take_original(draft: Draft) -> None:
    """Take an ``Original url:`` footer with the address after it out of the body; it is where the article came from."""
    tail = [index for index, item in enumerate(draft.body) if isinstance(item, Piece)][-3:]
    for index in tail:
        item = draft.body[index]
        if not isinstance(item, Piece) or not (match := _ORIGINAL.match(item.block.text)):
            continue
        rest = item.block.text[match.end() :]
        following = draft.body[index + 1] if index + 1 < len(draft.body) else None
        taken = 1
        if not rest and isinstance(following, Piece):
            rest, taken = following.block.text, 2
        address = absolute(rest) if rest and " " not in rest else ""
        if not address:
            continue
        del draft.body[index : index + taken]
        draft.original = address
        draft.url = address if not host_of(draft.url) else draft.url
        draft.meta = replace(draft.meta, canonical_url=draft.meta.canonical_url or address)
        return
