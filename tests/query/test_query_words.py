"""Words as the search compares them, and where they stand."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.query import fold, indexed, parse, places
from reader.query.words import placed
from reader.text import clean_line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("— & …", ""),
        ("The co-op's 1.5 snake_case", "the co op s 1 5 snake case"),
        ("Zoë’s Straße", "zoe s strasse"),
        ("Zoe\u0308 ＡＢＣ ﬁre Łódź Øre", "zoe abc fire lodz ore"),
        ("Ёлка Йод", "елка иод"),
        ("\u05e9\u05c1\u05dc\u05d5\u05dd", "\u05e9\u05dc\u05d5\u05dd"),
        ("हिन्दी", "हिन्दी"),
        ("東京都 AI技術2025年", "東京 京都 都 ai 技術 術 2025 年"),
        ("한국어", "한국 국어 어"),
        ("ｶﾞｽ", "ガス ス"),
    ],
)
def test_words_without_case_accents_and_width(text, words):
    assert fold(text) == words


@pytest.mark.parametrize(
    ("asked", "text", "found"),
    [
        ("東京", "新東京駅", True),
        ("京", "新東京駅", True),
        ("駅", "新東京駅", True),
        ("東駅", "新東京駅", False),
        ("新東京駅", "新東京駅", True),
        ('"東京駅 AI"', "新東京駅 AI", True),
        ("국어", "한국어를", True),
    ],
)
def test_any_run_of_signs_is_found_where_no_spaces_are_written(asked, text, found):
    assert parse(asked).holds({"text": text}) is found


@given(st.text())
@example("½ ﷺ ㈱ ｶﾞ")
@example("Zoe\u0308 अ\u0902 “x_y” ſ ŉ İ ΐ")
@example("ก\u0e31ข e\u0301東")
def test_the_places_of_words_are_those_of_the_folded_text(text):
    tokens = list(placed(text))
    assert " ".join(word for word, _, _ in tokens) == fold(text)
    assert all(0 <= start < end <= len(text) for _, start, end in tokens)


@given(st.text())
def test_what_was_folded_once_is_folded(text):
    assert set(fold(fold(text)).split()) == set(fold(text).split())


@pytest.mark.parametrize(
    ("asked", "field", "marked"),
    [
        ("rail", "text", ["Rail", "rail"]),
        ("rail -osk", "text", ["Rail", "rail"]),
        ("rai*", "text", ["Rail", "railway", "rail"]),
        ('"goes to osk"', "text", ["goes to Osk"]),
        ('rail OR "rail goes"', "text", ["Rail goes", "rail"]),
        ("title:rail", "text", []),
        ("said:rail", "text", []),
        ("rail", "site", []),
        ("cafe's", "text", ["café’s"]),
        ("京都", "text", ["京都"]),
        ("京", "text", ["京都"]),
    ],
)
def test_what_is_highlighted(asked, field, marked):
    text = "Rail goes to Osk, a railway past the café’s door, says 東京都 rail."
    assert [text[start:end] for start, end in places(parse(asked), field, text)] == marked


@given(st.lists(st.text(), min_size=1, max_size=5))
@example(["The co-op's snake_CASE “x”", "Zoë’s Straße \x01 tab\tend"])
def test_the_index_finds_the_words_of_the_folded_text(texts):
    with closing(sqlite3.connect(":memory:")) as db:
        for table in ("given", "folded"):
            db.execute(f"CREATE VIRTUAL TABLE {table} USING fts5 (text, tokenize = 'ascii')")
            db.execute(f"CREATE VIRTUAL TABLE {table}_words USING fts5vocab ({table}, instance)")
        for text in texts:
            clean = clean_line(text)  # as all text that is indexed
            db.execute("INSERT INTO given VALUES (?)", (indexed(clean),))
            db.execute("INSERT INTO folded VALUES (?)", (fold(clean),))
        found = [
            db.execute(f"SELECT term, doc, offset FROM {table}_words ORDER BY doc, offset").fetchall()
            for table in ("given", "folded")
        ]
        assert found[0] == found[1]
