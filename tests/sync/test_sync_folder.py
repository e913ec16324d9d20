"""Two and more homes over one folder: what one does, all have."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from tinydb import where

from reader.errors import BadInput
from reader.model import Anchor, AnchorStatus, Selector
from reader.sync import Exchanged, prepare


def test_what_one_machine_adds_changes_and_removes_the_other_has(make, exchanged):
    desk, train = make("desk"), make("train")
    kept = desk.add("Ask the harbour board", tags=("port", "budget"), selector=Selector("words", "", "", 3, 8))
    gone = desk.add("Not needed")
    assert desk.sync.exchange() == Exchanged(sent=2, received=0)
    assert train.sync.exchange() == Exchanged(sent=0, received=2)
    assert train.store.get(kept.id) == kept

    train.change(kept, color="red", extra={"mood": [1, {"deep": "ä"}]})
    train.store.remove(gone.id)
    notes = exchanged(desk, train)
    assert [(note.id, note.color, note.extra) for note in notes] == [(kept.id, "red", {"mood": [1, {"deep": "ä"}]})]
    assert not desk.problems + train.problems
    assert desk.sync.exchange() == train.sync.exchange() == Exchanged()


def test_an_exchange_with_nothing_new_writes_nothing(make):
    desk = make("desk")
    desk.add("One")
    desk.sync.exchange()
    before = {path: path.stat().st_mtime_ns for path in [*desk.root.rglob("*"), *desk.folder.iterdir()]}
    assert not desk.sync.changed()
    desk.sync.exchange()
    assert {path: path.stat().st_mtime_ns for path in [*desk.root.rglob("*"), *desk.folder.iterdir()]} == before


def test_different_fields_changed_at_once_are_both_kept(make, exchanged):
    desk, train = make("desk"), make("train")
    note = desk.add("Text", tags=("old", "port"))
    exchanged(desk, train)
    desk.change(note, color="blue", tags=("port", "from desk"))
    train.change(note, speaker="Ada Petrova", tags=("old", "port", "from train"))
    (merged,) = exchanged(desk, train)
    assert (merged.color, merged.speaker, merged.body) == ("blue", "Ada Petrova", "Text")
    assert sorted(merged.tags) == ["from desk", "from train", "port"]


def test_the_later_change_of_one_field_wins_whichever_is_exchanged_first(make, exchanged):
    desk, train = make("desk"), make("train")
    note = desk.add("Text")
    exchanged(desk, train)
    desk.change(note, color="blue")
    train.change(note, color="green")
    train.sync.exchange()
    (merged,) = exchanged(desk, train)
    assert merged.color == "green"


def test_a_body_edited_on_both_keeps_both_versions_until_tidied(make, exchanged):
    desk, train = make("desk"), make("train")
    note = desk.add("Ask the board")
    exchanged(desk, train)
    desk.change(note, body="Ask the board about the ferry")
    train.change(note, body="Ask Petrova first")
    (merged,) = exchanged(desk, train)
    assert merged.body.startswith("Ask Petrova first\n\n## Conflict: the other version, from 20")
    assert merged.body.endswith(" UTC\n\nAsk the board about the ferry")

    desk.change(note, body="Ask Petrova about the ferry")
    (tidy,) = exchanged(desk, train)
    assert tidy.body == "Ask Petrova about the ferry"


def test_a_body_edited_on_both_to_the_same_words_is_no_conflict(make, exchanged):
    desk, train = make("desk"), make("train")
    note = desk.add("Ask")
    exchanged(desk, train)
    for home in (desk, train):
        home.change(note, body="Ask Petrova")
    (merged,) = exchanged(desk, train)
    assert merged.body == "Ask Petrova"


def test_one_machine_after_the_other_is_no_conflict(make, exchanged):
    desk, train = make("desk"), make("train")
    note = desk.add("One")
    for number, home in enumerate([train, desk, train, desk]):
        exchanged(desk, train)
        home.change(note, body=f"Version {number}")
    (merged,) = exchanged(desk, train)
    assert merged.body == "Version 3"


def test_where_a_passage_is_found_is_each_machine_s_own(make):
    desk, train = make("desk"), make("train")
    note = desk.add("Text", anchor=Anchor(AnchorStatus.EXACT, 3, 8))
    desk.sync.exchange()
    train.sync.exchange()
    moved = {"status": "moved", "start": 30, "end": 35}
    train.store.table.update({"anchor": moved}, where("id") == note.id)
    assert train.sync.exchange() == Exchanged()
    desk.change(note, color="red")
    desk.sync.exchange()
    train.sync.exchange()
    assert (train.store.get(note.id).color, train.store.get(note.id).anchor.start) == ("red", 30)
    assert desk.store.get(note.id).anchor.start == 3


def test_a_note_that_one_changes_and_the_other_removes_stays(make, exchanged):
    desk, train = make("desk"), make("train")
    note = desk.add("Text", color="red")
    exchanged(desk, train)
    train.change(note, body="Text and a thought that the other has not seen")
    desk.store.remove(note.id)
    (merged,) = exchanged(desk, train)
    assert (merged.body, merged.color) == ("Text and a thought that the other has not seen", "red")


def test_a_removed_note_stays_removed_and_one_put_back_is_back_everywhere(make, exchanged):
    desk, train = make("desk"), make("train")
    note = desk.add("Text", tags=("port",))
    exchanged(desk, train)
    removed = train.store.remove(note.id)
    assert exchanged(desk, train) == []
    train.open()
    assert exchanged(desk, train) == []
    train.store.restore(removed)
    assert exchanged(desk, train) == [note]


def test_a_third_machine_that_comes_late_gets_everything(make, exchanged):
    desk, train = make("desk"), make("train")
    for number in range(20):
        (desk if number % 2 else train).add(f"Note {number}")
    exchanged(desk, train)
    desk.store.remove(desk.store.all()[0].id)
    late = make("late")
    late.add("Mine")
    assert len(exchanged(desk, train, late)) == 20


def test_two_windows_of_one_home_share_one_journal(make, folder, exchanged):
    one, other, train = make("desk"), make("desk"), make("train")
    first, second = one.add("First"), other.add("Second")
    for window in (one, other, one):
        window.sync.exchange()
    one.change(second, body="Second, changed in the first window")
    other.store.remove(first.id)
    one.sync.exchange()
    other.sync.exchange()
    assert [note.body for note in exchanged(one, other, train)] == ["Second, changed in the first window"]
    assert len(list(folder.iterdir())) == 2


def test_notes_that_both_have_from_before_are_not_doubled(make, exchanged):
    desk, train = make("desk"), make("train")
    note = desk.add("The same on both", tags=("port",))
    train.store.add_many([note])
    other = replace(desk.add("Here"), body="There")
    train.store.add_many([other])
    desk.sync.exchange()
    assert train.sync.exchange().sent == 1
    same, differs = exchanged(desk, train)
    assert same == note
    assert "Here" in differs.body
    assert "There" in differs.body


def test_a_clock_that_is_years_ahead_does_not_hold_the_others_back(make, exchanged):
    desk, train = make("desk"), make("train")
    note = desk.add("Text")
    ahead = replace(desk.store.get(note.id), color="red", modified=datetime.now(UTC) + timedelta(days=9000))
    desk.store.remove(note.id)
    desk.store.restore(ahead)
    exchanged(desk, train)
    train.change(note, color="green")
    (merged,) = exchanged(desk, train)
    assert merged.color == "green"


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BadInput, match="no such folder"):
        prepare(tmp_path / "typo")
    assert not (tmp_path / "typo").exists()


def test_the_journals_are_private(make):
    desk = make("desk")
    desk.add("Mine alone")
    desk.sync.exchange()
    files = [*desk.journals(), *(path for path in (desk.root / "sync").iterdir())]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
