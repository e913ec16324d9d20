"""The user's corrections laid over what the engine found, as values, and how a desk keeps them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from reader.app import Desk
from reader.app.corrections import CORRECTION, FROM, Correction, corrected, correction_of
from reader.model import (
    Anchor,
    AnchorStatus,
    Attribution,
    Mention,
    Note,
    NoteKind,
    Quotation,
    Speaker,
)
from reader.paths import find_paths

FOUND = Attribution(
    speakers=(
        Speaker("a", "Ana Bell", "the mayor", aliases=("Bell",)),
        Speaker("b", "Tom Orr", aliases=("Orr",)),
    ),
    quotations=(
        Quotation(0, 10, speaker="a", mention=(12, 16), confidence=0.4),
        Quotation(20, 30, speaker="b", mention=(32, 35), confidence=0.9),
        Quotation(40, 50, confidence=0.2),
    ),
    mentions=(Mention(12, 16, "a"), Mention(32, 35, "b")),
)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def correction(what, speaker, span=None, renamed="", minute=0):
    fields = {CORRECTION: what, **({FROM: renamed} if renamed else {})}
    anchor = Anchor(AnchorStatus.EXACT, *span) if span else None
    made = NOON + timedelta(minutes=minute)
    return Note(f"n{minute}", NoteKind.CORRECTION, "u", speaker=speaker, anchor=anchor, extra=fields, modified=made)


def said(attribution):
    names = (attribution.speaker(one.speaker) for one in attribution.quotations)
    return [speaker.name if speaker else "" for speaker in names]


def test_without_corrections_nothing_changes():
    assert corrected(FOUND, []) is FOUND
    assert corrected(FOUND, [Note("n", NoteKind.NOTE, "u", anchor=Anchor(AnchorStatus.EXACT, 0, 10))]) is FOUND


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Tom Orr", ["Tom Orr", "Tom Orr", ""]),
        ("TOM ORR", ["Tom Orr", "Tom Orr", ""]),
        ("Orr", ["Tom Orr", "Tom Orr", ""]),
        ("Ida Marsh", ["Ida Marsh", "Tom Orr", ""]),
        ("", ["", "Tom Orr", ""]),
    ],
)
def test_another_speaker_a_new_one_or_nobody(name, names):
    done = corrected(FOUND, [correction("speaker", name, (0, 10))])
    assert said(done) == names
    assert done.quotations[0].confidence == 1.0
    assert done.quotations[0].mention is None  # what named the other one
    assert done.quotations[1:] == FOUND.quotations[1:]
    assert "Ana Bell" not in {speaker.name for speaker in done.speakers}  # said nothing else
    assert {mention.speaker for mention in done.mentions} == {"b"}


def test_confirming_makes_sure_and_keeps_what_named_the_speaker():
    done = corrected(FOUND, [correction("confirm", "Ana Bell", (0, 10))])
    assert done.quotations[0] == replace(FOUND.quotations[0], confidence=1.0)
    assert done.speakers == FOUND.speakers
    assert done.mentions == FOUND.mentions


def test_the_quotation_that_shares_most_of_the_place_is_meant():
    assert said(corrected(FOUND, [correction("speaker", "Tom Orr", (8, 26))])) == ["Ana Bell", "Tom Orr", ""]
    assert said(corrected(FOUND, [correction("speaker", "Tom Orr", (5, 22))])) == ["Tom Orr", "Tom Orr", ""]
    assert said(corrected(FOUND, [correction("speaker", "Tom Orr", (60, 70))])) == said(FOUND)
    assert said(corrected(FOUND, [correction("speaker", "Tom Orr")])) == said(FOUND)  # its passage is gone


def test_the_later_correction_wins_in_whatever_order_they_come():
    first, second = correction("speaker", "Tom Orr", (0, 10)), correction("speaker", "Ida Marsh", (0, 10), minute=1)
    assert said(corrected(FOUND, [first, second])) == said(corrected(FOUND, [second, first]))
    assert said(corrected(FOUND, [second, first]))[0] == "Ida Marsh"


def test_a_rename_reaches_every_quotation_and_keeps_the_old_name_as_an_alias():
    done = corrected(FOUND, [correction("rename", "Anna Bell-Orr", renamed="Ana Bell")])
    assert said(done) == ["Anna Bell-Orr", "Tom Orr", ""]
    assert done.speaker("a").aliases == ("Ana Bell", "Bell")
    assert done.speaker("a").role == "the mayor"
    assert done.quotations[0].confidence == FOUND.quotations[0].confidence  # who it is, not that it is right


def test_a_rename_to_anothers_name_makes_the_two_one():
    done = corrected(FOUND, [correction("rename", "Tom Orr", renamed="Ana Bell")])
    assert said(done) == ["Tom Orr", "Tom Orr", ""]
    (speaker,) = done.speakers
    assert speaker.role == "the mayor"  # the one of the two that had one
    assert {"Ana Bell", "Bell", "Orr"} <= set(speaker.aliases)
    assert {mention.speaker for mention in done.mentions} == {"b"}
    assert len(done.mentions) == 2


def test_a_rename_of_somebody_who_is_not_there_changes_nothing():
    assert said(corrected(FOUND, [correction("rename", "Ida Marsh", renamed="Nobody Here")])) == said(FOUND)
    assert said(corrected(FOUND, [correction("rename", "", renamed="Ana Bell")])) == said(FOUND)


def test_corrections_build_on_one_another():
    notes = [
        correction("speaker", "Ida Marsh", (40, 50)),
        correction("rename", "Ida Marsh-Bell", renamed="Ida Marsh", minute=1),
        correction("speaker", "Ida Marsh", (0, 10), minute=2),
    ]
    assert said(corrected(FOUND, notes)) == ["Ida Marsh-Bell", "Tom Orr", "Ida Marsh-Bell"]


@pytest.mark.parametrize(
    ("kind", "field", "what"),
    [
        (NoteKind.CORRECTION, "confirm", Correction.CONFIRM),
        (NoteKind.CORRECTION, "from a later version", None),
        (NoteKind.CORRECTION, ["speaker"], None),
        (NoteKind.CORRECTION, None, None),
        (NoteKind.NOTE, "speaker", None),
    ],
)
def test_what_a_note_corrects(kind, field, what):
    assert correction_of(Note("n", kind, "u", extra={CORRECTION: field})) is what


STORY = """# The ferry runs again

