"""All notes: searched, put in order, picked and changed together."""

from __future__ import annotations

import pytest
import stories
from sitting import sit_down

from reader.actions import by_name
from reader.app import Desk
from reader.model import NoteKind
from reader.paths import find_paths

PICKING = pytest.mark.skipif("select_row" not in by_name(), reason="no action of the registry picks a row yet")
BODIES = ("first thought", "second thought", "third thought")


@pytest.fixture
def noted(home, story):
    """Three notes on the first three quotations: tags a, a b and none; yellow, none, green."""
    desk = Desk(find_paths(home))
    reading = desk.attribute(desk.open(str(story)))
    for body, place, tags, color in zip(
        BODIES, (0, 1, 2), (("a",), ("a", "b"), ()), ("yellow", "", "green"), strict=True
    ):
        span = reading.article.text.index(stories.SAID[place])
        where = (span, span + len(stories.SAID[place]))
        desk.add_note(reading, where, NoteKind.QUOTATION, body=body, tags=tags, color=color)
    desk.close()
    return story


def listed(reader):
    rows = reader.flat("#notes-rows")
    return sorted((body for body in BODIES if body in rows), key=rows.index)


def tags(reader):
    return {note.body: note.tags for note in reader.desk.all_notes()}


@pytest.mark.parametrize(
    ("asked", "bodies"),
    [
        ("third", [2]),
        ('"locked thought"', []),
        ("tag:a", [1, 0]),
        ("tag:a -tag:b", [0]),
        ("colour:green", [2]),
        ("speaker:oduya", [1]),
        ("site:gate.md", [2, 1, 0]),
        ("before:2001-01-01", []),
        ("after:2001-01-01 -third", [1, 0]),
    ],
    ids=range(9),  # a note is found by its address too, and that has the name of the test
)
async def test_searching(home, noted, asked, bodies):
    async with sit_down(home) as reader:
        await reader.press("ga", "/")
        await reader.fill(asked)
        assert listed(reader) == [BODIES[place] for place in bodies]
        if not bodies:
            assert "No note is like this" in reader.text("#notes-rows")
        assert f"{len(bodies)} of 3" in reader.text("TopBar")


async def test_a_bad_day_is_one_line_and_half_a_one_none(home, noted):
    async with sit_down(home) as reader:
        await reader.press("ga", "/")
        await reader.paste("third after:2026-")
        assert reader.message == ""
        await reader.press("enter")
        assert reader.message.startswith("✗ query, column 13: after:2026-: no day")
        await reader.press("escape", "/")
        assert len(listed(reader)) == 3


async def test_the_orders_go_round(home, noted):
    async with sit_down(home) as reader:
        await reader.press("ga")
        assert listed(reader) == [BODIES[2], BODIES[1], BODIES[0]]
        seen = []
        for _ in range(5):
            await reader.press("z")
            seen.append((reader.message.removeprefix("· "), [BODIES.index(body) for body in listed(reader)]))
        assert seen == [
            ("last changed first", [2, 1, 0]),
            ("by article", [0, 1, 2]),
            ("by speaker", [0, 2, 1]),
            ("by tag", [0, 1, 2]),
            ("newest first", [2, 1, 0]),
        ]
        assert "newest first" in reader.text("TopBar")


async def test_a_note_is_opened_where_it_stands_now(home, noted):
    noted.write_text(
        stories.STORY.replace("Walkers in Fennick", "A paragraph came before.\n\n" * 40 + "Walkers in Fennick"),
        encoding="utf-8",
    )
    async with sit_down(home) as reader:
        await reader.press("ga", "/")
        await reader.fill("second")
        await reader.press("enter")
        assert reader.at_caret(60).startswith(stories.SAID[1])
        assert reader.shows(stories.SAID[1], "#body")


