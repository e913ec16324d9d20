"""Help lists every action with its keys; the command palette does them by name."""

from __future__ import annotations

import pytest
from sitting import NARROW, WIDE, sit_down

from reader.actions import ACTIONS, Place
from reader.app.keymap import build_keymap
from reader.ui.screens.help import help_rows


def test_help_has_a_row_for_every_action_with_its_keys():
    keymap, _ = build_keymap({"next_quotation": ["ctrl+n", "gw"], "why": []})
    rows = {row.key: " ".join(part for part, _ in row.paragraphs[-1].parts) for row in help_rows(keymap) if row.key}
    assert list(rows) == sorted((action.name for action in ACTIONS), key=list(rows).index)
    assert set(rows) == {action.name for action in ACTIONS}
    assert "ctrl+n  gw" in rows["next_quotation"]
    assert rows["why"].startswith("–")
    assert all(action.text in rows[action.name] for action in ACTIONS)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_help_is_read_to_its_end_and_closed(home, size):
    async with sit_down(home, "reader:demo", size) as reader:
        await reader.press("?")
        assert reader.screen == "HelpScreen"
        seen = reader.text()
        for _ in range(40):
            await reader.press("ctrl+d")
            seen += reader.text()
        missing = [action.text for action in ACTIONS if action.text.split(";")[0][:40] not in seen]
        assert missing == []
        await reader.press("escape")
        assert reader.screen == "ReadingScreen"


async def test_help_names_the_table_of_the_settings(home):
    async with sit_down(home, "reader:demo", WIDE) as reader:
        await reader.press("?")
        assert reader.shows("[keymap]")


async def test_the_palette_does_an_action_and_offers_those_of_the_place(home):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press("g:")
        assert reader.screen == "ActionPalette"
        assert [line.split()[0] for line in reader.lines("CommandList")[:3]] == ["enter", "w", "v"]  # as in the footer
        await reader.paste("Next quotation")
        assert reader.shows("Next quotation")
        await reader.press("enter", "enter")
        assert reader.screen == "ReadingScreen"
        assert reader.view.here == 0
        await reader.press("ctrl+p", "escape")
        assert reader.screen == "ReadingScreen"


async def test_what_a_key_does_goes_on_below_itself(home):
    async with sit_down(home, "reader:demo", NARROW) as reader:
        await reader.press("?")
        await reader.press_fast(*["j"] * 63)
        row, column = reader.find("Edit the note here")
        assert reader.find("here; edit the feed") == (row + 1, column)


@pytest.mark.parametrize("place", Place)
def test_help_has_first_what_applies_here(place):
    names = [row.key for row in help_rows(build_keymap({})[0], place) if row.key]
    here = {action.name for action in ACTIONS if place in action.where}
    assert set(names[: len(here)]) == here
    assert sorted(names) == sorted(action.name for action in ACTIONS)


async def test_help_says_where_it_was_opened_with_the_keys_of_the_preset(home):
    home.mkdir()
    (home / "config.toml").write_text('preset = "emacs"\n', encoding="utf-8")
    async with sit_down(home, "reader:demo", WIDE) as reader:
        await reader.press("?")
        first = reader.text()
        assert "Moving · here (reading)" in first
        assert "ctrl+n  down" in first
        assert "here (panel)" not in first


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_prefix_shows_every_key_that_may_follow(home, size):
    async with sit_down(home, "reader:demo", size) as reader:
        await reader.press("w")
        before = reader.lines("ArticleView")
        await reader.press("g")
        shown = reader.flat("HintBar")
        following = reader.app.screen.keys.continuations(Place.READING)
        assert len(following) > 15
        for key, action in following:
            assert f"{key} {action.hint or action.name.replace('_', ' ')}" in shown, action.name
        await reader.press("escape")
        assert len(reader.lines("HintBar")) == 1
        assert reader.lines("ArticleView") == before
