from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import NoArticle, ReaderError
from reader.extract import extract, extract_html, extract_markdown, extract_text
from reader.extract.dom import parse
from reader.model import Article, Page, SpanKind
from reader.text import clean_block, clean_line

WORDS = "Some words that must be shown, and that are long enough, as words go, to be a paragraph of a page."


def check(article: Article) -> None:
    """All text is clean, every span lies in its block and says something, every link is whole or dead."""
    for line in (article.title, article.site, article.description, article.language, *article.byline):
        assert line == clean_line(line)
    for block in article.blocks:
        assert block.text == clean_block(block.text)
        assert "\n" not in block.text or block.kind.value not in ("heading", "figure", "credit", "footer")
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)
            assert block.text[span.start : span.end].strip()
            assert (span.href != "") is (span.kind is SpanKind.LINK)
            assert span.href == "" or span.href.startswith(("http://", "https://"))
    for link in article.links:
        assert link.href == "" or link.href.startswith(("http://", "https://"))
        assert link.label == clean_line(link.label) != ""
        assert link.block is None or 0 <= link.block < len(article.blocks)


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]52;c;SE9TVElMRQ==\x07",
        "&#27;[2J",
        "&#155;31m&#157;",
        "\u202eright to left\u202c",
        "&#8238;&#8297;",
        "\u2066\u2069\u200b\u200e\ufeff\U000e0041",
        "\x00\x01\x7f\x9b",
        "&#xD800;&#x110000;&#0;&#-1;",
        "\ud800",
    ],
)
def test_no_control_or_bidirectional_character_comes_through(hostile):
    page = (
        f"<html lang='{hostile}'><head><title>A title {hostile} of it</title>"
        f"<meta name=author content='Ann {hostile} Poll'>"
        f"<meta property='og:site_name' content='{hostile}Site'><meta name=description content='x{hostile}y'></head>"
        f"<body><article><h1>A title {hostile} of it</h1><figure><img src='x{hostile}'><figcaption>Cap{hostile}tion"
        f"</figcaption></figure><p>{WORDS} <a href='http://a.example/{hostile}'>a {hostile} link</a>"
        f", <em>{hostile}</em></p>"
        f"<pre>code{hostile}\n  x</pre><table><tr><td>a{hostile}<td>b<tr><td>c<td>{hostile}</table>"
        f"<p>{WORDS.upper()}</p>"
        f"<p>Related: <a href='#'>{hostile}x</a></p></article></body></html>"
    )
    article = extract_html(page.encode("utf-8", "surrogatepass"), "http://a.example/")
    assert WORDS in article.text
    check(article)
    markdown = extract_markdown(
        f"# T{hostile}\n\nBy Ann{hostile}\n\n{WORDS} [x{hostile}](http://a.example/{hostile}) `{hostile}`"
    )
    assert WORDS in markdown.text
    check(markdown)
    check(extract_text(f"T{hostile}\n\n{WORDS}{hostile}\n\n- {hostile}x"))


@pytest.mark.parametrize(
    "tags", ["<div>", "<span>", "<b>", "<section><div>", "<ul><li>", "<table><tr><td>", "<blockquote>"]
)
def test_deep_nesting_hides_no_text(tags):
    assert WORDS in extract_html(f"{tags * 2000}<p>{WORDS}</p>".encode()).text


