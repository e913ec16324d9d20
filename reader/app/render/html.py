"""An article as one HTML page that loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from reader.app.addresses import is_web
from reader.app.render.facts import byline
from reader.app.render.inline import nested
from reader.model import Article, Block, BlockKind, LinkKind, Span, SpanKind

__all__ = ["article_html"]

_TAGS = {SpanKind.EMPHASIS: "em", SpanKind.STRONG: "strong", SpanKind.CODE: "code", SpanKind.LINK: "a"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = "body{max-width:38em;margin:2em auto;padding:0 1em;font:1.1em/1.5 serif}figure{margin:1em 0;font-style:italic}"


def article_html(article: Article) -> str:
    """The page: title, byline, body, related links; pictures are linked, not shown."""
    title = escape(article.title)
    related = [link for link in article.links if link.href and link.kind is not LinkKind.IN_TEXT]
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(article.language)}">' if article.language else "<html>",
        f'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f'<meta name="referrer" content="no-referrer"><title>{title}</title><style>{_STYLE}</style></head>',
        "<body><article>",
        f"<h1>{title}</h1>",
        f"<p>{escape(byline(article))}</p>",
        *_body(article.blocks),
        "</article>",
    ]
    if related:
        rows = [f"<li>{link.kind}: {_anchor(link.href)}{escape(link.label)}</a></li>" for link in related]
        lines += ["<ul>", *rows, "</ul>"]
    return "\n".join([*lines, "</body></html>"]) + "\n"


def _body(blocks: Sequence[Block]) -> Iterator[str]:
    items: list[Block] = []
    for block in (*blocks, None):
        if block and block.kind is BlockKind.LIST_ITEM:
            items.append(block)
            continue
        yield from _list(items)
        items = []
        if block:
            yield _block(block)


def _list(items: Sequence[Block]) -> Iterator[str]:
    """Nested lists by depth, each closed as the depth falls."""
    open_tags: list[str] = []
    for item in items:
        depth = max(0, min(item.level, len(open_tags)))
        while len(open_tags) > depth + 1:
            yield f"</li></{open_tags.pop()}>"
        if len(open_tags) == depth + 1:
            yield "</li>"
        else:
            open_tags.append("ul" if item.ordinal is None else "ol")
            yield f"<{open_tags[-1]}>"
        value = "" if item.ordinal is None else f' value="{item.ordinal}"'
        yield f"<li{value}>{_inline(item)}"
    while open_tags:
        yield f"</li></{open_tags.pop()}>"


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            level = max(1, min(block.level, 6))
            return f"<h{level}>{_inline(block)}</h{level}>"
        case BlockKind.QUOTE:
            return f"<blockquote><p>{_inline(block)}</p></blockquote>"
        case BlockKind.CODE:
            return f"<pre><code>{escape(block.text)}</code></pre>"
        case BlockKind.TABLE:
            return _table(block)
        case BlockKind.RULE:
            return "<hr>"
        case BlockKind.FIGURE:
            picture = f"{_anchor(block.source)}[picture]</a> " if is_web(block.source) else ""
            return f"<figure>{picture}<figcaption>{_inline(block)}</figcaption></figure>"
        case BlockKind.CREDIT | BlockKind.FOOTER:
            return f"<p><small>{_inline(block)}</small></p>"
        case _:
            return f"<p>{_inline(block)}</p>"


def _table(block: Block) -> str:
    rows = []
    for number, row in enumerate(block.text.split("\n")):
        cell = "th" if number < block.header_rows else "td"
        cells = "".join(f"<{cell}>{escape(text)}</{cell}>" for text in row.split("\t"))
        rows.append(f"<tr>{cells}</tr>")
    return "<table>\n" + "\n".join(rows) + "\n</table>"


def _inline(block: Block) -> str:
    marked = nested(
        block.text, block.spans, _opening, lambda span: f"</{_TAGS[span.kind]}>", lambda text, _: escape(text)
    )
    return marked.replace("\n", "<br>\n")


def _opening(span: Span) -> str:
    return _anchor(span.href) if span.kind is SpanKind.LINK else f"<{_TAGS[span.kind]}>"


def _anchor(href: str) -> str:
    return f'<a href="{escape(href)}" rel="noreferrer noopener">' if is_web(href) else "<a>"
