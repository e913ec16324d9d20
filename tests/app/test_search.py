"""What a query finds in entries, articles, quotations and notes; and that the index follows what changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from reader.app.desk import Desk
from reader.app.search.search import Order
from reader.errors import BadInput
from reader.library.feed_records import SourceKind
from reader.model import Entry, Feed
from reader.paths import find_paths

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
ENTRIES = (
    ("Light rail opens", "<p>The tram to Osk runs at last, and the café by the stop is full.</p>", 1),
    ("Budget put off", "<p>The council argued about rail and roads until midnight.</p>", 3),
    ("東京の新しい駅", "<p>東京都は新しい駅を開いた。</p>", 5),
    ("Zoë wins the race", "<p>Nobody in Oskar’s club was surprised.</p>", 400),
)
STORY = """\
---
title: Ferry fares rise
site: Skerrow Herald
date: 2026-03-01
---

“Fares must rise,” said Anna Petrova, the transport minister.

“Peace on the quay is all we want,” said Olaf Brede, who owns the fish market.
"""


@pytest.fixture
def desk(home, tmp_path):
    """A desk with four entries of a feed and an article from a file."""
    made = Desk(find_paths())
    row = made.feeds.subscribe("https://osk.invalid/feed", title="Osk Courier", tags=["local"])
    entries = tuple(
        Entry(
            id=str(n), title=title, link=f"https://osk.invalid/{n}", published=NOW - timedelta(days=age), summary=text
        )
        for n, (title, text, age) in enumerate(ENTRIES)
    )
    made.feeds.take(row.key, Feed(url=row.url, title="Osk Courier", entries=entries))
    (tmp_path / "ferry.md").write_text(STORY, encoding="utf-8")
    made.corrected(made.open(str(tmp_path / "ferry.md")))
    made.search.bring_up_to_date()
    yield made
    made.close()


def titles(desk, words, **how):
    return [one.title for one in desk.search.find(words, **how)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rail", ["Light rail opens", "Budget put off"]),
        ('"light rail"', ["Light rail opens"]),
        ("rail -council", ["Light rail opens"]),
        ("tram OR fares", ["Light rail opens", "Ferry fares rise"]),
        ("(tram OR council) rail", ["Light rail opens", "Budget put off"]),
        ("title:rail", ["Light rail opens"]),
        ("cafe", ["Light rail opens"]),
        ("zoe", ["Zoë wins the race"]),
        ("osk", ["Light rail opens"]),
        ("Osk*", ["Light rail opens", "Zoë wins the race"]),
        ("駅", ["東京の新しい駅"]),
        ("新しい駅", ["東京の新しい駅"]),
        ("京東", []),
        ("feed:courier rail", ["Light rail opens", "Budget put off"]),
        ("feed:herald", []),
        ("site:osk.invalid after:2026-03-08", ["Light rail opens"]),
        ("site:skerrow", ["Ferry fares rise"]),
        ("rail before:2026-03-08", ["Budget put off"]),
        ("tag:local rail", ["Light rail opens", "Budget put off"]),
        ("speaker:petrova", ["Ferry fares rise"]),
        ("petrova", ["Ferry fares rise"]),
        ("said:peace", ["Ferry fares rise"]),
        ("said:peace -speaker:petrova", []),
        ("is:unread -rail", ["東京の新しい駅", "Zoë wins the race"]),
        ("is:read", ["Ferry fares rise"]),
        ("nothing", []),
    ],
)
def test_what_a_query_finds(desk, words, found):
    assert titles(desk, words) == found


def test_half_a_word_finds_while_it_is_typed(desk):
    assert titles(desk, "lig", typing=True) == ["Light rail opens"]
    assert titles(desk, "lig") == []


def test_the_best_come_first_and_the_title_counts_more(desk):
    assert titles(desk, "rail", order=Order.BEST)[0] == "Light rail opens"


def test_words_of_notes_and_states_are_found(desk):
    reading = desk.open(str(next(one.source for one in desk.search.find("ferry"))))
    desk.add_note_on(reading, "Fares must rise", body="ask about the ombudsman", tags=["todo"])
    assert titles(desk, "ombudsman") == ["Ferry fares rise"]
    assert titles(desk, "note:ombudsman OR council") == ["Budget put off", "Ferry fares rise"]
    assert titles(desk, "tag:todo") == titles(desk, "is:noted") == ["Ferry fares rise"]
    [rail] = [row for row in desk.feeds.entries(everything(desk)) if "Light" in row.title]
    desk.feeds.mark([rail.key], starred=True, read=True)
    assert titles(desk, "is:starred") == ["Light rail opens"]
    desk.feeds.mark([rail.key], hidden=True)
    assert (titles(desk, "tram"), titles(desk, "tram is:hidden")) == ([], ["Light rail opens"])


def everything(desk):
    return next(one for one in desk.feeds.sources() if one.kind is SourceKind.ALL)


def test_the_index_follows_what_changes_comes_and_goes(desk, tmp_path):
    (tmp_path / "ferry.md").write_text(STORY.replace("Fares must rise", "Tolls must fall"), encoding="utf-8")
    desk.corrected(desk.open(str(tmp_path / "ferry.md")))
    feed = desk.feeds.feeds()[0]
    changed = Entry(id="0", title="Light rail shut", link="https://osk.invalid/0", published=NOW, summary="<p>Ice.</p>")
    desk.feeds.take(feed.key, Feed(url=feed.url, title="Osk Courier", entries=(changed,)))
    assert desk.search.waiting() > 0
    desk.search.bring_up_to_date()
    assert desk.search.waiting() == 0
    assert titles(desk, "tolls") == ["Ferry fares rise"]
    assert titles(desk, "said:fares") == []
    assert titles(desk, "ice") == ["Light rail shut"]
    assert titles(desk, "tram") == []
    desk.feeds.unsubscribe(feed.key)
    desk.forget(desk.recent()[0])
    assert titles(desk, "rail") == titles(desk, "tolls") == []


def test_a_snippet_shows_the_words_in_their_place(desk):
    [found] = desk.search.find("midnight")
    snippet = desk.search.snippet(found, "midnight")
    assert [snippet.text[start:end] for start, end in snippet.hits] == ["midnight"]


def test_a_saved_search_is_a_list_with_counts(desk):
    desk.feeds.save_search("Rails", "rail -council")
    source = next(one for one in desk.feeds.sources() if one.kind is SourceKind.SEARCH)
    assert (source.total, source.unread) == (1, 1)
    rows = desk.feeds.entries(source)
    assert [row.title for row in rows] == ["Light rail opens"]
    desk.feeds.mark([rows[0].key], read=True)
    assert desk.feeds.entries(source, hide_read=True) == []
    assert [row.title for row in desk.feeds.entries(replace(source), words="light")] == ["Light rail opens"]
    desk.feeds.save_search("Broken", "after:soon")
    broken = next(one for one in desk.feeds.sources() if one.name == "Broken")
    assert "column 7" in broken.error


def test_quotations_answer_what_somebody_said(desk):
    found = desk.search.quotations('said:peace speaker:"Olaf Brede" after:2026-02-01 site:skerrow')
    assert [one.speaker for one in found] == ["Olaf Brede"]
    assert desk.search.quotations("said:peace speaker:petrova") == []
    assert desk.search.quotations("said:peace before:2026-02-01") == []


def test_a_query_that_does_not_parse_says_where(desk):
    with pytest.raises(BadInput, match="column 6"):
        desk.search.find("rail (tram")