@pytest.mark.parametrize(
    "page",
    [
        "<p " + " ".join(f"a{number}=1" for number in range(20_000)) + f">{WORDS}</p>",
        "<p " + " ".join(f"a{number}='>'" for number in range(20_000)) + f">{WORDS}</p>",
        f"<p>{' ' * 1_000_000}{WORDS}{' ' * 1_000_000}</p>",
        f"<!--{'-' * 100_000}--><p>{WORDS}</p>",
        f"<script>{'<p>' * 100_000}</script><p>{WORDS}</p>",
        f"<div class='{'share-' * 100_000}'><p>{WORDS}</p></div>",
        f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{WORDS}</p>",
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
        + f"<p>{WORDS} &c;</p>",
        f"<p>{WORDS}</p>" + "<p><a href=x><em>" * 120,
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + f"<p>{WORDS} &a;</p>",
    ],
    ids=[
        "attributes",
        "attributes with >",
        "spaces",
        "comment",
        "script",
        "class",
        "json",
        "entities",
        "links in links",
        "external entity",
    ],
)
def test_floods_hide_no_text(page):
    article = extract_html(page.encode())
    assert WORDS in article.text
    assert len(article.text) < len(WORDS) + 20


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b" \n",
        b"<html></html>",
        b"<!-- only this -->",
        b"<div>" * 100_000,
        b"<nav><a href='/'>Home</a></nav>",
        b"<img src=x>",
    ],
)
def test_a_page_without_text_says_so_in_one_line(page):
    with pytest.raises(NoArticle) as failure:
        extract_html(page, "https://a.example/x")
    assert str(failure.value).startswith("https://a.example/x: ")


def test_a_page_over_the_bound_is_cut_and_says_so():
    article = extract_html(b"<title>Long</title>" + f"<p>{WORDS}</p>".encode() * 51_000)
    assert "too large" in article.word_of_caution
    assert article.blocks[0].text == WORDS


TAGS = """<p>|</p>|<div>|</div>|<span>|<a href="/x">|<a href="#">|</a>|<b>|</b>|<em>|<h1>|<h2>|</h2>|<ul>|<ol start="7">
|<li>|</ul>|<blockquote>|<table>|<tr>|<td>|<th>|</table>|<pre>|</pre>|<code>|<br>|<hr>|<figure>|<figcaption>|</figure>
|<img src="x">|<article>|<aside>|<section class="related">|<p class="byline">|<time datetime="2024-01-01">|<script>|<!--
|-->|<svg>|<title>|&amp;|&#27;|&#x202e;|&nbsp;|<![CDATA[|]]>|<div class="caption">|<span class="credit">|"|'|<|>|="""
MARKUP = st.lists(
    st.one_of(
        st.sampled_from(TAGS.split("|")),
        st.text(max_size=12),
        st.just(WORDS),
        st.just("Related: "),
        st.just("By Ann Poll"),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(MARKUP)
def test_any_markup_gives_a_clean_article_or_an_error_of_ours(parts):
    data = " ".join(parts).encode("utf-8", "surrogatepass")
    for read in (lambda: extract_html(data, "https://a.example/b/"), lambda: extract(Page(url="", data=data))):
        try:
            check(read())
        except ReaderError as error:
            assert "\n" not in str(error)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "utf-8", "shift_jis", "utf-16", "x"]))
def test_any_bytes_give_a_clean_article_or_an_error_of_ours(data, charset):
    try:
        check(extract_html(data, charset=charset))
    except ReaderError as error:
        assert "\n" not in str(error)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters() | st.sampled_from("#*_[]()<>`|-\n "), max_size=200))
def test_any_text_gives_a_clean_article_or_an_error_of_ours(text):
    for read in (extract_markdown, extract_text):
        try:
            check(read(text))
        except ReaderError as error:
            assert "\n" not in str(error)


def test_a_tag_keeps_few_attributes():
    flood = " ".join(f"a{number}=1 class=c{number}" for number in range(3000))
    root, _cut = parse(f"<p {flood} id=x>{WORDS}</p>")
    assert all(len(element.attrib) <= 40 for element in root.iter())


@pytest.mark.parametrize("text", ["word\n\n" * 40_000, "word " * 900_000])
def test_a_text_over_the_bound_is_cut_and_says_so(text):
    article = extract_text(text)
    assert "too large" in article.word_of_caution
    assert article.blocks[0].text.startswith("word")


@pytest.mark.parametrize("text", ["[" * 70_000, "# word\n" * 40_000, "word " * 300_000])
def test_markdown_over_the_bound_is_read_as_text(text):
    article = extract_markdown(text)
    assert "plain text" in article.word_of_caution
    assert article.blocks[0].text.startswith(text[:1])
