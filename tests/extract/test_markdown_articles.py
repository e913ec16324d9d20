from __future__ import annotations

from datetime import datetime

import pytest

from reader.errors import NoArticle
from reader.extract import extract_markdown
from reader.model import Block, BlockKind, Link, LinkKind, Precision, Span, SpanKind

REPORT = """

# Mill fire leaves forty without work

March 8, 2024



Smoke over the mill on Thursday night. **Fire Brigade of Ostmark**

The old mill burned down on Thursday, and *forty people* lost their work with it.

"We will build it again," owner Hanna Reet [told](#) the paper, though
[others](https://other.example/a?gclid=x) doubt it.

**Related article:** [Who owned the mill?](#)

## What happened

1. A spark
2. A wind
   - from the west

> Fire is a good servant.
>
> > And a bad master.

| Year | Fires |
|------|-------|
| 2023 | 4 |

```python
print("fire")
```

---

**Read more:** [The mill in pictures](https://courier.example/pictures)

Insurance will pay, she said.

*Lena Ort contributed reporting.*

Original url:

<https://courier.example/2024/03/08/mill-fire>"""


@pytest.fixture
def article():
    return extract_markdown(REPORT, "file:///home/ann/mill.md")


def test_the_blocks(article):
    assert [(block.kind.value, block.level, block.ordinal, block.text) for block in article.blocks] == [
        ("figure", 0, None, "Smoke over the mill on Thursday night."),
        ("credit", 0, None, "Fire Brigade of Ostmark"),
        ("paragraph", 0, None, "The old mill burned down on Thursday, and forty people lost their work with it."),
        ("paragraph", 0, None, '"We will build it again," owner Hanna Reet told the paper, though others doubt it.'),
        ("heading", 2, None, "What happened"),
        ("list_item", 0, 1, "A spark"),
        ("list_item", 0, 2, "A wind"),
        ("list_item", 1, None, "from the west"),
        ("quote", 1, None, "Fire is a good servant."),
        ("quote", 2, None, "And a bad master."),
        ("table", 0, None, "Year\tFires\n2023\t4"),
        ("code", 0, None, 'print("fire")'),
        ("rule", 0, None, ""),
        ("paragraph", 0, None, "Insurance will pay, she said."),
        ("footer", 0, None, "Lena Ort contributed reporting."),
    ]
    assert article.blocks[10].header_rows == 1
    assert article.blocks[11].language == "python"
    assert article.blocks[2].spans == (Span(42, 54, SpanKind.EMPHASIS),)


def test_the_metadata(article):
    assert article.title == "Mill fire leaves forty without work"
    assert (article.published, article.published_precision) == (datetime(2024, 3, 8), Precision.DAY)
    assert article.url == article.canonical_url == "https://courier.example/2024/03/08/mill-fire"
    assert article.site == "courier.example"


def test_the_links(article):
    assert article.links == (
        Link(LinkKind.IN_TEXT, "told", "", 3),
        Link(LinkKind.IN_TEXT, "others", "https://other.example/a", 3),
        Link(LinkKind.RELATED, "Who owned the mill?", "", 3),
        Link(LinkKind.READ_MORE, "The mill in pictures", "https://courier.example/pictures", 12),
        Link(LinkKind.ORIGINAL, article.url, article.url, 14),
    )


def test_front_matter_is_metadata_and_no_text():
    article = extract_markdown(
        "---\ntitle: 'The Long Night'\nauthor:\n  - Mira Tolland\n  - Jonas Veld\ndate: 2024-03-08\n"
        "url: https://courier.example/night\nsite: Courier\nlang: en\n---\n\n# The Long Night\n\nIt was long.\n"
    )
    assert (article.title, article.byline, article.site) == (
        "The Long Night",
        ("Mira Tolland", "Jonas Veld"),
        "Courier",
    )
    assert (article.published, article.language) == (datetime(2024, 3, 8), "en")
    assert article.address == "https://courier.example/night"
    assert article.text == "It was long."


@pytest.mark.parametrize("line", ["By Mira Tolland", "By Mira Tolland and Jonas Veld", "BY MIRA TOLLAND"])
def test_a_byline_under_the_title_is_metadata(line):
    article = extract_markdown(f"# Title of it\n\n{line}\n\nThe text begins here, and goes on.\n")
    assert article.byline[0].lower() == "mira tolland"
    assert article.text == "The text begins here, and goes on."


@pytest.mark.parametrize(
    "line", ["By Friday, the bridge was open.", "By the river the old men sat and talked", "March 8 was a Friday."]
)
def test_a_sentence_is_no_byline_and_no_date(line):
    article = extract_markdown(f"# Title of it\n\n{line}\n\nThe text goes on.\n")
    assert article.text == f"{line}\n\nThe text goes on."
    assert (article.byline, article.published) == ((), None)


def test_a_paragraph_that_ends_in_strong_words_stays_text():
    text = "# Title\n\nThe text begins here and goes on, for more than sixty characters in all.\n\nIt was **over**\n"
    assert extract_markdown(text).blocks[-1].kind is BlockKind.PARAGRAPH


def test_a_related_label_with_more_words_than_the_link_stays_text():
    article = extract_markdown(
        "# T\n\nRelated: the council said that [a report](https://a.example/r) was on its way.\n"
    )
    assert article.blocks[0].text == "Related: the council said that a report was on its way."


def test_html_in_markdown_is_read_as_html():
    article = extract_markdown(
        "# T\n\n<div><p>A <b>bold</b> word.</p><script>alert(1)</script></div>\n\nPlain <i>words</i>.\n"
    )
    assert [block.text for block in article.blocks] == ["A bold word.", "Plain words."]
    assert article.blocks[0].spans == (Span(2, 6, SpanKind.STRONG),)


def test_dangerous_links_are_plain_words():
    article = extract_markdown(
        "# T\n\n[a](javascript:alert(1)) [b](file:///etc/hosts) [c](/relative) [d](mailto:x@y.example)\n"
    )
    assert article.blocks == (Block(BlockKind.PARAGRAPH, "a b c d"),)
    assert all(link.href == "" for link in article.links)


@pytest.mark.parametrize("text", ["", "   \n\n", "# Only a title\n", "---\ntitle: x\n---\n"])
def test_without_text_there_is_no_article(text):
    with pytest.raises(NoArticle):
        extract_markdown(text, "file:///a.md")


def test_verse_keeps_its_lines_and_a_single_break_does_not_part_a_paragraph():
    article = extract_markdown(
        "# T\n\nSteel over water,\\\nwater under sky,\\\ngulls going by.\n\nOne line,  \nbroken once.\n"
    )
    assert [block.text for block in article.blocks] == [
        "Steel over water,\nwater under sky,\ngulls going by.",
        "One line, broken once.",
    ]


def test_footnotes_and_bold_subheads_are_those_of_pages():
    long = "A paragraph that goes on for a while, with commas, so that nobody would take it for a heading of its own."
    article = extract_markdown(f"# T\n\n{long}[^1]\n\n**What comes next**\n\n{long}\n\n{long}\n\n[^1]: The report.\n")
    assert [(block.kind.value, block.text) for block in article.blocks] == [
        ("paragraph", f"{long}[1]"),
        ("heading", "What comes next"),
        ("paragraph", long),
        ("paragraph", long),
        ("paragraph", "[1] The report."),
    ]


def test_front_matter_without_fields_is_none():
    article = extract_markdown("---\n---\n# Tide tables\n\nNobody saw that the year was wrong.\n")
    assert article.title == "Tide tables"
