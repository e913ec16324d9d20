"""Which of the titles that a page has is the article's, and who wrote it."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from reader.extract import extract_html

TEXT = "The old ferry crosses again from Monday, the harbour office said, after a year in the dock, and with a bell."
BODY = f"<p>{TEXT}</p><p>Nobody minds, said the cook, and: {TEXT}</p><h2>A bell</h2><p>{TEXT} Twice.</p>"


def read(head: str = "", body: str = "", url: str = "https://courier.example/a", **declared: object):
    data = json.dumps({"@type": "NewsArticle", **declared}) if declared else "{}"
    head += f'<script type="application/ld+json">{data}</script>'
    page = f"<html><head>{head}</head><body><article>{body}{BODY}</article></body></html>"
    return extract_html(page.encode(), url)


@pytest.mark.parametrize(
    ("full", "declared", "shown", "title"),
    [
        ("Ferry returns - Courier", "Ferry returns to harbour", "The old ferry is back", "Ferry returns to harbour"),
        ("Ferry returns", "Ferry returns to harbour", "FERRY RETURNS TO HARBOUR", "FERRY RETURNS TO HARBOUR"),
        ("Ferry returns", "Ferry returns | Sport", "Ferry returns", "Ferry returns"),
        ("Ferry returns", "On Monday: Ferry returns", "Ferry returns", "On Monday: Ferry returns"),
        ("Ferry returns - Courier", "List article", "Ferry returns", "Ferry returns"),
        ("THE COURIER OF OSTMARK: The ferry returns", "", "", "The ferry returns"),
    ],
    ids=["declared", "as shown", "section", "kicker", "no word in common", "bold"],
)
def test_the_title_is_the_declared_one_as_the_page_shows_it(full, declared, shown, title):
    top = f"<h1>{shown}</h1>" if shown else "<p><b>The ferry returns</b></p>"
    said = {"headline": declared} if declared else {}
    article = read(f"<title>{full}</title>", top, **said)
    assert article.title == title
    assert [block.text for block in article.blocks if block.kind == "heading"] == ["A bell"]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ('<div class="byline">By Mira Tolland</div>', ("Mira Tolland",)),
        ('<div class="xy-ContributorName">Mira Tolland, MD</div>', ("Mira Tolland",)),
        ('<a class="author" href="#">Folgen</a>', ("The Courier",)),
        ('<a class="author" href="/n">News</a>', ("The Courier",)),
        ("<p>By Mira Tolland, March 8, 2024</p>", ("The Courier",)),
    ],
)
def test_only_a_person_on_the_page_takes_the_place_of_the_paper(line, byline):
    head = '<title>Ferry returns</title><meta property="og:site_name" content="The Courier">'
    article = read(head, f"<h1>Ferry returns</h1>{line}", author={"@type": "Organization", "name": "The Courier"})
    assert article.byline == byline


def test_a_byline_may_end_in_the_date():
    article = read(
        "<title>Ferry returns</title>", "<h1>Ferry returns</h1><p>By Mira Tolland and Jonas Veld | 8 March 2024</p>"
    )
    assert article.byline == ("Mira Tolland", "Jonas Veld")
    assert article.published == datetime(2024, 3, 8)
    assert "Tolland" not in article.text


@pytest.mark.parametrize(
    "line", ["Montag, 8. März 2024", "segunda-feira, 8 de março de 2024 às 0:13", "vendredi 8 mars 2024"]
)
def test_a_date_with_its_weekday_is_no_text(line):
    assert line not in read("<title>Ferry returns</title>", f"<h1>Ferry returns</h1><p>{line}</p>").text
