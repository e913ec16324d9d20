"""Notes from the screen: made on everything, on the disk at once, seen in place, found again, undone and redone."""

from __future__ import annotations

import json
import signal

import pytest
import stories
from sitting import NARROW, WIDE, sit_down

from reader.model import NoteKind
from reader.themes import HIGHLIGHTS


def on_disk(home):
    """The notes as another program would find them, from the snapshot and the journal beside it."""
    from reader.notes import NoteStore

    store = NoteStore(home / "notes.json")
    try:
        return store.all()
    finally:
        store.close()


async def write_note(reader, body):
    """Fill the editor and save."""
    assert reader.screen == "NoteEditor"
    await reader.paste(body)
    await reader.press("ctrl+s")
    assert reader.screen == "ReadingScreen"


async def test_a_note_on_a_quotation_is_saved_shown_and_found_again(home, story):
    async with sit_down(home, story, NARROW) as reader:
        await reader.press("2w", "a")
        assert stories.SAID[1] in reader.flat()
        await write_note(reader, "Ask the *club* for the letter.\n\nWhich March?")
        await reader.press("t")
        await reader.fill("letter #dates")
        (note,) = on_disk(home)  # while the program runs
        assert note.kind is NoteKind.QUOTATION
        assert note.body == "Ask the *club* for the letter.\n\nWhich March?"
        assert note.tags == ("letter", "dates")
        assert note.speaker == "Piers Oduya"
        assert stories.SAID[1] in note.selector.exact
        assert (home / "notes.json").stat().st_mode & 0o077 == 0
        row, _ = reader.find(stories.SAID[1], "#body")
        assert reader.lines("#body")[row].strip().startswith("✎ PO")
        assert "1 note" in reader.text("TopBar")
        await reader.press("Q")

    async with sit_down(home, story) as reader:
        row, _ = reader.find(stories.SAID[1], "#body")
        assert reader.lines("#body")[row].strip().startswith("✎ PO")
        await reader.press("gn")
        rows = reader.flat("#panel-rows")
        assert "In the text 1" in rows
        assert "— Piers Oduya" in rows
        assert "✎ Ask the *club* for the letter. Which March?" in rows
        assert "#letter #dates" in rows
        await reader.press("enter")
        assert reader.at_caret(60).startswith(stories.SAID[1])


