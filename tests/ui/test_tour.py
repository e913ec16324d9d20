"""The tour of the article that ships: five steps, each done to go on; offered once, taken again when asked for."""

from __future__ import annotations

import pytest
from sitting import NARROW, WIDE, sit_down

STRIP = "TourStrip"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_each_step_goes_on_when_it_is_done(home, size):
    async with sit_down(home, "reader:demo", size) as reader:
        assert "Tour 1 of 5  w goes to the next quotation" in reader.text(STRIP)
        await reader.press("j", "i")
        assert "Tour 1 of 5" in reader.text(STRIP)
        await reader.press("w")
        assert "Tour 2 of 5  i tells" in reader.text(STRIP)
        await reader.press("i")
        assert "Tour 3 of 5  a writes a note on it; ctrl+s saves" in reader.text(STRIP)
        await reader.press("a", "escape")
        assert "Tour 3 of 5" in reader.text(STRIP)
        await reader.press("a")
        await reader.paste("So it begins.")
        await reader.press("ctrl+s")
        assert "Tour 4 of 5  gq lists" in reader.text(STRIP)
        await reader.press("gq")
        assert "Tour 5 of 5  ? shows" in reader.text(STRIP)
        await reader.press("?", "escape")
        assert "That was the tour" in reader.text(STRIP)
        await reader.press("j")
        assert not reader.app.screen.query(STRIP)
    async with sit_down(home, "reader:demo", size) as reader:
        assert not reader.app.screen.query(STRIP)


async def test_escape_ends_what_is_open_first_and_then_the_tour_for_good(home):
    async with sit_down(home, "reader:demo", NARROW) as reader:
        await reader.press("v", "escape")
        assert reader.shows("Tour 1 of 5")
        await reader.press("escape")
        assert not reader.app.screen.query(STRIP)
        assert "gT takes it again" in reader.message
        assert reader.screen == "ReadingScreen"
    async with sit_down(home, "reader:demo", NARROW) as reader:
        assert not reader.app.screen.query(STRIP)
        await reader.press("gT")
        assert reader.shows("Tour 1 of 5")


async def test_it_is_taken_from_elsewhere_and_left_by_leaving_it_comes_again(home, story):
    async with sit_down(home, story) as reader:
        assert not reader.app.screen.query(STRIP)
        await reader.press("gT")
        assert reader.shows("Tour 1 of 5")
        await reader.press("q")
        assert not reader.app.screen.query(STRIP)
    async with sit_down(home, "reader:demo") as reader:
        assert reader.shows("Tour 1 of 5")


async def test_it_names_the_keys_of_the_person(home):
    home.mkdir()
    (home / "config.toml").write_text('[keymap]\nnext_quotation = "ctrl+n"\ncancel = "ctrl+g"\n', encoding="utf-8")
    async with sit_down(home, "reader:demo") as reader:
        assert "ctrl+n goes to the next quotation" in reader.text(STRIP)
        assert "ctrl+g leaves it" in reader.text(STRIP)
        await reader.press("ctrl+n")
        assert "Tour 2 of 5" in reader.text(STRIP)


async def test_what_cannot_be_remembered_is_told(home):
    async with sit_down(home, "reader:demo") as reader:
        (home / "state" / "tour-taken").mkdir(parents=True)
        (home / "state" / "tour-taken" / "full").touch()
        await reader.press("escape")
        assert "so the tour will come again" in reader.message


async def test_keys_that_may_follow_have_the_room(home):
    async with sit_down(home, "reader:demo", NARROW) as reader:
        await reader.press("g")
        assert not reader.shows("Tour 1 of 5")
        await reader.press("escape")
        assert reader.shows("Tour 1 of 5")
