"""Searching on the screen: an answer to every letter, and the way from a hit to its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from sitting import sit_down

from reader.app.desk import Desk
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
        assert "1 · newest first" in reader.text("TopBar")
        await reader.press("enter", "z")
        assert "1 · best first" in reader.text("TopBar")
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
