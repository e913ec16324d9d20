"""``reader import``, ``export``, ``add`` and ``feed`` for feeds, as a person meets them."""

import json

import pytest
from site_server import serving

FEED = b"""<rss version="2.0"><channel><title>The Tide</title><item><title>Ferry runs again</title>
<link>https://tide.example/1</link><pubDate>Fri, 14 Mar 2025 12:00:00 GMT</pubDate></item></channel></rss>"""
PAGE = b"""<html><head><title>t</title><link rel="alternate" type="application/rss+xml" href="/feed"></head>
<body><p>Words</p></body></html>"""
OPML = """<opml version="2.0"><body><outline text="News">
<outline type="rss" text="Tide" xmlUrl="https://tide.example/feed"/></outline>
<outline type="rss" text="Bad" xmlUrl="|touch x"/></body></opml>"""


@pytest.fixture
def opml(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.opml").write_text(OPML)
    return "list.opml"


@pytest.mark.parametrize("words", [["import"], ["import", "opml"]])
def test_a_list_of_feeds_is_told_from_notes(reader, opml, words):
    done = reader(*words, opml)
    assert (done.code, done.out) == (0, "Tide\n")
    assert done.err == (
        "reader: list.opml: Bad: is a command, which no list can make run: not taken\n"
        "reader: list.opml: opml: 1 feed added, 0 followed already\n"
    )
    again = reader(*words, opml)
    assert (again.code, again.out) == (0, "")
    assert "reader: list.opml: Tide: is followed already\n" in again.err


def test_a_list_of_which_nothing_can_be_taken_is_bad(reader, tmp_path):
    path = tmp_path / "bad.opml"
    path.write_text('<opml><body><outline type="rss" text="Bad" xmlUrl="-x"/></body></opml>')
    assert reader("import", path).code == 2


def test_a_list_goes_out_and_comes_in_elsewhere(reader, opml, tmp_path):
    reader("import", opml)
    written = reader("export", "opml", "-o", "out.opml")
    assert written.err == "reader: out.opml: 1 feed written\n"
    assert 'xmlUrl="https://tide.example/feed"' in (tmp_path / "out.opml").read_text()
    assert "<opml" in reader("export", "opml").out
    assert reader("--home", tmp_path / "other", "import", "out.opml").out == "Tide\n"


def test_newsboats_folder_comes_over(reader, tmp_path):
    (tmp_path / "urls").write_text("https://tide.example/feed sea\nexec:made\n")
    done = reader("import", "newsboat", tmp_path)
    assert (done.code, done.out) == (0, "https://tide.example/feed\n")
    assert "urls:2: exec:made: is made by a command: not taken without --trust-exec\n" in done.err
    assert done.err.endswith("newsboat: 0 saved searches, 0 rules, 0 macros, 0 articles, 0 read, 0 flagged\n")


def test_a_folder_without_newsboat_is_refused(refused, tmp_path):
    assert "newsboat: no urls, cache.db or config in" in refused("import", "newsboat", tmp_path)


# -- add, feed


@pytest.fixture
def site():
    with serving() as served:
        served.page("/feed", FEED, content_type="application/rss+xml")
        served.page("/", PAGE)
        yield served


def test_a_site_is_added_by_its_page(reader, site):
    done = reader("add", site.url("/"), "--folder", "News/Coast", "--tag", "sea", "--name", "Mine")
    assert done.code == 0
    assert done.out == f"The Tide\n  {site.url('/feed')}\n  - 14 March 2025: Ferry runs again\n"
    assert done.err == "reader: Mine: is followed now, 1 entry\n"
    assert "Mine" in reader("feeds").out
    assert f"reader: {site.url('/feed')}: is followed already, as Mine\n" in reader("add", site.url("/")).err


def test_a_preview_follows_nothing(reader, site):
    assert reader("add", "--preview", site.url("/")).out.startswith("The Tide\n")
    assert "no feeds yet" in reader("feeds").out


def test_several_are_added_and_what_failed_is_told(reader, site):
    site.page("/gone", b"", status=404)
    done = reader("add", "--yes", site.url("/gone"), site.url("/feed"))
    assert done.code == 1
    assert "The Tide: is followed now" in done.err
    assert f"reader: {site.url('/gone')}: " in done.err


def test_no_feed_is_a_line(refused, site):
    site.page("/bare", b"<html><body><p>Words</p></body></html>")
    for path in ("/bare/feed", "/bare/feed.xml", "/bare/index.xml", "/rss", "/feed.xml", "/index.xml", "/rss.xml"):
        site.page(path, b"", status=404)
    for path in ("/atom.xml", "/feed.json", "/feeds/all.atom.xml", "/feeds/posts/default"):
        site.page(path, b"", status=404)
    site.page("/feed", b"", status=404)
    line = refused("add", site.url("/bare"))
    assert "no feed: a web page, not a feed, and none is named there or in the usual places" in line


def test_a_feed_is_printed(reader, site, tmp_path):
    done = reader("feed", site.url("/"))
    assert done.err == f"reader: the feed is at {site.url('/feed')}\n"
    assert done.out.startswith("The Tide\n")
    assert "Ferry runs again" in done.out
    (tmp_path / "f.xml").write_bytes(FEED)
    record = json.loads(reader("feed", tmp_path / "f.xml", "--format", "json").out)
    assert record["entries"][0]["title"] == "Ferry runs again"
    assert record["entries"][0]["published"] == "2025-03-14T12:00:00+00:00"
    assert "## [Ferry runs again](https://tide.example/1)" in reader("feed", tmp_path / "f.xml", "--format", "md").out


def test_a_feed_is_shown_where_an_article_was_asked_for(reader, site):
    done = reader("show", site.url("/feed"))
    assert (done.code, "Ferry runs again" in done.out) == (0, True)


def test_settings_are_changed_and_taken_back(reader, site, home):
    reader("add", site.url("/feed"))
    words = ["interval=30", "full_text=yes", "folder=News/Coast", "tags=sea, boats", "name=Mine", "user-agent=X/1"]
    assert reader("feed", "set", "The Tide", *words).code == 0
    row = json.loads(reader("feeds", "--json").out)[0]
    assert (row["interval"], row["full_text"], row["folder"], row["tags"]) == (30, True, "News/Coast", ["boats", "sea"])
    assert (row["name"], row["user_agent"]) == ("Mine", "X/1")
    reader("feed", "set", "Mine", "name=", "interval=", "full_text=no", "tags=")
    row = json.loads(reader("feeds", "--json").out)[0]
    assert (row["name"], row["interval"], row["full_text"], row["tags"]) == ("The Tide", 0, False, [])


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("intervall=3", "did you mean interval?"),
        ("interval=soon", "minutes from 0 to"),
        ("interval=999999999999", "minutes from 0 to"),
        ("full_text=perhaps", "yes or no"),
        ("url=file:///etc/hostname", "an http or https address"),
        ("user_agent=Ü", "ASCII"),
        ("login=ida:hunter2", "no setting of a feed"),
        ("name", "write it as key=value"),
    ],
)
def test_a_setting_that_does_not_fit_is_refused(reader, refused, site, word, said):
    reader("add", site.url("/feed"))
    line = refused("feed", "set", "Tide", word)
    assert said in line
    assert "hunter2" not in line


