"""The colours that are really drawn, one look over another, can be read and told apart in every theme."""

from __future__ import annotations

import sys
from itertools import combinations, product
from pathlib import Path

import pytest
from rich.color import ColorSystem
from sitting import sit_down

from reader.themes import HIGHLIGHTS, find
from reader.ui.palette import Palette

sys.path.append(str(Path(__file__).parents[1] / "themes"))
from colour_science import contrast, distance

THEMES = find(None)[0]
EACH = pytest.mark.parametrize("theme", sorted(THEMES))
TEXT, SIGN = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11, level AA
FIRST, FIRST_APART, APART = 5, 12.0, 6.0  # speakers; CIEDE2000: 1 is just seen side by side
IN_HAND_APART = 9.0
ROLES = ("paragraph", "figure", "code", "heading2")  # one of each colour and ground
WORDS = (
    "",
    "link",
    "emphasis",
    "strong",
    "code",
    "faded",
    "muted",
    "accent",
    "warning",
    "error",
    "success",
    "mark",
    "code_keyword",
    "code_name",
    "code_text",
    "code_number",
    "code_comment",
)
SIGNS = {*map(chr, range(0x2500, 0x25A0)), *"•◦▪"}  # lines and blocks


def drawn(style):
    """The colour of the letters and of their ground."""
    pair = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
    return pair[::-1] if style.reverse else pair


def ratio(style):
    return contrast(*drawn(style))


@EACH
def test_whatever_lies_over_whatever_can_be_read(theme):
    palette = Palette(THEMES[theme])
    slots = [*range(len(palette.theme.speakers)), "-"]
    grounds = ["", "search", "found", "selection", "picked", "row", *(f"note:{colour}" for colour in HIGHLIGHTS)]
    grounds += [f"{look}:{slot}" for look in ("quote", "here") for slot in slots]
    words = [*WORDS, *(f"{look}:{slot}" for look in ("mention", "initials", "speaker") for slot in slots)]
    for role, word, ground, caret in product(ROLES, words, grounds, ("", "caret")):
        looks = [look for look in (word, ground, caret) if look]
        assert ratio(palette.style(role, *looks)) >= TEXT, (role, *looks)


@EACH
@pytest.mark.parametrize(("look", "first", "all_"), [("quote", FIRST_APART, APART), ("here", IN_HAND_APART, 1.0)])
def test_speakers_named_in_a_quotation_are_told_apart_whatever_eyes_one_has(theme, look, first, all_):
    palette = Palette(THEMES[theme])
    slots = range(len(palette.theme.speakers))
    for speaker in slots:
        names = [drawn(palette.style("paragraph", f"mention:{slot}", f"{look}:{speaker}"))[0] for slot in slots]
        assert min(distance(*pair) for pair in combinations(names[:FIRST], 2)) >= first
        assert min(distance(*pair) for pair in combinations(names, 2)) >= all_


@EACH
def test_the_quotation_in_hand_is_told_from_the_others(theme):
    palette = Palette(THEMES[theme])
    for slot in [*range(len(palette.theme.speakers)), "-"]:
        plain, quoted, here = (
            drawn(palette.style("paragraph", *look))[1] for look in ((), (f"quote:{slot}",), (f"here:{slot}",))
        )
        assert distance(plain, quoted) >= 3
        assert distance(quoted, here) >= 2


def test_a_theme_of_ones_own_is_made_readable():
    from msgspec.structs import replace

    careless = replace(THEMES["night"], muted="#222222", link="#202430", speakers=("#181c24",) * 8)
    palette = Palette(careless)
    for looks in (("muted",), ("link",), ("mention:3", "quote:1"), ("faded", "here:2")):
        assert ratio(palette.style("paragraph", *looks)) >= TEXT, looks


@EACH
def test_in_sixteen_colours_no_word_is_lost_on_its_ground(theme):
    palette = Palette(THEMES[theme], "standard")
    slots = range(len(palette.theme.speakers))
    grounds = ["", "search", "found", "selection", "picked", *(f"note:{colour}" for colour in HIGHLIGHTS)]
    grounds += [f"{look}:{slot}" for look in ("quote", "here") for slot in slots]
    for word, ground in product((*WORDS, *(f"mention:{slot}" for slot in slots)), grounds):
        style = palette.style("paragraph", *(look for look in (word, ground) if look))
        letters, behind = (colour.downgrade(ColorSystem.STANDARD).number for colour in (style.color, style.bgcolor))
        assert letters != behind, (word, ground)
        if ground.startswith(("quote", "here")):
            assert style.bgcolor == palette.style("blank").bgcolor


async def test_a_terminal_of_sixteen_colours_gets_no_tints(home, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM", raising=False)
    async with sit_down(home, "reader:demo") as reader:
        assert reader.app.console.color_system == "standard"
        await reader.press("w")
        assert reader.shows("TR┃")
        assert reader.app.palette.style("paragraph", "here:0").bgcolor == reader.app.palette.style("blank").bgcolor


def unreadable(reader):
    """What the screen shows in letters that cannot be read, or in signs that cannot be seen."""
    top, found = reader.app.screen, []
    region = top.children[0].region if top.is_modal else top.region  # what is behind a dialogue is dimmed
    for strip in (line.crop(region.x, region.right) for line in reader.strips()[region.y : region.bottom]):
        for segment in strip:
            words, style = segment.text.strip(), segment.style
            if words and style and style.color and style.bgcolor:
                least = SIGN if set(words) <= SIGNS else TEXT
                if ratio(style) < least:
                    found.append((words, *drawn(style), round(ratio(style), 2)))
    return found


@EACH
async def test_every_screen_can_be_read(home, theme):
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")
    async with sit_down(home, "reader:demo") as reader:
        stages = [
            "",
            "ww",
            "1H",
            "gs",
            "gl",
            "gn",
            "go",
            "*",
            "/",
            "gf",
            "?",
            "ctrl+p",
            "ctrl+t",
            "v",
            "ga",
            "gb",
            "g/",
        ]
        for keys in stages:
            if keys:
                await reader.press(keys)
            assert reader.text().strip()
            assert not unreadable(reader), keys
            await (reader.fill("library") if keys == "/" else reader.press(*["escape"] * bool(keys)))
