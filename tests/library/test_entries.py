"""The entries of a place: which they are, in which order, by page, and how many."""

from datetime import UTC, datetime, timedelta

import pytest
from shelf import ALL, NOW, UNREAD, entry

from reader.errors import BadInput, DamagedStore
from reader.library.feed_records import Order, Source, SourceKind
from reader.model import Enclosure, Entry


def of(kind, key=""):
    return Source(kind, str(key), key)


@pytest.fixture
def filled(shelf):
    """Two feeds in folders and one in none; ``b`` is read, ``c`` starred, ``d`` saved, ``e`` hidden and ``f`` old."""
    shelf.tide = shelf.feed("tide", entry("B", 2), entry("A", 1), folder="News/Coast", tags=["sea"])
    shelf.moor = shelf.feed("moor", entry("D", 4), entry("C", 3), folder="News")
    shelf.fell = shelf.feed("fell", entry("F", 48), entry("E", 5))
    shelf.entries.mark(shelf.keys("B"), {"read": True})
    shelf.entries.mark(shelf.keys("C"), {"starred": True})
    shelf.entries.mark(shelf.keys("D"), {"saved": True})
    shelf.entries.mark(shelf.keys("E"), {"hidden": True})
    shelf.entries.tag(shelf.keys("F"), ["sea"])
    return shelf


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        (SourceKind.ALL, "ABCDF"),
        (SourceKind.UNREAD, "ACDF"),
        (SourceKind.TODAY, "ABCD"),
        (SourceKind.STARRED, "C"),
        (SourceKind.SAVED, "D"),
        (SourceKind.NOTED, ""),
    ],
)
def test_what_a_fixed_place_holds(filled, kind, titles):
    assert filled.titles(of(kind)) == list(titles)
    assert filled.entries.count(of(kind)) == len(titles)


@pytest.mark.parametrize(
    ("kind", "key", "titles"),
    [
        (SourceKind.FOLDER, "News", "ABCD"),
        (SourceKind.FOLDER, "News/Coast", "AB"),
        (SourceKind.FOLDER, "New", ""),
        (SourceKind.TAG, "sea", "ABF"),
    ],
)
def test_what_a_folder_and_a_tag_hold(filled, kind, key, titles):
    assert filled.titles(of(kind, key)) == list(titles)
    assert filled.entries.count(of(kind, key)) == len(titles)


def test_a_feed_holds_its_own(filled):
    assert filled.titles(of(SourceKind.FEED, filled.fell)) == ["F"]
    assert filled.titles(of(SourceKind.FEED, filled.tide), hide_read=True) == ["A"]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        (Order.NEWEST, "ABCDF"),
        (Order.OLDEST, "FDCBA"),
        (Order.TITLE, "ABCDF"),
        (Order.SITE, "FCDAB"),
        (Order.UNREAD_FIRST, "ACDFB"),
    ],
)
def test_in_which_order(filled, order, titles):
    assert filled.titles(order=order) == list(titles)


def test_by_page(filled):
    assert filled.titles(limit=2) == ["A", "B"]
    assert filled.titles(limit=2, offset=2) == ["C", "D"]
    assert filled.titles(limit=2, offset=4) == ["F"]


def test_filtered_by_words_of_title_author_and_feed(shelf):
    shelf.feed("tide", entry("Ferry runs", 2, author="Ida Marsh"), entry("Öl im Hafen", 1), entry("100% sure", 3))
    shelf.feed("moor", entry("Sheep", 4))
    assert shelf.titles(words="FERRY") == ["Ferry runs"]
    assert shelf.titles(words="marsh runs") == ["Ferry runs"]
    assert shelf.titles(words="tide") == ["Öl im Hafen", "Ferry runs", "100% sure"]
    assert shelf.titles(words="öl") == shelf.titles(words="ÖL tide") == ["Öl im Hafen"]
    assert shelf.titles(words="0%") == ["100% sure"]
    assert shelf.titles(words="_") == []
    assert shelf.entries.count(ALL, words="moor") == 1


def test_a_row_says_all_that_a_list_shows(shelf):
    feed = shelf.feed("tide", entry("A", 1, author="Ida Marsh"), link="https://www.tide.example/")
    shelf.entries.tag(shelf.keys("A"), ["sea", "boats"])
    row = shelf.entries.rows(ALL)[0]
    assert (row.feed, row.feed_name, row.site, row.author) == (feed, "Tide", "tide.example", "Ida Marsh")
    assert (row.published, row.added) == (NOW - timedelta(hours=1), NOW)
    assert row.tags == ("boats", "sea")
    assert (row.read, row.starred, row.saved, row.hidden, row.full_text, row.also, row.notes) == (*[False] * 5, 0, 0)


def test_the_users_name_for_a_feed_comes_first(shelf):
    key = shelf.feed("tide", entry("A"))
    shelf.feeds.change(key, {"name": "Low tide"})
    assert shelf.entries.rows(ALL)[0].feed_name == "Low tide"


