"""What is said without quotation marks: the clause that a verb of speech governs, and no more."""

from __future__ import annotations

import pytest

from reader.app.marked import only_marked
from reader.attribution import attribute
from reader.model import QuotationKind

REPORTED = {
    "that": ("Ann Lee said that the bridge was closed.", ["the bridge was closed"]),
    "no that": ("Ann Lee says the bridge is closed.", ["the bridge is closed"]),
    "a day between": ("Ann Lee said on Friday that the bridge was closed.", ["the bridge was closed"]),
    "told somebody": ("Ann Lee told reporters the bridge was closed.", ["the bridge was closed"]),
    "told a paper in a statement": (
        "Ann Lee told the Oxley Courier in a statement that the bridge was closed.",
        ["the bridge was closed"],
    ),
    "after it": ("The bridge is closed, Ann Lee said on Friday.", ["The bridge is closed"]),
    "inverted": ("The bridge is closed, said Ann Lee, who built it.", ["The bridge is closed"]),
    "according to": ("According to police, the bridge was closed.", ["the bridge was closed"]),
    "according to, last": ("The bridge was closed, according to police.", ["The bridge was closed"]),
    "two clauses": (
        "Ann Lee said the bridge was closed and added that the road was flooded.",
        ["the bridge was closed", "the road was flooded"],
    ),
    "two people": (
        "Ann Lee said the bridge was closed, but Bo Chen said it was open.",
        ["the bridge was closed", "it was open"],
    ),
    "relayed": ("According to the Oxley Courier, Ann Lee said the bridge was closed.", ["the bridge was closed"]),
    "whether": ("Ann Lee told the court whether the bridge was closed.", ["whether the bridge was closed"]),
}


def reported(text):
    result = attribute(text)
    return [(text[q.start : q.end], q) for q in result.quotations if q.kind is QuotationKind.INDIRECT]


@pytest.mark.parametrize(("text", "clauses"), REPORTED.values(), ids=REPORTED.keys())
def test_the_clause_that_is_reported(text, clauses):
    assert [words for words, _ in reported(text)] == clauses


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee did not say that the bridge was closed.",
        "Ann Lee declined to say whether the bridge was closed.",
        "Ann Lee would not say the bridge was closed.",
        "Ann Lee denied that the bridge was closed.",
        "Ann Lee asked whether the bridge was closed.",
        "The report was on the table and the claims were old.",
        "Ann Lee said so.",
        "Member states met in Colm, where leaders had signed the pact.",
        "Some 40 per 1,000 people were told of it.",
        "Ann Lee said the plan was “a farce” and left.",
    ],
)
def test_what_is_no_report(text):
    assert reported(text) == []


def test_who_said_the_clause():
    text = "Mayor Ann Lee opened the bridge. She said it was late, according to the Oxley Courier."
    result = attribute(text)
    (quotation,) = result.quotations
    speaker = result.speaker(quotation.speaker)
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("Ann Lee", "Mayor")
    assert text[slice(*quotation.mention)] == "She"
    assert text[slice(*quotation.cue)] == "said"
    assert quotation.via == "Oxley Courier"


def test_without_them_only_marked_words_are_left():
    text = "Bo Chen said the road was flooded. “It is over,” said Ann Lee. “We\n\n“go home,” she said."
    whole = attribute(text)
    marked = only_marked(whole)
    assert next(q.kind for q in whole.quotations) is QuotationKind.INDIRECT
    assert [text[q.start : q.end] for q in marked.quotations] == ["It is over,", "We", "go home,"]
    assert [q.continues for q in marked.quotations] == [None, None, 1]
    assert {speaker.name for speaker in whole.speakers} == {"Ann Lee", "Bo Chen"}
    assert [speaker.name for speaker in marked.speakers] == ["Ann Lee"]
    assert {mention.speaker for mention in marked.mentions} == {marked.speakers[0].id}
    assert only_marked(marked) is marked
