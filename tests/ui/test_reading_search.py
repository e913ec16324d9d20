"""Searching in the article, selecting with the keyboard and the mouse, and copying."""

from __future__ import annotations

import stories
from sitting import sit_down


async def test_search_while_typing_then_n_and_escape(home, story):
    async with sit_down(home, story) as reader:
        text = reader.view.article.text
        places = [place for place in range(len(text)) if text[place : place + 4].lower() == "moor"]
        assert len(places) == 3
        plain = reader.style("moor", "#body").bgcolor
        await reader.press("/", "m", "o", "o", "r")
        assert reader.view.caret == places[0]
        await reader.press("enter")
        assert "match 1 of 3" in reader.message
        assert reader.style("moor", "#body").bgcolor != plain
        await reader.press("n")
        assert reader.view.caret == places[1]
        assert "match 2 of 3" in reader.message
        await reader.press("N", "N")
        assert reader.view.caret == places[2]
        assert "match 3 of 3 (round again)" in reader.message
        await reader.press("n")
        assert reader.view.caret == places[0]
        await reader.press("escape", "gg", "n")
        assert "not here: next unread entry" in reader.message
        assert reader.style("moor", "#body").bgcolor == plain


async def test_a_search_given_up_or_without_a_hit_goes_back(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("2w")
        place = reader.view.caret
        await reader.press("/")
        await reader.paste("whistled")
        assert reader.at_caret(8) == "whistled"
        await reader.press("escape")
        assert reader.view.caret == place
        await reader.press("/")
        await reader.fill("zebra")
        assert "“zebra” is not in this article" in reader.message
        assert reader.view.caret == place
        await reader.press("/")
        await reader.fill("club's own")  # a straight apostrophe finds either
        assert reader.at_caret(10).lower() == "club's own"
        await reader.press("w")
        assert reader.at_caret(20).startswith(stories.SAID[2][:20])


async def test_a_selection_by_keys_and_what_copying_takes(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("v", "w", "w", "e")
        assert reader.view.selection == (0, len("Walkers in Fennick"))
        assert reader.style("Walkers", "#body").bgcolor == reader.style("in Fennick have", "#body").bgcolor
        await reader.press("h", "y")
        assert reader.app.clipboard == "Walkers in Fennic"
        assert "17 characters" in reader.message
        assert reader.view.selection is None

        await reader.press("w", "v", "$", "o", "0", "y")
        assert reader.app.clipboard.startswith("“The gate was never")
        await reader.press("gg", "w", "y")
        assert reader.app.clipboard.strip("“”") == f"{stories.SAID[0]},"
        await reader.press("Y")
        assert reader.app.clipboard.startswith(stories.SAID[0])
        assert "— Marta Kell, in: Hale Orrin, The gate at Fennick Moor stays shut" in reader.app.clipboard
        await reader.press("gg", "y")
        assert reader.app.clipboard == reader.view.article.blocks[0].text
        await reader.press("v", "}", "escape")
        assert reader.view.selection is None
        assert reader.screen == "ReadingScreen"
        await reader.press("gl", "j", "y")
        assert reader.app.clipboard == "https://example.org/fennick/minutes"


async def test_the_mouse_selects(home, story):
    async with sit_down(home, story) as reader:
        region = reader.app.screen.query_one("#body").region
        row, first = reader.find("Walkers", "#body")
        spot = [(region.x + column, region.y + row) for column in (first, first + len("Walkers in Fennick") - 1)]
        await reader.pilot.mouse_down(offset=spot[0])
        await reader.pilot.hover(offset=spot[1])
        await reader.pilot.mouse_up(offset=spot[1])
        await reader.settle()
        await reader.press("y")
        assert reader.app.clipboard == "Walkers in Fennick"


async def test_what_is_typed_at_once_after_the_slash_is_searched_for(home, story):
    async with sit_down(home, story) as reader:
        await reader.press_fast("/", *"whistled", "enter")
        assert not reader.left
        assert reader.at_caret(8) == "whistled"


async def test_keys_count_in_the_prompt_in_the_order_in_which_they_were_typed(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("/")
        await reader.press_fast(*"hinge", "ctrl+u", *"whistlex", "backspace", *"dd", "left", "backspace", "enter")
        assert not reader.left
        assert reader.at_caret(8) == "whistled"
        there = reader.line_at_caret
        await reader.press("/")
        await reader.press_fast(*"hinge", "escape", "j")
        await reader.press("/")
        await reader.press_fast(*"whistled", "enter", "j")
        assert "whistled" in there
        assert reader.line_at_caret not in ("", there)


async def test_what_is_typed_at_once_after_a_is_the_note(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("w")
        await reader.press_fast("a", *"Quick", "ctrl+s")
        assert not reader.left
        assert [note.body for note in reader.desk.all_notes()] == ["Quick"]


async def test_a_prompt_that_was_clicked_away_can_be_opened_again(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("/")
        await reader.click("#body", "hinge")
        await reader.press("/")
        await reader.fill("whistled")
        assert reader.at_caret(8) == "whistled"
