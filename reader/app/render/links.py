"""An article's links, in each of the formats of ``reader links``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from reader.app.render.markdown import escape, target
from reader.app.render.table import columns, csv_text
from reader.hosts import real_host
from reader.model import Article

__all__ = ["FORMATS", "links_csv", "links_json", "links_markdown", "links_table"]


def links_table(article: Article) -> str:
    """Columns for reading: kind, the host that it leads to, its words and its address."""
    rows = [("KIND", "HOST", "LINK")]
    for link in article.links:
        label = link.label or "(no words)"
        rows.append((str(link.kind), real_host(link.href) or "(dead)", f"{label}  {link.href}".rstrip()))
    return columns(rows, (10, 40))


def links_json(article: Article) -> str:
    """A list of ``{kind, label, href, host, block}``; a dead link has an empty ``href``."""
    records = [
        {
            "kind": str(link.kind),
            "label": link.label,
            "href": link.href,
            "host": real_host(link.href),
            "block": link.block,
        }
        for link in article.links
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def links_csv(article: Article) -> str:
    """A line a link: kind, label, host, address."""
    rows = [(str(link.kind), link.label, real_host(link.href), link.href) for link in article.links]
    return csv_text(("kind", "label", "host", "href"), rows)


def links_markdown(article: Article) -> str:
    """A list of links, each with the host that it leads to."""
    lines = []
    for link in article.links:
        label = escape(link.label or link.href)
        live = f"[{label}]({target(link.href)}) ({escape(real_host(link.href))})"
        lines.append(f"- {link.kind}: {live if link.href else label}")
    return "".join(line + "\n" for line in lines)


FORMATS: Mapping[str, Callable[[Article], str]] = {
    "table": links_table,
    "json": links_json,
    "csv": links_csv,
    "markdown": links_markdown,
}
