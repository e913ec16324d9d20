"""The terminal's own cursor, which screen readers and magnifiers follow, is where the keys act."""

from __future__ import annotations

from sitting import NARROW, sit_down


def under_cursor(reader, length):
    place = reader.app.cursor_position
    return reader.lines()[place.y][place.x : place.x + length]


async def test_it_follows_the_caret_through_the_article(home):
    async with sit_down(home, "reader:demo", NARROW) as reader:
        for keys in ("w", "w", "j", "ctrl+d", "G", "gg"):
            await reader.press(keys)
            assert under_cursor(reader, 1) == reader.at_caret(1), keys


async def test_it_follows_the_row_in_the_panel_and_comes_back(home):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press("gl", "j")
        assert under_cursor(reader, 12).strip()
        assert under_cursor(reader, 12).strip() in reader.picked()
        await reader.press("h")
        assert under_cursor(reader, 3) == reader.at_caret(3)
