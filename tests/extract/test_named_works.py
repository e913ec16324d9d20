"""What a page's metadata says that its article is based on, and what it cites, as links."""

import json

import pytest

from reader.extract import extract_html
from reader.model import LinkKind

WORDS = "The ferry to Skerrow runs again after a winter on land, and nobody on the island was late for it this morning."


def links_of(**said):
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry runs", "author": "Ida Marsh", **said})
    page = f"""<html><head><script type="application/ld+json">{data}</script></head><body><article><h1>Ferry runs</h1>
    <p>{WORDS} <a href="https://harbour.example/log">The log</a> has it.</p><p>{WORDS}</p></article></body></html>"""
    return [(link.kind, link.label, link.href) for link in extract_html(page.encode(), "https://tide.example/a").links]


@pytest.mark.parametrize(
    ("said", "link"),
    [
        (
            {"isBasedOn": "https://wire.example/1"},
            (LinkKind.ORIGINAL, "https://wire.example/1", "https://wire.example/1"),
        ),
        (
            {"isBasedOn": [{"@type": "Report", "name": "The wire", "url": "/wire/1"}]},
            (LinkKind.ORIGINAL, "The wire", "https://tide.example/wire/1"),
        ),
        (
            {"citation": {"@type": "ScholarlyArticle", "name": "On tides", "@id": "https://doi.example/10"}},
            (LinkKind.SOURCE, "On tides", "https://doi.example/10"),
        ),
    ],
)
def test_what_is_named_is_a_link_of_its_kind(said, link):
    assert link in links_of(**said)


def test_what_leads_nowhere_or_is_in_the_text_is_no_further_link():
    plain = links_of()
    assert links_of(citation="Marsh, I. (2024): On tides, in: The Harbour 3") == plain
    assert links_of(isBasedOn="javascript:alert(1)", citation={"name": "nothing"}) == plain
    assert links_of(citation="https://harbour.example/log") == plain
