"""Pages and beside each what it must give (``NAME.html`` and ``NAME.txt``).

``traps`` has twelve with one trap each; ``idioms`` has stories in the ways that content systems write them down.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.extract import extract_html
from reader.model import Article, Block

TRAPS = Path(__file__).parent / "traps"
IDIOMS = Path(__file__).parent / "idioms"


def told(article: Article) -> str:
    """An article as the expectations write it: metadata, blocks with their spans, links."""
    lines = [f"title: {article.title}"]
    lines += [f"by: {name}" for name in article.byline]
    lines += [
        f"{name}: {value}" for name in ("site", "language", "published", "updated") if (value := getattr(article, name))
    ]
    if article.word_of_caution:
        lines.append(f"caution: {article.word_of_caution}")
    lines += [line for block in article.blocks for line in of_block(block)]
    lines += [f"-> {link.kind}: {link.label} <{link.href}> {link.block}" for link in article.links]
    return "\n".join(lines) + "\n"


def of_block(block: Block) -> list[str]:
    marks = [str(block.level)] if block.kind.value in ("heading", "list_item", "quote") else []
    marks += [f"no. {block.ordinal}"] if block.ordinal is not None else []
    marks += [f"{block.header_rows} header rows"] if block.kind.value == "table" else []
    marks += [mark for mark in (block.language, block.source) if mark]
    text = block.text.replace("\t", "\\t").replace("\n", "\\n")
    spans = [f"   {span.kind}: {block.text[span.start : span.end]} {span.href}".rstrip() for span in block.spans]
    return [f"[{' '.join([block.kind.value, *marks])}] {text}", *spans]


@pytest.mark.parametrize("page", sorted([*TRAPS.glob("*.html"), *IDIOMS.glob("*.html")]), ids=lambda page: page.stem)
def test_a_page_gives_what_it_must(page):
    article = extract_html(page.read_bytes(), f"https://news.example/{page.stem}")
    assert told(article) == page.with_suffix(".txt").read_text(encoding="utf-8")


def test_there_are_twelve_and_each_has_its_answer():
    assert len(list(TRAPS.glob("*.html"))) == len(list(TRAPS.glob("*.txt"))) == 12
    assert {page.stem for page in IDIOMS.glob("*.html")} == {page.stem for page in IDIOMS.glob("*.txt")} != set()