def test_one_without_a_date_or_from_the_future_stands_where_it_was_seen(shelf):
    shelf.feed(
        "tide",
        entry("Tomorrow", -24),
        entry("Now", published=None),
        entry("Earlier", 1),
        entry("Naive", published=datetime(2025, 3, 14, 10)),
    )
    assert shelf.titles() == ["Tomorrow", "Now", "Earlier", "Naive"]
    assert [row.published for row in shelf.entries.rows(ALL)][1] is None
    assert shelf.entries.rows(ALL)[3].published == datetime(2025, 3, 14, 10, tzinfo=UTC)


def test_the_words_of_an_entry_come_back_as_they_were(shelf):
    sound = Enclosure("https://tide.example/a.mp3", "audio/mpeg", 1200, "Part one", 61)
    shelf.feed(
        "tide", entry("A", summary="<p>Short</p>", content="<p>Long</p>" * 999, enclosures=(sound,), tags=("x",))
    )
    body = shelf.entries.body(shelf.key("A"))
    assert (body.summary, body.content, body.enclosures, body.categories) == (
        "<p>Short</p>",
        "<p>Long</p>" * 999,
        (sound,),
        ("x",),
    )
    assert shelf.entries.body(999).summary == ""


def test_damaged_words_are_one_line(shelf):
    shelf.feed("tide", entry("A"))
    with shelf.library.connections.write() as connection:
        connection.execute("UPDATE entry_text SET body = x'01ff'")
    with pytest.raises(DamagedStore, match=r"words of entry \d+ are damaged"):
        shelf.entries.body(shelf.key("A"))


def test_rows_of_keys_in_their_order(filled):
    keys = filled.keys("C", "A")
    assert [row.title for row in filled.entries.of_keys([*keys, 999])] == ["C", "A"]
    assert filled.entries.row(999) is None


@pytest.mark.parametrize(
    ("order", "after", "following", "before"),
    [
        (Order.NEWEST, "A", "C", None),
        (Order.NEWEST, "B", "C", "A"),
        (Order.NEWEST, "F", None, "D"),
        (Order.OLDEST, "C", "A", "D"),
        (Order.TITLE, "B", "C", "A"),
        (Order.SITE, "D", "A", "C"),
        (Order.UNREAD_FIRST, "F", None, "D"),
    ],
)
def test_the_next_unread(filled, order, after, following, before):
    key = filled.key(after)

    def found(backwards):
        row = filled.entries.next_unread(ALL, key, order=order, backwards=backwards)
        return row and row.title

    assert (found(False), found(True)) == (following, before)


def test_the_next_unread_after_one_that_is_not_in_the_list(filled):
    assert filled.entries.next_unread(UNREAD, filled.key("B")).title == "C"
    assert filled.entries.next_unread(of(SourceKind.FEED, filled.moor), 999, order=Order.TITLE) is None


def test_an_entry_listed_anew_with_other_words_is_changed_in_place(shelf):
    feed = shelf.feed("tide", entry("A", summary="one"))
    key = shelf.key("A")
    shelf.entries.mark([key], {"read": True, "starred": True})
    decision, taken = shelf.take(feed, entry("A", 0, summary="two"))
    assert (decision.new, decision.updated, taken.updated) == (0, 1, (key,))
    row = shelf.entries.row(key)
    assert (row.read, row.starred, row.published) == (True, True, NOW - timedelta(hours=1))
    assert shelf.entries.body(key).summary == "two"


def test_an_unknown_kind_of_place_is_one_line(shelf):
    with pytest.raises(BadInput, match="cannot be listed"):
        shelf.entries.rows(Source("nonsense", "Nonsense"))


def test_what_is_new_or_changed_waits_for_the_index(shelf):
    feed = shelf.feed("tide", entry("B", 2), entry("A", 1))
    with shelf.library.connections.read() as connection:
        connection.execute("DELETE FROM unindexed")
    shelf.take(feed, entry("C", 0), Entry(id="a", title="A, corrected"), entry("B", 2))
    with shelf.library.connections.read() as connection:
        waiting = {key for (key,) in connection.execute("SELECT entry FROM unindexed")}
    assert waiting == set(shelf.keys("C", "A, corrected"))


@pytest.mark.parametrize("order", Order)
def test_where_an_entry_stands(shelf, order):
    shelf.feed("tide", entry("B", 3), entry("A", 1), entry("C", 2))
    rows = shelf.entries.rows(ALL, order=order)
    assert [shelf.entries.place(ALL, row.key, order=order) for row in rows] == [0, 1, 2]


def test_where_an_entry_would_stand_that_is_in_the_list_no_more(shelf):
    shelf.feed("tide", entry("A", 1), entry("B", 2), entry("C", 3))
    shelf.entries.mark(shelf.keys("B"), {"read": True})
    assert shelf.entries.place(UNREAD, shelf.key("B")) == 1
    assert shelf.entries.place(UNREAD, shelf.key("B"), order=Order.OLDEST) == 1
    assert shelf.entries.place(ALL, shelf.key("C"), words="tide") == 2
