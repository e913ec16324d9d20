"""What a typed line asks for, what it may become, and which macros cannot be played."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.actions import ACTIONS, Place
from reader.app.command_line import WORDS, check_macros, completions, read_order
from reader.app.settings import problems_of
from reader.errors import BadInput
from reader.paths import find_paths


@pytest.mark.parametrize(
    ("line", "name", "count", "words"),
    [
        ("help", "help", None, None),
        (":help", "help", None, None),
        ("  3 next_quotation ", "next_quotation", 3, None),
        ("12next-quotation", "next_quotation", 12, None),
        ("next_q", "next_quotation", None, None),
        ("themes paper", "themes", None, "paper"),
        ("theme paper", "themes", None, "paper"),
        ("pipe sort -r  | x", "pipe", None, "sort -r  | x"),
        ("open story.md", "open_address", None, "story.md"),
        ("open", "open", None, None),
        ("set_mark a", "set_mark", None, "a"),
        ("q", "back", None, None),
    ],
)
def test_a_line_names_an_action_with_its_count_and_words(line, name, count, words):
    order = read_order(line, Place.READING)
    assert (order.action.name, order.count, order.words) == (name, count, words)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "nothing: no command"),
        ("12", "12: no command"),
        ("nxt_quotation", "nxt_quotation: no such command, did you mean next_quotation?"),
        ("zzzz", "zzzz: no such command: the palette lists all"),
        ("next", "next: may be next_paragraph, next_sentence"),
        ("filter x", "filter does not work here, but in: entries, feeds"),
        ("star now", "star takes no words: now"),
        ("set_mark", "set_mark needs a key"),
        ("set_mark ab", "set_mark takes a single key, not ab"),
    ],
)
def test_what_is_no_command_is_told_in_a_line(line, said):
    with pytest.raises(BadInput) as told:
        read_order(line, Place.READING)
    assert said in str(told.value)


@given(st.text(max_size=60), st.sampled_from(list(Place)))
def test_no_line_breaks_it(line, place):
    try:
        order = read_order(line, place)
    except BadInput as error:
        assert "\n" not in str(error)
    else:
        assert place in order.action.where
    for longer in completions(line, place, {"themes": ["night"]}):
        assert len(longer) >= len(line)


def test_names_of_the_place_are_completed_and_then_their_words():
    assert completions("next_q", Place.READING, {}) == ["next_quotation"]
    assert completions("3 next_q", Place.READING, {}) == ["3 next_quotation"]
    assert completions("filt", Place.READING, {}) == []
    assert completions("filt", Place.ENTRIES, {}) == ["filter"]
    themes = {"themes": ["day", "night", "paper"]}
    assert completions("themes ", Place.READING, themes) == ["themes day", "themes night", "themes paper"]
    assert completions("theme P", Place.READING, themes) == ["theme paper"]
    assert completions("star ", Place.READING, themes) == []


def test_every_action_that_takes_words_exists():
    assert set(WORDS) <= {action.name for action in ACTIONS}


def test_macros_that_cannot_be_played_are_told():
    told = check_macros(
        {"s": ("star", "next_unread"), "xy": ("star",), "b": ("stra",), "c": ("star now",), "d": ("macro s",)}
    )
    assert [line.partition(": ")[0] for line in told] == ["[macros] xy", "[macros] b", "[macros] c", "[macros] d"]
    assert "did you mean star" in told[1]
    assert "cannot be part of a macro" in told[3]


def test_the_check_of_the_settings_names_the_line_of_a_macro(home):
    home.mkdir()
    (home / "config.toml").write_text('[macros]\ns = ["star", "next_unread"]\nb = "stra"\nc = 3\n', encoding="utf-8")
    told = problems_of(find_paths(home))
    assert len(told) == 2
    assert any("config.toml:4: c: is to be an action's name" in line for line in told)
    assert any("config.toml:3: [macros] b: stra: no such command" in line for line in told)
