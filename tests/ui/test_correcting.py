"""Saying otherwise who said it: picked, typed, confirmed, renamed, and taken back."""

from __future__ import annotations

import stories
from msgspec.structs import replace
from sitting import NARROW, sit_down

from reader.library import Library
from reader.model import Speaker
from reader.paths import find_paths


def said(reader):
    """Who is shown to have said each quotation, in the order of the text."""
    attribution = reader.view.attribution
    named = (attribution.speaker(one.speaker) for one in reader.view.quotations)
    return [speaker.name if speaker else "" for speaker in named]


def gutter(reader, words):
    row, _ = reader.find(words, "#body")
    return reader.lines("#body")[row].strip()


def named(reader, index):
    """The speaker of the quotation with these words of the story."""
    start = reader.view.article.text.index(stories.SAID[index])
    at = next(place for place, one in enumerate(reader.view.quotations) if one.start == start)
    return said(reader)[at]


async def test_another_speaker_is_picked_and_holds_for_the_next_sitting(home, story):
    async with sit_down(home, story, NARROW) as reader:
        await reader.press("w", "e")
        assert reader.screen == "SpeakerPicker"
        assert stories.SAID[0] in reader.flat("#passage")
        assert "Marta Kell" in reader.picked("RowList")
        await reader.press("down", "enter")
        assert reader.screen == "ReadingScreen"
        assert named(reader, 0) == "Piers Oduya"
        assert gutter(reader, stories.SAID[0]).startswith("PO")
        assert "note" not in reader.text("TopBar")
        await reader.press("Q")

    story.write_text(
        stories.STORY.replace("Walkers in Fennick", "This week, walkers in Fennick").replace(
            f"{stories.SAID[0]},", f"{stories.SAID[0]} at night,"
        ),
        encoding="utf-8",
    )
    async with sit_down(home, story) as reader:
        assert named(reader, 0) == "Piers Oduya"  # though the article was edited
        assert gutter(reader, stories.SAID[0]).startswith("PO")
        await reader.press("gn")
        rows = reader.flat("#panel-rows")
        assert "Corrections of who said it 1" in rows
        assert "said by Piers Oduya" in rows
        await reader.press("q")
        assert "The gate at Fennick Moor" in reader.flat("#library-rows")
        assert "✎" not in reader.flat("#library-rows")


async def test_the_same_words_are_corrected_again_and_step_by_step_back(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "e", "down", "enter")
        await reader.press("e")
        assert reader.screen == "SpeakerPicker"  # a correction is no note to edit
        assert "Piers Oduya" in reader.picked("RowList")
        await reader.paste("Hale Orrin")
        await reader.press("enter")
        assert named(reader, 0) == "Hale Orrin"
        await reader.press("u")
        assert "undone: correct who said it" in reader.message
        assert named(reader, 0) == "Piers Oduya"
        await reader.press("u")
        assert named(reader, 0) == "Marta Kell"
        assert reader.desk.all_notes() == []
        await reader.press("ctrl+r", "ctrl+r")
        assert named(reader, 0) == "Hale Orrin"


async def test_nobody_a_new_name_and_a_name_that_is_filtered_for(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "e")
        await reader.paste("Ola Brandt")
        assert "a new name: Ola Brandt" in reader.picked("RowList")
        await reader.press("enter")
        assert named(reader, 0) == "Ola Brandt"
        await reader.press("e")
        while "nobody" not in reader.picked("RowList"):
            await reader.press("down")
        await reader.press("enter")
        assert named(reader, 0) == ""
        assert gutter(reader, stories.SAID[0]).startswith("??")
        await reader.press("c")
        assert "nobody is named" in reader.message
        await reader.press("e", *"varga")
        assert "Ines Varga" in reader.picked("RowList")  # the first that fits, not the new name
        await reader.press("enter")
        assert named(reader, 0) == "Ines Varga"


