"""A sync, over each protocol: what was done on either side is so on both, and nothing is lost on the way."""

from __future__ import annotations

import pytest
from homes import Home
from msgspec.structs import replace
from serving import Reply

from reader.errors import FetchFailed
from reader.sync.servers.failures import TooMany, WrongPassword


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path / "one")
    yield home
    home.close()


def item(account, title):
    return next(one for one in account.items.values() if one.title == title)


def on_server(account):
    return {one.title: (one.read, one.starred) for one in account.items.values()}


def test_the_first_sync_brings_feeds_entries_and_states(any_server, account, home):
    _server, line = any_server
    done = home.sync(line)
    assert home.states() == on_server(account)
    assert {(feed.name, feed.folder, feed.url) for feed in home.feeds.all()} == {
        ("Harbour & Sea", "Towns", "http://harbour.example/feed.xml"),
        ("Council", "Towns/Offices", "http://council.example/atom"),
    }
    assert (len(done.added), done.followed, done.failed) == (3, 2, [])
    assert home.rows()["Budget"].author == "Ola Berg"
    assert home.entries.body(home.rows()["Budget"].key).content == "<p>Ola Berg said “no”.</p>"
    assert home.row.synced
    assert not home.waiting()


def test_a_second_sync_changes_nothing(any_server, account, home):
    _server, line = any_server
    home.sync(line)

    def states():
        return home.rows(), [replace(feed, checked=None) for feed in home.feeds.all()], on_server(account)

    before = states()
    done = home.sync(line)
    assert (done.added, done.changed, done.sent, done.followed, done.left) == ([], 0, 0, 0, 0)
    assert states() == before


def test_what_is_done_there_is_done_here(any_server, account, home):
    _server, line = any_server
    home.sync(line)
    account.set(item(account, "Ferry"), read=True, starred=True)
    account.set(item(account, "Budget"), read=False, starred=False)
    account.add(account.feeds[1], "Pilot")
    done = home.sync(line)
    assert home.states() == on_server(account)
    assert (len(done.added), done.changed, done.sent) == (1, 2, 0)
    assert not home.waiting()


def test_what_is_done_here_is_done_there(any_server, account, home):
    _server, line = any_server
    home.sync(line)
    home.mark("Ferry", read=True, starred=True)
    home.mark("Budget", read=False, starred=False)
    wanted = home.states()
    done = home.sync(line)
    assert on_server(account) == home.states() == wanted
    assert (done.sent, done.changed) == (4, 0)
    assert not home.waiting()


def test_an_undone_mark_is_told_as_it_is_in_the_end(any_server, account, home):
    server, line = any_server
    home.sync(line)
    home.entries.unmark(home.mark("Ferry", read=True))
    told = len(server.protocol.log)
    home.sync(line)
    assert not item(account, "Ferry").read
    assert not home.waiting()
    assert not [one for one in server.protocol.log[told:] if one.path.endswith("/edit-tag") or one.method == "PUT"]


def test_offline_changes_wait_and_nothing_is_lost(any_server, account, home):
    server, line = any_server
    home.sync(line)
    server.protocol.down = True
    home.mark("Ferry", read=True, starred=True)
    for _try in range(2):
        with pytest.raises(FetchFailed):
            home.sync(line)
    assert len(home.waiting()) == 2
    assert "127.0.0.1" in home.row.error
    server.protocol.down = False
    home.sync(line)
    assert on_server(account)["Ferry"] == (True, True)
    assert not home.waiting()
    assert not home.row.error


@pytest.mark.parametrize("value", [True, False])
def test_a_server_that_dies_before_it_acknowledges_is_not_told_twice(any_server, account, home, value):
    server, line = any_server
    home.sync(line)
    title = "Ferry" if value else "Budget"
    home.mark(title, read=value, starred=value)
    end = {"GReader": "/edit-tag", "Miniflux": "/bookmark", "Fever": "fever.php"}[type(line).__name__]
    real = server.protocol.answer

    def dying(request):
        reply = real(request)
        if request.path.endswith(end) and (end != "fever.php" or request.posted("as").endswith("saved")):
            server.protocol.die_on, server.protocol.answer = end, real
        return reply

    server.protocol.answer = dying
    with pytest.raises(FetchFailed):
        home.sync(line)
    assert home.waiting()
    server.protocol.answer = real
    home.sync(line)
    assert on_server(account)[title] == (value, value)
    assert home.states() == on_server(account)
    assert not home.waiting()


def test_a_sync_that_stops_in_the_middle_of_entries_goes_on_from_there(any_server, account, home):
    server, line = any_server
    for number in range(220):
        account.add(account.feeds[1], f"Number {number}")
    real, count = server.protocol.answer, 0

    def dying(request):
        nonlocal count
        body = real(request)
        if isinstance(body.body, dict) and (body.body.get("items") or body.body.get("entries")):
            count += 1
            if count == 2:
                server.protocol.die_on = request.path
        return body

    server.protocol.answer = dying
    with pytest.raises(FetchFailed):
        home.sync(line)
    part = len(home.rows())
    assert 0 < part < 223
    server.protocol.answer = real
    done = home.sync(line)
    assert home.states() == on_server(account)
    assert len(done.added) == 223 - part