Skerrow has its ferry back after a winter without one, and nobody on the island was late for it.

“We sail at noon,” said Ida Marsh, the harbour master.

“Bring a coat for the crossing,” said Orm Tait, who mends the nets.
"""


@pytest.fixture
def desk(home):
    with_files = Desk(find_paths(home))
    yield with_files
    with_files.close()


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "ferry.md"
    path.write_text(STORY, encoding="utf-8")
    return path


def correct_first(desk, story, name):
    reading = desk.attribute(desk.open(str(story)))
    first = reading.attribution.quotations[0]
    return desk.correct(reading, (first.start, first.end), Correction.SPEAKER, name)


def test_a_correction_holds_for_an_article_opened_again_also_when_it_was_edited(desk, story, home):
    correct_first(desk, story, "Orm Tait")
    assert said(desk.corrected(desk.open(str(story))).attribution) == ["Orm Tait", "Orm Tait"]
    lines = STORY.replace("Skerrow has its", "First of all: Skerrow has its").replace("at noon", "at noon today")
    story.write_text(lines, encoding="utf-8")
    other = Desk(find_paths(home))
    try:
        assert said(other.corrected(other.open(str(story))).attribution) == ["Orm Tait", "Orm Tait"]
    finally:
        other.close()


def test_corrections_are_no_notes_to_count(desk, story):
    note = correct_first(desk, story, "Orm Tait")
    assert [one.id for one in desk.all_notes()] == [note.id]
    assert desk.note_counts() == {}


def test_a_note_made_on_corrected_words_names_the_right_speaker(desk, story):
    correct_first(desk, story, "Piers Oduya")
    reading = desk.attribute(desk.open(str(story)))
    first = reading.attribution.quotations[0]
    assert desk.add_note(reading, (first.start, first.end), NoteKind.QUOTATION).speaker == "Piers Oduya"


def test_the_command_line_shows_the_corrected_speaker(desk, story, capsys):
    from reader.__main__ import main

    correct_first(desk, story, "Piers Oduya")
    desk.close()
    assert main(["quotes", str(story)]) == 0
    printed = capsys.readouterr().out
    assert "Piers Oduya" in printed
    assert "Ida Marsh" not in printed
    assert main(["quotes", str(story), "--speaker", "Oduya", "--format", "csv"]) == 0
    assert "We sail at noon" in capsys.readouterr().out
