"""What a new fetch of a feed changes, as a table: what is stored, what was parsed, what is to be written."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from reader.feeds.decide import decide
from reader.library.intents import Known, KnownFeed
from reader.library.keys import digest, link_key
from reader.model import Enclosure, Entry, Feed

A = Entry(id="a", title="Storm", link="https://tide.example/storm", summary="<p>It blew.</p>")
B = Entry(id="b", title="Calm", link="https://tide.example/calm")
NAMELESS = replace(A, id="")
BARE = Entry(title="Only words", summary="<p>No link, no id.</p>")


def stored(*entries, dropped=()):
    """What the library knows once these entries were written by the same rules."""
    known = {}
    for key, one in enumerate(decide(KnownFeed(), Feed(entries=entries)).write, start=1):
        known[one.uid] = Known(key, one.uid, one.digest, one.link_key, one.entry.title)
    return KnownFeed(known, frozenset(dropped))


def outcome(known, *entries):
    """The titles that are new and those that changed, and how many are as they were."""
    decision = decide(known, Feed(entries=entries))
    new = [one.entry.title for one in decision.write if one.key is None]
    changed = [one.entry.title for one in decision.write if one.key is not None]
    return new, changed, decision.unchanged


@pytest.mark.parametrize(
    ("known", "parsed", "expected"),
    [
        # first fetch: all new, the oldest first, as feeds list the newest first
        ([], [A, B], (["Calm", "Storm"], [], 0)),
        ([A, B], [A, B], ([], [], 2)),
        ([B], [A, B], (["Storm"], [], 1)),
        # what is listed no more is nobody's loss
        ([A, B], [A], ([], [], 1)),
        ([A], [], ([], [], 0)),
        # changed: title, link, author, words, enclosures
        ([A], [replace(A, title="Storm, corrected")], ([], ["Storm, corrected"], 0)),
        ([A], [replace(A, link="https://tide.example/other")], ([], ["Storm"], 0)),
        ([A], [replace(A, author="Ida Marsh")], ([], ["Storm"], 0)),
        ([A], [replace(A, content="<p>It blew hard.</p>")], ([], ["Storm"], 0)),
        ([A], [replace(A, enclosures=(Enclosure("https://tide.example/a.mp3"),))], ([], ["Storm"], 0)),
        # a date alone is no change, nor are tags
        ([A], [replace(A, published=datetime(2025, 3, 14), updated=datetime(2025, 3, 15))], ([], [], 1)),
        ([A], [replace(A, tags=("sea",))], ([], [], 1)),
        # without an id the link names it, without a link its words
        ([NAMELESS], [replace(NAMELESS, title="Storm, corrected")], ([], ["Storm, corrected"], 0)),
        ([BARE], [BARE], ([], [], 1)),
        ([BARE], [replace(BARE, summary="<p>Others.</p>")], (["Only words"], [], 0)),
        # one id for all: the links tell them apart, today and when one is left
        ([], [A, replace(B, id="a")], (["Calm", "Storm"], [], 0)),
        ([A, replace(B, id="a")], [A, replace(B, id="a")], ([], [], 2)),
        ([A, replace(B, id="a")], [A], ([], [], 1)),
        # twice the same is once
        ([], [A, A], (["Storm"], [], 0)),
        # a feed that makes its ids in another way brings nothing new
        ([A, B], [replace(A, id="A1"), replace(B, id="B1")], ([], ["Calm", "Storm"], 0)),
        ([A], [replace(A, id="A1"), A], (["Storm"], [], 1)),
        ([A], [replace(A, id="A1", title="Another")], (["Another"], [], 0)),
        ([NAMELESS], [A], ([], ["Storm"], 0)),
    ],
)
def test_what_is_written(known, parsed, expected):
    assert outcome(stored(*known), *parsed) == expected


def test_a_change_is_written_over_the_stored_one_under_its_new_name():
    write = decide(stored(A), Feed(entries=(replace(A, id="A1"),))).write
    assert [(one.key, one.uid) for one in write] == [(1, digest("A1"))]


def test_what_retention_took_out_is_not_new_until_the_feed_has_forgotten_it():
    gone = frozenset({digest("a"), digest("long ago")})
    decision = decide(KnownFeed({}, gone), Feed(entries=(A, B)))
    assert [one.entry.id for one in decision.write] == ["b"]
    assert decision.forget == (digest("long ago"),)


@pytest.mark.parametrize(
    ("published", "updated", "seconds"),
    [
        (None, None, None),
        (datetime(1970, 1, 2), None, 86_400),
        (datetime(1970, 1, 2, tzinfo=UTC), datetime(1980, 1, 1), 86_400),
        (datetime(1970, 1, 2, tzinfo=timezone(timedelta(hours=2))), None, 79_200),
        (None, datetime(1970, 1, 2), 86_400),
    ],
)
def test_when_it_was_published(published, updated, seconds):
    write = decide(KnownFeed(), Feed(entries=(replace(A, published=published, updated=updated),))).write
    assert write[0].published == seconds


def test_what_is_written_carries_its_keys():
    one = decide(KnownFeed(), Feed(entries=(A,))).write[0]
    assert (one.uid, one.link_key, one.title_key) == (digest("a"), link_key(A.link), 0)
    assert one.digest != 0
