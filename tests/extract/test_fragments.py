"""A passage of HTML that is all text, as a feed gives it: nothing is left out but what is no text."""

import pytest

from reader.errors import NoArticle
from reader.extract import extract_fragment
from reader.model import BlockKind, LinkKind


def test_everything_is_text():
    article = extract_fragment(
        "<p>One <a href='/two'>two</a>.</p><script>x()</script><blockquote>Three</blockquote>Four",
        "https://tide.example/a",
    )
    assert article.text == "One two.\n\nThree\n\nFour"
    assert [block.kind for block in article.blocks][1] is BlockKind.QUOTE
    assert [(link.kind, link.href) for link in article.links] == [(LinkKind.IN_TEXT, "https://tide.example/two")]


def test_a_word_is_enough():
    assert extract_fragment("Weather").text == "Weather"


@pytest.mark.parametrize("markup", ["", "<img src='a.png'>", "<script>x()</script>"])
def test_without_a_word_there_is_no_article(markup):
    with pytest.raises(NoArticle, match="no text in it"):
        extract_fragment(markup)


@pytest.mark.parametrize("markup", ["<p>word</p>" * 100_000, "<b>" * 3000 + "word " * 20_000])
def test_what_is_too_much_is_bare_text(markup):
    assert extract_fragment(markup).text.startswith("word")
