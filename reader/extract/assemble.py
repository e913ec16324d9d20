"""From the blocks of the wanted part to the body: what is said twice goes, announced links move out of the text."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from msgspec.structs import replace

from reader.extract.conventions import folded, head_line, is_photo_credit, names_in, same_words, split_credit
from reader.extract.dates import is_date_line
from reader.extract.draft import Draft, Meta, Piece
from reader.extract.links import names_tags, related_kind, without_label
from reader.extract.noise import is_noise
from reader.extract.subheads import promote_subheads
from reader.model import Block, BlockKind, Link, LinkKind

__all__ = ["assemble"]

_IN_BRACKETS = re.compile(r"\[\s*(?P<words>(?:\S+\s+){3,}.*?)\s*\]")
_NOTE_MARK = re.compile(r"\[\w{1,3}\]")
_FEWEST_PULLED = 4
_MOSTLY = 0.8
_VERY_LONG = 1500
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?]|\Z)")  # to the end as well: else a text without one takes the square
_MOST_SENTENCES = 60
_MOST_SAID = 200_000
_LONGEST_PICTURE = 8
_HEAD_PIECES = 12
_LONG = 40
_FEWEST_TEXTS = 5
_LONGEST_CAPTION = 300
_FEWEST_WORDS = 3
_MOST_QUOTES = 100
_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.QUOTE)


def assemble(draft: Draft) -> None:
    """Clean the draft's body in place; its metadata must be known."""
    captions = {piece.block.text for piece in _pieces(draft) if piece.block.kind is BlockKind.FIGURE}
    texts = {piece.block.text for piece in _pieces(draft) if len(piece.block.text) >= _LONG}
    said: set[str] | None = set() if len(texts) >= _FEWEST_TEXTS else None  # a page of filler repeats itself all along
    body: list[Piece | Link] = []
    announced: LinkKind | None = None
    for place, item in enumerate(draft.body):
        if isinstance(item, Link):
            body.append(item)
            continue
        if (
            place <= _HEAD_PIECES
            and item.block.kind is BlockKind.PARAGRAPH
            and (said_there := head_line(_after_title(item.block.text, draft.meta.title)))
        ):
            draft.meta = draft.meta.filled_from(said_there)
            continue
        links, announced = _taken(item, announced)
        if links or announced:
            body += links
        elif (
            not (len(texts) > 1 and (is_noise(item.block.text) or _is_picture(item.block)))
            and not _repeats(item.block, draft.meta, place)
            and not _said_before(item.block, said, captions)
        ):
            body += _as_caption(item)
    draft.body = promote_subheads(_trimmed(_without_pull_quotes(_with_note_marks(body))))


def _after_title(text: str, title: str) -> str:
    """What stands in one paragraph with the title said again, as old pages have byline and date; else all of it."""
    return text[len(title) :].strip() or text if title and text.startswith(title) else text


def _with_note_marks(body: list[Piece | Link]) -> list[Piece | Link]:
    """The body with the marks of footnotes that stand alone at the head of the paragraphs after them."""
    made: list[Piece | Link] = []
    for item in body:
        last = made[-1] if made else None
        if isinstance(item, Piece) and isinstance(last, Piece) and _is_note_mark(last.block) and _is_text(item.block):
            made[-1] = _marked(last.block.text + " ", item)
        else:
            made.append(item)
    return made