@PICKING
async def test_several_are_tagged_at_once_and_back(home, noted):
    async with sit_down(home) as reader:
        await reader.press("ga", "gg", "x", "x")
        assert "2 picked" in reader.text("TopBar")
        assert reader.text("#notes-rows").count("●") == 2
        await reader.press("t")
        await reader.fill("new #old -A")
        assert tags(reader) == {BODIES[0]: ("a",), BODIES[1]: ("b", "new", "old"), BODIES[2]: ("new", "old")}
        assert "2 picked" in reader.text("TopBar")
        await reader.press("u")
        assert tags(reader) == {BODIES[0]: ("a",), BODIES[1]: ("a", "b"), BODIES[2]: ()}
        await reader.press("escape")
        assert "picked" not in reader.text("TopBar")
        assert "●" not in reader.text("#notes-rows")


@PICKING
async def test_all_picked_are_deleted_and_all_come_back(home, noted):
    async with sit_down(home) as reader:
        await reader.press("ga", "gg", "x", "j", "x", "D")
        assert "2 notes deleted" in reader.message
        assert listed(reader) == [BODIES[1]]
        await reader.press("u")
        assert len(listed(reader)) == 3
        await reader.press("ctrl+r")
        assert listed(reader) == [BODIES[1]]


@PICKING
async def test_picking_again_unpicks_and_picks_outlive_a_reload(home, noted):
    async with sit_down(home) as reader:
        await reader.press("ga", "gg", "x", "k", "x")
        assert "picked" not in reader.text("TopBar")
        await reader.press("gg", "x", "q", "ga")
        assert "picked" not in reader.text("TopBar")  # another screen
        await reader.press("gg", "x", "enter", "q")
        assert reader.screen == "NotesScreen"
        assert "1 picked" in reader.text("TopBar")


@PICKING
async def test_only_what_is_picked_is_exported(home, noted, tmp_path):
    async with sit_down(home) as reader:
        await reader.press("ga", "gg", "j", "x", "X")
        await reader.fill(str(tmp_path / "some.md"))
        written = (tmp_path / "some.md").read_text(encoding="utf-8")
        assert [body in written for body in BODIES] == [False, True, False]


@PICKING
async def test_nothing_happens_to_picks_that_a_search_hides(home, noted):
    async with sit_down(home) as reader:
        await reader.press("ga", "gg", "x", "/")
        await reader.fill("first")
        assert "picked" not in reader.text("TopBar")
        await reader.press("D")
        assert sorted(tags(reader)) == sorted(BODIES[1:])
        await reader.press("escape")
        assert "1 picked" in reader.text("TopBar")


@PICKING
async def test_deleting_goes_as_far_as_it_can_when_another_window_was_faster(home, noted):
    async with sit_down(home) as reader:
        await reader.press("ga", "gg", "x", "x", "x")
        other = Desk(find_paths(home))
        other.remove_note(next(note for note in other.all_notes() if note.body == BODIES[2]))
        other.close()
        await reader.press("D")
        assert not reader.left
        assert BODIES[2] not in reader.flat("#notes-rows")


async def test_a_note_made_in_an_article_is_undone_from_anywhere(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "a")
        await reader.paste("made over there")
        await reader.press("ctrl+s", "2w", "H", "q", "ga")
        assert reader.screen == "NotesScreen"
        await reader.press("u")
        assert "undone: add the highlight" in reader.message
        assert [note.body for note in reader.desk.all_notes()] == ["made over there"]
        await reader.press("q")
        assert reader.screen == "LibraryScreen"
        await reader.press("u")
        assert reader.desk.all_notes() == []
        await reader.press("gu", "ctrl+r")
        assert [note.body for note in reader.desk.all_notes()] == ["made over there"]
        await reader.press("q", "gg")
        await reader.point_at("The gate at", "#library-rows")
        await reader.press("D", "ga", "u")
        assert "take the article off the list" in reader.message
        await reader.press("q")
        assert "The gate at" in reader.flat("#library-rows")


async def test_what_was_done_in_all_notes_is_undone_in_the_article(home, noted):
    async with sit_down(home, noted) as reader:
        await reader.press("ga", "gg", "D", "q")
        assert reader.screen == "ReadingScreen"
        assert "2 notes" in reader.text("TopBar")
        await reader.press("u")
        assert "3 notes" in reader.text("TopBar")