async def test_typing_a_part_of_a_name_never_makes_a_new_one_of_it(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("2w", "e")
        assert "Piers Oduya" in reader.picked("RowList")
        await reader.press(*"mar")
        assert "Marta Kell" in reader.picked("RowList")
        await reader.press("escape")
        assert named(reader, 1) == "Piers Oduya"
        assert reader.desk.all_notes() == []


async def test_confirming_makes_sure(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("c")
        assert "no quotation here" in reader.message
        await reader.press("w", "c")
        assert "confirmed: Marta Kell" in reader.message
        await reader.press("i")
        assert "100% sure" in reader.message
        await reader.press("gn")
        assert "confirmed: Marta Kell" in reader.flat("#panel-rows")


async def test_a_quotation_with_a_note_is_corrected_from_its_row(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "H", "e")
        assert reader.screen == "NoteEditor"  # in the text, the note comes first
        await reader.press("escape", "gq", "gg", "e")
        assert reader.screen == "SpeakerPicker"
        await reader.press("down", "enter")
        assert named(reader, 0) == "Piers Oduya"


async def test_a_rename_and_a_merge_in_the_speakers_tab(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("gs")
        await reader.point_at("Ines Varga")
        await reader.press("e")
        await reader.press("ctrl+u")
        await reader.fill("Ines Varga-Holm")
        assert "Ines Varga-Holm" in reader.flat("#panel-rows")
        assert named(reader, 4) == "Ines Varga-Holm"
        await reader.point_at("Ines Varga-Holm")
        await reader.press("e", "ctrl+u")
        await reader.fill("Marta Kell")
        assert "Ines" not in reader.flat("#panel-rows")
        assert named(reader, 4) == "Marta Kell"
        assert "2 speakers" in reader.text("TopBar")
        await reader.press("gn")
        rows = reader.flat("#panel-rows")
        assert "Corrections of who said it 2" in rows
        assert "Ines Varga is Ines Varga-Holm" in rows
        await reader.press("u", "u")
        assert named(reader, 4) == "Ines Varga"
        assert "3 speakers" in reader.text("TopBar")


async def test_a_correction_is_taken_back_in_the_notes_tab(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "e", "down", "enter", "gn", "D")
        assert named(reader, 0) == "Marta Kell"
        assert reader.desk.all_notes() == []
        await reader.press("u")
        assert named(reader, 0) == "Piers Oduya"


async def test_marks_and_notes_on_corrected_words_leave_the_correction_alone(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "e", "down", "enter", "H")
        assert [(note.kind, note.speaker) for note in reader.desk.all_notes()] == [
            ("correction", "Piers Oduya"),
            ("highlight", "Piers Oduya"),
        ]
        await reader.press("D", "D")  # the second finds nothing to delete in the text
        assert [note.kind for note in reader.desk.all_notes()] == ["correction"]
        assert "no note here" in reader.message


async def test_what_an_earlier_engine_had_otherwise_is_told_on_opening(home, story):
    async with sit_down(home, story) as reader:
        reading = reader.app.screen.reading
        first = reading.attribution.quotations[0]
    library = Library(find_paths(home).library)
    before = replace(reading.attribution, speakers=(*reading.attribution.speakers, Speaker("x", "Tom Orr")))
    before = replace(before, quotations=(replace(first, speaker="x"), *before.quotations[1:]))
    library.set_attribution(reading.address, reading.text_sha256, before, "an earlier engine")
    library.close()
    async with sit_down(home, story) as reader:
        assert "1 quotation not as an earlier version of reader had them" in reader.message
        assert named(reader, 0) == "Marta Kell"
    async with sit_down(home, story) as reader:
        assert "earlier" not in reader.message


async def test_a_row_of_the_panel_is_confirmed(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("gq", "c")
        assert "confirmed: Marta Kell" in reader.message


async def test_what_is_told_without_marks_has_none_in_the_panel(home, tmp_path):
    told = tmp_path / "told.md"
    told.write_text(
        "# Gate\n\nMarta Kell said on Monday that the gate would stay shut. “So be it,” she said.\n", "utf-8"
    )
    async with sit_down(home, told) as reader:
        await reader.press("I", "gq")
        rows = reader.flat("#panel-rows")
        assert "“So be it,”" in rows
        assert "… the gate would stay shut" in rows
        assert "“the gate would stay shut" not in rows


async def test_a_name_typed_at_once_is_the_one_that_is_chosen(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w")
        await reader.press_fast("e", *"vargaa", "backspace", "enter")
        assert reader.screen == "ReadingScreen"
        assert named(reader, 0) == "Ines Varga"
        await reader.press_fast("e", *"QaJox", "escape")  # each a command of the article, too
        assert reader.screen == "ReadingScreen"
        assert named(reader, 0) == "Ines Varga"
        assert not reader.left
