"""Asking for feeds: conditionally, on a kept connection, and what a server says of moving, waiting and being gone."""

from __future__ import annotations

import gzip

import pytest
from site_server import serving

from reader.errors import FetchFailed
from reader.fetch.feeds import FeedFetcher, FeedOutcome, FeedQuestion

FEED = b"<rss><channel><title>Tide</title></channel></rss>"


@pytest.fixture
def fetcher():
    with_deadline = FeedFetcher(deadline=5, max_bytes=100_000)
    yield with_deadline
    with_deadline.close()


@pytest.fixture
def kept_site():
    """A site that keeps connections open."""
    with serving("HTTP/1.1") as served:
        yield served


def ask(fetcher, url, **more):
    return fetcher.fetch(FeedQuestion(url, typed=True, **more))


def test_what_a_server_says_comes_with_the_bytes(site, fetcher):
    url = site.page(
        "/f",
        gzip.compress(FEED),
        content_encoding="gzip",
        etag='"1"',
        last_modified="Fri",
        cache_control="public, max-age=600",
    )
    answer = ask(fetcher, url)
    assert (answer.outcome, answer.data, answer.content_type) == (FeedOutcome.FRESH, FEED, "text/html")
    assert (answer.etag, answer.last_modified, answer.max_age, answer.moved_to) == ('"1"', "Fri", 600, "")


def test_validators_go_back_to_the_address_that_gave_them_and_304_is_unmodified(site, fetcher):
    url = site.page("/f", b"", status=304, content_type="", etag='"2"')
    answer = ask(fetcher, url, etag='"1"', last_modified="Fri", validated_url=url)
    assert (answer.outcome, answer.etag) == (FeedOutcome.UNMODIFIED, '"2"')
    assert site.requests[0][1]["If-None-Match"] == '"1"'
    assert site.requests[0][1]["If-Modified-Since"] == "Fri"
    ask(fetcher, url, etag='"1"', validated_url="http://elsewhere.example/f")
    assert "If-None-Match" not in site.requests[1][1]


@pytest.mark.parametrize(("first", "second", "moved"), [(301, 308, True), (308, 301, True), (302, 301, False)])
def test_only_redirects_that_are_permanent_from_the_start_move_a_feed(site, fetcher, first, second, moved):
    end = site.page("/new", FEED)
    site.redirect("/between", end, second)
    answer = ask(fetcher, site.redirect("/old", "/between", first))
    assert (answer.outcome, answer.url) == (FeedOutcome.FRESH, end)
    assert answer.moved_to == (end if moved else "")


def test_a_permanent_redirect_before_a_temporary_one_moves_to_where_it_ends(site, fetcher):
    site.page("/new", FEED)
    site.redirect("/between", "/new", 302)
    assert ask(fetcher, site.redirect("/old", "/between", 301)).moved_to == site.url("/between")


@pytest.mark.parametrize(
    ("status", "headers", "outcome", "wait"),
    [
        (410, {}, FeedOutcome.GONE, None),
        (404, {"retry_after": "60"}, FeedOutcome.FAILED, None),
        (429, {"retry_after": "60"}, FeedOutcome.FAILED, 60),
        (503, {"retry_after": "99999999999"}, FeedOutcome.FAILED, 7 * 86_400),
        (503, {"retry_after": "soon"}, FeedOutcome.FAILED, None),
        (503, {"retry_after": f"Fri, 14 Mar {'9' * 20} 08:00:00 +0000"}, FeedOutcome.FAILED, None),
        (503, {"retry_after": f"Fri, 14 Mar 2025 08:00:00 +{'9' * 20}"}, FeedOutcome.FAILED, None),
        (204, {}, FeedOutcome.FAILED, None),
    ],
)
def test_other_answers_fail_in_one_line_that_names_the_feed(site, fetcher, status, headers, outcome, wait):
    url = site.page("/f", b"", status=status, **headers)
    answer = ask(fetcher, url)
    assert (answer.outcome, answer.retry_after) == (outcome, wait)
    assert url in answer.failure and "\n" not in answer.failure


def test_a_password_goes_to_its_own_host_only_and_into_no_error(site, other_site, fetcher):
    other_site.page("/f", b"", status=500)
    url = site.redirect("/f", other_site.url("/f")).replace("//", "//ida:secret@")
    answer = ask(fetcher, url)
    assert site.requests[0][1]["Authorization"].startswith("Basic ")
    assert answer.outcome is FeedOutcome.FAILED and "secret" not in answer.failure
    assert other_site.requests == []  # another port of a private host: nobody typed that one


def test_an_answer_holds_no_password(site, fetcher):
    answer = ask(fetcher, site.page("/f", FEED).replace("//", "//ida:secret@"))
    assert site.requests[0][1]["Authorization"] == "Basic aWRhOnNlY3JldA=="
    assert (answer.outcome, answer.url, answer.moved_to) == (FeedOutcome.FRESH, site.url("/f"), "")


def test_one_connection_serves_the_feeds_of_a_host(kept_site, fetcher):
    seen = []
    for path in ("/1", "/2", "/3"):
        kept_site.page(path, FEED)
        plain = kept_site.answers[path]
        kept_site.answers[path] = lambda handler, plain=plain: (seen.append(handler.client_address), plain(handler))
        assert ask(fetcher, kept_site.url(path)).outcome is FeedOutcome.FRESH
    assert len(seen) == 3 and len(set(seen)) == 1


@pytest.mark.parametrize("when", ["after its answer", "at the next question"])
def test_a_kept_connection_that_was_closed_meanwhile_is_made_anew(kept_site, fetcher, when):
    kept_site.page("/1", FEED)
    plain = kept_site.answers["/1"]
    seen = set()  # handlers, of which there is one a connection: a port may be given out again at once

    def answer_once(handler):
        new = handler not in seen
        seen.add(handler)  # before the answer: the test may look as soon as that is out
        handler.close_connection = when == "after its answer" or not new  # no header says so
        if new:
            plain(handler)

    kept_site.answers["/1"] = answer_once
    assert [ask(fetcher, kept_site.url("/1")).outcome for _ in range(3)] == [FeedOutcome.FRESH] * 3
    assert len(seen) == 3


def test_a_private_address_that_nobody_typed_is_refused(site, fetcher):
    answer = fetcher.fetch(FeedQuestion(site.page("/f", FEED)))
    assert answer.outcome is FeedOutcome.FAILED and "--allow-address" in answer.failure
    assert site.requests == []


def test_bounds_hold_for_each_feed(site, fetcher):
    assert "larger than 0.1 MB: too large" in ask(fetcher, site.page("/f", b"a" * 100_001)).failure
    assert "redirected more than 10 times" in ask(fetcher, site.redirect("/loop", "/loop")).failure

    def never(handler):
        site.over.wait(5)

    site.answers["/slow"] = never
    impatient = FeedFetcher(deadline=0.2, max_bytes=100)
    assert "no full answer within 0.2 s" in ask(impatient, site.url("/slow")).failure
    stopped = FeedFetcher(deadline=5, max_bytes=100, stop=lambda: True)
    with pytest.raises(FetchFailed):
        ask(stopped, site.url("/slow"))
