"""All notes as a list of values: searched and put in order."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.app.note_list import ORDERS, found, notes_query, ordered
from reader.errors import BadInput
from reader.model import Note, NoteKind, Selector


def noon(day):
    return datetime(2026, 3, day, 12, tzinfo=UTC)


GATE = Note(
    "1",
    NoteKind.QUOTATION,
    "https://crier.example/gate",
    title="The gate",
    site="The Crier",
    selector=Selector("We asked for a key", start=90, end=108),
    speaker="Piers Oduya",
    body="Ask the *club*.",
    tags=("letter", "Dates"),
    color="yellow",
    created=noon(1),
    modified=noon(9),
)
MILL = Note(
    "2",
    NoteKind.NOTE,
    "https://post.example/mill",
    title="A mill",
    selector=Selector("The wheel stood still", start=40, end=61),
    body="Which spring?",
    tags=("dates",),
    created=noon(2),
    modified=noon(2),
)
PAGE = Note("3", NoteKind.PAGE, "https://crier.example/gate", title="The gate", created=noon(3), modified=noon(3))
LATE = Note(
    "4",
    NoteKind.HIGHLIGHT,
    "https://crier.example/gate",
    title="The gate",
    selector=Selector("Rust", start=7, end=11),
    speaker="Marta Kell",
    color="green",
    created=noon(4),
    modified=noon(4),
)
NOTES = (GATE, MILL, PAGE, LATE)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("", "1234"),
        ("KEY", "1"),
        ("club oduya", "1"),
        ('"asked for"', "1"),
        ('"for asked"', ""),
        ("the -gate", "2"),
        ("tag:letter", "1"),
        ("tag:dates", "12"),
        ("-tag:dates", "34"),
        ("colour:green", "4"),
        ("color:yellow", "1"),
        ("speaker:kell", "4"),
        ("site:crier", "134"),
        ("site:post.example", "2"),
        ("title:mill", "2"),
        ("kind:page", "3"),
        ("after:2026-03-03", "34"),
        ("before:2026-03-03", "12"),
        ("after:2026-03-02 before:2026-03-04", "23"),
    ],
)
def test_the_notes_that_are_asked_for(asked, ids):
    assert "".join(note.id for note in found(NOTES, notes_query(asked))) == ids


def test_a_bad_day_is_one_line():
    with pytest.raises(BadInput, match="March: no day"):
        notes_query("key after:March")


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("newest first", "4321"),
        ("last changed first", "1432"),
        ("by article", "2341"),
        ("by speaker", "4123"),
        ("by tag", "2134"),
    ],
)
def test_the_orders(order, ids):
    assert "".join(note.id for note in ordered(NOTES, order)) == ids
    assert "".join(note.id for note in ordered(NOTES[::-1], order)) == ids


def test_every_order_is_tried():
    assert len(ORDERS) == 5
