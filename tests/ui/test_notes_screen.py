"""All notes on one screen: found by words, opened at their place, changed, deleted and brought back."""

from __future__ import annotations

import stories
from sitting import sit_down


async def test_all_notes_from_filter_to_place(home, story, write):
    mill = write(stories.long_story(60), "mill.md")
    async with sit_down(home, story) as reader:
        await reader.press("ga")
        assert reader.screen == "NotesScreen"
        assert "No notes yet" in reader.text("#notes-rows")
        await reader.press("q", "2w", "a")
        await reader.paste("about the key")
        await reader.press("ctrl+s", "gf")
        await reader.fill(str(mill))
        await reader.press("40}", "a")
        await reader.paste("about the mill")
        await reader.press("ctrl+s", "ga")
        rows = reader.flat("#notes-rows")
        assert rows.index("about the mill") < rows.index("about the key")  # newest first
        assert "Piers Oduya · The gate at Fennick Moor" in rows
        assert "2 of 2" in reader.text("TopBar")

        await reader.press("/")
        await reader.fill("KEY oduya")
        assert "about the mill" not in reader.text("#notes-rows")
        assert "1 of 2" in reader.text("TopBar")
        await reader.press("t")
        await reader.fill("letter")
        assert "#letter" in reader.flat("#notes-rows")
        await reader.press("e")
        assert reader.screen == "NoteEditor"
        await reader.paste(", and more")
        await reader.press("ctrl+s")
        assert "about the key, and more" in reader.flat("#notes-rows")
        await reader.press("Y")
        assert "Piers Oduya" in reader.app.clipboard
        assert stories.SAID[1] in reader.app.clipboard

        await reader.press("escape", "D")
        assert len(reader.desk.all_notes()) == 1
        await reader.press("u")
        assert sorted(note.body for note in reader.desk.all_notes()) == ["about the key, and more", "about the mill"]
        await reader.press("u", "u")
        assert [note.tags for note in reader.desk.all_notes() if "key" in note.body] == [()]
        assert "about the key" in reader.flat("#notes-rows")

        await reader.press("gg", "enter")
        assert reader.screen == "ReadingScreen"
        assert "Paragraph 40 " in reader.line_at_caret
        assert reader.shows("Paragraph 40 ", "#body")
        await reader.press("q")
        assert reader.screen == "NotesScreen"


async def test_export_from_all_notes_takes_what_is_listed(home, story, tmp_path):
    async with sit_down(home, story) as reader:
        for keys, body in (("w", "first"), ("w", "second")):
            await reader.press(keys, "a")
            await reader.paste(body)
            await reader.press("ctrl+s")
        await reader.press("ga", "/")
        await reader.fill("second")
        await reader.press("X")
        await reader.fill(str(tmp_path / "some.md"))
        written = (tmp_path / "some.md").read_text(encoding="utf-8")
        assert "second" in written
        assert "first" not in written


async def test_a_highlights_colour_is_told_in_words_and_stays_on_the_row_that_is_picked(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "2H", "gn")
        assert "green" in reader.picked()
        await reader.press("ga")
        assert "green · Marta Kell" in reader.picked("#notes-rows")
        ground = reader.style(stories.SAID[0][:9], "#notes-rows").bgcolor.get_truecolor().hex
        assert ground.casefold() == reader.app.palette.theme.highlights["green"].casefold()
