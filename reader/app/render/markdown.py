"""An article as Markdown (CommonMark with GitHub's tables), safe for any viewer: outside text is never markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from reader.app.render.facts import byline, iso_date
from reader.app.render.inline import nested
from reader.model import Article, Block, BlockKind, LinkKind, Span, SpanKind

__all__ = ["article_markdown", "escape", "target"]

# CommonMark's own signs, and those of programs that keep notes in Markdown: tags, highlights, comments, block ids.
_SPECIAL = re.compile(r"[\\`*_\[\]<>~|^]|#(?=\S)|==|%%|&(?=#|\w+;)|!(?=\[)")
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s\-+=]|$)|\d{1,9}[.)](?=\s|$))", re.MULTILINE)
_MARKS = {SpanKind.EMPHASIS: "*", SpanKind.STRONG: "**", SpanKind.CODE: "`"}


def article_markdown(article: Article) -> str:
    """The article with front matter (title, url, site, date, language, author), its body and its related links."""
    parts = ["\n".join(["---", *_front_matter(article), "---"])]
    if article.title:
        parts.append(f"# {escape(article.title)}")
    if about := byline(article):
        parts.append(escape(about))
    parts += _body(article.blocks)
    related = [link for link in article.links if link.href and link.kind is not LinkKind.IN_TEXT]
    if related:
        parts.append("\n".join(f"- {link.kind}: [{escape(link.label)}]({target(link.href)})" for link in related))
    return "\n\n".join(parts) + "\n"


def _front_matter(article: Article) -> Iterator[str]:
    """YAML whose texts are JSON strings, which YAML reads as they are."""
    facts = {
        "title": article.title,
        "url": article.address,
        "site": article.site,
        "date": iso_date(article.published, article.published_precision),
        "language": article.language,
    }
    yield from (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items() if value)
    if article.byline:
        yield from ("author:", *(f"  - {json.dumps(name, ensure_ascii=False)}" for name in article.byline))


def escape(text: str) -> str:
    """The text so that no Markdown reader sees markup in it."""
    marked = _SPECIAL.sub(lambda match: "\\" + match.group(), text)
    return _LINE_START.sub(lambda match: match[1] + _disarmed(match[2]), marked)


def _disarmed(start: str) -> str:
    return f"{start[:-1]}\\{start[-1]}" if start[-1] in ".)" else f"\\{start}"


def target(href: str) -> str:
    """An address as it may stand in the brackets of a link."""
    return re.sub(r"[\s<>()\\]", lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), href)


def _body(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The blocks' Markdown; items of one list stay together."""
    items: list[Block] = []
    for block in (*blocks, None):
        if block and block.kind is BlockKind.LIST_ITEM:
            items.append(block)
            continue
        if items:
            yield _list(items)
            items = []
        if block:
            yield _block(block)


def _list(items: list[Block]) -> str:
    """The items, each at most one level deeper than the one before.

    A list that counts from another number than 1 needs a blank line before it, or it would read as more of the
    words above (CommonMark 0.31, section 5.3).
    """
    lines: list[str] = []
    depth, above = -1, None
    for item in items:
        depth = min(item.level, depth + 1)
        if above and item.ordinal not in (None, 1) and (above.ordinal is None or above.level != item.level):
            lines.append("")
        mark = "-" if item.ordinal is None else f"{item.ordinal}."
        lines.append(f"{'    ' * depth}{mark} {_inline(item)}")
        above = item
    return "\n".join(lines)


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * max(1, min(block.level, 6))} {_inline(block)}"
        case BlockKind.QUOTE:
            bar = "> " * max(1, block.level)
            return "\n".join(bar + line for line in _inline(block).split("\n"))
        case BlockKind.CODE:
            longest = max((len(run) for run in re.findall("`+", block.text)), default=0)
            fence = "`" * max(3, longest + 1)
            language = re.sub(r"[^\w+#-]", "", block.language)
            return f"{fence}{language}\n{block.text}\n{fence}"
        case BlockKind.TABLE:
            return _table(block)
        case BlockKind.RULE:
            return "---"
        case BlockKind.FIGURE if block.source:
            return f"![]({target(block.source)})\n\n{_inline(block)}"
        case _:
            return _inline(block).replace("\n", "  \n")


def _table(block: Block) -> str:
    rows = [[escape(cell) for cell in row.split("\t")] for row in block.text.split("\n")]
    columns = max(len(row) for row in rows)
    if not block.header_rows:
        rows.insert(0, [""] * columns)
    lines = ["| " + " | ".join(row + [""] * (columns - len(row))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


def _inline(block: Block) -> str:
    return nested(
        block.text, [span for span in block.spans if _can_mark(block.text, span)], _opening, _closing, _escaped
    )


def _can_mark(text: str, span: Span) -> bool:
    """Whether Markdown can mark this span: not code with a backtick in it, nor a mark between a letter and a sign.

    (``he**:x**`` is no emphasis: CommonMark 0.31, section 6.2, flanking delimiter runs.)
    """
    if span.kind is SpanKind.LINK:
        return True
    words = text[span.start : span.end].strip()
    if span.kind is SpanKind.CODE:
        return "`" not in words
    before, after = text[: span.start][-1:], text[span.end :][:1]
    return bool(words) and not (
        (before.isalnum() and not words[0].isalnum()) or (after.isalnum() and not words[-1].isalnum())
    )


def _escaped(text: str, around: Sequence[Span]) -> str:
    return text if any(span.kind is SpanKind.CODE for span in around) else escape(text)


def _opening(span: Span) -> str:
    return "[" if span.kind is SpanKind.LINK else _MARKS[span.kind]


def _closing(span: Span) -> str:
    return f"]({target(span.href)})" if span.kind is SpanKind.LINK else _MARKS[span.kind]
