from __future__ import annotations

from datetime import datetime

import pytest

from reader.errors import NoArticle
from reader.extract import extract_text
from reader.model import BlockKind

LETTER = """Storm closes the northern road
==============================

By Mira Tolland
8 March 2024

The northern road was closed on Friday after
the worst storm in years,
and lorries had to turn back.

"We saw it coming," said warden Otto Lenk,
"but not so soon."

  1. Bring food
  2. Bring blankets and
     something to read

- no candles
- no fires

> He wrote that the road
> would open again.

* * *

It did.
"""


STORM = "The northern road was closed on Friday after the worst storm in years, and lorries had to turn back."


def test_wrapped_lines_become_paragraphs():
    article = extract_text(LETTER, "https://courier.example/storm.txt")
    assert article.title == "Storm closes the northern road"
    assert article.byline == ("Mira Tolland",)
    assert article.published == datetime(2024, 3, 8)
    assert article.site == "courier.example"
    assert [(block.kind.value, block.ordinal, block.text) for block in article.blocks] == [
        (
            "paragraph",
            None,
            STORM,
        ),
        ("paragraph", None, '"We saw it coming," said warden Otto Lenk, "but not so soon."'),
        ("list_item", 1, "Bring food"),
        ("list_item", 2, "Bring blankets and something to read"),
        ("list_item", None, "no candles"),
        ("list_item", None, "no fires"),
        ("quote", None, "He wrote that the road would open again."),
        ("rule", None, ""),
        ("paragraph", None, "It did."),
    ]


def test_long_lines_are_paragraphs_of_their_own():
    one, two = "A first paragraph " * 10, "A second paragraph " * 10
    article = extract_text(f"{one}\n{two}\n")
    assert [block.text for block in article.blocks] == [one.strip(), two.strip()]


@pytest.mark.parametrize("first", ["It began with a sentence.", "He said:", '"Stop it."', "x" * 200])
def test_a_first_line_that_is_a_sentence_is_no_title(first):
    article = extract_text(f"{first}\n\nMore text follows here.\n")
    assert article.title == ""
    assert article.blocks[0].text == first


def test_a_single_line_is_text_and_no_title():
    article = extract_text("Only one line")
    assert (article.title, article.text) == ("", "Only one line")


def test_markup_is_no_markup_here():
    article = extract_text("<b>bold</b> [link](http://a.example)\n\n**more**.")
    assert "<b>bold</b>" in article.title + article.text
    assert all(block.kind is BlockKind.PARAGRAPH and not block.spans for block in article.blocks)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u200b\ufeff\n"])
def test_without_text_there_is_no_article(text):
    with pytest.raises(NoArticle):
        extract_text(text)
