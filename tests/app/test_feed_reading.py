"""A feed where an article was asked for: it is shown as what it says, and nothing of it is stored."""

import pytest

from reader.app import Desk
from reader.errors import ReaderError
from reader.paths import find_paths

RSS = """<rss version="2.0"><channel><title>Tide &amp; Moor</title><description>News of the coast</description>
<item><title>Ferry runs again</title><link>https://tide.example/1</link><author>Ida Marsh</author>
<description>&lt;p&gt;Skerrow has its &lt;b&gt;ferry&lt;/b&gt; back.&lt;/p&gt;</description></item>
<item><description>Only words</description></item></channel></rss>"""
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tide</title><entry><title>One</title></entry></feed>'
JSON = r'{"version": "https:\/\/jsonfeed.org\/version\/1.1", "title": "Tide", "items": [{"id": "1", "title": "One"}]}'


@pytest.fixture
def desk():
    desk = Desk(find_paths())
    yield desk
    desk.close()


def test_a_feeds_entries_are_shown_with_their_links(desk, tmp_path):
    (tmp_path / "f.xml").write_text(RSS)
    reading = desk.open(str(tmp_path / "f.xml"))
    article = reading.article
    assert article.title == "Tide & Moor"
    assert article.text.split("\n\n") == [
        "News of the coast",
        "Ferry runs again",
        "Ida Marsh",
        "Skerrow has its ferry back.",
        "Only words",
    ]
    assert [(link.label, link.href, link.block) for link in article.links] == [
        ("Ferry runs again", "https://tide.example/1", 1)
    ]
    assert article.word_of_caution == "a feed of 2 entries"
    assert "reader add" in reading.summary


@pytest.mark.parametrize("text", [ATOM, JSON])
def test_so_are_other_kinds(desk, tmp_path, text):
    (tmp_path / "f").write_text(text)
    article = desk.open(str(tmp_path / "f")).article
    assert (article.title, article.text) == ("Tide", "One")


def test_nothing_of_it_is_stored(desk, tmp_path):
    (tmp_path / "f.xml").write_text(RSS)
    desk.corrected(desk.open(str(tmp_path / "f.xml")))
    assert desk.recent() == []
    assert desk.book.totals() == (0, 0)


@pytest.mark.parametrize("text", ["<opml><body/></opml>", '{"a": "jsonfeed"}', "<rss"])
def test_what_is_neither_feed_nor_article_is_refused(desk, tmp_path, text):
    (tmp_path / "f").write_text(text)
    with pytest.raises(ReaderError):
        desk.open(str(tmp_path / "f"))
