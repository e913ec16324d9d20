"""Markdown into an Article, through the CommonMark tree of markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from msgspec.structs import replace

from reader.errors import NoArticle
from reader.extract.conventions import mark_footer, names_in, peel_head, same_words, take_original
from reader.extract.dates import parse_date
from reader.extract.draft import Draft, Meta, Piece, finish
from reader.extract.inline import Inline
from reader.extract.links import absolute, host_of, related_kind, without_label
from reader.extract.plain import article_of_text
from reader.extract.subheads import promote_subheads
from reader.model import Article, Block, BlockKind, Link, LinkKind, SpanKind
from reader.text import clean_block, clean_line

__all__ = ["article_of_markdown"]

_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<lines>.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_]+):[ \t]*(?P<value>.*?)[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?P<value>.*?)[ \t]*$", re.MULTILINE)
# A hundred thousand words take half of each; the parser needs 20 seconds for two million brackets.
_MOST_CHARACTERS = 1_200_000
_MOST_LINES = 30_000
_MOST_MARKS = 60_000
# Footnotes are no part of CommonMark; their marks and texts are written as those of HTML pages are.
_NOTE_TEXT = re.compile(r"^\[\^(\w{1,20})\]:[ \t]*", re.MULTILINE)
_NOTE = re.compile(r"\[\^(\w{1,20})\](?!\()")
_FEWEST_BREAKS = 2
_INLINE_KINDS = {"em": SpanKind.EMPHASIS, "strong": SpanKind.STRONG}


class _Parser(MarkdownIt):
    """CommonMark that lets every link be a link: which ones are dead is decided here, and their words stay."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        """Any address will do."""
        return True


def article_of_markdown(text: str, url: str = "") -> Article:
    """See ``reader.extract.extract_markdown``; a document over the bounds is read as plain text."""
    if not _bounded(text):
        return replace(article_of_text(text, url), word_of_caution="too large to read as Markdown: read as plain text")
    front, text = _front_matter(text)
    draft = Draft(meta=front, url=front.canonical_url or url)
    text = _NOTE.sub(r"\\[\1\\]", _NOTE_TEXT.sub(r"\n\\[\1\\] ", text))
    tokens = _Parser("commonmark").enable(["table", "strikethrough"]).parse(text)
    draft.body = _Builder(draft.url).blocks(SyntaxTreeNode(tokens).children)
    _take_title(draft)
    take_original(draft)
    peel_head(draft)
    draft.body = promote_subheads(draft.body)
    mark_footer(draft)
    if not any(isinstance(item, Piece) and item.block.text for item in draft.body):
        raise NoArticle(f"{url or 'the Markdown'}: there is no text in it")
    draft.meta = draft.meta.filled_from(Meta(site=host_of(draft.url)))
    return finish(draft)


def _bounded(text: str) -> bool:
    """Whether the parser will be done with a text in seconds."""
    if len(text) > _MOST_CHARACTERS or text.count("\n") > _MOST_LINES:
        return False
    return sum(text.count(mark) for mark in "[*_`!<") <= _MOST_MARKS


def _front_matter(text: str) -> tuple[Meta, str]:
    """What the YAML lines at the top say (plain ``name: value`` lines and lists of names), and the rest."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return Meta(), text
    fields: dict[str, str] = {}
    found = list(_FIELD.finditer(match["lines"]))
    for field, following in zip(found, [*found[1:], None], strict=False):
        between = match["lines"][field.end() : following.start() if following else None]
        items = [item["value"].strip("\"' ") for item in _ITEM.finditer(between)]
        fields[field["name"].lower()] = clean_line(field["value"].strip("\"'[] ") or "; ".join(items))
    date, updated = parse_date(fields.get("date", "")), parse_date(fields.get("updated", ""))
    meta = Meta(
        title=fields.get("title", ""),
        byline=names_in(fields.get("author") or fields.get("authors") or fields.get("byline") or ""),
        site=fields.get("site") or fields.get("publisher") or "",
        canonical_url=absolute(fields.get("url") or fields.get("source") or ""),
        language=fields.get("language") or fields.get("lang") or "",
        description=fields.get("description") or "",
    )
    if date:
        meta = replace(meta, published=date.when, published_precision=date.precision)
    if updated:
        meta = replace(meta, updated=updated.when, updated_precision=updated.precision)
    return meta, text[match.end() :]


def _take_title(draft: Draft) -> None:
    """The first level-one heading is the title, and no part of the body; without one, a heading that opens it."""
    headings = [item for item in draft.body if isinstance(item, Piece) and item.block.kind is BlockKind.HEADING]
    title = next((item for item in headings if item.block.level == 1), None)
    if title is None and draft.body and headings[:1] == draft.body[:1]:
        title = headings[0]
    if title is None or (draft.meta.title and not same_words(draft.meta.title, title.block.text)):
        return
    draft.body.remove(title)
    draft.meta = replace(draft.meta, title=title.block.text)


