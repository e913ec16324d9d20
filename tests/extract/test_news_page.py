"""An ordinary news page with every box around it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from reader.extract import extract_html
from reader.model import BlockKind, Link, LinkKind, Precision, Span, SpanKind

URL = "https://courier.example/2024/03/08/harbour-bridge-a17?utm_source=front"


@pytest.fixture
def article(news_page):
    return extract_html(news_page.encode(), URL)


def test_the_blocks_are_the_article_and_nothing_else(article):
    assert [(block.kind.value, block.text[:24]) for block in article.blocks] == [
        ("figure", "Lorries queue at the nor"),
        ("credit", "Pia Sund / Courier"),
        ("paragraph", "The harbour bridge of Os"),
        ("paragraph", "“It is a good day for th"),
        ("heading", "A long wait"),
        ("paragraph", "Repairs took longer than"),
        ("list_item", "Length: 840 metres"),
        ("list_item", "Lanes: four"),
        ("list_item", "two for lorries"),
        ("list_item", "Third"),
        ("list_item", "Fourth"),
        ("quote", "Whoever crosses it first"),
        ("table", "Year\tLorries\n2021\t9,000\n"),
        ("figure", "The repaired pillar, see"),
        ("credit", "Ole Brand"),
        ("code", "def toll(axles):\n    ret"),
        ("paragraph", "The toll stays at two cr"),
        ("footer", "Lena Ort contributed rep"),
    ]
    assert article.word_of_caution == ""


def test_white_space_and_source_line_breaks_are_one_space(article):
    assert article.blocks[2].text == (
        "The harbour bridge of Ostmark opened to traffic on Friday, two years after a barge struck its "
        "central pillar, and lorries were queueing at both ramps before dawn."
    )


def test_lists_tables_and_code_keep_their_shape(article):
    items = [(block.level, block.ordinal) for block in article.blocks if block.kind is BlockKind.LIST_ITEM]
    assert items == [(0, None), (0, None), (1, None), (0, 3), (0, 4)]
    table = next(block for block in article.blocks if block.kind is BlockKind.TABLE)
    assert (table.text, table.header_rows) == ("Year\tLorries\n2021\t9,000\n2024\t11,500", 1)
    code = next(block for block in article.blocks if block.kind is BlockKind.CODE)
    assert (code.text, code.language) == ("def toll(axles):\n    return 2 * axles", "python")
    assert article.blocks[4].level == 2
    assert article.blocks[11].level == 1
    assert article.blocks[0].source == "https://courier.example/img/bridge.jpg"


def test_inline_markup_becomes_spans(article):
    bold = article.blocks[2]
    assert bold.spans == (Span(59, 68, SpanKind.STRONG),)
    assert bold.text[59:68] == "two years"
    linked = article.blocks[3]
    assert [(linked.text[s.start : s.end], s.href) for s in linked.spans] == [
        ("a report", "https://courier.example/2022/barge-report?page=2")
    ]


def test_links_have_their_kind_and_place(article):
    assert article.links == (
        Link(LinkKind.IN_TEXT, "told", "", 3),
        Link(LinkKind.IN_TEXT, "a report", "https://courier.example/2022/barge-report?page=2", 3),
        Link(LinkKind.RELATED, "Barge strikes bridge", "https://courier.example/2022/barge", 3),
        Link(LinkKind.RELATED, "Who pays for the bridge?", "", 3),
        Link(LinkKind.READ_MORE, "What becomes of the ferries", "https://courier.example/2024/ferries", 11),
        Link(LinkKind.TAG, "Harbour", "https://courier.example/tag/harbour", 17),
        Link(LinkKind.TAG, "Traffic", "https://courier.example/tag/traffic", 17),
        Link(
            LinkKind.ORIGINAL,
            "https://courier.example/2024/03/08/harbour-bridge-a17",
            "https://courier.example/2024/03/08/harbour-bridge-a17",
            17,
        ),
    )


def test_the_metadata(article):
    assert article.title == "Harbour bridge reopens after two years"
    assert article.byline == ("Mira Tolland", "Jonas Veld")
    assert article.site == "The Ostmark Courier"
    assert article.published == datetime(2024, 3, 8, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    assert article.updated == datetime(2024, 3, 8, 11, 0, tzinfo=UTC)
    assert article.published_precision is Precision.SECOND
    assert article.language == "en-GB"
    assert article.url == URL
    assert article.canonical_url == article.address == "https://courier.example/2024/03/08/harbour-bridge-a17"
    assert article.lead_image == "https://courier.example/img/bridge.jpg"
    assert article.description == "Lorries cross again."


def test_a_saved_page_leans_on_its_canonical_address(news_page):
    article = extract_html(news_page.encode(), "file:///home/ann/page.html")
    assert Link(LinkKind.RELATED, "Barge strikes bridge", "https://courier.example/2022/barge", 3) in article.links


def test_without_any_metadata_what_is_shown_is_read():
    page = """<html><head><title>Ferry prices rise again | Insel News</title></head><body><div id="page">
    <h1>Ferry prices rise again</h1><p class="byline">By Anna Poll and Ben Carr</p>
    <p class="date">3 May 2023, 4.15 pm</p>
    <div class="text"><p>Ferry tickets to the islands will cost a crown more from June,
    the company said, blaming fuel.</p>
    <p>Islanders, who voted for the new ships, were not amused, and the mayor called it an unkind surprise.</p>
    <p>The company carried a million passengers last year, slightly more than before, it said in a statement.</p></div>
    </div></body></html>"""
    article = extract_html(page.encode(), "https://www.insel.example/ferry")
    assert article.title == "Ferry prices rise again"
    assert article.byline == ("Anna Poll", "Ben Carr")
    assert article.published == datetime(2023, 5, 3, 16, 15)
    assert article.site == "insel.example"
    assert [block.text[:13] for block in article.blocks] == ["Ferry tickets", "Islanders, wh", "The company c"]


@pytest.mark.parametrize(
    ("path", "published"),
    [("/2021/11/05/story", datetime(2021, 11, 5)), ("/story-20211105.html", None), ("/story", None)],
)
def test_the_address_may_say_the_day(path, published):
    page = "<title>Story</title>" + "<p>Words of a story without a date, long enough to be one, as they say.</p>" * 4
    article = extract_html(page.encode(), "https://a.example" + path)
    assert article.published == published


def test_a_page_of_paragraphs_parted_by_line_breaks():
    lines = "A first paragraph of an old page, with a comma.<br><br>A second one,<br>broken once by hand."
    lines += "<br><br/>The third."
    article = extract_html(f"<title>Old page here</title><body><div>{lines}</div></body>".encode())
    assert [block.text for block in article.blocks] == [
        "A first paragraph of an old page, with a comma.",
        "A second one, broken once by hand.",
        "The third.",
    ]


def test_a_thin_page_comes_with_a_word_of_caution():
    article = extract_html(b"<title>Hello there</title><p>Please enable JavaScript to read this page, thank you.</p>")
    assert article.blocks
    assert "little text" in article.word_of_caution


def test_a_related_label_takes_the_links_under_it():
    story = "<p>Some words of a story that go on for a while, with commas, and with a full stop.</p>"
    page = f"<title>T</title><article>{story * 1}<p>You may also like:</p><p><a href='/a'>One thing</a></p>"
    page += f"<p><a href='/b'>Another thing</a></p>{story.replace('Some', 'More')}</article>"
    article = extract_html(page.encode(), "https://a.example/x")
    assert [block.text[:4] for block in article.blocks] == ["Some", "More"]
    assert [(link.label, link.href, link.block) for link in article.links] == [
        ("One thing", "https://a.example/a", 0),
        ("Another thing", "https://a.example/b", 0),
    ]


STORY = "".join(
    f"<p>Paragraph {number} of a story that goes on for a while, with commas, and with a full stop at its end.</p>"
    for number in ("one", "two", "three", "four", "five", "six")
)


def test_a_story_that_the_page_holds_twice_is_shown_once():
    wide, narrow = f"<div class='wide'>{STORY}</div>", f"<div class='narrow'>{STORY}</div>"
    article = extract_html(f"<title>T</title><article>{wide}{narrow}</article>".encode())
    assert [block.text.split()[1] for block in article.blocks] == ["one", "two", "three", "four", "five", "six"]


def test_a_body_in_many_boxes_is_found():
    decoy = "<div class='content'><p>Welcome to our site, where you find everything, as always, every day.</p></div>"
    story = STORY + STORY.replace("Paragraph", "Passage")
    slides = story.replace("<p>", "<div class='remark'><div><p>").replace("</p>", "</p></div></div>")
    article = extract_html(f"<title>T</title><body>{decoy}<div><div><div>{slides}</div></div></div></body>".encode())
    assert "Paragraph four" in article.text
    assert "Passage six" in article.text


def test_the_same_link_twice_is_one_link():
    links = "<a href='/a'>here</a>, <a href='/a?utm_medium=x'>here</a>, <a href='/b'>there</a>"
    article = extract_html(f"<title>T</title><p>It is {links}, they said.</p>{STORY}".encode(), "https://a.example/")
    assert [link.href for link in article.links] == ["https://a.example/a", "https://a.example/b"]
    assert len(article.blocks[0].spans) == 3


def test_a_byline_that_names_the_paper_gives_way_to_the_one_shown():
    head = '<meta property="og:site_name" content="Insel News"><meta name="author" content="Insel News">'
    shown = "<div class='byline'><span>Anna Poll</span><span>Ben Carr</span></div>"
    article = extract_html(f"<head>{head}<title>T</title></head><h1>T</h1>{shown}{STORY}".encode())
    assert article.byline == ("Anna Poll", "Ben Carr")
    assert extract_html(f"<head>{head}<title>T</title></head><h1>T</h1>{STORY}".encode()).byline == ("Insel News",)


def test_section_names_and_publishing_lines_are_no_text():
    lines = "<div class='kicker'>Economy and ports</div><div class='post-meta'>Filed at noon from the harbour</div>"
    article = extract_html(f"<title>T</title><article>{lines}{STORY}</article>".encode())
    assert article.blocks[0].text.startswith("Paragraph one")


def test_a_lead_apart_from_the_body_is_found():
    lead = "<div class='extra'><p>The bridge, closed for years, was opened on Friday before dawn, at last.</p></div>"
    page = f"<title>T</title><article><h1>The title of it</h1>{lead}<div>{STORY}</div></article>"
    assert extract_html(page.encode()).blocks[0].text.startswith("The bridge")
