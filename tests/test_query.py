"""The search language, as values: what a text asks for, and what is as asked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import BadInput
from reader.query import Query, Term, parse

FIELDS = ("text", "tag", "speaker", "site")
RAIL = {"text": "The light rail to Osk", "tag": "#rail #budget", "speaker": "Ana Petrova", "site": "crier.example"}
DAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("", ()),
        ("   ", ()),
        ("Budget rail", (Term("budget"), Term("rail"))),
        ('"Light Rail" osk', (Term("light rail"), Term("osk"))),
        ('"light ra', (Term("light ra"),)),
        ("tag:Rail", (Term("rail", "tag"),)),
        ('SPEAKER:"Ana P"', (Term("ana p", "speaker"),)),
        ("-site:crier", (Term("crier", "site", negated=True),)),
        ('-"light rail"', (Term("light rail", negated=True),)),
        ("-", (Term("-"),)),
        ("https://osk.example/x", (Term("https://osk.example/x"),)),
        ("colour:red", (Term("colour:red"),)),
        ("tag:", (Term("tag:"),)),
        ("after:2026-01-31", (Term("2026-01-31", "after"),)),
        ("Before:2026-W05-6", (Term("2026-01-31", "before"),)),
    ],
)
def test_what_a_text_asks_for(asked, terms):
    assert parse(asked, FIELDS) == Query(terms)
    assert bool(parse(asked, FIELDS)) is bool(terms)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("", True),
        ("osk petrova", True),
        ("osk budapest", False),
        ("rail light", True),
        ('"light rail"', True),
        ('"rail light"', False),
        ("tag:budget", True),
        ("tag:osk", False),
        ("-tag:osk", True),
        ("-osk", False),
        ("speaker:ANA site:crier", True),
        ("after:2026-01-31", True),
        ("after:2026-02-01", False),
        ("before:2026-01-31", False),
        ("before:2026-02-01", True),
        ("-before:2026-02-01", False),
        ("after:2026-01-01 before:2026-02-01 light", True),
    ],
)
def test_what_is_as_asked(asked, answer):
    assert parse(asked, FIELDS).holds(RAIL, DAY) is answer


def test_what_has_no_day_is_neither_after_nor_before_one():
    assert not parse("after:2026-01-31", FIELDS).holds(RAIL)
    assert not parse("before:2026-01-31", FIELDS).holds(RAIL)


@pytest.mark.parametrize("day", ["2026", "yesterday", "2026-02-30", "31.1.2026", '""', '"2026\n01"'])
def test_a_day_that_is_none_is_one_line(day):
    with pytest.raises(BadInput, match=r"no day: write it as 2026-01-31") as caught:
        parse(f"rail after:{day}", FIELDS)
    assert (" ".join(day.strip('"').split()) or "nothing") in str(caught.value)
    assert "\n" not in str(caught.value)


PIECES = st.sampled_from(
    ["-", '"', ":", "tag:", "after:", "BEFORE:", "2026-01-31", "20260131", "2026-W05-6", "rail", " ", "İ", "ſite:", "#"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)), st.one_of(st.none(), st.dates()))
@example("after:2026-W05-6", DAY)
@example("after:2026-w05-6", DAY)
@example("after:２０２６-01-31", DAY)
def test_any_text_is_a_query_or_one_line_and_a_query_always_answers(text, day):
    try:
        query = parse(text, FIELDS)
    except BadInput as error:
        assert "\n" not in str(error)
        return
    assert query.holds(RAIL, day) in (True, False)
    assert all(term.value for term in query.terms)


@given(st.text(), st.sampled_from(["tag:", "", "speaker:"]))
def test_not_is_the_opposite(word, field):
    asked = f'{field}"{word.replace(chr(34), "")}"'
    query, other = parse(asked, FIELDS), parse(f"-{asked}", FIELDS)
    if query:
        assert query.holds(RAIL) is not other.holds(RAIL)
