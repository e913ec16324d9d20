"""From key presses to commands: counts, sequences, keys that are an argument, Escape."""

from __future__ import annotations

import pytest
from sitting import sit_down
from textual.events import Key

from reader.actions import Place
from reader.app.keymap import build_keymap
from reader.ui.keys import KeyReader, pressed


def press(keys, place=Place.READING, reader=None):
    """The commands that some keys give, as (name, count, argument)."""
    reader = reader or KeyReader(build_keymap({})[0])
    commands = [reader.press(key, place) for key in keys]
    return [(one.action.name, one.count, one.argument) for one in commands if one]


def test_single_keys_and_sequences():
    assert press(["w", "W"]) == [("next_quotation", None, ""), ("previous_quotation", None, "")]
    assert press("gqg,gg") == [("quotes_tab", None, ""), ("jump_forward", None, ""), ("top", None, "")]
    assert press(["ctrl+d", "enter"]) == [("half_page_down", None, ""), ("open", None, "")]


def test_counts():
    assert press("3w") == [("next_quotation", 3, "")]
    assert press("10w") == [("next_quotation", 10, "")]
    assert press("2ggw") == [("top", 2, ""), ("next_quotation", None, "")]
    assert press("99999999999w")[0][1] == 999999


def test_zero_begins_no_number_but_goes_on_with_one():
    assert press("0", Place.VISUAL) == [("line_start", None, "")]
    assert press("100j", Place.VISUAL) == [("down", 100, "")]
    assert press("0w") == [("next_quotation", None, "")]


def test_a_key_that_means_nothing_ends_the_sequence():
    assert press("gxw") == [("next_quotation", None, "")]
    assert press("5xw") == [("next_quotation", None, "")]


def test_the_next_key_is_the_argument():
    assert press("ma'a''") == [("set_mark", None, "a"), ("go_to_mark", None, "a"), ("go_to_mark", None, "'")]
    assert press("m3w") == [("set_mark", None, "3"), ("next_quotation", None, "")]
    assert press(["m", "escape", "w"]) == [("next_quotation", None, "")]


def test_escape_takes_back_what_was_typed_and_else_cancels():
    assert press(["g", "escape", "q"]) == [("back", None, "")]
    assert press(["7", "escape", "w"]) == [("next_quotation", None, "")]
    assert press(["escape"]) == [("cancel", None, "")]


def test_a_key_is_read_for_its_place():
    assert press("w", Place.VISUAL) == [("next_word", None, "")]
    assert press("z", Place.PANEL) == [("sort", None, "")]
    assert press("z", Place.READING) == []
    assert press(["ctrl+s"], Place.EDITOR) == [("save_note", None, "")]


def test_what_is_pending_and_what_may_follow():
    reader = KeyReader(build_keymap({})[0])
    assert reader.pending == ""
    press("12g", reader=reader)
    assert reader.pending == "12g"
    following = {keys: action.name for keys, action in reader.continuations(Place.READING)}
    assert following["q"] == "quotes_tab"
    assert following[","] == "jump_forward"
    assert "d" not in following  # gd belongs to the library
    press("q", reader=reader)
    assert reader.pending == ""
    assert reader.continuations(Place.READING) == []
    press("m", reader=reader)
    assert reader.pending == "m"
    reader.reset()
    assert reader.pending == ""


@pytest.mark.parametrize(
    ("key", "character", "written"),
    [
        ("j", "j", "j"),
        ("semicolon", ";", ";"),
        ("space", " ", "space"),
        ("ctrl+d", "\x04", "ctrl+d"),
        ("alt+v", "v", "alt+v"),
        ("pagedown", None, "pagedown"),
    ],
)
def test_a_key_is_read_as_a_keymap_writes_it(key, character, written):
    assert pressed(Key(key, character)) == written


async def test_keys_that_mean_nothing_here_are_told(home):
    async with sit_down(home, "reader:demo") as reader:
        await reader.press("gd")  # of the list of what was read
        assert reader.message == "· gd does nothing here: ? shows all keys"
        await reader.press("w")
        assert reader.message == ""
        await reader.press("ctrl+s")  # once too often, in the editor that is closed by now
        assert reader.message == ""