def _is_note_mark(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and bool(_NOTE_MARK.fullmatch(block.text))


def _is_text(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not _NOTE_MARK.match(block.text)


def _marked(mark: str, piece: Piece) -> Piece:
    """The paragraph after its mark, its spans moved along."""
    spans = tuple(replace(span, start=span.start + len(mark), end=span.end + len(mark)) for span in piece.block.spans)
    return replace(piece, block=replace(piece.block, text=mark + piece.block.text, spans=spans))


def _pieces(draft: Draft) -> list[Piece]:
    return [item for item in draft.body if isinstance(item, Piece)]


def _taken(piece: Piece, announced: LinkKind | None) -> tuple[list[Link], LinkKind | None]:
    """The links of a block that announces others (``Read more: a headline``) or stands under such a label.

    A label alone (``Related stories``) takes the blocks after it that are nothing but a link.
    """
    block = piece.block
    if block.kind not in _TEXT_KINDS:
        return [], None
    if _is_shouted_link(piece):
        return [replace(piece.links[0], kind=LinkKind.READ_MORE)], None
    if _is_bracketed_link(piece):
        return [replace(piece.links[0], kind=LinkKind.RELATED)], None
    if piece.links and (found := _tags(piece)):
        return found, None
    kind = related_kind(block.text) or (related_kind(_before_links(piece)) if piece.links else None)
    rest = without_label(block.text)
    if kind and rest == block.text and len(block.text) < _LONG:
        return [replace(link, kind=kind) for link in piece.links if not related_kind(link.label)], kind
    linked = sum(len(without_label(link.label)) for link in piece.links)
    if (
        piece.links
        and (kind or announced)
        and linked >= _MOSTLY * (len(rest) if rest != block.text else len(rest) - len(_before_links(piece)))
    ):
        found = [
            replace(link, kind=kind or announced or link.kind, label=without_label(link.label)) for link in piece.links
        ]
        return found, announced
    return [], None


def _before_links(piece: Piece) -> str:
    """The words before the first link of a block."""
    before, _label, _after = piece.block.text.partition(piece.links[0].label)
    return before.strip()


def _tags(piece: Piece) -> list[Link]:
    """The links of a line that lists tags after a word for them."""
    before = _before_links(piece)
    linked = sum(len(link.label) for link in piece.links)
    if not names_tags(before) or linked < _MOSTLY * (len(piece.block.text) - len(before) - 2 * len(piece.links)):
        return []
    return [replace(link, kind=LinkKind.TAG) for link in piece.links]


def _repeats(block: Block, meta: Meta, position: int) -> bool:
    """Whether a block says again what the metadata says: the title, who wrote it, when."""
    if block.kind is BlockKind.HEADING and block.text and same_words(block.text, meta.title):
        return True
    if position > _HEAD_PIECES or block.kind not in _TEXT_KINDS:
        return False
    if same_words(block.text, meta.title) or is_date_line(block.text):
        return True
    names = names_in(block.text) if len(block.text) < 120 else ()
    return bool(names) and bool(meta.byline) and all(name in meta.byline for name in names)


def _said_before(block: Block, said: set[str] | None, captions: set[str]) -> bool:
    """Whether a long text came already, as pages for narrow and wide screens have it, or is a caption besides."""
    if said is None or len(block.text) < _LONG or block.kind not in (*_TEXT_KINDS, BlockKind.FIGURE):
        return False
    if block.text in said or (block.kind is not BlockKind.FIGURE and block.text in captions):
        return True
    if len(block.text) > _VERY_LONG and _says_all_again(block.text, said):
        return True
    said.add(block.text)
    return False


def _says_all_again(text: str, said: set[str]) -> bool:
    """Whether nearly all sentences of a very long block came already: the article in one piece, for a machine."""
    found = islice(_SENTENCE.finditer(text), _MOST_SENTENCES)
    sentences = [match[0].strip() for match in found if len(match[0]) >= _LONG]
    before = "\n".join(said)[:_MOST_SAID]
    return bool(sentences) and sum(one in before for one in sentences) > _MOSTLY * len(sentences)


def _is_picture(block: Block) -> bool:
    """Whether a paragraph is a little picture (an emoji) and nothing else."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > _LONGEST_PICTURE:
        return False
    return all(unicodedata.category(one) in ("So", "Sk", "Mn", "Cf") or one.isspace() for one in block.text)


def _is_bracketed_link(piece: Piece) -> bool:
    """Whether a paragraph is one headline in brackets that leads to another article."""
    found = _IN_BRACKETS.fullmatch(piece.block.text) if len(piece.links) == 1 and piece.links[0].href else None
    return found is not None and found["words"].strip() == piece.links[0].label


def _is_shouted_link(piece: Piece) -> bool:
    """Whether a paragraph is one headline in capitals that leads to another article."""
    block = piece.block
    if block.kind is not BlockKind.PARAGRAPH or len(piece.links) != 1 or not piece.links[0].href:
        return False
    return block.text == piece.links[0].label and block.text.isupper() and len(block.text.split()) > _FEWEST_WORDS


def _without_pull_quotes(body: list[Piece | Link]) -> list[Piece | Link]:
    """The body without pull quotes that only repeat words of a paragraph."""
    quotes = [item for item in body if isinstance(item, Piece) and item.pulled]
    if not 0 < len(quotes) <= _MOST_QUOTES:
        return body
    others = (item.block for item in body if isinstance(item, Piece) and item.block.kind is not BlockKind.QUOTE)
    prose = "\n".join(folded(block.text) for block in others)
    repeated = {
        id(piece)
        for piece in quotes
        if len(piece.block.text.split()) >= _FEWEST_PULLED and folded(piece.block.text) in prose
    }
    return [item for item in body if id(item) not in repeated]


def _as_caption(piece: Piece) -> list[Piece]:
    """A short paragraph that ends in a photo credit is a caption in plain dress."""
    block = piece.block
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > _LONGEST_CAPTION or not is_photo_credit(block.text):
        return [piece]
    caption, credit = split_credit(block.text)
    made = [Piece(Block(BlockKind.FIGURE, caption))] if caption else []
    return [*made, Piece(Block(BlockKind.CREDIT, credit))]


def _trimmed(body: list[Piece | Link]) -> list[Piece | Link]:
    """Without headings and rules that have nothing under them, at the end; and rules at the start."""
    while (last := _last_piece(body)) is not None and last.block.kind in (BlockKind.HEADING, BlockKind.RULE):
        body.remove(last)
    while body and isinstance(first := body[0], Piece) and first.block.kind is BlockKind.RULE:
        body.pop(0)
    return body


def _last_piece(body: list[Piece | Link]) -> Piece | None:
    return next((item for item in reversed(body) if isinstance(item, Piece)), None)
