"""The command line beside the palette, and macros over the same actions."""

from __future__ import annotations

import pytest
from sitting import NARROW, WIDE, sit_down


async def test_a_name_is_typed_completed_and_done(home):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press(":")
        await reader.paste("next_q")
        assert reader.shows("next_quotation", "Prompt")
        await reader.press("tab", "enter")
        assert reader.view.here == 0
        await reader.press(":")
        await reader.fill("2 next_quotation")
        assert reader.view.here == 2


async def test_words_are_given_with_an_action_that_would_ask_for_them(home, tmp_path):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press(":")
        await reader.paste("themes pa")
        await reader.press("tab", "enter")
        assert reader.app.palette.theme.id == "paper"
        await reader.press(":")
        await reader.fill("search strongroom")
        assert "match 1 of" in reader.message
        assert reader.at_caret(10) == "strongroom"
        await reader.press(":")
        await reader.fill("pipe wc -l")
        assert "wc: " in reader.message
        await reader.press(":")
        await reader.fill("themes plaid")
        assert "plaid: no such theme" in reader.message
        assert reader.app.palette.theme.id == "paper"


async def test_tab_goes_through_what_the_line_may_become(home):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press(":")
        await reader.paste("themes ")
        seen = []
        for _ in range(3):
            await reader.press("tab")
            seen.append(reader.flat("Prompt"))
        assert len(set(seen)) == 3
        assert all(one.startswith(": themes ") for one in seen)


async def test_what_was_typed_before_comes_back(home):
    async with sit_down(home, "reader:demo") as reader:
        for line in ("next_quotation", "next_mention"):
            await reader.press(":")
            await reader.fill(line)
        await reader.press(":", "up")
        assert reader.flat("Prompt") == ": next_mention"
        await reader.press("up", "up")
        assert reader.flat("Prompt") == ": next_quotation"
        await reader.press("down", "enter")
        assert reader.message == ""


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("line", ["nxt_quotation", "star now", "filter x", "12", "[red]bold[/red]", "\x1b[2J"])
async def test_what_is_no_command_is_told_and_nothing_is_done(home, size, line):
    async with sit_down(home, "reader:demo", size) as reader:
        before = reader.text("ArticleView")
        await reader.press(":")
        await reader.fill(line)
        assert reader.message.startswith("✗")
        assert reader.text("ArticleView").split()[:50] == before.split()[:50]
        await reader.press("escape")
        assert reader.message == ""


async def test_it_works_where_there_is_no_article(home):
    async with sit_down(home) as reader:
        await reader.press(":")
        await reader.fill("open reader:demo")
        assert reader.screen == "ReadingScreen"
        await reader.press(":")
        await reader.fill("q")
        assert reader.screen == "LibraryScreen"


MACROS = """
[macros]
n = ["next_quotation", "next_quotation"]
h = ["next_quotation", "highlight", "next_quotation", "highlight"]
o = "open reader:demo"
d = ["demo", "3 next_quotation"]
"""


async def test_a_macro_is_played_on_its_key_as_often_as_is_said(home):
    home.mkdir()
    (home / "config.toml").write_text(MACROS, encoding="utf-8")
    async with sit_down(home, "reader:demo") as reader:
        await reader.press(",")
        assert reader.shows("n next_quotation · next_quotation", "HintBar")
        await reader.press("n")
        assert reader.view.here == 1
        await reader.press("3,n")
        assert reader.view.here == 7
        await reader.press("gg", ",h")
        assert reader.shows("2 notes", "TopBar")
        await reader.press(",z")
        assert "no macro z: there are n, h, o, d" in reader.message


async def test_a_macro_waits_for_the_article_that_it_opens(home):
    home.mkdir()
    (home / "config.toml").write_text(MACROS, encoding="utf-8")
    async with sit_down(home) as reader:
        await reader.press(",d")
        assert reader.screen == "ReadingScreen"
        assert reader.view.here == 2


async def test_a_macro_waits_for_a_file_that_is_read_by_a_worker(home, story):
    home.mkdir()
    (home / "config.toml").write_text(f'[macros]\nf = ["open {story}", "next_quotation"]\n', encoding="utf-8")
    async with sit_down(home) as reader:
        await reader.press(",f")
        assert reader.screen == "ReadingScreen"
        assert reader.view.here == 0


async def test_a_macro_that_is_wrong_is_told_at_the_start(home):
    home.mkdir()
    (home / "config.toml").write_text('[macros]\ns = "stra"\n', encoding="utf-8")
    async with sit_down(home, "reader:demo") as reader:
        assert "[macros] s: stra: no such command, did you mean star?" in reader.message


async def test_what_a_prompt_hints_at_is_cut_with_a_sign_where_it_does_not_fit(home):
    async with sit_down(home, "reader:demo", (50, 20)) as reader:
        await reader.press("gi")
        assert reader.text("Prompt").rstrip().endswith("…")
