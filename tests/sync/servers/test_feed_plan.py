"""What subscriptions come to that changed on both sides, as a table."""

from __future__ import annotations

import pytest

from reader.library.remote_records import FeedLink, LocalFeed
from reader.sync.servers.records import RemoteFeed
from reader.sync.servers.subscriptions import decide_feeds

URL = "https://tide.example/feed"


def link(local="Tide", folder="News", *, here=True):
    """A feed that was agreed on as Tide in News, and is called and filed so here by now."""
    return FeedLink("feed/1", URL, "Tide", "News", LocalFeed(1, URL, local, folder) if here else None)


def there(title="Tide", folder="News", url=URL):
    return RemoteFeed("feed/1", url, title, folder)


@pytest.mark.parametrize(
    ("name", "link", "remote", "does"),
    [
        ("as agreed", link(), [there()], {}),
        ("renamed there", link(), [there("Tides")], {"take": 1}),
        ("moved there", link(), [there(folder="Sea")], {"take": 1}),
        ("renamed here", link("Tides"), [there()], {"edit": ("Tides", "News")}),
        ("moved here", link(folder="Sea"), [there()], {"edit": ("Tide", "Sea")}),
        ("renamed here, moved there", link("Tides"), [there(folder="Sea")], {"edit": ("Tides", "Sea")}),
        ("renamed differently on both", link("Mine"), [there("Theirs")], {"edit": ("Mine", "News")}),
        ("renamed the same on both", link("Tides"), [there("Tides")], {"agree": 1}),
        ("moved out of all folders here", link(folder=""), [there()], {"edit": ("Tide", "")}),
        ("at another address there", link(), [there(url=URL + "2")], {"agree": 1}),
        ("without a title there", link(), [there("")], {}),
        ("dropped here", link(here=False), [there()], {"unsubscribe": 1}),
        ("dropped there", link(), [RemoteFeed("feed/2", "https://other.example/", "O")], {"leave": 1, "follow": 1}),
        (
            "dropped on both",
            link(here=False),
            [RemoteFeed("feed/2", "https://o.example/", "O")],
            {"forget": 1, "follow": 1},
        ),
        ("all gone there at once", link(), [], {"distrusted": True}),
    ],
)
def test_a_feed_that_both_know(name, link, remote, does):
    plan = decide_feeds([link], remote, [], [])
    for part in ("follow", "adopt", "take", "leave", "subscribe", "unsubscribe", "forget", "agree"):
        assert len(getattr(plan, part)) == does.get(part, 0), part
    assert [(edit.title, edit.folder) for edit in plan.edit] == ([does["edit"]] if "edit" in does else [])
    assert plan.distrusted == does.get("distrusted", False)


def test_feeds_that_only_one_side_has():
    here, alone = LocalFeed(1, "http://a.example/feed/", "A", ""), LocalFeed(2, "http://b.example/", "B", "")
    news = [
        RemoteFeed("feed/1", "https://A.example/feed", "A"),
        RemoteFeed("feed/2", "http://b.example", "B"),
        RemoteFeed("feed/3", "http://c.example/", "C"),
    ]
    plan = decide_feeds(
        [],
        news,
        [here, LocalFeed(3, "http://d.example/", "D", "")],
        [alone, LocalFeed(4, "http://e.example/", "E", "")],
    )
    assert [(feed.title, local.key) for feed, local in plan.adopt] == [("A", 1), ("B", 2)]
    assert [feed.title for feed in plan.follow] == ["C"]
    assert [feed.key for feed in plan.subscribe] == [3]
