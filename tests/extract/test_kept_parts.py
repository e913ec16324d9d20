"""Parts of an article that look like something else by a name, a link or their place, and stay."""

from __future__ import annotations

import pytest

from reader.extract import extract_html
from reader.model import Article, BlockKind

STORY = [
    f"<p>Paragraph {number} of a story that goes on for a while, with commas, and with a full stop at its end.</p>"
    for number in ("one", "two", "three", "four", "five", "six")
]


def read(*parts: str) -> Article:
    page = f"<title>The title of it</title><body><article><h1>The title of it</h1>{''.join(parts)}</article></body>"
    return extract_html(page.encode(), "https://news.example/story")


def of_kind(article: Article, kind: BlockKind) -> list[str]:
    return [block.text for block in article.blocks if block.kind is kind]


@pytest.mark.parametrize(
    "heading",
    [
        '<h2><a name="part-two">What came next</a></h2>',
        '<h2><a href="#what-came-next">What came next</a></h2>',
        '<h2 class="section-title">What came next</h2>',
        '<h2 id="what-came-next">What came next</h2>',
        '<h2 id="share_the_road"><span>Share the road</span></h2>',
    ],
)
def test_a_heading_with_an_anchor_or_a_name_of_its_own_stays(heading):
    assert len(of_kind(read(*STORY[:3], heading, *STORY[3:]), BlockKind.HEADING)) == 1


def test_a_section_may_be_named_by_the_words_of_its_heading():
    section = f'<div id="sharing-the-bridge"><h2>Sharing the bridge</h2>{STORY[3]}</div>'
    article = read(*STORY[:3], section, *STORY[4:])
    assert of_kind(article, BlockKind.HEADING) == ["Sharing the bridge"]
    assert STORY[3][3:30] in article.text


def test_the_rows_of_a_table_are_named_for_what_is_in_them():
    rows = "".join(f'<tr class="player rating"><td>{number}</td><td>{number} goals</td></tr>' for number in (7, 4))
    article = read(*STORY[:3], f"<table><tr><th>No.</th><th>Goals</th></tr>{rows}</table>", *STORY[3:])
    assert of_kind(article, BlockKind.TABLE) == ["No.\tGoals\n7\t7 goals\n4\t4 goals"]


def test_an_article_may_be_one_long_table():
    names = "".join(f'<td><a href="/{n}">A film</a></td>' for n in range(2))
    rows = "".join(f"<tr>{names}<td>{part[3:-4]} It goes on, with more.</td></tr>" for part in STORY * 2)
    table = f"<table><tr><th>Film</th><th>Other</th><th>Story</th></tr>{rows}</table>"
    page = f"<title>Films of it</title><body><h1>Films of it</h1><div><div>{table}</div></div></body>"
    article = extract_html(page.encode())
    assert [len(text.split("\n")) for text in of_kind(article, BlockKind.TABLE)] == [13]


@pytest.mark.parametrize("mark", ["1", "[1]"])
@pytest.mark.parametrize("page", ["", "https://news.example/story"])
def test_footnotes_are_found_by_their_marks(mark, page):
    text = STORY[5].replace("</p>", f'<sup><a href="{page}#note-1">{mark}</a></sup></p>')
    note = (
        f'<li id="note-1"><a href="{page}#ref-1">^</a> <cite><a href="https://a.example/r">The report</a></cite></li>'
    )
    article = read(*STORY[:5], text, f"<div class='x'><div><h2>References</h2><ol>{note}</ol></div></div>")
    assert of_kind(article, BlockKind.LIST_ITEM) == ["The report"]
    assert of_kind(article, BlockKind.HEADING) == ["References"]
    assert article.text.count("[1]") == 1


def test_an_empty_box_in_a_sentence_does_not_part_it():
    sentence = 'The old <a href="/r">report</a> <div class="shield"><div></div></div>, which was lost, was found.'
    article = read(*STORY[:3], f"<ul><li>{sentence}</li><li>Nobody had missed it.</li></ul>", *STORY[3:])
    assert of_kind(article, BlockKind.LIST_ITEM) == [
        "The old report , which was lost, was found.",
        "Nobody had missed it.",
    ]