def test_two_machines_come_to_the_same(any_server, account, home, tmp_path):
    _server, line = any_server
    other = Home(tmp_path / "two")
    home.sync(line)
    other.sync(line)
    home.mark("Ferry", read=True)
    other.mark("Ferry", starred=True)
    other.mark("Budget", starred=False)
    for machine in (home, other, home):
        machine.sync(line)
    assert home.states() == other.states() == on_server(account)
    assert home.states()["Ferry"] == (True, True)
    assert home.states()["Budget"] == (True, False)
    other.close()


def test_the_later_of_two_changes_counts_where_times_are_told(account, home, miniflux, lines):
    from reader.sync.servers.miniflux import Miniflux

    line = lines(Miniflux, miniflux.url)
    home.sync(line)
    home.entries.unmark(home.mark("Ferry", read=True))
    account.clock = 4_000_000_000
    account.set(item(account, "Ferry"), read=True)
    home.sync(line)
    assert home.states()["Ferry"] == (True, False)
    assert item(account, "Ferry").read


def test_the_change_here_counts_where_no_times_are_told(account, home, greader, lines):
    from reader.sync.servers.greader import GReader

    line = lines(GReader, greader.url + "/api/greader.php")
    home.sync(line)
    home.entries.unmark(home.mark("Ferry", read=True))
    account.set(item(account, "Ferry"), read=True)
    home.sync(line)
    assert home.states()["Ferry"] == (False, False)
    assert not item(account, "Ferry").read


def test_a_story_read_on_the_server_is_read_in_every_feed_and_the_server_is_told(any_server, account, home):
    _server, line = any_server
    link = "http://agency.example/story"
    first = account.add(account.feeds[1], "Storm", link=link)
    second = account.add(account.feeds[2], "Storm again", link=link)
    home.sync(line)
    account.set(first, read=True)
    home.sync(line)
    assert home.entries.count(home_unread()) == 1
    home.sync(line)
    assert second.read


def home_unread():
    from reader.library.feed_records import Source, SourceKind

    return Source(SourceKind.UNREAD, "Unread")


def test_two_entries_with_one_link_are_two(any_server, account, home):
    _server, line = any_server
    account.add(account.feeds[1], "Monday", link="http://harbour.example/", content="<p>One.</p>")
    home.sync(line)
    account.add(account.feeds[1], "Tuesday", link="http://harbour.example/", content="<p>Two.</p>")
    account.add(account.feeds[1], "Wednesday", link="http://harbour.example/", content="<p>Three.</p>")
    home.sync(line)
    assert {"Monday", "Tuesday", "Wednesday"} <= home.rows().keys()
    home.mark("Tuesday", read=True)
    home.sync(line)
    assert [item(account, day).read for day in ("Monday", "Tuesday", "Wednesday")] == [False, True, False]


def test_an_entry_that_retention_took_out_is_not_fetched_again_and_again(any_server, account, home):
    from reader.library.removal import drop_entries

    server, line = any_server
    home.sync(line)
    row = home.rows()["Ferry"]
    with home.library.connections.write() as connection:
        connection.execute("INSERT INTO dropped SELECT feed, uid FROM entries WHERE key = ?", (row.key,))
        drop_entries(connection, [row.key])
    home.sync(line)
    assert "Ferry" not in home.rows()
    asked = len(server.protocol.log)
    home.sync(line)
    assert not [one for one in server.protocol.log[asked:] if one.path.endswith("/contents") or one.has("with_ids")]


def test_asked_too_often_is_remembered(any_server, home):
    server, line = any_server
    home.sync(line)
    server.protocol.force = Reply("", 429, headers=(("Retry-After", "600"),))
    with pytest.raises(TooMany):
        home.sync(line)
    assert home.row.again > home.row.synced


def test_a_wrong_password_leaves_everything_as_it_is(any_server, account, home, lines):
    server, line = any_server
    home.sync(line)
    home.mark("Ferry", read=True)
    account.password = "another"
    if hasattr(server.protocol, "forget"):
        server.protocol.forget()
    with pytest.raises(WrongPassword):
        home.sync(line)
    assert len(home.waiting()) == 1
    assert len(home.rows()) == 3


def test_a_feed_that_a_command_makes_stays_here_alone(any_server, account, home):
    _server, line = any_server
    home.sync(line)
    home.feeds.add("exec:cat secret.xml", typed=True)
    before = [feed.url for feed in account.feeds.values()]
    done = home.sync(line)
    assert [feed.url for feed in account.feeds.values()] == before
    assert done.failed == []
    assert home.feeds.find("exec:cat secret.xml") is not None


def test_a_feed_that_another_window_took_up_meanwhile_is_the_same_feed(any_server, home, monkeypatch):
    _server, line = any_server
    home.feeds.add("http://harbour.example/feed.xml")
    home.servers.add("http://server.example", "nora", share=True)
    monkeypatch.setattr(home.servers, "unlinked", lambda _server: [])  # it came after they were looked at
    find, asked = home.feeds.find, []

    def late(url):
        asked.append(url)
        return None if asked.count(url) == 1 else find(url)

    monkeypatch.setattr(home.feeds, "find", late)
    done = home.sync(line)
    assert sorted(feed.name for feed in home.feeds.all()) == ["Council", "Harbour & Sea"]
    assert (len(home.rows()), done.failed) == (3, [])