async def test_notes_on_paragraph_selection_and_article(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("a")
        await write_note(reader, "the paragraph")
        assert "v select" in reader.text("HintBar")
        await reader.press("gg", "v")
        assert "v end" in reader.text("HintBar")
        await reader.press("4w", "e", "a")
        await write_note(reader, "the selection")
        await reader.press("gp")
        assert "On the whole article" in reader.flat()
        await write_note(reader, "the article")
        by_body = {note.body: note for note in on_disk(home)}
        assert by_body["the paragraph"].selector.exact == reader.view.article.blocks[0].text
        assert by_body["the paragraph"].kind is NoteKind.NOTE
        assert by_body["the selection"].selector.exact == "Walkers in Fennick have waited"
        assert by_body["the article"].selector is None
        assert by_body["the article"].kind is NoteKind.PAGE
        await reader.press("gn")
        rows = reader.flat("#panel-rows")
        assert rows.index("On the article 1") < rows.index("In the text 2")
        assert "the article" in rows


async def test_highlights_take_colours_as_fast_as_one_types(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "H")
        assert [(note.kind, note.color) for note in on_disk(home)] == [(NoteKind.HIGHLIGHT, HIGHLIGHTS[0])]
        ground = reader.style(stories.SAID[0], "#body").bgcolor
        await reader.press("H")
        assert [note.color for note in on_disk(home)] == [HIGHLIGHTS[1]]
        assert reader.style(stories.SAID[0], "#body").bgcolor != ground
        await reader.press("4H")
        assert [note.color for note in on_disk(home)] == [HIGHLIGHTS[3]]
        await reader.press("3w")
        await reader.press_fast("H", "H", "H")
        assert sorted(note.color for note in on_disk(home)) == sorted([HIGHLIGHTS[3], HIGHLIGHTS[2]])
        await reader.press("w", "5H")
        assert sorted(note.color for note in on_disk(home)) == sorted(HIGHLIGHTS[2:])


async def test_tags_are_put_on_a_note_or_make_one(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "t")
        await reader.fill("gate, #moor")
        (note,) = on_disk(home)
        assert note.tags == ("gate", "moor")
        await reader.press("t")
        await reader.fill(" sheep")
        (note,) = on_disk(home)
        assert note.tags == ("gate", "moor", "sheep")
        assert reader.app.focused.id == "body"
        await reader.press("t", "escape")
        assert len(on_disk(home)) == 1


async def test_edit_delete_undo_and_redo(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("e")
        assert "no note here" in reader.message
        await reader.press("u")
        assert "nothing to undo" in reader.message
        await reader.press("w", "a")
        await write_note(reader, "first thought")
        await reader.press("e")
        assert "first thought" in reader.text()
        await write_note(reader, ", second thought")
        assert [note.body for note in on_disk(home)] == ["first thought, second thought"]
        await reader.press("D")
        assert on_disk(home) == []
        assert "✎" not in reader.text("#body")
        assert "note deleted" in reader.message
        await reader.press("u")
        assert [note.body for note in on_disk(home)] == ["first thought, second thought"]
        assert "✎" in reader.text("#body")
        await reader.press("u")
        assert [note.body for note in on_disk(home)] == ["first thought"]
        await reader.press("u")
        assert on_disk(home) == []
        await reader.press_fast("ctrl+r", "ctrl+r", "ctrl+r")
        assert on_disk(home) == []
        await reader.press_fast("u", "u")
        assert [note.body for note in on_disk(home)] == ["first thought"]
        await reader.press("ctrl+r", "H")
        assert [note.body for note in on_disk(home)] == ["first thought, second thought"]
        await reader.press("ctrl+r")
        assert "nothing to redo" in reader.message


async def test_a_draft_is_kept_on_escape_and_offered_again(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "a")
        await reader.paste("half a thou")
        await reader.press("escape")
        assert reader.screen == "ReadingScreen"
        assert "not saved" in reader.message
        assert on_disk(home) == []
        assert [text for _, text in reader.desk.drafts()] == ["half a thou"]
        await reader.press("w", "a")
        assert "half a thou" not in reader.text()  # another passage, another draft
        await reader.press("escape", "Q")

    async with sit_down(home, story) as reader:
        await reader.press("gg", "w", "a")
        assert "half a thou" in reader.text()
        assert "draft" in reader.message
        await write_note(reader, "ght")
        assert [note.body for note in on_disk(home)] == ["half a thought"]
        assert reader.desk.drafts() == []


async def test_the_editor_takes_several_lines_and_colours(home, story):
    async with sit_down(home, story, WIDE) as reader:
        await reader.press("w", "a", "N", "o", "enter", "w", "q", "ctrl+t", "ctrl+t")
        assert HIGHLIGHTS[1] in reader.text()
        await reader.press("ctrl+s")
        (note,) = on_disk(home)
        assert note.body == "No\nwq"
        assert note.color == HIGHLIGHTS[1]


async def test_the_editor_reaches_its_tags_by_key(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "a")
        await reader.paste("a text")
        await reader.press("tab")
        await reader.paste("gate moor")
        await reader.press("ctrl+s")
        (note,) = on_disk(home)
        assert (note.body, note.tags) == ("a text", ("gate", "moor"))


async def test_export_writes_a_file_and_overwrites_none(home, story, tmp_path):
    async with sit_down(home, story) as reader:
        await reader.press("X")
        assert "no notes to export" in reader.message
        await reader.press("w", "a")
        await write_note(reader, "keep this")
        for name in ("out.md", "out.json", "out.csv"):
            await reader.press("X")
            await reader.fill(str(tmp_path / name))
            assert "exported 1 note" in reader.message
            assert "keep this" in (tmp_path / name).read_text(encoding="utf-8")
        assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
        written = (tmp_path / "out.md").read_text(encoding="utf-8")
        assert stories.SAID[0] in written
        assert "Marta Kell" in written
        assert "The gate at Fennick Moor stays shut" in written
        (tmp_path / "out.md").write_text("mine", encoding="utf-8")
        await reader.press("X")
        await reader.fill(str(tmp_path / "out.md"))
        assert reader.message.startswith("✗")
        assert "out.md" in reader.message
        assert (tmp_path / "out.md").read_text(encoding="utf-8") == "mine"
        for bad in ("out.xyz", "no-such-folder/out.md"):
            await reader.press("X")
            await reader.fill(str(tmp_path / bad))
            assert reader.message.startswith("✗")
            assert not (tmp_path / bad).exists()


@pytest.mark.parametrize("name", ["~nobody-of-this-name/out.md", f"{'x' * 300}.md"])
async def test_export_to_an_impossible_name_is_one_line(home, story, name):
    async with sit_down(home, story) as reader:
        await reader.press("w", "H", "X")
        await reader.fill(name)
        assert not reader.left
        assert reader.message.startswith("✗")


async def test_deleting_and_undoing_in_the_panel(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "H", "w", "H", "gn", "gg", "D")
        assert [note.speaker for note in on_disk(home)] == ["Piers Oduya"]
        assert stories.SAID[1] in reader.picked()
        assert "Notes 1" in reader.text("TabLine")
        await reader.press("D")
        assert "No notes yet" in reader.flat("#panel-rows")
        await reader.press_fast("u", "u")
        assert [note.speaker for note in on_disk(home)] == ["Marta Kell", "Piers Oduya"]
        assert "Notes 2" in reader.text("TabLine")


async def test_a_note_whose_passage_changed_is_found_or_told_as_lost(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "H", "2w", "H", "gg", "H")
    story.write_text(
        stories.STORY.replace("Walkers in Fennick have waited", "Ramblers in Fennick have long waited")
        .replace(stories.SAID[0], "Quite another thing was said here")
        .replace("\n## What the farmers", "\nA new paragraph came in between the old ones.\n\n## What the farmers"),
        encoding="utf-8",
    )
    async with sit_down(home, story) as reader:
        await reader.press("gn")
        rows = reader.flat("#panel-rows")
        assert "[edited] Walkers in Fennick" in rows
        assert stories.SAID[2] in rows
        assert f"No longer in the text 1 [gone] {stories.SAID[0]}" in rows
        await reader.press("G")
        assert stories.SAID[0] in reader.picked()
        await reader.press("enter")
        assert reader.screen == "NearPicker"
        assert stories.SAID[0] in reader.flat("#passage")  # what it was
        await reader.press("escape")
        assert "left where it was" in reader.message
        assert reader.app.focused.id == "panel-rows"
        await reader.press("D")
        assert len(on_disk(home)) == 2


async def test_fetching_again_keeps_notes_and_place(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("2w", "H")
        place = reader.view.caret
        await reader.press("r")
        assert "fetched again" in reader.message
        assert reader.view.caret == place
        assert reader.shows("✎ PO", "#body")
        assert "1 note" in reader.text("TopBar")


async def test_tagging_in_the_panel_leaves_the_keys_there(home, story):
    async with sit_down(home, story, NARROW) as reader:
        await reader.press("w", "H", "gn", "t")
        await reader.fill("gate")
        assert "#gate" in reader.flat("#panel-rows")
        await reader.press("D")
        assert on_disk(home) == []
        assert reader.app.focused.id == "panel-rows"


async def test_an_unfinished_note_is_offered_in_the_library(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("2w", "a")
        await reader.paste("half a thou")
        await reader.press("escape", "gg", "q")
        assert "Unfinished notes" in reader.flat("#library-rows")
        await reader.point_at("half a thou", "#library-rows")
        await reader.press("D")
        assert reader.desk.drafts() == []
        await reader.press("u")
        await reader.point_at("half a thou", "#library-rows")
        await reader.press("enter")
        assert reader.screen == "NoteEditor"
        assert "half a thou" in reader.text()
        await write_note(reader, "ght")
        (note,) = on_disk(home)
        assert (note.body, note.speaker) == ("half a thought", "Piers Oduya")
        assert reader.desk.drafts() == []
        await reader.press("q")
        assert "Unfinished" not in reader.flat("#library-rows")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_to_end_loses_neither_draft_nor_place(home, story, ending):
    async with sit_down(home, story) as reader:
        await reader.press("3w", "a")
        await reader.paste("half a thou")
        assert signal.getsignal(ending) not in (signal.SIG_DFL, None)
        signal.raise_signal(ending)
        await reader.until_left()
        assert reader.app.return_value is None
    async with sit_down(home, story) as reader:
        assert reader.view.here == 2
        assert [text for _, text in reader.desk.drafts()] == ["half a thou"]


async def test_a_note_that_cannot_be_saved_is_not_lost(home, story):
    home.mkdir()
    (home / "notes.json").write_text("{damaged", encoding="utf-8")
    async with sit_down(home, story) as reader:
        await reader.press("w", "a")
        await reader.paste("a thought worth keeping")
        await reader.press("ctrl+s")
        assert reader.message.startswith("✗")
        assert "notes.json" in reader.message
        assert (home / "notes.json").read_text(encoding="utf-8") == "{damaged"
        assert "a thought worth keeping" in reader.text() or reader.desk.drafts()
