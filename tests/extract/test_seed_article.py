"""The founding case, from Markdown and from the page."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest

from reader.extract import extract_html, extract_markdown
from reader.model import BlockKind, LinkKind


@pytest.fixture
def gold(seed):
    return json.loads((seed / "gold.json").read_text())


@pytest.fixture(params=["article.md", "page.html"])
def article(seed, request):
    data = (seed / request.param).read_bytes()
    return extract_html(data) if request.param.endswith("html") else extract_markdown(data.decode())


def test_what_the_gold_says(article, gold):
    assert article.title == gold["title"]
    assert article.published.date().isoformat() == gold["published"]
    assert article.address == gold["url"]
    kinds = {kind: [block.text for block in article.blocks if block.kind is kind] for kind in BlockKind}
    assert kinds[BlockKind.FIGURE] == [gold["caption"]]
    assert kinds[BlockKind.CREDIT] == [gold["credit"]]
    assert kinds[BlockKind.FOOTER] == [gold["footer"]]
    assert {block.kind.value for block in article.blocks} == {"figure", "credit", "paragraph", "footer"}


def test_the_links(article, gold):
    labels = {kind: [link.label for link in article.links if link.kind is kind] for kind in LinkKind}
    assert labels[LinkKind.RELATED] == gold["related"]
    assert labels[LinkKind.IN_TEXT] == gold["dead_links"]
    assert not any("#" in link.href for link in article.links)
    assert all(urlsplit(link.href).scheme in ("", "http", "https") for link in article.links)


def test_all_quotations_are_in_the_text(article, gold):
    assert [quote["text"] for quote in gold["quotes"] if quote["text"] not in article.text] == []


def test_both_forms_give_the_same_body(seed):
    page = extract_html((seed / "page.html").read_bytes())
    written = extract_markdown((seed / "article.md").read_text())
    assert page.text == written.text
    assert [(block.kind, block.spans) for block in page.blocks] == [
        (block.kind, block.spans) for block in written.blocks
    ]


def test_nothing_around_the_article_comes_along(seed):
    article = extract_html((seed / "page.html").read_bytes())
    for word in (
        "Donate",
        "weekly newsletter",
        "Read more about",
        "small donation",
        "teaser",
        "rights reserved",
        "Share",
    ):
        assert word not in article.text
