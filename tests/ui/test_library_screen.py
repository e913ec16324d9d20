"""The library: how a newcomer begins, what was read last, and coming back to it."""

from __future__ import annotations

import pytest
import stories
from sitting import NARROW, sit_down


async def test_a_newcomer_finds_the_demo(home):
    async with sit_down(home, None, NARROW) as reader:
        assert reader.screen == "LibraryScreen"
        shown = reader.text("#library-rows")
        assert "Who said what" in shown
        assert "Read the demo article" in reader.picked("#library-rows")
        await reader.press("enter")
        assert reader.screen == "ReadingScreen"
        assert reader.shows("“I thought it was straw,”")
        await reader.press("q")
        assert reader.screen == "LibraryScreen"
        assert reader.shows("Library Finds a Century")
        await reader.press("gd")
        assert reader.screen == "ReadingScreen"
        await reader.press("q", "q")
        assert reader.left


async def test_keys_pressed_before_it_is_known_what_to_begin_with_are_done_there(home, story):
    async with sit_down(home, story, NARROW) as reader:
        await reader.press_fast("q", "+", *"example.org")
        assert reader.screen == "LibraryScreen"
        assert reader.text("Prompt").strip() == "subscribe to: example.org"


async def test_articles_reopen_at_their_place_and_can_be_taken_off(home, story, write):
    mill = write(stories.long_story(60), "mill.md")
    async with sit_down(home) as reader:
        await reader.press("gf")
        await reader.fill(str(mill))
        await reader.press("30}", "gp")
        await reader.paste("a long one")
        await reader.press("ctrl+s", "q")
        assert reader.screen == "LibraryScreen"
        await reader.press("gf")
        await reader.fill(str(story))
        assert reader.shows(stories.SAID[0], "#body")
        await reader.press("q")
        rows = reader.flat("#library-rows")
        assert rows.index("The gate at Fennick Moor") < rows.index("The mill, day by day")
        assert "Hale Orrin" in rows
        assert "✎ 1 note" in rows
        assert "% read" in rows
        assert "2 articles" in reader.text("TopBar")

        await reader.point_at("The mill, day by day", "#library-rows")
        await reader.press("D")
        assert "The mill" not in reader.flat("#library-rows")
        assert "off the list" in reader.message
        await reader.press("u")
        assert "The mill" in reader.flat("#library-rows")
        await reader.press("ctrl+r")
        assert "The mill" not in reader.flat("#library-rows")
        await reader.press("u")

        await reader.press("/")
        await reader.paste("mill day")
        rows = reader.flat("#library-rows")
        assert "The mill" in rows
        assert "The gate" not in rows
        await reader.press("enter", "enter")
        assert "Paragraph 30 " in reader.line_at_caret
        assert reader.shows("Paragraph 30 ", "#body")
        await reader.press("q", "escape")
        assert "The gate" in reader.flat("#library-rows")
        await reader.press("/")
        await reader.fill("zebra")
        assert "No article has these words" in reader.text("#library-rows")
        await reader.press("escape")

    mill.unlink()
    async with sit_down(home) as reader:  # the stored article needs no file
        await reader.press("/")
        await reader.fill("mill")
        await reader.press("enter")
        assert "Paragraph 30 " in reader.line_at_caret


async def test_the_place_is_kept_on_quitting_from_the_article(home, write):
    mill = write(stories.long_story(60))
    async with sit_down(home, mill) as reader:
        await reader.press("20}", "Q")
        assert reader.left
        assert reader.app.return_value is None
    async with sit_down(home, mill) as reader:
        assert "Paragraph 20 " in reader.line_at_caret


async def test_addresses_that_lead_nowhere_are_one_line_and_the_list_goes_on(home, tmp_path):
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    (tmp_path / "void.html").write_text("<html><body></body></html>", encoding="utf-8")
    async with sit_down(home) as reader:
        for source in ("paper.pdf", "void.html", "gone.md"):
            await reader.press("gf")
            await reader.fill(str(tmp_path / source))
            assert reader.screen == "LibraryScreen"
            assert reader.message.startswith("✗")
            assert source in reader.message
        await reader.press("j", "k")
        assert "gone.md" in reader.message
        await reader.press("gf")
        await reader.fill("ftp://example.org/file")
        assert reader.message.startswith("✗")
        await reader.press("gf", "escape")
        assert reader.app.focused.id == "library-rows"


async def test_going_back_from_an_article_named_at_the_start_shows_the_library(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w", "q")
        assert reader.screen == "LibraryScreen"
        assert "The gate at Fennick Moor" in reader.flat("#library-rows")


@pytest.mark.parametrize("keys", ["q", "Q"])
async def test_leaving_from_the_library(home, keys):
    async with sit_down(home) as reader:
        await reader.press("escape")
        assert not reader.left
        await reader.press(keys)
        assert reader.left
        assert reader.app.return_value is None


async def test_notes_that_cannot_be_read_do_not_hide_the_articles(home, story):
    home.mkdir()
    (home / "notes.json").write_text("{damaged", encoding="utf-8")
    async with sit_down(home, story) as reader:
        await reader.press("escape", "q")
        assert "notes.json" in reader.message
        assert "The gate at Fennick Moor" in reader.flat("#library-rows")


async def test_a_newcomer_follows_a_list_that_ships(home):
    async with sit_down(home, None, NARROW) as reader:
        assert "Feeds to begin with" in reader.text("#library-rows")
        await reader.press("g+")
        assert reader.screen == "Choosing"
        assert "Quanta Magazine" in reader.flat()
        await reader.paste("science")
        await reader.press("enter")
        assert reader.screen == "HomeScreen"
        assert "feeds followed" in reader.message
        await reader.press("h")
        assert "Quanta Magazine" in reader.text("#feeds-rows")


async def test_a_newcomer_brings_feeds_along(home, tmp_path):
    (tmp_path / "urls").write_text("https://slate.invalid/feed\n")
    async with sit_down(home, None, NARROW) as reader:
        await reader.press("gi")
        await reader.fill(str(tmp_path / "none"))
        assert "cannot be read" in reader.message
        assert reader.screen == "LibraryScreen"
        await reader.press("gi")
        await reader.fill(str(tmp_path / "urls"))
        assert reader.screen == "HomeScreen"
        assert "1 feed followed" in reader.message
