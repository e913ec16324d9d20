"""The queue of unsure quotations: looked at, confirmed, corrected, and step by step back."""

from __future__ import annotations

import stories
from msgspec.structs import replace
from sitting import sit_down

from reader.app import Desk
from reader.app.engine import engine_version
from reader.errors import StoreFailed
from reader.library import Library
from reader.paths import find_paths

MILL = """# The mill turns again

The mill at Sarn stood still for nine years, and the wheel has grown moss on every one of its paddles.

“It will grind by Sunday,” said Ola Brandt, the miller's daughter.
"""


def store(home, source, *sure):
    """Store an article as this engine has it, but with these confidences for its first quotations."""
    paths = find_paths(home)
    desk = Desk(paths)
    reading = desk.attribute(desk.open(str(source)))
    quotations = list(reading.attribution.quotations)
    for place, confidence in enumerate(sure):
        quotations[place] = replace(quotations[place], confidence=confidence)
    rest = [replace(one, confidence=1.0) for one in quotations[len(sure) :]]
    changed = replace(reading.attribution, quotations=(*quotations[: len(sure)], *rest))
    library = Library(paths.library)
    library.set_attribution(reading.address, reading.text_sha256, changed, engine_version())
    library.close()
    desk.close()


def corrections(reader):
    return [(note.extra["correction"], note.speaker) for note in reader.desk.all_notes()]


async def test_with_nothing_to_look_at(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("gu")
        assert reader.screen == "UnsureScreen"
        assert "Every quotation in your articles has a speaker that is sure" in reader.flat("#unsure-rows")
        await reader.press("c", "e", "enter", "u")
        assert "nothing to undo" in reader.message
        await reader.press("gu", "q")
        assert reader.screen == "ReadingScreen"


async def test_confirming_correcting_and_going_back(home, story, write):
    store(home, story, 0.6, 0.3, 0.5)
    store(home, write(MILL, "mill.md"), 0.4)
    async with sit_down(home) as reader:
        await reader.press("gu")
        rows = reader.flat("#unsure-rows")
        places = [rows.index(words) for words in ("The mill turns", "It will grind", "The gate at", *_least_sure())]
        assert places == sorted(places)  # the newest article first, in it the least sure
        assert "Piers Oduya · 30% sure" in rows
        assert "4 to look at" in reader.text("TopBar")

        await reader.point_at(stories.SAID[1], "#unsure-rows")
        await reader.press("c")
        assert "said by Piers Oduya" in reader.message
        assert stories.SAID[1] not in reader.flat("#unsure-rows")
        assert "3 to look at" in reader.text("TopBar")
        await reader.point_at(stories.SAID[0], "#unsure-rows")
        await reader.press("e")
        assert reader.screen == "SpeakerPicker"
        assert "Marta Kell" in reader.picked("RowList")
        await reader.paste("Ines")
        await reader.press("enter")
        assert corrections(reader) == [("confirm", "Piers Oduya"), ("speaker", "Ines Varga")]
        assert "2 to look at" in reader.text("TopBar")
        await reader.press("u")
        assert "undone: correct who said it" in reader.message
        assert "3 to look at" in reader.text("TopBar")
        await reader.press("u")
        assert corrections(reader) == []
        await reader.press("ctrl+r")
        assert corrections(reader) == [("confirm", "Piers Oduya")]


def _least_sure():
    return stories.SAID[1], stories.SAID[2], stories.SAID[0]


async def test_enter_opens_at_the_place_and_the_mark_of_doubt_is_gone_when_confirmed(home, story):
    store(home, story, 1.0, 0.3)
    async with sit_down(home) as reader:
        await reader.press("gu", "gg", "enter")
        assert reader.screen == "ReadingScreen"
        assert reader.at_caret(60).startswith(stories.SAID[1])
        await reader.press("gq")
        assert f"? “{stories.SAID[1]}" in reader.picked()
        await reader.press("c")
        assert f"? “{stories.SAID[1]}" not in reader.flat("#panel-rows")
        await reader.press("q")
        assert reader.screen == "UnsureScreen"
        assert "Every quotation" in reader.flat("#unsure-rows")
        await reader.press("u")
        assert stories.SAID[1] in reader.flat("#unsure-rows")


async def test_keys_pressed_fast_answer_one_by_one(home, story):
    store(home, story, 0.1, 0.2, 0.3)
    async with sit_down(home) as reader:
        await reader.press("gu", "gg")
        await reader.press_fast("c", "c", "c")
        assert not reader.left
        assert corrections(reader) == [("confirm", name) for name in stories.SPEAKERS[:3]]
        await reader.press_fast("u", "u", "u", "u")
        assert not reader.left
        assert corrections(reader) == []
        await reader.press_fast("c", "u")
        assert not reader.left
        assert corrections(reader) == []


async def test_an_answer_that_cannot_be_saved_is_one_line_and_no_step_to_undo(home, story, monkeypatch):
    store(home, story, 0.3)

    def full(*_arguments):
        raise StoreFailed("notes.json: no space left: the note could not be saved")

    async with sit_down(home) as reader:
        await reader.press("gu", "gg")
        monkeypatch.setattr(Desk, "correct", full)
        await reader.press("c")
        assert reader.message.startswith("✗ notes.json: no space left")
        assert stories.SAID[0] in reader.flat("#unsure-rows")
        await reader.press("u")
        assert not reader.left
        assert "nothing to undo" in reader.message


async def test_nobody_is_confirmed_where_nobody_is_named(home, write):
    nobody = "# The mill\n\nThe mill at Sarn stood still for nine years.\n\n“It will grind by Sunday and not before.”\n"
    store(home, write(nobody), 0.1)
    async with sit_down(home) as reader:
        await reader.press("gu", "gg")
        assert "nobody named" in reader.picked("#unsure-rows")
        await reader.press("c")
        assert "said by nobody who is named" in reader.message
        assert corrections(reader) == [("speaker", "")]
        assert "Every quotation" in reader.flat("#unsure-rows")


async def test_answering_leaves_the_library_in_its_order(home, story, write):
    store(home, story, 0.3, 0.4)
    store(home, write(MILL, "mill.md"), 0.4)
    async with sit_down(home) as reader:
        await reader.press("gu")
        await reader.point_at(stories.SAID[0], "#unsure-rows")
        await reader.press("c")
        rows = reader.flat("#unsure-rows")
        assert rows.index("The mill turns") < rows.index("The gate at")
        await reader.press("q")
        rows = reader.flat("#library-rows")
        assert rows.index("The mill turns") < rows.index("The gate at")


async def test_words_that_changed_in_the_file_meanwhile_are_not_corrected_blindly(home, story):
    store(home, story, 0.3)
    async with sit_down(home) as reader:
        await reader.press("gu", "gg")
        story.write_text(stories.STORY.replace("Walkers in", "This week, walkers in"), encoding="utf-8")
        await reader.press("c")
        assert reader.message.startswith("✗ The gate at Fennick Moor stays shut: has changed")
        assert corrections(reader) == []


async def test_a_newcomer_is_told_what_the_queue_is_for(home):
    async with sit_down(home) as reader:
        await reader.press("gu")
        assert "No article yet" in reader.text("#unsure-rows")
        assert "gf opens an address" in reader.flat("#unsure-rows")
        hints = reader.text("HintBar")
        assert [key for key in ("enter open", "e edit", "c confirm") if key in hints] == []
