"""Help lists every action with its keys; the command palette does them by name."""

from __future__ import annotations

import pytest
from sitting import NARROW, WIDE, sit_down

from reader.actions import ACTIONS
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
        await reader.press(":")
        assert reader.screen == "CommandPalette"
        await reader.paste("Next quotation")
        assert reader.shows("Next quotation")
        await reader.press("enter", "enter")
        assert reader.screen == "ReadingScreen"
        assert reader.view.here == 0
        await reader.press("ctrl+p", "escape")
        assert reader.screen == "ReadingScreen"
