"""Markdown, HTML and JSON of an article: nothing lost, and outside text never becomes markup."""

import json
import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reader.app.render.article import article_json, article_record
from reader.app.render.html import article_html
from reader.app.render.inline import nested
from reader.app.render.markdown import article_markdown, escape
from reader.extract import extract_html, extract_markdown
from reader.model import Article, Block, BlockKind, Link, LinkKind, Precision, Span, SpanKind
from reader.text import clean_line

ARTICLE = Article(
    "Ferry <script>",
    (
        Block(BlockKind.HEADING, "On the quay", level=2),
        Block(
            BlockKind.PARAGRAPH,
            "Ida Marsh said the ferry runs.",
            (
                Span(0, 9, SpanKind.STRONG),
                Span(4, 14, SpanKind.EMPHASIS),
                Span(19, 24, SpanKind.LINK, "https://a.example/"),
            ),
        ),
        Block(BlockKind.PARAGRAPH, "1. no list; # no heading; *no stars* <b>no tag</b> &amp; [no](link)"),
        Block(BlockKind.LIST_ITEM, "one"),
        Block(BlockKind.LIST_ITEM, "inner", level=1, ordinal=3),
        Block(BlockKind.CODE, "```\n<x>"),
        Block(BlockKind.TABLE, "a|b\tc\n1\t2", header_rows=1),
        Block(BlockKind.FIGURE, "The quay", source="https://a.example/quay (1).jpg"),
    ),
    (Link(LinkKind.RELATED, "Storm](http://evil.example)", "https://a.example/storm"),),
    url="https://a.example/ferry",
    canonical_url="https://a.example/ferry",
    site="a.example",
    byline=("Nils Okoro",),
    published=datetime(2025, 3, 14),
    published_precision=Precision.DAY,
    language="en",
)
PROSE = st.text(alphabet=st.sampled_from("ab *_`[]()<>&;#~|\\!=+-1.2)^%\"'/:"), max_size=60).map(clean_line)


def test_markdown_read_again_is_the_same_article():
    again = extract_markdown(article_markdown(ARTICLE))
    assert again.title == ARTICLE.title
    assert again.published.date() == ARTICLE.published.date()
    texts = [block.text for block in again.blocks]
    for block in ARTICLE.blocks:
        assert block.text in texts
    assert [link.href for link in again.links if "evil" in link.href] == []


@given(PROSE)
def test_escaped_text_reads_as_it_was(text):
    if not text:
        return
    again = extract_markdown(f"Before.\n\nx {escape(text)} x\n\nAfter.")
    assert [block.text for block in again.blocks][1] == f"x {text} x"


@given(PROSE)
def test_a_paragraph_that_is_only_such_text_stays_a_paragraph(text):
    if not text:
        return
    again = extract_markdown(f"Before.\n\n{escape(text)}\n\nAfter.")
    assert [block.text for block in again.blocks][1] == text


def test_html_holds_the_text_and_no_tag_of_the_pages():
    page = article_html(ARTICLE)
    assert "<script" not in page
    assert "&lt;b&gt;no tag&lt;/b&gt;" in page
    assert '<ul>\n<li>one\n<ol>\n<li value="3">inner\n</li></ol>\n</li></ul>' in page
    assert "<strong>Ida <em>Marsh</em></strong> <em>said</em> the" in page
    again = extract_html(page.encode())
    assert again.title == ARTICLE.title


def test_a_link_that_is_not_of_the_web_is_none():
    block = Block(BlockKind.PARAGRAPH, "here", (Span(0, 4, SpanKind.LINK, "javascript:x"),))
    assert "javascript" not in article_html(Article("t", (block,)))


def test_crossing_spans_nest():
    spans = (Span(0, 6, SpanKind.STRONG), Span(3, 9, SpanKind.EMPHASIS))
    marks = {SpanKind.STRONG: "b", SpanKind.EMPHASIS: "i"}
    text = nested("abcdefghi", spans, lambda s: f"<{marks[s.kind]}>", lambda s: f"</{marks[s.kind]}>", lambda t, _: t)
    assert text == "<b>abc<i>def</i></b><i>ghi</i>"


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from(list(SpanKind))), max_size=6))
def test_whatever_way_spans_overlap_the_marks_nest_and_the_text_stays(places):
    spans = [Span(min(a, b), max(a, b), kind) for a, b, kind in places]
    marked = nested("ab cd  ef gh", spans, lambda s: f"<{s.kind}>", lambda s: f"</{s.kind}>", lambda text, _: text)
    assert re.sub(r"<[^>]*>", "", marked) == "ab cd  ef gh"
    stack = []
    for close, name in re.findall(r"<(/?)([a-z]+)>", marked):
        if close:
            assert stack.pop() == name
        else:
            stack.append(name)
    assert stack == []


def test_json_is_the_article_with_its_text_and_starts():
    record = json.loads(article_json(ARTICLE))
    assert record["published"] == "2025-03-14"
    assert record["published_precision"] == "day"
    assert record["text"] == ARTICLE.text
    for block in record["blocks"]:
        assert record["text"].startswith(block["text"], block["start"])
    assert record["blocks"][1]["spans"][2]["href"] == "https://a.example/"
    assert record["links"][0]["kind"] == "related"
    assert record["byline"] == ["Nils Okoro"]


def test_json_keeps_the_time_and_zone_of_a_date_that_has_them():
    record = article_record(Article("t", (), published=datetime(2025, 3, 14, 9, 5, tzinfo=UTC)))
    assert record["published"] == "2025-03-14T09:05:00+00:00"
