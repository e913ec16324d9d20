"""Plain screens, as a screen reader or a Braille line meets them: line by line, in words."""

from __future__ import annotations

import re

import pytest
from sitting import NARROW, WIDE, sit_down
from terminal import ESCAPES, Terminal

from reader.app import Desk
from reader.app.addresses import DEMO
from reader.config import Config
from reader.paths import find_paths

SHAPES = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2800-\u2bff\ue000-\uf8ff]")
"""Arrows, technical signs, boxes, blocks, shapes, dingbats, Braille, and what only some fonts have."""
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10[0-7])(?:;\d+)*m")
SIZES = [WIDE, NARROW]


def plain_desk():
    return Desk(find_paths(), Config(plain=True))


def assert_plain(reader):
    """Nothing but words on the screen, in no colour."""
    text = reader.text()
    assert SHAPES.findall(text) == [], text
    for strip in reader.strips():
        for segment in strip:
            for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                assert colour is None or colour.is_default, segment


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
