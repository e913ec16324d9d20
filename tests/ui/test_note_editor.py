"""The editor: preview, tags completed from those in use, and nothing saved that is nothing."""

from __future__ import annotations

import pytest
import stories
from sitting import sit_down


async def test_the_preview_shows_the_markdown_and_goes_back_to_the_text(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "a")
        await reader.paste("Ask **the club** for it.\n\n- first\n- second")
        await reader.press("ctrl+p")
        shown = reader.flat("#preview")
        assert shown == "Ask the club for it. • first • second"
        assert reader.style("the club").bold
        await reader.press("x", "ctrl+p", "!")
        assert "**the club**" in reader.flat()
        await reader.press("ctrl+s")
        (note,) = reader.desk.all_notes()
        assert note.body == "Ask **the club** for it.\n\n- first\n- second!"


async def test_a_preview_of_nothing_and_saving_from_the_preview(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "a", "ctrl+p")
        assert "nothing is written yet" in reader.flat()
        await reader.press("ctrl+p")
        await reader.paste("from the preview")
        await reader.press("ctrl+p", "ctrl+s")
        assert [note.body for note in reader.desk.all_notes()] == ["from the preview"]


async def test_an_empty_note_is_refused_with_a_word(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "a", "space", "ctrl+s")
        assert reader.screen == "NoteEditor"
        assert "nothing is written yet" in reader.message
        await reader.press("tab")
        await reader.paste("gate")
        await reader.press("ctrl+s")  # tags alone are something
        assert reader.screen == "ReadingScreen"
        (note,) = reader.desk.all_notes()
        assert note.tags == ("gate",)


async def test_tags_in_use_complete_what_is_typed(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "t")
        await reader.fill("moorland sheep")
        await reader.press("2w", "a")
        await reader.paste("more")
        await reader.press("tab", *"new", "space", *"mo")
        assert reader.app.focused.value == "new mo"
        assert "new moorland" in reader.flat()
        await reader.press("right")
        assert reader.app.focused.value == "new moorland"
        await reader.press("tab", "!", "ctrl+s")
        assert [(note.body, note.tags) for note in reader.desk.all_notes() if note.body] == [
            ("more!", ("new", "moorland"))
        ]


async def test_tags_are_completed_in_the_prompt_too(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "t")
        await reader.fill("moorland")
        await reader.press("2w", "t", *"mo", "right", "enter")
        assert [note.tags for note in reader.desk.all_notes()] == [("moorland",), ("moorland",)]


async def test_leaving_says_what_is_kept_only_when_something_was_written(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "a", "escape")
        assert "not saved" not in reader.message
        assert reader.desk.drafts() == []
        await reader.press("a", "x", "escape")
        assert "not saved; the text is kept" in reader.message
        assert [text for _, text in reader.desk.drafts()] == ["x"]


async def test_unfinished_notes_of_each_kind_go_on_at_their_place(home, story):
    async with sit_down(home, story) as reader:
        for keys, body in (("2w", "on words"), ("gp", "on all of it")):
            await reader.press(keys, *(["a"] if keys == "2w" else []))
            await reader.paste(body)
            await reader.press("escape")
        await reader.press("gg", "w", "a")
        await reader.paste("saved")
        await reader.press("ctrl+s", "e")
        await reader.paste(" and changed")
        await reader.press("escape", "q")
        rows = reader.flat("#library-rows")
        assert all(text in rows for text in ("on words", "on all of it", "saved and changed"))
        assert "The gate at Fennick Moor stays shut" in rows
        for text, title in (("on words", stories.SAID[1]), ("on all of it", "On the whole article")):
            await reader.point_at(text, "#library-rows")
            await reader.press("enter")
            assert reader.screen == "NoteEditor"
            assert title in reader.flat("#passage")
            await reader.press("ctrl+s", "q")
        await reader.point_at("saved and changed", "#library-rows")
        await reader.press("enter")
        assert "Change the note" in reader.flat()
        await reader.press("ctrl+s")
        assert sorted(note.body for note in reader.desk.all_notes()) == [
            "on all of it",
            "on words",
            "saved and changed",
        ]
        assert reader.desk.drafts() == []


@pytest.mark.parametrize("width", [80, 100, 140])
async def test_no_key_at_the_foot_is_parted_from_its_word(home, story, width):
    async with sit_down(home, story, (width, 30)) as reader:
        await reader.press("w", "a")
        foot = [words.strip() for line in reader.lines("#foot") for words in line.split("  ") if words.strip()]
        assert foot[0] == "no colour"
        assert "ctrl+p preview" in foot
        assert "ctrl+g $EDITOR" in foot
