"""Plain text: every word once, in order, no line too wide, and every link's real host."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.app.render.article import article_text
from reader.app.render.lines import lay_out, wrap
from reader.hosts import real_host
from reader.model import Article, Block, BlockKind, Link, LinkKind, Span, SpanKind
from reader.text import cell_width, clean_line

WORDS = st.text(alphabet=st.sampled_from("ab cé日本 e\u0301🙂 x—“”"), max_size=300).map(clean_line)


@given(WORDS, st.integers(4, 40))
def test_wrapping_keeps_every_word_and_the_width(text, width):
    lines = [text[start:end] for start, end in wrap(text, width)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_width(line) <= width for line in lines)
    assert all(line and line == line.strip() for line in lines)


def test_wrapping_fills_each_line():
    assert ["one two three"[start:end] for start, end in wrap("one two three", 7)] == ["one two", "three"]


def test_a_word_of_a_megabyte_is_cut():
    text = "x" * 1_000_000
    assert [end - start for start, end in wrap(text, 70)][:2] == [70, 70]
    assert sum(end - start for start, end in wrap(text, 70)) == len(text)


def article(*blocks, **more):
    return Article("Ferry [bold]runs[/bold]", blocks, **more)


def test_blocks_are_told_apart():
    text = article_text(
        article(
            Block(BlockKind.PARAGRAPH, "Two * three :warning: [red]x[/red]"),
            Block(BlockKind.LIST_ITEM, "first", ordinal=1),
            Block(BlockKind.LIST_ITEM, "second", ordinal=2),
            Block(BlockKind.LIST_ITEM, "inner", level=1),
            Block(BlockKind.QUOTE, "quoted " * 20, level=1),
            Block(BlockKind.CODE, "if x:\n    y()"),
            Block(BlockKind.TABLE, "Port\tBoats\nSkerrow\t12", header_rows=1),
            Block(BlockKind.FIGURE, "The quay."),
            Block(BlockKind.CREDIT, "N. Okoro"),
            Block(BlockKind.RULE, ""),
        )
    )
    assert "Ferry [bold]runs[/bold]" in text
    assert "Two * three :warning: [red]x[/red]" in text
    assert "1. first\n2. second\n  • inner\n" in text
    assert len(re.findall(r"(?m)^> quoted", text)) > 1
    assert "    if x:\n        y()\n" in text
    assert "Port     Boats\nSkerrow  12\n" in text
    assert "The quay.\nN. Okoro\n\n* * *\n" in text


def test_links_are_listed_with_the_host_they_lead_to():
    spoofed = "http://bank.example@evil.example/login"
    text = article_text(
        article(
            Block(BlockKind.PARAGRAPH, "Go to bank.example now"),
            links=(
                Link(LinkKind.IN_TEXT, "bank.example", spoofed, 0),
                Link(LinkKind.IN_TEXT, "dead", "", 0),
                Link(LinkKind.RELATED, "Storm ahead", "", 0),
            ),
        )
    )
    assert f"[1] evil.example: bank.example\n    {spoofed}\n[2] no address: Storm ahead\n" in text
    assert "dead" not in text


def test_the_host_is_the_one_that_is_looked_up():
    assert real_host("https://b\u00fccher.example/") == "xn--bcher-kva.example"
    assert real_host("https://tide.example:8443/a") == "tide.example"
    assert real_host("javascript:alert(1)") == real_host("https://[") == ""


def test_styles_follow_the_words_through_wrapping():
    words = "one two three four five six seven"
    start = words.index("four")
    block = Block(BlockKind.PARAGRAPH, words, (Span(start, start + len("four five"), SpanKind.STRONG),))
    lines = list(lay_out(Article("", (block,)), 20))
    styled = [line.text[start:end] for line in lines for start, end, style in line.styles if style == "bold"]
    assert " ".join(styled) == "four five"


def test_a_title_that_is_also_the_first_heading_is_shown_once():
    heading = Block(BlockKind.HEADING, "Ferry", level=1)
    assert article_text(Article("Ferry", (heading,))).count("Ferry") == 1


def test_twenty_thousand_links_in_one_block_stay_quick():
    text = "link " * 20_000
    spans = tuple(Span(n * 5, n * 5 + 4, SpanKind.LINK, "https://tide.example/") for n in range(20_000))
    lines = list(lay_out(Article("", (Block(BlockKind.PARAGRAPH, text.strip(), spans),)), 70))
    assert sum(len(line.styles) for line in lines) >= 20_000
