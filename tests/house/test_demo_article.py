"""The article that ships with the program shows every feature, and is read as a careful reader would read it."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

import reader
from reader.app.marked import only_marked
from reader.extract import extract_markdown
from reader.model import BlockKind, LinkKind, SpanKind

GOLD = json.loads(Path(__file__).with_name("demo.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def article():
    return extract_markdown(Path(reader.__file__).with_name("demo.md").read_text("utf-8"))


@pytest.fixture(scope="module")
def attribution(article):
    from reader.attribution import attribute

    return only_marked(attribute(article.text, "en"))


def texts(article, kind):
    return [block.text for block in article.blocks if block.kind == kind]


def test_it_shows_every_kind_of_block(article):
    kinds = {block.kind for block in article.blocks}
    assert kinds >= set(BlockKind) - {BlockKind.RULE}
    assert {block.ordinal for block in article.blocks if block.kind == BlockKind.LIST_ITEM} == {None, 1, 2, 3}
    assert {span.kind for block in article.blocks for span in block.spans} == set(SpanKind)


def test_its_date_caption_and_credits_are_found(article):
    assert article.title == GOLD["title"]
    assert article.published is not None
    assert article.published.date().isoformat() == GOLD["published"]
    assert article.address == GOLD["url"]
    assert texts(article, BlockKind.FIGURE) == [GOLD["caption"]]
    assert texts(article, BlockKind.CREDIT) == [GOLD["credit"]]
    assert texts(article, BlockKind.FOOTER) == [GOLD["closing_credit"]]


def test_its_related_articles_are_links_and_not_body(article):
    assert {link.label: link.href for link in article.links if link.kind == LinkKind.RELATED} == GOLD["related"]
    assert not any(label in article.text for label in GOLD["related"])
    assert len([link for link in article.links if link.kind == LinkKind.IN_TEXT]) == 3
    assert all(link.href.startswith("https://example.org/") for link in article.links)


def test_who_says_what(article, attribution):
    names = {speaker.id: speaker.name for speaker in attribution.speakers}
    found = [(article.text[q.start : q.end], names.get(q.speaker), str(q.kind)) for q in attribution.quotations]
    assert found == [(quote["text"], quote["speaker"], quote["kind"]) for quote in GOLD["quotes"]]


def test_who_they_are(attribution):
    assert {speaker.name: speaker.role for speaker in attribution.speakers} == GOLD["speakers"]


def test_the_quotation_over_two_paragraphs_is_one(attribution):
    continued = [at for at, quotation in enumerate(attribution.quotations) if quotation.continues is not None]
    assert len(continued) == 1
    at = continued[0]
    assert attribution.quotations[at].continues == at - 1


def test_quotations_do_not_overlap(attribution):
    assert all(before.end < after.start for before, after in pairwise(attribution.quotations))