def test_a_login_is_a_name_and_a_command(reader, refused, site):
    reader("add", site.url("/feed"))
    done = reader("feed", "login", "Tide", "--user", "ida", "--password-command", "printf hunter2")
    assert (done.code, done.err) == (0, "reader: The Tide: is read as ida\n")
    reader("refresh")
    assert site.requests[-1][1]["Authorization"].startswith("Basic ")
    assert reader("feed", "login", "Tide", "--off").err == "reader: The Tide: is read without a password\n"
    assert "--user" in refused("feed", "login", "Tide")


def test_a_feed_behind_a_login_is_followed_with_it(reader, refused, site):
    site.page("/closed", b"", status=401)
    assert "a feed takes --user" in refused("add", site.url("/closed"))
    opened = site.answers["/feed"]

    def closed(handler):
        (opened if handler.headers.get("Authorization") == "Basic aWRhOmh1bnRlcjI=" else site.answers["/closed"])(
            handler
        )

    site.answers["/members"] = closed
    account = ("--user", "ida", "--password-command", "printf hunter2")
    assert "The Tide: is followed now" in reader("add", "--yes", site.url("/members"), *account).err
    assert reader("refresh").code == 0
    assert "hunter2" not in reader("feeds", "--json").out
    assert "--user too" in refused("add", site.url("/feed"), "--password-command", "printf x")


def test_a_feed_is_dropped(reader, refused, site):
    reader("add", site.url("/feed"))
    assert reader("feed", "drop", "tide").err == "reader: The Tide: is not followed any more\n"
    assert "no feed of this name" in refused("feed", "drop", "tide")


@pytest.mark.parametrize("name", ["/nope", "./nope.xml", "~/nope", "saved.xml", "Saved.RSS"])
def test_a_file_that_is_missing_is_not_looked_for_on_the_web(refused, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    assert "there is no such file: check the name" in refused("feed", name)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("feed", "add", "https://tide.example/feed"), "`reader add URL` follows a feed"),
        (("feed", "list"), "`reader feeds` lists the feeds"),
        (("feed", "rm", "Tide"), "`reader feed drop NAME`"),
        (("feed", "rename", "Tide", "Mine"), "`reader feed set NAME KEY=VALUE`"),
        (("subscribe", "https://tide.example/feed"), "`reader add URL` follows a feed"),
        (("list",), "`reader feeds` lists the feeds"),
    ],
)
def test_the_words_of_other_programs_name_the_command_that_was_meant(refused, typed, told):
    assert told in refused(*typed)


def test_a_file_called_as_another_programs_command_is_a_feed(reader, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list").write_bytes(FEED)
    assert "Ferry runs again" in reader("feed", "list").out


# -- entries


def test_entries_are_listed_by_list_folder_tag_and_feed(reader, site):
    reader("add", site.url("/feed"), "--folder", "News/Coast", "--tag", "sea")
    for where in ((), ("unread",), ("News/Coast",), ("#sea",), ("the tide",), ("tide",)):
        assert reader("entries", *where).out.endswith("  The Tide: Ferry runs again\n    https://tide.example/1\n")
    assert reader("entries").out.startswith("N   2025-03-14 ")
    record = json.loads(reader("entries", "--json").out)[0]
    assert (record["title"], record["read"], record["published"]) == (
        "Ferry runs again",
        False,
        "2025-03-14T12:00:00+00:00",
    )


def test_a_list_without_entries_is_a_finding_and_one_that_is_none_a_line(reader, refused, site):
    reader("add", site.url("/feed"))
    done = reader("entries", "starred")
    assert (done.code, done.out) == (1, "no entries there\n")
    assert "no list, folder, tag, search or feed of this name" in refused("entries", "nowhere")
