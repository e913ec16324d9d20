"""When a feed is asked again, and which feeds are asked: decisions without a clock."""

import pytest

from reader.feeds.refresh.lanes import PER_HOST, Lanes
from reader.feeds.refresh.schedule import after_failure, after_success, due, named, worth_asking
from reader.fetch.feeds import FeedAnswer, FeedOutcome
from reader.library.intents import ToCheck

NOW, MINUTE, HOUR, DAY = 1_000_000, 60, 3600, 86_400


def feed(key=1, url="https://tide.example/feed", **more):
    return ToCheck(key, url, "Tide", **more)


@pytest.mark.parametrize(
    ("settings", "said", "following", "fresh"),
    [
        ({}, {}, HOUR, 0),
        ({}, {"ttl": 30}, 30 * MINUTE, 0),
        ({}, {"ttl": 1}, 15 * MINUTE, 0),
        ({}, {"ttl": 100_000}, DAY, 0),
        ({}, {"max_age": 7200}, 7200, 7200),
        ({}, {"max_age": 10**9}, DAY, DAY),
        ({"interval": 5}, {"ttl": 60}, 5 * MINUTE, 0),
        ({"interval": 5}, {"max_age": 7200}, 5 * MINUTE, 5 * MINUTE),
    ],
)
def test_after_an_answer(settings, said, following, fresh):
    assert after_success(feed(**settings), NOW, **said) == (NOW + following, NOW + fresh)


@pytest.mark.parametrize(
    ("settings", "retry_after", "following", "binding"),
    [
        ({}, None, HOUR, 0),
        ({"failures": 1}, None, 2 * HOUR, 0),
        ({"failures": 3}, None, 8 * HOUR, 0),
        ({"failures": 60}, None, DAY, 0),
        ({"interval": 2 * 24 * 60}, None, 2 * DAY, 0),
        ({}, 10, HOUR, 10),
        ({}, 2 * DAY, 2 * DAY, 2 * DAY),
    ],
)
def test_after_a_failure(settings, retry_after, following, binding):
    assert after_failure(feed(**settings), NOW, retry_after=retry_after) == (NOW + following, NOW + binding)


def test_a_feed_that_was_checked_while_the_clock_was_ahead_is_asked():
    ahead = feed(1, checked=NOW + 30 * DAY, next_check=NOW + 31 * DAY, not_before=NOW + 31 * DAY)
    just_now = feed(2, checked=NOW + 2, next_check=NOW + HOUR)
    assert due([ahead, just_now], NOW) == [ahead]
    assert worth_asking([ahead], NOW) == [ahead]


def test_which_feeds_are_asked():
    plain, later = feed(1), feed(2, next_check=NOW + 1)
    failing = feed(3, next_check=NOW + 1, failures=1, failed=True)
    fresh = feed(4, next_check=NOW + 1, not_before=NOW + 1)
    told_to_wait = feed(5, next_check=NOW + 1, not_before=NOW + 1, failures=1, failed=True)
    gone = feed(6, gone=True)
    feeds = [plain, later, failing, fresh, told_to_wait, gone]
    assert due(feeds, NOW) == [plain]
    assert worth_asking(feeds, NOW) == [plain, later, failing]
    assert named(feeds, NOW) == [plain, later, failing, fresh, gone]


def handed_out(lanes, threads):
    """Who is given which feed while nobody finishes."""
    return [lanes.next("") for _ in range(threads)]


def test_hosts_are_asked_at_the_same_time_and_none_by_more_than_a_few():
    one = [feed(key, "https://tide.example/feed") for key in range(10)]
    other = [feed(key, "https://osk.example/feed") for key in range(10, 12)]
    given = handed_out(Lanes([*one, *other]), 10)
    hosts = [host for host, _feed in filter(None, given)]
    assert hosts[:2] == ["tide.example", "osk.example"]
    assert hosts.count("tide.example") == PER_HOST


def test_a_thread_stays_with_its_host_while_that_has_feeds():
    lanes = Lanes([feed(1, "https://a.example/1"), feed(2, "https://b.example/1"), feed(3, "https://a.example/2")])
    host, first = lanes.next("")
    _same, second = lanes.next(host)
    other, third = lanes.next(host)
    assert [first.key, second.key, third.key] == [1, 3, 2]
    assert lanes.next(other) is None


def test_a_host_that_asks_to_wait_is_not_asked_again_and_one_that_is_away_after_three_times():
    lanes = Lanes([])
    lanes.learn("tide.example", FeedAnswer(FeedOutcome.FAILED, "u", failure="429", retry_after=60))
    assert lanes.verdict("tide.example").failure == "429"
    away = FeedAnswer(FeedOutcome.FAILED, "u", failure="refused", unreachable=True)
    for _ in range(2):
        lanes.learn("osk.example", away)
    lanes.learn("osk.example", FeedAnswer(FeedOutcome.FAILED, "u", failure="404"))
    for _ in range(2):
        lanes.learn("osk.example", away)
    assert lanes.verdict("osk.example") is None
    lanes.learn("osk.example", away)
    assert lanes.verdict("osk.example") == away
