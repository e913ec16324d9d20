"""The Google Reader API's own ways: tokens, continuations, labels beside folders, changes of subscriptions."""

from __future__ import annotations

import pytest
from fake_greader import ENDPOINT
from serving import Reply

from reader.errors import BadInput, FetchFailed
from reader.sync.servers import item_ids
from reader.sync.servers.failures import NoApi, Refused, WrongPassword
from reader.sync.servers.greader import GReader
from reader.sync.servers.greader_login import places
from reader.sync.servers.records import Field


@pytest.fixture
def line(greader, lines):
    return lines(GReader, greader.url + ENDPOINT)


def ids(account, *titles):
    return [f"{item.id:016x}" for title in titles for item in account.items.values() if item.title == title]


def test_the_token_of_changes_is_renewed_when_it_has_expired(greader, line, account):
    greader.protocol.token_uses = 2
    for key in ids(account, "Ferry", "Crane", "Budget"):
        line.mark([key], Field.STARRED, True)
    assert all(item.starred for item in account.items.values())
    assert len(greader.protocol.asked("/token")) == 2
    assert greader.protocol.logins == 1


def test_the_user_logs_in_anew_when_the_server_has_forgotten(greader, line, account):
    line.mark(ids(account, "Ferry"), Field.READ, True)
    greader.protocol.forget()
    line.mark(ids(account, "Ferry"), Field.STARRED, True)
    assert account.items[int(ids(account, "Ferry")[0], 16)].starred
    greader.protocol.forget()
    assert len(line.feeds()) == 2


def test_a_password_that_was_changed_meanwhile_ends_it(greader, line, account):
    line.feeds()
    greader.protocol.forget()
    account.password = "other"
    with pytest.raises(WrongPassword, match="FreshRSS wants the API password of your profile"):
        line.mark(ids(account, "Ferry"), Field.READ, True)
    assert len(greader.protocol.asked("/edit-tag")) == 0


def test_ids_are_followed_from_page_to_page(greader, line, account):
    greader.protocol.page = 10
    for number in range(45):
        account.add(account.feeds[1], f"Number {number}")
    pages = list(line.pull("", ()))
    assert len(pages[0].unread) == 46
    assert sum(len(page.entries) for page in pages) == 48


def test_a_server_that_goes_round_in_circles_is_left(greader, line):
    real = greader.protocol.answer

    def circling(request):
        if request.path.endswith("/stream/items/ids"):
            return Reply({"itemRefs": [{"id": "7"}], "continuation": "7"})
        return real(request)

    greader.protocol.answer = circling
    assert next(iter(line.pull("", {"0000000000000007"}))).unread == {"0000000000000007"}


def test_labels_are_told_from_folders(line, account):
    account.set(next(iter(account.items.values())), labels={"Quote this", "Towns"})
    account.labels |= {"Quote this", "Towns", "Empty"}
    line.feeds()
    first, *rest = line.pull("", ())
    assert first.labels == {"Quote this": set(ids(account, "Ferry")), "Empty": set()}
    labelled = {one.entry.title: one.labels for page in rest for one in page.entries}
    assert labelled == {"Ferry": {"Quote this"}, "Crane": set(), "Budget": set()}


def test_labels_are_put_on_and_taken_off(line, account):
    line.label(ids(account, "Ferry", "Crane"), "Ångström & co", True)
    assert {item.title for item in account.items.values() if "Ångström & co" in item.labels} == {"Ferry", "Crane"}
    line.label(ids(account, "Ferry"), "Ångström & co", False)
    assert {item.title for item in account.items.values() if item.labels} == {"Crane"}


def test_a_feed_is_subscribed_into_its_folder_once(greader, line, account):
    made = line.subscribe("http://pilot.example/rss?a=1&b=ö", "Pilots", "Boats")
    assert (made.url, made.title, made.folder) == ("http://pilot.example/rss?a=1&b=ö", "Pilots", "Boats")
    assert line.subscribe("https://pilot.example/rss?a=1&b=ö", "Other", "") == made
    assert len(account.feeds) == 3


