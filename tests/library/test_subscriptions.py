"""The feeds that are followed: added, changed, removed and taken back."""

import pytest
from shelf import ALL, UNREAD, entry

from reader.errors import BadInput
from reader.library.feed_records import NewFeed, Source, SourceKind

STARRED = Source(SourceKind.STARRED, "Starred")
URL = "https://tide.example/feed"


def test_a_feed_is_followed_with_its_settings(shelf):
    row = shelf.feeds.add(
        URL, title="The Tide", link="https://www.tide.example/", folder=" News // Coast/", tags=["sea", "sea", " "]
    )
    assert (row.name, row.given_name, row.site, row.folder) == ("The Tide", "", "tide.example", "News/Coast")
    assert (row.tags, row.typed, row.failures, row.checked) == (("sea",), False, 0, None)
    assert shelf.feeds.all() == [row]
    assert shelf.feeds.find(URL) == row


def test_twice_is_refused_with_where_it_is(shelf):
    shelf.feeds.add(URL, title="The Tide", folder="News")
    with pytest.raises(BadInput, match="is followed already, as The Tide in News"):
        shelf.feeds.add(URL)


@pytest.mark.parametrize("url", ["https://ida:secret@tide.example/feed", "https://ida@tide.example/feed"])
def test_an_address_with_a_password_is_not_stored(shelf, url):
    key = shelf.feed("moor")
    for act in (
        lambda: shelf.feeds.add(url),
        lambda: shelf.feeds.add_all([NewFeed(url)]),
        lambda: shelf.feeds.change(key, {"url": url}),
    ):
        with pytest.raises(BadInput, match="leave name and password out") as refused:
            act()
        assert "secret" not in str(refused.value)
    assert [row.url for row in shelf.feeds.all()] == ["https://moor.example/feed"]


def test_listed_by_folder_and_name(shelf):
    for name, folder in [("moor", "b"), ("tide", "a"), ("fell", "")]:
        shelf.feed(name, folder=folder)
    assert [row.title for row in shelf.feeds.all()] == ["Fell", "Tide", "Moor"]
    assert shelf.feeds.folders() == ["a", "b"]


def test_folders_above_are_folders_too(shelf):
    shelf.feed("tide", folder="World/Europe/North")
    assert shelf.feeds.folders() == ["World", "World/Europe", "World/Europe/North"]


def test_settings_are_changed(shelf):
    key = shelf.feed("tide", tags=["sea"])
    row = shelf.feeds.change(key, {"name": "Low\ttide", "folder": "/Sea/", "interval": 90, "full_text": True})
    assert (row.name, row.folder, row.interval, row.full_text, row.tags) == ("Low tide", "Sea", 90, True, ("sea",))
    assert shelf.feeds.change(key, {"tags": ["wind"], "name": ""}).tags == ("wind",)
    assert shelf.feeds.get(key).name == "Tide"


def test_what_cannot_be_changed_is_one_line(shelf):
    key = shelf.feed("tide")
    shelf.feed("moor")
    with pytest.raises(BadInput, match="colour: no setting of a feed"):
        shelf.feeds.change(key, {"colour": "red"})
    with pytest.raises(BadInput, match="is followed already, as Moor"):
        shelf.feeds.change(key, {"url": "https://moor.example/feed"})
    with pytest.raises(BadInput, match="feed 999: not there"):
        shelf.feeds.change(999, {"name": "x"})


def test_a_removed_feed_takes_its_entries_along_and_comes_back_with_them(shelf):
    key = shelf.feed("tide", entry("B", 2), entry("A", 1, summary="words"), tags=["sea"])
    shelf.entries.mark(shelf.keys("B"), {"read": True})
    before = (shelf.feeds.all(), shelf.entries.rows(ALL))
    marked = shelf.feeds.remove(key)
    assert (shelf.feeds.all(), shelf.entries.rows(ALL), marked.count) == ([], [], 2)
    shelf.feeds.restore(marked)
    assert (shelf.feeds.all(), shelf.entries.rows(ALL)) == before
    assert shelf.entries.body(shelf.key("A")).summary == "words"


def test_what_was_starred_saved_tagged_or_noted_outlives_its_feed(shelf):
    titles = ["A", "B", "C", "D", "E"]
    key = shelf.feed("tide", *(entry(title) for title in titles))
    shelf.entries.mark(shelf.keys("A"), {"starred": True})
    shelf.entries.mark(shelf.keys("B"), {"saved": True})
    shelf.entries.tag(shelf.keys("C"), ["sea"])
    with shelf.library.connections.write() as connection:
        connection.execute("UPDATE entries SET notes = 1 WHERE title = 'D'")
    marked = shelf.feeds.remove(key)
    assert sorted(shelf.titles()) == ["A", "B", "C", "D"]
    assert (shelf.feeds.all(), shelf.titles(STARRED)) == ([], ["A"])
    with pytest.raises(BadInput, match="not there"):
        shelf.feeds.get(key)
    shelf.feeds.restore(marked)
    assert sorted(shelf.titles()) == titles
    assert [row.key for row in shelf.feeds.all()] == [key]


def test_followed_again_it_takes_up_what_was_left(shelf):
    key = shelf.feed("tide", entry("A"), entry("B"))
    shelf.entries.mark(shelf.keys("A"), {"starred": True})
    shelf.feeds.remove(key)
    assert shelf.feed("tide", entry("A"), entry("B")) == key
    assert sorted(shelf.titles(UNREAD)) == ["A", "B"]
    assert shelf.titles(STARRED) == ["A"]


def test_a_new_address_forgets_what_the_old_one_said(shelf):
    key = shelf.feed("tide")
    with shelf.library.connections.write() as connection:
        connection.execute("UPDATE feeds SET etag = 'x', body_sha256 = 'y', gone = 1, next_check = 9")
    row = shelf.feeds.change(key, {"url": "https://tide.example/new"})
    with shelf.library.connections.read() as connection:
        assert tuple(connection.execute("SELECT etag, body_sha256 FROM feeds").fetchone()) == ("", "")
    assert (row.url, row.gone, row.next_check) == ("https://tide.example/new", False, None)


def test_saved_searches(shelf):
    saved = shelf.searches.save("Boats ", "ferry -sheep")
    assert shelf.searches.save("Boats", "ferry").key == saved.key
    shelf.searches.save("all sheep", "sheep")
    assert [(one.name, one.query) for one in shelf.searches.all()] == [("all sheep", "sheep"), ("Boats", "ferry")]
    assert shelf.searches.get(saved.key).query == "ferry"
    shelf.searches.drop(saved.key)
    shelf.searches.drop(saved.key)
    with pytest.raises(BadInput, match="not there"):
        shelf.searches.get(saved.key)
    with pytest.raises(BadInput, match="needs a name"):
        shelf.searches.save(" ", "x")
