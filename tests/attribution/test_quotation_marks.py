"""Where quotations begin and end, whatever marks an article uses."""

from __future__ import annotations

import pytest

from reader.attribution import attribute


def quoted(text):
    return [text[q.start : q.end] for q in attribute(text).quotations]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"We go," Ada Lee said.', ["We go,"]),
        ("“We go,” Ada Lee said.", ["We go,"]),
        ("„We go,“ Ada Lee said.", ["We go,"]),
        ("„We go,” Ada Lee said.", ["We go,"]),
        ("«We go», Ada Lee said.", ["We go"]),
        ("« We go », Ada Lee said.", [" We go "]),
        ("»We go«, Ada Lee said.", ["We go"]),
        ("”We go,” Ada Lee said.", ["We go,"]),
        ("‹We go›, Ada Lee said.", ["We go"]),
        ("「We go」 Ada Lee said.", ["We go"]),
        ("``We go,'' Ada Lee said.", ["We go,"]),
        ("‘We go,’ Ada Lee said.", ["We go,"]),
        ("'We go,' Ada Lee said.", ["We go,"]),
    ],
)
def test_every_common_mark(text, inside):
    assert quoted(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“He told me, ‘Go,’ and I went,” Ada Lee said.", ["He told me, ‘Go,’ and I went,"]),
        ("\"He told me, 'Go,' and I went,\" Ada Lee said.", ["He told me, 'Go,' and I went,"]),
        ("‘He said “no” to me,’ Ada Lee said.", ["He said “no” to me,"]),
    ],
)
def test_a_quotation_in_a_quotation_is_part_of_it(text, inside):
    assert quoted(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("‘It’s the players’ fault, isn’t it?’ Ada Lee asked.", ["It’s the players’ fault, isn’t it?"]),
        ("'It's the players' fault, isn't it?' Ada Lee asked.", ["It's the players' fault, isn't it?"]),
        ("‘Rock ’n’ roll’s dead,’ Ada Lee said.", ["Rock ’n’ roll’s dead,"]),
        ("The players’ union and the fans’ club met. It’s the workers’ turn.", []),
        ("In the '90s and the ’80s, 'twas the rule.", []),
    ],
)
def test_apostrophes_close_nothing(text, inside):
    assert quoted(text) == inside


def test_feet_and_inches_are_no_marks():
    assert quoted('The 6\'2" guard and the 12" pipe were new. "We go," Ada Lee said.') == ["We go,"]


def test_two_in_one_sentence():
    assert quoted('Ada Lee called it "odd" and "old."') == ["odd", "old."]


def test_open_at_the_end_of_a_paragraph_goes_on_in_the_next():
    text = "“We go,” Ada Lee said. “We go now.\n\n“We go far.\n\n“We go home.”\n\n“Not I,” Bo Lund said."
    result = attribute(text)
    assert quoted(text) == ["We go,", "We go now.", "We go far.", "We go home.", "Not I,"]
    assert [q.continues for q in result.quotations] == [None, None, 1, 2, None]
    assert len({q.speaker for q in result.quotations[:4]}) == 1
    assert result.quotations[4].speaker != result.quotations[3].speaker


def test_open_without_a_next_part_ends_with_its_paragraph():
    text = "Ada Lee said: “We go now.\n\nThe sun rose."
    assert quoted(text) == ["We go now."]
    assert attribute(text).quotations[0].continues is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "No marks at all.", "“”", '"', "“ ”", "'", '""" """'])
def test_nothing_quoted(text):
    assert quoted(text) == []