def test_a_short_text_in_chinese_signs_is_found_beside_long_boxes():
    story = "<p>橋は金曜日に再び開通した。二年前に船が衝突し、それ以来閉鎖されていたと市は発表した。</p>" * 3
    profile = (
        "<div><dl><dt>山田花子</dt><dd>東京社会部</dd></dl><dl><dt>専門</dt><dd>橋、船、港、川、海、山</dd></dl></div>"
    )
    teaser = "<li><a href='/x'><p>別の記事の見出し、これは本文ではない記事であり、長くもある</p></a></li>"
    body = f"<main><div><h1>橋が開通</h1></div><div class='x'>{story}</div>{profile}</main><ul>{teaser * 9}</ul>"
    article = extract_html(f"<title>橋が開通</title>{body}".encode())
    assert "橋は金曜日に" in article.text
    assert "見出し" not in article.text


@pytest.mark.parametrize(
    ("label", "kept"), [("Sources", 2), ("Sources &amp; links:", 2), ("Quellen", 2), ("Our stories", 0)]
)
def test_a_list_of_links_under_the_text_stays_when_it_is_its_sources(label, kept):
    links = "".join(f'<li><a href="https://a.example/{n}">https://a.example/{n}</a></li>' for n in "12")
    article = read(*STORY, f"<h2>{label}</h2><ul>{links}</ul>")
    assert len(of_kind(article, BlockKind.LIST_ITEM)) == kept
    assert len(of_kind(article, BlockKind.HEADING)) == kept // 2


@pytest.mark.parametrize(
    ("start", "left"), [('<div class="pull-quote">', 0), ("<aside>", 0), ('<div class="quote">', 1), ("<div>", 1)]
)
def test_only_what_is_called_a_pull_quote_goes_for_repeating_the_text(start, left):
    end = "</aside>" if start == "<aside>" else "</div>"
    quote = f"{start}<blockquote>a story that goes on for a while</blockquote>{end}"
    assert len(of_kind(read(*STORY[:3], quote, *STORY[3:]), BlockKind.QUOTE)) == left


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("<math><mi>a</mi><mo>+</mo> <mn>2</mn></math>", "a+2"),
        ('<math alttext="a^2"><msup><mi>a</mi><mn>2</mn></msup></math>', "a^2"),
        (
            '<math><mi>a</mi><annotation encoding="application/x-tex">\\sqrt a</annotation></math>',
            "\\sqrt a",
        ),
        ('<img class="tex" alt="a_1" src="f.png">', "a_1"),
        ('<img alt="a bridge" src="f.png">', "it"),
    ],
)
def test_a_formula_is_words_of_its_sentence(formula, words):
    assert f"It is {words}" in read(*STORY, STORY[0].replace("</p>", f" It is {formula} it, and so on.</p>")).text


def test_the_whole_article_once_more_in_one_piece_goes():
    sentences = [f"Sentence {n} of a story that goes on for a while, as stories do." for n in range(60)]
    parts = [f"<p>{' '.join(sentences[n : n + 3])}</p>" for n in range(0, 60, 3)]
    again, other = " ".join(sentences), " ".join(one.replace("goes on", "went on") for one in sentences)
    assert len(read(*parts, f"<p>{again}</p>").blocks) == len(parts)
    assert len(read(*parts, f"<p>{other}</p>").blocks) == len(parts) + 1


def test_what_mathjax_set_is_read_from_its_mathml():
    set_by_script = (
        '<mjx-container class="MathJax CtxtMenu_0"><mjx-math></mjx-math><math><mi>x</mi></math></mjx-container>'
    )
    assert "It is x." in read(*STORY, STORY[0].replace("</p>", f" It is {set_by_script}.</p>")).text


@pytest.mark.parametrize(
    ("lead", "kept"),
    [
        ('<p class="standfirst">{}</p>', True),
        ('<h2 class="subtitle">{}</h2>', True),
        ('<div id="article-summary">{}</div>', True),
        ("<p>{}</p>", False),
        ('<article class="standfirst"><p>{}</p></article>', False),
    ],
)
def test_a_standfirst_over_the_article_is_its_lead_when_it_is_named_for_one(lead, kept):
    words = "Nobody had asked for a second bridge, and now there is one."
    top = f"<h1>The title of it</h1>{lead.format(words)}"
    page = f"<title>The title of it</title><body><div>{top}</div><article>{''.join(STORY)}</article></body>"
    assert (words in extract_html(page.encode(), "https://news.example/story").text) is kept
