"""The same story in several feeds stands once in lists, and what is done to it is done to all of it."""

import pytest
from shelf import ALL, UNREAD, entry

from reader.library.feed_records import Source, SourceKind
from reader.library.keys import link_key, title_key
from reader.library.stories import alike

TEXT = (
    "<p>The harbour of <b>Skerrow</b> stays closed until Friday, said harbour master Ida Marsh, since the storm broke"
    " two of its three piers and the boats cannot land.</p>"
)
OTHER = (
    "<p>A flock of sheep walked into the town hall of Fellgate on Monday morning and would not leave before noon.</p>"
)
LINK = "https://agency.example/storm"


def both(shelf, **more):
    """One story in two feeds; the second one's entry is ``Again``."""
    tide = shelf.feed("tide", entry("Storm closes harbour of Skerrow", 2, summary=TEXT, link=LINK))
    moor = shelf.feed("moor", entry("Again", 1, **{"link": LINK, **more}))
    return tide, moor


def rows(shelf):
    return [(row.title, row.also) for row in shelf.entries.rows(ALL)]


@pytest.mark.parametrize(
    "link",
    [
        LINK,
        "http://www.agency.example/storm/",
        "https://m.agency.example/storm?utm_source=rss&utm_medium=feed",
        "https://agency.example:443/storm#top",
        "https://AGENCY.example/storm/index.html",
        "https://agency.example/storm/amp/",
    ],
)
def test_one_address_is_one_story(shelf, link):
    both(shelf, link=link)
    assert rows(shelf) == [("Storm closes harbour of Skerrow", 1)]


@pytest.mark.parametrize(
    "link",
    ["https://agency.example/storm?id=2", "https://agency.example/storms", "https://other.example/storm", ""],
)
def test_another_address_is_another_story(shelf, link):
    both(shelf, link=link)
    assert len(rows(shelf)) == 2


def test_arguments_count_in_any_order():
    assert link_key("https://a.example/?p=1&q=2") == link_key("https://a.example/?q=2&p=1")
    assert link_key("https://a.example/?p=1") != link_key("https://a.example/?p=2")
    assert link_key("ftp://a.example/") == link_key("") == 0


@pytest.mark.parametrize(
    ("title", "summary", "hours", "one"),
    [
        ("Harbour of Skerrow closes: storm! | The Moor", TEXT, 1, True),
        ("STORM CLOSES HARBOUR OF SKERROW - The Moor", TEXT, 1, True),
        ("Storm closes harbour of Skerrow", TEXT + "<p>The council meets again on Monday.</p>", 1, True),
        ("Storm closes harbour of Skerrow", OTHER, 1, False),
        ("Storm closes harbour of Skerrow", "", 1, False),
        ("Storm closes harbour of Skerrow", TEXT, 99, False),
        ("Storm over hills", TEXT, 1, False),
    ],
)
def test_a_like_headline_with_a_like_text_of_about_the_same_time_is_one_story(shelf, title, summary, hours, one):
    shelf.feed("tide", entry("Storm closes harbour of Skerrow", 2, summary=TEXT))
    shelf.feed("moor", entry(title, hours, id="x", link="https://moor.example/x", summary=summary))
    assert (len(rows(shelf)) == 1) == one


def test_short_headlines_and_texts_say_nothing():
    assert title_key("Weather for today") == 0
    assert title_key("Letters to the editor") != 0
    assert not alike("<p>Nine words are not enough to say so.</p>", "<p>Nine words are not enough to say so.</p>")
    assert alike(TEXT, TEXT.replace("Friday", "Saturday"))
    assert not alike(TEXT, OTHER)


def test_two_entries_of_one_feed_are_two_stories(shelf):
    shelf.feed("tide", entry("A", 1, link=LINK), entry("B", 2, link=LINK))
    assert len(rows(shelf)) == 2


def test_each_feed_lists_it_and_a_folder_lists_it_once(shelf):
    tide, moor = both(shelf)
    for key in (tide, moor):
        shelf.feeds.change(key, {"folder": "News", "tags": ["sea"]})
        assert len(shelf.titles(Source(SourceKind.FEED, "x", key))) == 1
    assert len(shelf.titles(Source(SourceKind.FOLDER, "News", "News"))) == 1
    assert len(shelf.titles(Source(SourceKind.TAG, "sea", "sea"))) == 1
    shelf.feeds.change(tide, {"folder": "Other"})
    assert shelf.titles(Source(SourceKind.FOLDER, "News", "News")) == ["Again"]


def test_read_or_hidden_in_one_feed_is_read_or_hidden_in_all(shelf):
    tide, moor = both(shelf)
    marked = shelf.entries.mark(shelf.entries.keys(Source(SourceKind.FEED, "x", moor)), {"read": True})
    assert (marked.count, shelf.titles(UNREAD)) == (2, [])
    shelf.entries.unmark(marked)
    shelf.entries.mark(shelf.entries.keys(Source(SourceKind.FEED, "x", tide)), {"hidden": True})
    assert shelf.titles(Source(SourceKind.FEED, "x", moor)) == []


def test_starred_is_only_what_was_starred(shelf):
    _tide, moor = both(shelf)
    shelf.entries.mark(shelf.entries.keys(Source(SourceKind.FEED, "x", moor)), {"starred": True})
    assert shelf.titles(Source(SourceKind.STARRED, "Starred")) == ["Again"]


def test_a_story_that_was_read_is_not_new_when_another_feed_brings_it(shelf):
    shelf.feed("tide", entry("Storm", 2, link=LINK))
    shelf.entries.mark(shelf.keys("Storm"), {"read": True})
    shelf.feed("moor", entry("Again", 1, link=LINK))
    assert shelf.titles(UNREAD) == []


def test_the_others_are_named(shelf):
    both(shelf)
    shelf.feed("fell", entry("Third", 1, link=LINK))
    lead = shelf.entries.rows(ALL)[0]
    assert lead.also == 2
    assert [row.title for row in shelf.entries.others(lead.key)] == ["Again", "Third"]
    third = shelf.entries.others(lead.key)[1]
    assert [row.title for row in shelf.entries.others(third.key)] == [lead.title, "Again"]


def test_when_the_feed_that_stood_for_it_goes_another_takes_its_place(shelf):
    tide, _moor = both(shelf)
    shelf.feed("fell", entry("Third", 1, link=LINK))
    marked = shelf.feeds.remove(tide)
    assert rows(shelf) == [("Again", 1)]
    shelf.feeds.restore(marked)
    assert rows(shelf) == [("Again", 1), ("Storm closes harbour of Skerrow", 0)]


def test_when_one_of_the_others_goes_it_counts_no_more(shelf):
    _tide, moor = both(shelf)
    shelf.feeds.remove(moor)
    assert rows(shelf) == [("Storm closes harbour of Skerrow", 0)]
