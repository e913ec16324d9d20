"""Every role and every look has a style in every shipped theme, and none is told by colour alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from rich.style import Style

import reader.ui
from reader.model import BlockKind
from reader.themes import HIGHLIGHTS, find
from reader.ui.contrast import blend
from reader.ui.palette import Palette, textual_theme

THEMES = find(None)[0]
ROLES = {str(kind) for kind in BlockKind} - {"heading"}
ROLES |= {"heading1", "heading2", "heading3", "title", "byline", "address", "caution", "table_head", "blank", "muted"}
LOOKS = ["emphasis", "strong", "code", "link", "faded", "search", "found", "selection", "caret", "hint", "mark"]
LOOKS += ["muted", "accent", "bold", "tab", "italic", "warning", "error", "picked"]
LOOKS += [
    f"{kind}:{slot}" for kind in ("mention", "quote", "here", "speaker", "initials") for slot in ("0", "7", "40", "-")
]
LOOKS += [f"note:{colour}" for colour in (*HIGHLIGHTS, "", "no such")]


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_every_role_and_look_has_a_style(theme):
    palette = Palette(THEMES[theme])
    for role in ROLES:
        style = palette.style(role)
        assert style.color is not None, role
        assert style.bgcolor is not None, role
    assert set(palette._roles) >= ROLES  # an unknown role is drawn as a paragraph, which would hide it
    for look in LOOKS:
        assert palette.style("paragraph", look) != palette.style("paragraph"), look
        assert isinstance(palette.ground(look), Style)


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_looks_that_matter_change_more_than_colour(theme):
    palette = Palette(THEMES[theme])
    plain = palette.style("paragraph")
    for look in ("link", "mention:1", "search", "note:blue", "found", "caret", "hint", "strong", "emphasis"):
        styled = palette.style("paragraph", look)
        signs = [(one.bold, one.italic, one.underline, one.reverse) for one in (styled, plain)]
        assert signs[0] != signs[1], look


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_textual_takes_the_theme(theme):
    taken = textual_theme(THEMES[theme])
    assert taken.name == theme
    assert taken.to_color_system().generate()["background"].lower() == THEMES[theme].background


def test_speakers_colours_go_round_and_differ_before():
    palette = Palette(THEMES["night"])
    count = len(palette.theme.speakers)
    assert len({palette.style("paragraph", f"mention:{slot}") for slot in range(count)}) == count
    assert palette.speaker(count) == palette.speaker(0)
    assert palette.speaker(None) == palette.theme.muted


def test_blending():
    assert blend("#000000", "#ffffff", 0) == "#000000"
    assert blend("#000000", "#ffffff", 1) == "#ffffff"
    assert blend("#102030", "#304050", 0.5) == "#203040"


def test_looks_lie_over_one_another_in_turn():
    palette = Palette(THEMES["night"])
    style = palette.style("paragraph", "quote:0", "selection", "strong")
    assert style.bgcolor == palette.style("paragraph", "selection").bgcolor
    assert style.bold


def test_every_role_named_in_the_screens_is_known():
    """The roles and looks that the code names are those of the palette."""
    palette = Palette(THEMES["night"])
    known = set(palette._roles) | set(palette._fixed)
    unknown = set()
    for path in Path(reader.ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "style":
                names = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                unknown |= {(path.name, name) for name in names if name not in known}
    assert unknown == set()
