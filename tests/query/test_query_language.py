"""The search language, as values: what a text asks for, and what is as asked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import BadInput
from reader.query import FIELDS, All, Day, Not, Query, Some, Term, parse
from reader.query.tree import State

RAIL = {
    "title": "The light rail to Osk",
    "text": "“It won’t run before Zoë’s café opens,” she said of the co-operative’s plan.",
    "tag": "rail\nLong read",
    "speaker": "Ana Petrova",
    "site": "The Crier crier.example",
    "is": "read starred",
}
DAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("asked", "root"),
    [
        ("", All()),
        ("   ", All()),
        ("& — ()", All()),
        ("Budget rail", All((Term("budget"), Term("rail")))),
        ('"Light Rail" osk', All((Term("light rail"), Term("osk")))),
        ("“Light Rail”", Term("light rail")),
        ('"light ra', Term("light ra")),
        ("rai*", Term("rai", prefix=True)),
        ('"rai*"', Term("rai")),
        ("covid-19", Term("covid 19")),
        ("tag:Rail", Term("rail", "tag")),
        ('SPEAKER:"Ana P"', Term("ana p", "speaker")),
        ("color:green", Term("green", "colour")),
        ("-site:crier", Not(Term("crier", "site"))),
        ('NOT "light rail"', Not(Term("light rail"))),
        ("--rail", Term("rail")),
        ("-", All()),
        ('-"&" rail', Term("rail")),
        ("rail OR tram", Some((Term("rail"), Term("tram")))),
        ("rail or tram", All((Term("rail"), Term("or"), Term("tram")))),
        ('"OR"', Term("or")),
        ("ORACLE", Term("oracle")),
        ("a OR b c", Some((Term("a"), All((Term("b"), Term("c")))))),
        ("a AND (b OR c)", All((Term("a"), Some((Term("b"), Term("c")))))),
        ("-(a OR b) c", All((Not(Some((Term("a"), Term("b")))), Term("c")))),
        ('title:(a OR "b c" site:d)', Some((Term("a", "title"), All((Term("b c", "title"), Term("d", "site")))))),
        ("https://osk.example/x", Term("https osk example x")),
        ("12:30", Term("12 30")),
        ("side:effects", Term("side effects")),
        ("re: budget", All((Term("re"), Term("budget")))),
        ("is:unread", State("unread")),
        ("IS:Starred", State("starred")),
        ("after:2026-01-31", Day(after=True, day=DAY)),
        ("Before:2026-W05-6", Day(after=False, day=DAY)),
        ("after:2026", Day(after=True, day=date(2026, 1, 1))),
        ("after:2026-02", Day(after=True, day=date(2026, 2, 1))),
        ("after:today", Day(after=True, day=date(2026, 2, 3))),
        ("before:yesterday", Day(after=False, day=date(2026, 2, 2))),
        ("after:7d", Day(after=True, day=date(2026, 1, 27))),
        ("after:2W", Day(after=True, day=date(2026, 1, 20))),
        ("after:1y", Day(after=True, day=date(2025, 2, 3))),
        ("東京", Term("東京")),
        ("京", Term("京", prefix=True)),
    ],
)
def test_what_a_text_asks_for(asked, root):
    assert parse(asked, today=date(2026, 2, 3)) == Query(root)
    assert bool(parse(asked)) is (root != All())


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("", True),
        ("osk petrova", True),
        ("osk budapest", False),
        ("rail light", True),
        ('"light rail"', True),
        ('"rail light"', False),
        ("ligh", False),
        ("ligh*", True),
        ("zoe cafe", True),
        ("ZOË’S", True),
        ("wont", False),
        ("won't", True),
        ("co-operative", True),
        ("crier", False),
        ("title:osk", True),
        ("text:osk", False),
        ("tag:rail", True),
        ("tag:rai", False),
        ("tag:rai*", True),
        ("tag:long", False),
        ('tag:"long read"', True),
        ("-tag:osk", True),
        ("-osk", False),
        ("osk -(cafe rail)", False),
        ("osk -(cafe tram)", True),
        ("tram OR osk", True),
        ("tram OR bus", False),
        ("speaker:ANA site:crier", True),
        ("site:crier.example", True),
        ("is:starred", True),
        ("is:unread", False),
        ("-is:unread is:read", True),
        ("after:2026-01-31", True),
        ("after:2026-02-01", False),
        ("before:2026-01-31", False),
        ("before:2026-02-01", True),
        ("-before:2026-02-01", False),
        ("after:2026-01-01 before:2026-02-01 light", True),
    ],
)
def test_what_is_as_asked(asked, answer):
    assert parse(asked).holds(RAIL, DAY) is answer


def test_what_has_no_day_is_neither_after_nor_before_one():
    assert not parse("after:2026-01-31").holds(RAIL)
    assert not parse("before:2026-01-31").holds(RAIL)


def test_while_typing_the_last_word_is_a_beginning():
    for typed, words, prefix in [
        ("light rai", "rai", True),
        ("light rai ", "rai", False),
        ('light "rai"', "rai", False),
        ("light r", "r", False),
    ]:
        assert parse(typed, typing=True).root.nodes[-1] == Term(words, prefix=prefix)
        assert parse(typed).root.nodes[-1] == Term(words)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("rail after:yesteryear", r"column 12: after:yesteryear: no day: write it as 2026-01-31"),
        ("after:2026-02-30", r"column 7: after:2026-02-30: no day"),
        ('after:"2026\n01"', r"column 7: after:2026 01: no day"),
        ("after:99999y", r"column 7: after:99999y: no day"),
        ('before:""', r"column 8: before:nothing: no day"),
        ("rail tag:", r"column 6: tag: needs its word right after the colon: tag:budget"),
        ("title: rail", r'column 1: title: needs its word right after the colon: title:word or title:"two words"'),
        ("is:unred", r"column 4: is:unred: no such state: did you mean is:unread\?"),
        ("titel:rail", r"column 1: titel: no such field: did you mean title:\?"),
        ("rail NOT (", r"column 10: a "),
        ("is:blue", r"it is one of unread, read, starred"),
        ("(rail tram", r'column 1: a "\(" that is never closed'),
        ("rail) tram", r'column 5: a "\)" without its "\("'),
        ("OR rail", r"column 1: OR needs something on both sides"),
        ("rail (tram OR)", r"column 12: OR needs something"),
        ("rail OR OR tram", r"column 9: OR needs something"),
        ("x autor:Petrova", r"column 3: autor: no such field: did you mean author:\?"),
        ("(" * 40 + "a" + ")" * 40, r"column 21: over 20 brackets"),
        (" ".join("abcde" * 20), r"column 129: over 64 words"),
        ("a" * 3000, r"over 2,000 characters"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_says_where(asked, said):
    with pytest.raises(BadInput, match=said) as caught:
        parse(asked)
    assert "\n" not in str(caught.value)


def test_a_field_that_is_not_for_this_list_is_told():
    assert parse("colour:red", ("title", "colour")) == Query(Term("red", "colour"))
    with pytest.raises(BadInput, match="column 1: colour: cannot be asked here, only title:, tag:"):
        parse("colour:red", ("title", "tag"))


PIECES = st.sampled_from(
    ["-", '"', ":", "tag:", "after:", "BEFORE:", "2026-01-31", "7d", "2026-W05-6", "rail", " ", "İ", "ſite:", "#", "("]
)
MORE = st.sampled_from([")", " OR ", " NOT ", "is:", "unread", "京都", "*", "title:(", "«"])


@given(st.one_of(st.text(), st.lists(PIECES | MORE).map("".join)), st.one_of(st.none(), st.dates()), st.booleans())
@example("after:2026-W05-6", DAY, False)
@example("after:2026-w05-6", DAY, False)
@example("after:２０２６-01-31", DAY, False)
@example("after:٣d", DAY, False)
def test_any_text_is_a_query_or_one_line_and_a_query_always_answers(text, day, typing):
    try:
        query = parse(text, typing=typing)
    except BadInput as error:
        assert "\n" not in str(error)
        assert str(error).startswith("query")
        return
    assert query.holds(RAIL, day) in (True, False)
    assert all(term.words == " ".join(term.words.split()) != "" for term in query.terms())


@given(st.text(), st.sampled_from(["tag:", "", "speaker:"]))
def test_not_is_the_opposite(word, field):
    asked = f'{field}"{word.translate(dict.fromkeys(map(ord, chr(34) + "“”„«»"), " "))}"'
    try:
        query = parse(asked)
    except BadInput as error:
        assert len(word) > 1_900, error
        return
    if query:
        assert query.holds(RAIL) is not parse(f"-{asked}").holds(RAIL)


def test_every_field_is_told_of_a_person():
    assert all(FIELDS.values())
