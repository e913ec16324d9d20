"""Searching on the screen: an answer to every letter, and the way from a hit to its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from sitting import NARROW, sit_down

from reader.app.desk import Desk
from reader.model import Entry, Feed
from reader.paths import find_paths

AFFAIR = sorted((Path(__file__).parents[1] / "book" / "affair").glob("*.md"))


@pytest.fixture
def affair(home):
    """The twelve articles of the affair, stored and in the book."""
    desk = Desk(find_paths())
    for path in AFFAIR:
        desk.corrected(desk.open(str(path), opened=False))
    desk.close()


async def test_from_a_half_typed_word_to_the_article(home, affair):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press("g/")
        assert reader.screen == "SearchScreen"
        await reader.paste("prosec")
        assert "Prosecutor opens inquiry into bridge repairs" in reader.text("#search-rows")
        await reader.paste("utor welds -ferries")
        assert "1 hit · newest first" in reader.text("TopBar")
        await reader.press("enter", "z")
        assert "1 hit · best first" in reader.text("TopBar")
        await reader.press("enter")
        assert reader.screen == "ReadingScreen"
        assert "Prosecutor opens inquiry" in reader.text("TopBar")


async def test_quotations_lead_to_their_place(home, affair):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press("g/")
        await reader.fill('said:weld* speaker:"Oliver Marsh"')
        assert "quotation" in reader.text("TopBar")
        await reader.press("enter")
        assert "every weld" in reader.line_at_caret


async def test_a_search_is_kept_and_a_wrong_one_told(home, affair):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press("g/")
        await reader.fill("bridge")
        await reader.press("S")
        await reader.fill("Bridges")
        assert [(one.name, one.query) for one in reader.desk.feeds.saved_searches()] == [("Bridges", "bridge")]
        await reader.press("/")
        await reader.fill(" after:soon")
        assert "column" in reader.message
        await reader.press("/")
        await reader.fill(" zeppelin")
        assert reader.screen == "SearchScreen"


async def test_a_long_name_of_a_feed_leaves_its_passage_in_sight(home):
    name = "The Harbour Gazette and Fennick Crier Joint Sunday Supplement for the Outer Islands and the Moor"
    desk = Desk(find_paths())
    row = desk.feeds.subscribe("https://gazette.invalid/feed", title=name)
    entry = Entry(id="1", title="A bell", link="https://gazette.invalid/1", summary="The rope is rotten, and all know.")
    desk.feeds.take(row.key, Feed(url=row.url, title=name, entries=(entry,)))
    desk.close()
    async with sit_down(home, "reader:demo", NARROW) as reader:
        await reader.press("g/")
        await reader.fill("rotten")
        assert "Fennick… The rope is rotten, and all know." in reader.flat("#search-rows")


async def test_nothing_found_says_what_else_to_try(home):
    async with sit_down(home, "reader:demo", NARROW) as reader:
        await reader.press("g/")
        await reader.fill("zeppelin")
        assert "Nothing found: fewer words find more" in reader.flat("#search-rows")


async def test_words_that_are_wiped_are_searched_for_no_more(home, affair):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press("g/")
        await reader.press_fast(*"weld", "ctrl+u")
        assert "Type what to look for" in reader.text("#search-rows")


async def test_hits_far_down_have_their_passages_too(home):
    desk = Desk(find_paths())
    feed = desk.feeds.subscribe("https://harbour.example/feed")
    entries = [Entry(id=str(n), title=f"Log {n}", summary=f"The pilot entered line {n}.") for n in range(90)]
    desk.feeds.take(feed.key, Feed(url=feed.url, entries=tuple(entries)))
    desk.close()
    async with sit_down(home, "reader:demo") as reader:
        await reader.press("g/")
        await reader.fill("pilot")
        await reader.press("G")
        assert "entered line" in reader.picked("#search-rows")


async def test_words_typed_at_once_are_searched_for(home, affair):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press_fast("g/", *"weldd", "backspace", *"s", "enter")
        assert reader.screen == "SearchScreen"
        assert "search welds" in reader.text("TopBar")
