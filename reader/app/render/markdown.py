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
    """The article with front matter (title, url, site, authors, published), its body and its related links."""
    facts = {
        "title": article.title,
        "url": article.address,
        "site": article.site,
        "authors": list(article.byline),
        "published": iso_date(article.published, article.published_precision),
        "language": article.language,
    }
    matter = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items() if value]
    parts = ["\n".join(["---", *matter, "---"])]
    if article.title:
        parts.append(f"# {escape(article.title)}")
    if about := byline(article):
        parts.append(escape(about))
    parts += _body(article.blocks)
    related = [link for link in article.links if link.href and link.kind is not LinkKind.IN_TEXT]
    if related:
        parts.append("\n".join(f"- {link.kind}: [{escape(link.label)}]({target(link.href)})" for link in related))
    return "\n\n".join(parts) + "\n"


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
    items: list[str] = []
    for block in blocks:
        if block.kind is BlockKind.LIST_ITEM:
            items.append(_item(block))
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _block(block)
    if items:
        yield "\n".join(items)


def _item(block: Block) -> str:
    mark = "-" if block.ordinal is None else f"{block.ordinal}."
    return f"{'    ' * block.level}{mark} {_inline(block)}"


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
            return f"![{escape(block.text)}]({target(block.source)})"
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
    code = [(span.start, span.end) for span in block.spans if span.kind is SpanKind.CODE]
    plain = "`" not in "".join(block.text[start:end] for start, end in code)
    spans = [span for span in block.spans if span.kind is not SpanKind.CODE or plain]
    return nested(block.text, spans, _opening, _closing, _escaped)


def _escaped(text: str, around: Sequence[Span]) -> str:
    return text if any(span.kind is SpanKind.CODE for span in around) else escape(text)


def _opening(span: Span) -> str:
    return "[" if span.kind is SpanKind.LINK else _MARKS[span.kind]


def _closing(span: Span) -> str:
    return f"]({target(span.href)})" if span.kind is SpanKind.LINK else _MARKS[span.kind]
