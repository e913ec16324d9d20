"""Breaking text into lines, by properties: nothing lost, nothing too wide, nothing out of order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import cell_width, clean_block, graphemes
from reader.ui.layout.wrap import wrap

ATOMS = [
    *"aZé—-/. ",
    "\n",
    "  ",
    "word ",
    "long-winded/word",
    "門",
    "は",
    "한",
    "👍🏽",
    "👩‍👩‍👧",
    "e\u0301",
    "ก็",
    "नम",
    "ﬁ",
    "Ω",
    "д",
    "…",
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(ATOMS), max_size=60).map("".join),
    st.text(max_size=80),
).map(clean_block)


@given(TEXTS, st.integers(1, 120), st.one_of(st.none(), st.integers(1, 120)), st.data())
def test_lines_lie_in_the_run_in_order_and_lose_nothing_but_white_space(text, width, first, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = wrap(text, start, end, width, first)
    assert lines
    position = start
    for begin, stop in lines:
        assert position <= begin <= stop <= end
        assert not text[position:begin].strip()
        assert "\n" not in text[begin:stop]
        position = stop
    assert not text[position:end].strip()


@given(TEXTS, st.integers(1, 120), st.one_of(st.none(), st.integers(1, 120)))
def test_no_line_is_wider_than_its_room_but_for_one_character_wider_still(text, width, first):
    for number, (begin, stop) in enumerate(wrap(text, 0, len(text), width, first)):
        room = first if number == 0 and first is not None else width
        line = text[begin:stop]
        assert cell_width(line) <= room or len(graphemes(line)) == 1


@given(
    st.lists(st.sampled_from(["門", "は", "e\u0301", "👍🏽", "👩‍👩‍👧", "a", " "]), max_size=40).map("".join),
    st.integers(2, 20),
)
def test_no_character_a_person_sees_is_split(text, width):
    text = clean_block(text)
    edges = {0, len(text), *(start for start, _, _ in graphemes(text)), *(end for _, end, _ in graphemes(text))}
    assert all(begin in edges and stop in edges for begin, stop in wrap(text, 0, len(text), width))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("well-known", 6, ["well-", "known"]),
        ("門は二年間閉ざされた", 8, ["門は二年", "間閉ざさ", "れた"]),
        ("門 a", 1, ["門", "a"]),
        ("見 one two", 8, ["見 one", "two"]),
        ("one 👍🏽two", 8, ["one 👍🏽", "two"]),
        ("a  b", 2, ["a", "b"]),
    ],
)
def test_where_lines_break(text, width, lines):
    assert [text[begin:stop] for begin, stop in wrap(text, 0, len(text), width)] == lines


def test_the_first_line_may_have_less_room():
    text = "one two three four"
    assert [text[begin:stop] for begin, stop in wrap(text, 0, len(text), 9, 4)] == ["one", "two three", "four"]