class _Builder:
    """Maps the nodes of a CommonMark tree to pieces; ``depth`` counts lists, ``quoted`` block quotations."""

    def __init__(self, base: str) -> None:
        self._base = base

    def blocks(self, nodes: Iterable[SyntaxTreeNode], depth: int = -1, quoted: int = 0) -> list[Piece | Link]:
        body: list[Piece | Link] = []
        for node in nodes:
            match node.type:
                case "heading":
                    body += self._text(node, BlockKind.HEADING, level=int(node.tag[1]))
                case "paragraph":
                    body += self._paragraph(node, quoted)
                case "bullet_list" | "ordered_list":
                    body += self._list(node, depth + 1, quoted)
                case "blockquote":
                    body += self.blocks(node.children, depth, quoted + 1)
                case _:
                    body += self._other(node)
        return body

    def _other(self, node: SyntaxTreeNode) -> list[Piece | Link]:
        match node.type:
            case "fence" | "code_block":
                language = clean_line(node.info.partition(" ")[0]) if node.type == "fence" else ""
                code = clean_block(node.content)
                return [Piece(Block(BlockKind.CODE, code, language=language))] if code else []
            case "hr":
                return [Piece(Block(BlockKind.RULE, ""))]
            case "table":
                return [*self._table(node)]
            case "html_block":
                return self._html(node.content)
            case _:
                return []

    def _paragraph(self, node: SyntaxTreeNode, quoted: int) -> list[Piece | Link]:
        pieces = self._text(node, BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH, level=quoted)
        for piece in pieces:
            if announced := _related(piece):
                return [announced]
        return [*pieces]

    def _text(
        self, node: SyntaxTreeNode, kind: BlockKind, *, level: int = 0, ordinal: int | None = None
    ) -> list[Piece]:
        gathered = Inline()
        for child in node.children:
            self._inline(child, gathered)
        breaks = sum(1 for line in node.walk() if line.type == "hardbreak")
        made = gathered.block(kind, level=level, ordinal=ordinal, lines=breaks >= _FEWEST_BREAKS)
        return [Piece(*made)] if made else []

    def _list(self, node: SyntaxTreeNode, depth: int, quoted: int) -> list[Piece | Link]:
        body: list[Piece | Link] = []
        ordered = node.type == "ordered_list"
        first = int(node.attrs.get("start", 1)) if ordered else 0
        for index, item in enumerate(node.children):
            ordinal = first + index if ordered else None
            own = [child for child in item.children if child.type == "paragraph"][:1]
            for child in own:
                body += self._text(child, BlockKind.LIST_ITEM, level=depth, ordinal=ordinal)
            body += self.blocks([child for child in item.children if child not in own], depth, quoted)
        return body

    def _table(self, node: SyntaxTreeNode) -> list[Piece]:
        rows = [row for part in node.children for row in part.children]
        lines = []
        for row in rows:
            cells = []
            for cell in row.children:
                gathered = Inline()
                for child in cell.children:
                    self._inline(child, gathered)
                made = gathered.block(BlockKind.TABLE)
                cells.append(made[0].text if made else "")
            lines.append("\t".join(cells).rstrip())
        text = clean_block("\n".join(lines))
        return [Piece(Block(BlockKind.TABLE, text, header_rows=1))] if text else []

    def _html(self, source: str) -> list[Piece | Link]:
        """The blocks of a passage of HTML."""
        from reader.extract.blocks import blocks_of_fragment

        return blocks_of_fragment(source, self._base)

    def _inline(self, node: SyntaxTreeNode, to: Inline) -> None:
        start = to.position
        match node.type:
            case "text" | "text_special":
                to.add(node.content)
            case "softbreak":
                to.add(" ")
            case "hardbreak":
                to.line_break()
            case "code_inline":
                to.add(node.content)
                to.mark(start, SpanKind.CODE)
            case "image":
                pass  # its alternative text describes the picture; it is no sentence of the article
            case _:
                for child in node.children:
                    self._inline(child, to)
                self._mark(node, start, to)

    def _mark(self, node: SyntaxTreeNode, start: int, to: Inline) -> None:
        if node.type == "link":
            href = absolute(str(node.attrs.get("href", "")), self._base)
            if href:
                to.mark(start, SpanKind.LINK, href)
            else:
                to.dead(start)
        elif kind := _INLINE_KINDS.get(node.type):
            to.mark(start, kind)


def _related(piece: Piece) -> Link | None:
    """The link of a paragraph such as ``**Related article:** [label](address)``, which is no part of the body."""
    kind = related_kind(piece.block.text)
    if kind is None or len(piece.links) != 1:
        return None
    link = piece.links[0]
    if not same_words(without_label(piece.block.text), link.label):
        return None
    return replace(link, kind=kind if link.label else LinkKind.READ_MORE)
