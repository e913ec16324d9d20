"""Lists of feeds through the desk: OPML, and a move from newsboat with what was read and flagged."""

import sqlite3
from contextlib import closing

import pytest
from site_server import serving

from reader.app import Desk
from reader.app.feeds.lists import export_opml, import_opml
from reader.app.feeds.newsboat import NewsboatFiles, find_newsboat, import_newsboat
from reader.config import load
from reader.errors import BadInput
from reader.library.feed_records import SourceKind
from reader.paths import find_paths

FEED = "https://tide.example/feed"
OPML = f"""<opml><body><outline text="News"><outline type="rss" text="Tide" xmlUrl="{FEED}"/></outline>
<outline type="rss" text="Moor" xmlUrl="https://moor.example/"/></body></opml>""".encode()
# as newsboat 2.32 makes it
SCHEMA = """
CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL, title VARCHAR(1024)
 NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL DEFAULT 0, etag VARCHAR(128) NOT NULL
 DEFAULT "");
CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL, title VARCHAR(1024)
 NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL, feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER
 NOT NULL, content VARCHAR(65535) NOT NULL, unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type
 VARCHAR(1024), enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
 base VARCHAR(128) NOT NULL DEFAULT "");
"""
ITEM = "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags, deleted) VALUES"


@pytest.fixture
def desk():
    desk = Desk(find_paths())
    yield desk
    desk.close()


