"""Where the caret goes."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Block, BlockKind
from reader.text import clean_line, graphemes
from reader.ui.layout import motions

STARTS = st.lists(st.integers(0, 100), unique=True, max_size=10).map(sorted)


@given(STARTS, st.integers(-5, 105), st.integers(1, 5))
def test_counted_steps_go_on_and_stop_at_the_last(starts, offset, count):
    later = [start for start in starts if start > offset]
    earlier = [start for start in starts if start < offset]
    assert motions.next_in(starts, offset, count) == (later[min(count, len(later)) - 1] if later else None)
    assert motions.previous_in(starts, offset, count) == (earlier[max(-count, -len(earlier))] if earlier else None)


def test_the_range_at_an_offset():
    ranges = [(2, 5), (5, 7), (10, 11)]
    assert [motions.range_at(ranges, offset) for offset in range(12)] == [
        None, None, 0, 0, 0, 1, 1, None, None, None, 2, None,
    ]  # fmt: skip
    assert motions.range_at([], 3) is None


ARTICLE = Article(
    "",
    (
        Block(BlockKind.HEADING, "Head", level=2),
        Block(BlockKind.PARAGRAPH, "One is here. “Two,” she said. Three costs 4.5 pounds! Four?"),
        Block(BlockKind.RULE, ""),
        Block(BlockKind.PARAGRAPH, "Last."),
    ),
)


def test_starts_of_paragraphs_headings_and_sentences():
    text = ARTICLE.text
    assert [text[start : start + 4] for start in motions.paragraph_starts(ARTICLE)] == ["Head", "One ", "Last"]
    assert [text[start : start + 4] for start in motions.heading_starts(ARTICLE)] == ["Head"]
    sentences = [text[start : start + 4] for start in motions.sentence_starts(ARTICLE)]
    assert sentences == ["Head", "One ", "“Two", "Thre", "Four", "Last"]
    assert [motions.block_at(ARTICLE, text.index(word)) for word in ("Head", "costs", "Last")] == [0, 1, 3]
    assert motions.block_at(ARTICLE, 0) == 0


@given(st.lists(st.sampled_from(["a", " ", "門", "e\u0301", "👩‍👩‍👧", "👍🏽"]), min_size=1, max_size=30).map("".join))
def test_steps_are_by_characters_as_a_person_sees_them(text):
    text = clean_line(text) or "a"
    places = [0]
    while (place := motions.step_right(text, places[-1])) != places[-1] and place < len(text):
        places.append(place)
    starts = [start for start, _, _ in graphemes(text)]
    assert places[: len(starts)] == starts
    for before, place in itertools.pairwise(starts):
        assert motions.step_left(text, place) == before
    assert motions.step_left(text, 0) == 0


def test_words():
    text = "Don’t stop — the well-known way."
    starts, place = [], -1
    while (following := motions.next_word(text, place if place >= 0 else 0)) is not None and following != place:
        starts.append(text[following:].split()[0])
        place = following
    assert starts == ["stop", "—", "the", "well-known", "way.", "."]
    assert text[motions.previous_word(text, len(text)) :] == "."
    assert text[motions.previous_word(text, text.index("way")) :].startswith("well-known")
    assert motions.previous_word(text, 0) is None
    assert motions.word_end(text, 0) == text.index("t stop")
    assert motions.word_end(text, text.index("t stop")) == text.index("p —")
    assert motions.word_end(text, len(text) - 1) is None


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("The gate, the Gate", "gate", ["gate", "Gate"]),
        ("The gate, the Gate", "Gate", ["Gate"]),
        ("the club’s “own” book", 'club\'s "own"', ["club’s “own”"]),
        ("old\n\ngate and old gate", "old gate", ["old\n\ngate", "old gate"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("1998–2003", "1998-2003", ["1998–2003"]),
        ("門は二年", "二年", ["二年"]),
        ("aaa", "aa", ["aa"]),
        ("text", "  ", []),
        ("[b](x*", "[b](x*", ["[b](x*"]),
    ],
)
def test_finding_words(text, wanted, found):
    assert [text[start:end] for start, end in motions.find_all(text, wanted)] == found


def test_finding_stops_at_its_limit():
    assert len(motions.find_all("a" * 50, "a", limit=7)) == 7
