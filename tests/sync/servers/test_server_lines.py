"""What every protocol must do, asked of each: the same account looks the same through all three."""

from __future__ import annotations

import pytest
from serving import Reply

from reader.errors import FetchFailed
from reader.sync.servers.failures import Refused, TooMany, WrongPassword
from reader.sync.servers.records import Field


def pulled(line, since="", known=()):
    """All pages as one: entries by title, the sets of ids, single states, the cursor."""
    pages = list(line.pull(since, frozenset(known)))
    entries = {one.entry.title: one for page in pages for one in page.entries}
    changed = {key: told for page in pages for key, told in page.changed.items()}
    full = next((page for page in pages if page.unread is not None), None)
    return entries, changed, full, pages[-1].cursor


def test_feeds_come_with_their_folders(any_server):
    _server, line = any_server
    assert {(feed.title, feed.url, feed.folder) for feed in line.feeds()} == {
        ("Harbour & Sea", "http://harbour.example/feed.xml", "Towns"),
        ("Council", "http://council.example/atom", "Towns/Offices"),
    }


def test_the_first_time_everything_comes_with_its_state(any_server):
    _server, line = any_server
    line.feeds()
    entries, _changed, _full, cursor = pulled(line)
    assert {title: (one.read, one.starred) for title, one in entries.items()} == {
        "Ferry": (False, False),
        "Crane": (True, False),
        "Budget": (True, True),
    }
    budget = entries["Budget"].entry
    assert (budget.author, budget.content) == ("Ola Berg", "<p>Ola Berg said “no”.</p>")
    assert budget.link == "http://council.example/budget"
    assert budget.published.timestamp() == 1_700_000_003
    assert cursor


def test_what_is_known_comes_as_a_state_only(any_server, account):
    _server, line = any_server
    entries, _changed, _full, cursor = pulled(line)
    known = {one.id for one in entries.values()}
    account.add(account.feeds[1], "Pilot")
    account.set(next(item for item in account.items.values() if item.title == "Ferry"), read=True, starred=True)
    news, changed, full, _cursor = pulled(line, cursor, known)
    assert list(news) == ["Pilot"]
    ferry = entries["Ferry"].id
    if full is None:
        assert (changed[ferry].read, changed[ferry].starred) == (True, True)
    else:
        assert ferry not in full.unread
        assert ferry in full.starred


@pytest.mark.parametrize("field", [Field.READ, Field.STARRED])
@pytest.mark.parametrize("value", [True, False])
def test_marks_reach_the_server_and_twice_is_once(any_server, account, field, value):
    _server, line = any_server
    items = {item.title: item for item in account.items.values()}
    ids = {title: one.id for title, one in pulled(line)[0].items()}
    wanted = [ids["Ferry"], ids["Budget"]]
    line.mark(wanted, field, value)
    line.mark(wanted, field, value)
    assert [getattr(items[title], field) for title in ("Ferry", "Budget")] == [value, value]
    assert items["Crane"].read
    assert not items["Crane"].starred


def test_many_entries_come_in_pages(any_server, account):
    _server, line = any_server
    for number in range(230):
        account.add(account.feeds[1], f"Number {number}", read=number % 2 == 0)
    entries, _changed, _full, _cursor = pulled(line)
    assert len(entries) == 233


def test_one_connection_serves_a_sync(any_server):
    server, line = any_server
    line.check()
    line.feeds()
    pulled(line)
    assert server.connections == 1


def test_a_wrong_password_is_one_line_without_it(any_server, account):
    _server, line = any_server
    account.password = "changed-since"
    with pytest.raises(WrongPassword) as failure:
        line.check()
    assert "wrong user or password" in str(failure.value)
    assert "plum" not in str(failure.value)


def test_a_server_that_is_down_is_one_line(any_server):
    server, line = any_server
    server.protocol.down = True
    with pytest.raises(FetchFailed, match=r"127\.0\.0\.1 broke off"):
        line.check()


def test_asked_too_often_says_when_again(any_server):
    server, line = any_server
    server.protocol.force = Reply("slow down", 429, headers=(("Retry-After", "1440"),))
    with pytest.raises(TooMany, match=r"asked too often \(429\): it may be asked again in 24 minutes"):
        line.check()


def test_a_redirect_is_told_and_never_followed(any_server, account):
    server, line = any_server
    server.protocol.force = Reply("", 302, headers=(("Location", "http://127.0.0.2:9/elsewhere"),))
    with pytest.raises(FetchFailed, match=r"redirects to http://127\.0\.0\.2:9/elsewhere: if you trust"):
        line.check()
    assert len(server.protocol.log) == 1


@pytest.mark.parametrize(
    "body", ["", "<html>Welcome</html>", "[1, 2", "[" * 100_000, '{"api_version": true}', "[]", "null"]
)
def test_an_answer_that_is_something_else_is_one_line(any_server, body):
    server, line = any_server
    server.protocol.force = Reply(body)
    with pytest.raises(FetchFailed):
        line.check()
    if body != "[]" or type(line).__name__ != "Miniflux":  # an account without subscriptions
        with pytest.raises(FetchFailed):
            line.feeds()
    with pytest.raises(FetchFailed):
        pulled(line)


def test_an_answer_is_bounded(any_server, account, lines):
    _server, line = any_server
    account.add(account.feeds[1], "Bomb", content="x" * 3_000_000)
    small = {one.title for one in account.items.values()} - {"Bomb"}
    if type(line).__name__ == "Miniflux":
        with pytest.raises(FetchFailed, match="larger than 1 MB"):
            pulled(line)
        return
    entries = pulled(line)[0] if type(line).__name__ == "GReader" else {}
    assert not entries or set(entries) == small


def test_a_line_that_cannot_subscribe_says_so(any_server):
    _server, line = any_server
    if not line.can_subscribe:
        with pytest.raises(Refused, match="cannot change subscriptions: do it on the server"):
            line.subscribe("http://x.example/feed", "", "")