@pytest.fixture
def newsboat(tmp_path):
    """A folder as newsboat keeps it."""
    folder = tmp_path / "newsboat"
    folder.mkdir()
    folder.joinpath("urls").write_text(f'{FEED} sea\n"query:Boats:title =~ \\"ferry\\""\nexec:x\n')
    folder.joinpath("config").write_text(
        'ignore-article "*" "title =~ \\"advert\\""\nmacro y open ; next\nmacro z flush\n'
    )
    with closing(sqlite3.connect(folder / "cache.db")) as connection:
        connection.executescript(SCHEMA)
        connection.execute(
            "INSERT INTO rss_feed (rssurl, url, title) VALUES (?, 'https://tide.example/', 'Tide')", [FEED]
        )
        rows = [
            ("1", "Read", 1_741_000_000, 0, "", 0),
            ("2", "Flagged", 1_741_000_100, 1, "sa", 0),
            ("3", "New", 1_741_000_200, 1, None, 0),
            ("4", "Deleted", 1_741_000_300, 1, "", 1),
        ]
        for guid, title, date, unread, flags, deleted in rows:
            link = f"https://tide.example/{guid}"
            values = (guid, title, "Ida Marsh", link, FEED, date, "<p>Words</p>", unread, flags, deleted)
            connection.execute(f"{ITEM} (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        connection.execute(f"{ITEM} ('9', 'Stray', '', '', 'https://gone.example/', 0, '', 1, '', 0)")
        connection.execute("INSERT INTO rss_feed (rssurl, url, title) VALUES ('https://gone.example/', '', 'Gone')")
        connection.commit()
    return folder


def entries(desk, kind=SourceKind.ALL, key=""):
    source = next(one for one in desk.feeds.sources() if (one.kind, one.key) == (kind, key))
    return desk.feeds.entries(source)


def test_a_list_is_followed_and_nobody_typed_its_addresses(desk):
    taken = import_opml(desk.feeds, OPML, "list")
    assert [(feed.name, feed.folder) for feed in taken.added] == [("Tide", "News"), ("Moor", "")]
    assert [(feed.name, feed.folder, feed.typed) for feed in desk.feeds.feeds()] == [
        ("Moor", "", False),
        ("Tide", "News", False),
    ]


def test_what_is_followed_stays_as_it_is(desk):
    desk.feeds.subscribe(FEED, name="Mine", folder="Sea")
    taken = import_opml(desk.feeds, OPML, "list")
    assert ([feed.name for feed in taken.added], taken.known) == (["Moor"], ("Tide",))
    assert desk.feeds.feed(FEED).name == "Mine"
    assert desk.feeds.feed(FEED).folder == "Sea"


def test_a_dry_run_follows_nothing(desk):
    assert len(import_opml(desk.feeds, OPML, "list", dry_run=True).added) == 2
    assert desk.feeds.feeds() == []


def test_a_list_without_feeds_is_refused(desk):
    with pytest.raises(BadInput, match="list: a list without a feed"):
        import_opml(desk.feeds, b"<opml><body/></opml>", "list")


def test_what_goes_out_comes_in_again(desk):
    import_opml(desk.feeds, OPML, "list")
    text = export_opml(desk.feeds)
    before = [(feed.url, feed.name, feed.folder) for feed in desk.feeds.feeds()]
    for feed in desk.feeds.feeds():
        desk.feeds.unsubscribe(feed.key)
    import_opml(desk.feeds, text.encode(), "list")
    assert [(feed.url, feed.name, feed.folder) for feed in desk.feeds.feeds()] == before


def test_newsboats_feeds_articles_and_states_come_over(desk, newsboat):
    taken = import_newsboat(desk.feeds, desk.paths, find_newsboat(newsboat))
    (feed,) = desk.feeds.feeds()
    assert (feed.name, feed.tags, feed.typed) == ("Tide", ("sea",), True)
    assert [(row.title, row.read, row.tags) for row in entries(desk)] == [
        ("New", False, ()),
        ("Flagged", False, ("flag-a", "flag-s")),
        ("Read", True, ()),
    ]
    assert (taken.articles, taken.read, taken.flagged) == (3, 1, 1)
    assert [search.query for search in desk.feeds.saved_searches()] == ["title:ferry*"]
    config, problems = load(desk.paths)
    assert [(rule.query, rule.hide) for rule in config.rules] == [("title:advert*", True)]
    assert problems == []
    assert (config.macros, taken.macros) == ({"y": ["open", "next_entry"]}, 1)
    assert [line.partition(": ")[2].partition(":")[0] for line in taken.left] == [
        "exec",
        "macro z flush",
        "1 feed in it not followed",
    ]


def test_a_rule_for_one_feed_names_it_as_it_is_named_here(desk, newsboat):
    (newsboat / "urls").write_text(f'{FEED} "~My tide"\n')
    (newsboat / "config").write_text(f'ignore-article {FEED} "title = \\"Ad\\""\n')
    import_newsboat(desk.feeds, desk.paths, find_newsboat(newsboat))
    assert [rule.query for rule in load(desk.paths)[0].rules] == ['feed:"My tide" title:Ad']


def test_a_macro_of_ones_own_is_kept(desk, newsboat):
    desk.paths.config_file.parent.mkdir(parents=True)
    desk.paths.config_file.write_text('# mine\n[macros]\ny = "star"\n')
    taken = import_newsboat(desk.feeds, desk.paths, find_newsboat(newsboat))
    assert load(desk.paths)[0].macros == {"y": "star"}
    assert "macro y: your settings have another one there: not taken" in taken.left


def test_no_macro_is_said_to_be_taken_where_the_settings_have_no_table_of_them(desk, newsboat):
    desk.paths.config_file.parent.mkdir(parents=True)
    desk.paths.config_file.write_text("macros = 3\n")
    taken = import_newsboat(desk.feeds, desk.paths, find_newsboat(newsboat))
    assert taken.macros == 0
    assert "macro y: your settings have another one there: not taken" in taken.left


def test_coming_over_twice_adds_nothing_and_takes_up_what_was_read_since(desk, newsboat):
    import_newsboat(desk.feeds, desk.paths, find_newsboat(newsboat))
    with closing(sqlite3.connect(newsboat / "cache.db")) as connection:
        connection.execute("UPDATE rss_item SET unread = 0")
        connection.commit()
    settings = desk.paths.config_file.read_text()
    again = import_newsboat(desk.feeds, desk.paths, find_newsboat(newsboat))
    assert (again.feeds.added, again.feeds.known) == ((), ("Tide",))
    assert [row.read for row in entries(desk)] == [True, True, True]
    assert desk.paths.config_file.read_text() == settings


def test_commands_that_are_trusted_make_feeds(desk, newsboat, tmp_path):
    (tmp_path / "feed.xml").write_text(
        "<rss><channel><title>Made</title><item><title>One</title></item></channel></rss>"
    )
    (newsboat / "urls").write_text(f'"exec:cat {tmp_path}/feed.xml"\n')
    import_newsboat(desk.feeds, desk.paths, find_newsboat(newsboat), trust_commands=True)
    assert [result.failure for result in desk.feeds.refresh().results] == [""]
    assert [(row.title, row.feed_name) for row in entries(desk)] == [("One", "Made")]
    assert "exec:" not in export_opml(desk.feeds)


def test_a_command_that_nobody_typed_is_never_run(desk, tmp_path):
    desk.feeds.subscriptions.add(f"exec:touch {tmp_path}/x")
    (result,) = desk.feeds.refresh().results
    assert "only http and https" in result.failure
    assert list(tmp_path.glob("x")) == []


def test_a_command_changes_what_is_fetched(desk):
    with serving() as site:
        site.page("/feed", b"<rss><channel><title>Tide</title><item><title>One</title></item></channel></rss>")
        desk.feeds.subscriptions.add(f"filter:sed s/One/Two/:{site.url('/feed')}", typed=True)
        site.page("/gone", b"", status=404)
        desk.feeds.subscriptions.add(f"filter:cat:{site.url('/gone')}", typed=True)
        failures = sorted(result.failure for result in desk.feeds.refresh().results)
    assert [row.title for row in entries(desk)] == ["Two"]
    assert failures[0] == ""
    assert "404" in failures[1]


def test_a_dry_run_writes_nothing(desk, newsboat):
    taken = import_newsboat(desk.feeds, desk.paths, find_newsboat(newsboat), dry_run=True)
    assert [feed.title for feed in taken.feeds.added] == ["Tide"]
    assert desk.feeds.feeds() == []
    assert not desk.paths.config_file.exists()


def test_settings_that_are_there_stay(desk, newsboat):
    desk.paths.config_file.parent.mkdir(parents=True)
    desk.paths.config_file.write_text('# mine\n[keymap]\nquit = "x"')
    import_newsboat(desk.feeds, desk.paths, find_newsboat(newsboat))
    assert desk.paths.config_file.read_text() == (
        '# mine\n[keymap]\nquit = "x"\n\n[[rules]]\nquery = "title:advert*"\nhide = true\n'
        '\n[macros]\ny = ["open", "next_entry"]\n'
    )


def test_a_cache_that_is_none_is_refused_before_anything_is_taken(desk, newsboat):
    newsboat.joinpath("cache.db").write_bytes(b"rubbish" * 1000)
    with pytest.raises(BadInput, match=r"cache\.db: no cache of newsboat's"):
        import_newsboat(desk.feeds, desk.paths, find_newsboat(newsboat))
    assert desk.feeds.feeds() == []


def test_a_feed_list_alone_is_enough(desk, newsboat):
    taken = import_newsboat(desk.feeds, desk.paths, NewsboatFiles(urls=newsboat / "urls"))
    assert (len(taken.feeds.added), taken.articles) == (1, 0)


def test_a_folder_without_its_files_is_told(tmp_path):
    with pytest.raises(BadInput, match=r"no urls, cache\.db or config in"):
        find_newsboat(tmp_path)