def test_a_server_that_only_adds_by_address_is_told_the_rest_after(greader, line, account):
    real = greader.protocol.answer

    def old(request):
        if request.path.endswith("/subscription/edit") and request.posted("ac") == "subscribe":
            return Reply("Bad Request!", 400)
        return real(request)

    greader.protocol.answer = old
    line.subscribe("http://pilot.example/rss", "Pilots", "Boats")
    assert [(feed.title, feed.folder) for feed in account.feeds.values()][-1] == ("Pilots", "Boats")


def test_a_feed_that_the_server_cannot_reach_is_refused(line, account):
    account.unreachable.add("http://gone.example/rss")
    with pytest.raises(Refused, match=r"http://gone\.example/rss: the server found no feed there \(Feed could not"):
        line.subscribe("http://gone.example/rss", "", "")


def test_feeds_are_renamed_moved_and_dropped(line, account):
    harbour = line.feeds()[0]
    line.change(harbour, "Harbour Times", harbour.folder)
    assert (account.feeds[1].title, account.feeds[1].folder) == ("Harbour Times", "Towns")
    line.change(harbour, harbour.title, "Sea")
    assert account.feeds[1].folder == "Sea"
    line.change(harbour, harbour.title, "")
    assert account.feeds[1].folder == "Uncategorized"
    line.unsubscribe(harbour)
    assert list(account.feeds) == [2]


def test_an_api_that_is_off_says_where_to_turn_it_on(greader, line):
    greader.protocol.enabled = False
    with pytest.raises(NoApi, match=r'503: .* in FreshRSS turn on "Allow API access" under Authentication'):
        line.check()


def test_no_api_at_the_address_says_where_it_is(greader, lines):
    with pytest.raises(NoApi, match=r"404: no Google Reader API there: FreshRSS has it at …/api/greader\.php"):
        lines(GReader, greader.url).check()


def test_a_name_that_nobody_could_have_is_a_wrong_one(greader, lines):
    with pytest.raises(WrongPassword):
        lines(GReader, greader.url + ENDPOINT, user="no such name!").check()


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("https://rss.example.org", "https://rss.example.org"),
        ("https://rss.example.org/", "https://rss.example.org"),
        ("https://rss.example.org/i/?get=a", "https://rss.example.org/i"),
        ("https://rss.example.org/api/greader.php", "https://rss.example.org/api/greader.php"),
        ("https://example.org/rss/api/greader.php/reader/api/0", "https://example.org/rss/api/greader.php"),
        ("https://example.org/rss/api/fever.php", "https://example.org/rss/api/fever.php"),
        ("https://example.org/rss/api/", "https://example.org/rss/api"),
    ],
)
def test_the_api_is_looked_for_where_servers_have_it(address, first):
    found = places(address)
    root = "https://example.org/rss" if "example.org/rss" in address else "https://rss.example.org"
    assert found[0] == first
    assert f"{root}/api/greader.php" in found


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("1700000000000001", "00060a24181e4001"),
        (1700000000000001, "00060a24181e4001"),
        ("-1", "ffffffffffffffff"),
        ("9223372036854775807", "7fffffffffffffff"),
        ("18446744073709551616", ""),
        ("51f0b4d4e8a5b1c0d0000001", "51f0b4d4e8a5b1c0d0000001"),
        ("tag:google.com,2005:reader/item/2f2", "00000000000002f2"),
        ("", ""),
        (None, ""),
        (True, ""),
        ("a b", ""),
        ("../../x", ""),
    ],
)
def test_ids_have_one_form(given, kept):
    assert item_ids.from_list(given) == kept
    if kept:
        assert item_ids.from_tag(item_ids.to_tag(kept)) == kept


def test_an_id_in_an_entry_is_hexadecimal_even_when_it_looks_decimal():
    assert item_ids.from_tag("tag:google.com,2005:reader/item/0000001234567890") == "0000001234567890"
    assert item_ids.from_tag("1234567890123456") == "1234567890123456"


def test_a_password_in_the_address_is_refused_without_showing_it(lines):
    with pytest.raises(BadInput, match="leave name and password out") as failure:
        lines(GReader, "https://nora:plum-74-harbour@rss.example.org")
    assert "plum" not in str(failure.value)


def test_a_local_server_must_have_been_named_by_a_person(greader, lines):
    with pytest.raises(FetchFailed, match="no public address"):
        lines(GReader, greader.url + ENDPOINT, typed=False).check()
