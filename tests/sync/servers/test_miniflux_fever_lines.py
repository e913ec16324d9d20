"""Miniflux's and Fever's own ways: keys, stars that toggle, categories, fifty at a time."""

from __future__ import annotations

import pytest
from fake_fever import ENDPOINT
from fake_miniflux import KEY

from reader.errors import FetchFailed
from reader.sync.servers.failures import Refused
from reader.sync.servers.fever import Fever
from reader.sync.servers.fever import places as fever_places
from reader.sync.servers.miniflux import Miniflux
from reader.sync.servers.records import Field


@pytest.fixture
def flux(miniflux, lines):
    return lines(Miniflux, miniflux.url)


@pytest.fixture
def feverish(fever, lines):
    return lines(Fever, fever.url + ENDPOINT)


def test_a_key_without_a_user_lets_in(miniflux, lines):
    line = lines(Miniflux, miniflux.url, user="", password=KEY)
    line.check()
    assert len(line.feeds()) == 2
    assert "authorization" not in miniflux.protocol.log[-1].headers


def test_a_star_is_looked_at_before_it_is_toggled(miniflux, flux, account):
    key = str(next(iter(account.items)))
    flux.mark([key], Field.STARRED, True)
    miniflux.protocol.die_on = "/bookmark"
    with pytest.raises(FetchFailed):
        flux.mark([key], Field.STARRED, False)
    flux.mark([key], Field.STARRED, False)
    assert not account.items[int(key)].starred


def test_changes_are_told_with_their_time(flux, account):
    *_pages, last = flux.pull("", ())
    item = next(iter(account.items.values()))
    account.set(item, starred=True)
    changed = {
        key: told
        for page in flux.pull(last.cursor, {str(key) for key in account.items})
        for key, told in page.changed.items()
    }
    assert changed[str(item.id)].changed.timestamp() == item.changed
    assert changed[str(item.id)].starred


def test_a_feed_goes_into_a_category_that_is_made_for_it(flux, account):
    made = flux.subscribe("http://pilot.example/rss", "Pilots", "Boats")
    assert (made.url, made.folder, account.feeds[3].title) == ("http://pilot.example/rss", "Boats", "Pilots")
    assert flux.subscribe("http://pilot.example/rss", "", "").id == made.id
    council = flux.feeds()[1]
    flux.change(council, "The Council", "Boats")
    assert (account.feeds[2].title, account.feeds[2].folder) == ("The Council", "Boats")


def test_a_feed_that_is_gone_is_no_failure(flux, account):
    harbour = flux.feeds()[0]
    flux.unsubscribe(harbour)
    flux.unsubscribe(harbour)
    assert list(account.feeds) == [2]


def test_miniflux_has_no_labels(flux):
    with pytest.raises(Refused, match="no labels"):
        flux.label(["1"], "x", True)


def test_the_servers_own_words_are_told(flux, account):
    account.unreachable.add("http://gone.example/rss")
    with pytest.raises(FetchFailed, match=r"500: .*\(Unable to fetch this resource \(Status Code = 404\)\)"):
        flux.subscribe("http://gone.example/rss", "", "")


def test_no_more_than_fifty_items_are_asked_for(fever, feverish, account):
    for number in range(130):
        account.add(account.feeds[1], f"Number {number}")
    pages = list(feverish.pull("", ()))
    assert sum(len(page.entries) for page in pages) == 133
    asked = [request.one("with_ids") for request in fever.protocol.log if request.has("with_ids")]
    assert [len(one.split(",")) for one in asked] == [50, 50, 32]


def test_what_was_read_elsewhere_before_it_was_seen_comes_too(feverish, account):
    *_pages, last = feverish.pull("", ())
    known = {str(key) for key in account.items}
    account.add(account.feeds[2], "Minutes", read=True)
    assert [one.entry.title for page in feverish.pull(last.cursor, known) for one in page.entries] == ["Minutes"]


def test_the_key_is_never_in_an_address(fever, feverish):
    feverish.check()
    feverish.feeds()
    assert all("api_key" not in dict(request.query) for request in fever.protocol.log)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://rss.example.org/api/fever.php", ["https://rss.example.org/api/fever.php"]),
        ("https://rss.example.org/fever/?api", ["https://rss.example.org/fever/"]),
        (
            "https://rss.example.org/",
            ["https://rss.example.org/api/fever.php", "https://rss.example.org/fever/", "https://rss.example.org"],
        ),
        (
            "https://example.org/rss/i/",
            ["https://example.org/rss/api/fever.php", "https://example.org/rss/fever/", "https://example.org/rss/i"],
        ),
    ],
)
def test_fever_is_looked_for_where_servers_have_it(address, found):
    assert fever_places(address) == found
