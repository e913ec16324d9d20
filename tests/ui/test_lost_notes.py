"""A note whose passage is gone is put where it belongs now, and stays there; notes that overlap, and other windows."""

from __future__ import annotations

import pytest
import stories
from sitting import sit_down

from reader.actions import by_name
from reader.app import Desk
from reader.model import NoteKind
from reader.paths import find_paths
from reader.ui.screens import notes as notes_screen
from reader.ui.screens import reading as reading_screen

MOVING = pytest.mark.skipif("move_note" not in by_name(), reason="no action of the registry moves a note yet")
NOW = "Quite another thing was said here"


@pytest.fixture
def lost(home, story):
    """A note on the first quotation, which stands in the article in other words now."""
    desk = Desk(find_paths(home))
    reading = desk.attribute(desk.open(str(story)))
    start = reading.article.text.index(stories.SAID[0])
    desk.add_note(reading, (start, start + len(stories.SAID[0])), NoteKind.QUOTATION, body="which gate?")
    desk.close()
    story.write_text(stories.STORY.replace(stories.SAID[0], NOW), encoding="utf-8")
    return story


def place(reader):
    """The words that the one note stands on."""
    (note,) = reader.app.screen.notes
    if note.anchor.start is None:
        return None
    return reader.view.article.text[note.anchor.start : note.anchor.end]


async def test_a_lost_note_is_put_on_a_place_like_its_own_and_stays_there(home, lost):
    async with sit_down(home, lost) as reader:
        assert place(reader) is None
        await reader.press("gn", "enter")
        assert reader.screen == "NearPicker"
        assert stories.SAID[0] in reader.flat("#passage")
        await reader.press("j")
        assert NOW in reader.picked("RowList")
        await reader.press("enter")
        assert NOW in place(reader)
        assert "In the text 1" in reader.flat("#panel-rows")
        await reader.press("u")
        assert place(reader) is None
        await reader.press("ctrl+r")
        assert NOW in place(reader)
        await reader.press("Q")
    lost.write_text(lost.read_text(encoding="utf-8").replace("Walkers in", "This week, walkers in"), encoding="utf-8")
    async with sit_down(home, lost) as reader:
        assert NOW in place(reader)
        (note,) = reader.desk.all_notes()
        assert note.selector.exact == stories.SAID[0]  # what it was made on stays
        await reader.press("ga", "enter")
        assert NOW in reader.at_caret(80)


@MOVING
async def test_a_note_picked_in_the_panel_is_moved_to_the_selection(home, lost):
    async with sit_down(home, lost) as reader:
        await reader.press("M")
        assert "pick a note in the panel first" in reader.message
        await reader.press("gn", "escape", "w", "M")
        assert NOW in place(reader)
        await reader.press("gg", "v", "e", "M")
        assert place(reader) == "Walkers"
        await reader.press("u")
        assert NOW in place(reader)
        await reader.press("u")
        assert place(reader) is None


@MOVING
async def test_the_lost_note_stays_picked_on_the_way_over_others(home, lost):
    async with sit_down(home, lost) as reader:
        await reader.press("2w", "H", "gn")
        await reader.point_at(stories.SAID[0])
        await reader.press("escape", "gg", "2w", "gg", "M")
        on = {note.body: note.anchor.start for note in reader.app.screen.notes}
        assert on["which gate?"] == 0
        assert on[""] == reader.view.article.text.index(stories.SAID[1])


async def test_two_notes_on_the_same_words_show_how_many(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "H")
        row, _ = reader.find(stories.SAID[0], "#body")
        assert reader.lines("#body")[row].strip().startswith("✎ MK")
        await reader.press("a")
        await reader.paste("and a thought")
        await reader.press("ctrl+s")
        assert reader.lines("#body")[row].strip().startswith("2 MK")
        await reader.press("u")
        assert reader.lines("#body")[row].strip().startswith("✎ MK")


def in_another_window(home, story, words, body):
    """Make a note as another window of the program would."""
    desk = Desk(find_paths(home))
    desk.add_note_on(desk.open(str(story)), words, body=body)
    desk.close()


async def until(reader, shown):
    """Let the program look, a bounded number of times, until something is shown."""
    for _ in range(400):
        if shown():
            return
        await reader.pilot.pause(0.01)
        await reader.settle()
    raise AssertionError(reader.text())


async def test_notes_of_another_window_come_by_themselves(home, story, monkeypatch):
    monkeypatch.setattr(reading_screen, "WATCH_EVERY", 0.02)
    monkeypatch.setattr(notes_screen, "WATCH_EVERY", 0.02)
    async with sit_down(home, story) as reader:
        await reader.press("2w", "H", "gn")
        in_another_window(home, story, stories.SAID[0], "from over there")
        await until(reader, lambda: "from over there" in reader.flat("#panel-rows"))
        assert "2 notes" in reader.text("TopBar")
        await reader.press("ga")
        in_another_window(home, story, stories.SAID[2], "once more")
        await until(reader, lambda: "once more" in reader.flat("#notes-rows"))
        assert "3 of 3" in reader.text("TopBar")
        await reader.press("q")
        assert "3 notes" in reader.text("TopBar")
