"""Plain screens, as a screen reader or a Braille line meets them: line by line, in words."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sitting import NARROW, WIDE, sit_down
from terminal import ESCAPES, Terminal

from reader.app import Desk
from reader.app.addresses import DEMO
from reader.config import Config
from reader.model import Entry, Feed
from reader.paths import find_paths

SHAPES = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2800-\u2bff\ue000-\uf8ff]")
"""Arrows, technical signs, boxes, blocks, shapes, dingbats, Braille, and what only some fonts have."""
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10[0-7])(?:;\d+)*m")
SIZES = [WIDE, NARROW]


AFFAIR = sorted((Path(__file__).parents[1] / "book" / "affair").glob("*.md"))


def plain_desk():
    return Desk(find_paths(), Config(plain=True))


@pytest.fixture
def followed(home):
    """Two feeds, one in a folder, with an entry each."""
    desk = Desk(find_paths())
    for number, (name, folder) in enumerate((("Fennick Crier", "News"), ("The Slate", ""))):
        row = desk.feeds.subscribe(f"https://{number}.invalid/feed", title=name, folder=folder)
        day = datetime.now(UTC) - timedelta(minutes=5 * number)
        one = Entry(id=name, title=f"From {name}", link=f"https://{number}.invalid/1", published=day)
        desk.feeds.take(row.key, Feed(url=row.url, title=name, entries=(one,)))
    desk.close()


def assert_plain(reader):
    """Nothing but words on the screen, in no colour."""
    text = reader.text()
    assert SHAPES.findall(text) == [], text
    for strip in reader.strips():
        for segment in strip:
            for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                assert colour is None or colour.is_default, segment


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_home_says_in_words_how_to_begin_and_what_went_wrong(home, size):
    async with sit_down(plain_desk(), None, size) as reader:
        assert_plain(reader)
        assert reader.shows("\n>gd: Read the demo article, works offline")
        await reader.press("gf")
        await reader.fill("/nowhere.md")
        assert_plain(reader)
        assert reader.message == "error: /nowhere.md: there is no such file: check the name"


@pytest.mark.parametrize("size", SIZES)
async def test_feeds_and_entries_take_turns_and_say_what_they_are(home, followed, size):
    async with sit_down(plain_desk(), None, size) as reader:
        await reader.press("gg", "s", "j", "x")
        assert_plain(reader)
        first, below, second = reader.lines("#entries-rows")[:3]
        assert first.startswith(" new From Fennick Crier  ")
        assert below == " Fennick Crier  starred"
        assert second.startswith(">picked From The Slate  ")
        assert (reader.lines("#feeds-rows"), reader.lines("#preview")) == ([], [])
        await reader.press("escape", "h")
        assert_plain(reader)
        assert reader.lines("#entries-rows") == []
        feeds = reader.lines("#feeds-rows")
        assert [line for line in (" folder News  1 unread", "   Fennick Crier  1 unread") if line not in feeds] == []
        await reader.press("g")
        assert_plain(reader)
        assert "/ find" in reader.lines("HintBar")


@pytest.mark.parametrize("size", SIZES)
async def test_dialogues_have_the_screen_to_themselves(home, followed, size):
    async with sit_down(plain_desk(), None, size) as reader:
        for key, said in (("?", "j  down: Move down a line or row"), ("ctrl+p", "All notes: ga"), ("ctrl+t", "Paper")):
            await reader.press(key)
            assert_plain(reader)
            assert reader.shows(said)
            assert not reader.shows("From The Slate")
            await reader.press("escape")
        assert reader.shows("From The Slate")
        await reader.press("E", "j", "e")
        assert reader.screen == "FeedEditor"
        assert_plain(reader)


@pytest.mark.parametrize("size", SIZES)
async def test_notes_are_told_after_their_line_and_listed(home, size):
    async with sit_down(plain_desk(), DEMO, size) as reader:
        await reader.press("w", "a")
        assert_plain(reader)
        await reader.paste("is it?")
        await reader.press("ctrl+s")
        assert_plain(reader)
        assert len([line for line in reader.lines("#body") if line.endswith(" [note]")]) == 1
        await reader.press("f")
        assert_plain(reader)
        await reader.press("escape", "ga")
        assert_plain(reader)
        assert " note: is it?" in reader.lines()
        await reader.press("q", "g/")
        await reader.paste("straw")
        await reader.press("enter")
        assert reader.screen == "SearchScreen"
        assert_plain(reader)


@pytest.mark.parametrize("size", SIZES)
async def test_the_quote_book_has_figures_for_its_bars(home, affair, size):
    async with sit_down(plain_desk(), None, size) as reader:
        await reader.press("gb")
        assert_plain(reader)
        assert reader.shows("4 in 2026-03, 2")
        await reader.press("enter")
        assert reader.screen == "SpeakerScreen"
        assert_plain(reader)
        await reader.press("q", "gc")
        await reader.fill(str(AFFAIR[0].parents[1] / "drafts" / "altered.md"))
        assert_plain(reader)
        assert reader.shows(">altered  We closed the bridge")
        await reader.press("q", "gj")
        await reader.fill("2")
        await reader.press("y")
        assert_plain(reader)
        assert reader.shows("right said by")


async def test_nothing_moves_and_the_terminals_cursor_is_where_the_caret_is(home):
    async with sit_down(plain_desk(), DEMO, NARROW) as reader:
        await reader.press("w")
        row, column = reader.find("I thought it was straw")
        assert tuple(reader.app.cursor_position) == (column, row)
        await reader.press("/")
        assert reader.app.animation_level == "none"
        assert reader.app.focused.cursor_blink is False


@pytest.mark.parametrize("size", SIZES)
async def test_an_article_and_each_tab_beside_it_are_plain(home, size):
    async with sit_down(plain_desk(), DEMO, size) as reader:
        assert_plain(reader)
        assert any(line.startswith("TR “I thought it was straw,”") for line in reader.lines())
        assert reader.lines("#panel-rows") == []
        await reader.press("P")
        for tab in ("Outline", "Quotes", "Speakers", "Links", "Notes"):
            await reader.press("[" if tab == "Outline" else "]")
            assert_plain(reader)
            assert reader.lines("#body") == []


@pytest.mark.parametrize(
    ("words", "settings"),
    [(["--plain", "demo"], ""), (["demo", "--plain"], ""), (["demo"], "plain = true\n")],
    ids=["the option before", "the option after", "the setting"],
)
def test_the_option_and_the_setting_reach_the_screen(tmp_path, words, settings):
    home = tmp_path / "home"
    home.mkdir()
    (home / "config.toml").write_text(settings, encoding="utf-8")
    terminal = Terminal(home, *words, size=(42, 140), COLORTERM="truecolor")
    try:
        terminal.until(lambda: b": butler did it." in ESCAPES.sub(b" ", terminal.output), "the article")
        written = terminal.written()
    finally:
        terminal.close()
    assert COLOUR.findall(written) == []
    assert SHAPES.findall(written.decode(errors="replace")) == []
