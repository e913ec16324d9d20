"""Everything works with the mouse: keys of the footer, those that may follow, tabs, rows and the text."""

from __future__ import annotations

import pytest
from sitting import NARROW, WIDE, sit_down


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_key_of_the_footer_is_pressed_by_a_click(home, size):
    async with sit_down(home, "reader:demo", size) as reader:
        await reader.click("HintBar", "quote")
        assert reader.view.here == 0
        await reader.click("HintBar", "w")
        assert reader.view.here == 1
        await reader.click("HintBar", "help")
        assert reader.screen == "HelpScreen"


async def test_a_key_that_may_follow_is_pressed_by_a_click(home):
    async with sit_down(home, "reader:demo", NARROW) as reader:
        await reader.press("g")
        await reader.click("HintBar", "speakers tab")
        assert reader.shows("People", "#panel-rows")
        await reader.press("escape", "g")
        await reader.click("HintBar", "g …")
        assert reader.shows("g …", "HintBar")


async def test_a_click_beside_the_keys_does_nothing(home):
    async with sit_down(home, "reader:demo", WIDE) as reader:
        before = reader.text()
        await reader.pilot.click("HintBar", offset=(138, 0))
        await reader.settle()
        assert reader.text() == before


async def test_the_footer_types_nothing_into_a_prompt(home):
    async with sit_down(home, "reader:demo", WIDE) as reader:
        await reader.press("/")
        await reader.click("HintBar", "quote")
        assert reader.view.here is None


async def test_tabs_and_rows_are_chosen_by_a_click(home):
    async with sit_down(home, "reader:demo", WIDE) as reader:
        await reader.click("SidePanel", "Speakers")
        await reader.click("#panel-rows", "Dorothea")
        assert "only Dorothea Pym" in reader.message
        await reader.click("SidePanel", "Quotes")
        await reader.click("#panel-rows", "My grandfather")
        assert reader.at_caret(14) == "My grandfather"
