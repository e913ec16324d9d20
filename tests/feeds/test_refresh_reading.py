"""What a thread of a refresh makes of an answer: read, or passed over when its bytes are those of the last time."""

from dataclasses import replace

from reader.feeds.refresh.asking import read
from reader.fetch.feeds import FeedAnswer, FeedOutcome
from reader.library.intents import ToCheck

FEED = ToCheck(1, "https://tide.example/feed", "Tide")
ANSWER = FeedAnswer(FeedOutcome.FRESH, FEED.url, data=b"<rss><channel><title>Tide</title></channel></rss>")


def test_bytes_are_read_once_and_not_carried_on():
    asked = read(FEED, ANSWER)
    assert asked.parsed.title == "Tide"
    assert asked.answer.data == b""
    again = read(replace(FEED, body_sha256=asked.body_sha256), ANSWER)
    assert (again.parsed, again.answer.outcome) == (None, FeedOutcome.UNMODIFIED)


def test_what_cannot_be_read_has_failed_with_a_line():
    asked = read(FEED, replace(ANSWER, data=b"<html>No feed.</html>"))
    assert (asked.parsed, asked.answer.outcome) == (None, FeedOutcome.FAILED)
    assert "tide.example" in asked.answer.failure
