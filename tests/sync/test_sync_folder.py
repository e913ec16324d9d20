"""Two and more homes over one folder: what one does, all have; nothing is lost whatever happens to the folder."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reader.errors import BadInput, StoreFailed
from reader.model import Note, NoteKind, Selector
from reader.notes import NoteStore
from reader.sync import Exchanged, NoteSync, prepare

URL = "https://gazette.example/harbour"


class Home:
    """A machine: its store, and its exchange with the folder."""

    def __init__(self, root, folder):
        self.root, self.folder = root, folder
        self.open()

    def open(self):
        """Begin anew, as after a restart."""
        self.problems = []
        self.store = NoteStore(self.root / "notes.json")
        self.sync = NoteSync(self.store, self.root / "sync", self.folder, self.problems)
        return self

    def add(self, body="", **fields):
        return self.store.add(Note("", NoteKind.NOTE, URL, body=body, **fields))

    def change(self, note, **fields):
        return self.store.update(replace(self.store.get(note.id), **fields))

    def body(self, note):
        return self.store.get(note.id).body

    def journals(self):
        return sorted(self.folder.glob("*.journal"))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cloud").mkdir()
    return prepare(tmp_path / "cloud")


@pytest.fixture
def make(tmp_path, folder):
    return lambda name: Home(tmp_path / name, folder)


def exchanged(*homes):
    for _round in range(2):
        for home in homes:
            home.sync.exchange()
    first = homes[0].store.all()
    for home in homes[1:]:
        assert home.store.all() == first
    return first


def test_what_one_machine_adds_changes_and_removes_the_other_has(make):
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


def test_different_fields_changed_at_once_are_both_kept(make):
    desk, train = make("desk"), make("train")
    note = desk.add("Text", tags=("old", "port"))
    exchanged(desk, train)
    desk.change(note, color="blue", tags=("port", "from desk"))
    train.change(note, speaker="Ada Petrova", tags=("old", "port", "from train"))
    (merged,) = exchanged(desk, train)
    assert (merged.color, merged.speaker, merged.body) == ("blue", "Ada Petrova", "Text")
    assert sorted(merged.tags) == ["from desk", "from train", "port"]


def test_the_later_change_of_one_field_wins_whichever_is_exchanged_first(make):
    desk, train = make("desk"), make("train")
    note = desk.add("Text")
    exchanged(desk, train)
    desk.change(note, color="blue")
    train.change(note, color="green")
    train.sync.exchange()
    (merged,) = exchanged(desk, train)
    assert merged.color == "green"


def test_a_body_edited_on_both_keeps_both_versions_until_tidied(make):
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


def test_a_body_edited_on_both_to_the_same_words_is_no_conflict(make):
    desk, train = make("desk"), make("train")
    note = desk.add("Ask")
    exchanged(desk, train)
    for home in (desk, train):
        home.change(note, body="Ask Petrova")
    (merged,) = exchanged(desk, train)
    assert merged.body == "Ask Petrova"


def test_one_machine_after_the_other_is_no_conflict(make):
    desk, train = make("desk"), make("train")
    note = desk.add("One")
    for number, home in enumerate([train, desk, train, desk]):
        exchanged(desk, train)
        home.change(note, body=f"Version {number}")
    (merged,) = exchanged(desk, train)
    assert merged.body == "Version 3"


def test_a_note_that_one_changes_and_the_other_removes_stays(make):
    desk, train = make("desk"), make("train")
    note = desk.add("Text", color="red")
    exchanged(desk, train)
    train.change(note, body="Text and a thought that the other has not seen")
    desk.store.remove(note.id)
    (merged,) = exchanged(desk, train)
    assert (merged.body, merged.color) == ("Text and a thought that the other has not seen", "red")


def test_a_removed_note_stays_removed_and_one_put_back_is_back_everywhere(make):
    desk, train = make("desk"), make("train")
    note = desk.add("Text", tags=("port",))
    exchanged(desk, train)
    removed = train.store.remove(note.id)
    assert exchanged(desk, train) == []
    train.open()
    assert exchanged(desk, train) == []
    train.store.restore(removed)
    assert exchanged(desk, train) == [note]


def test_a_third_machine_that_comes_late_gets_everything(make):
    desk, train = make("desk"), make("train")
    for number in range(20):
        (desk if number % 2 else train).add(f"Note {number}")
    exchanged(desk, train)
    desk.store.remove(desk.store.all()[0].id)
    late = make("late")
    late.add("Mine")
    assert len(exchanged(desk, train, late)) == 20


def test_two_windows_of_one_home_share_one_journal(make, folder):
    one, other, train = make("desk"), make("desk"), make("train")
    first, second = one.add("First"), other.add("Second")
    for window in (one, other, one):
        window.sync.exchange()
    one.change(second, body="Second, changed in the first window")
    other.store.remove(first.id)
    one.sync.exchange()
    other.sync.exchange()
    assert [note.body for note in exchanged(one, other, train)] == ["Second, changed in the first window"]
    assert len(list(folder.iterdir())) == 1


def test_notes_that_both_have_from_before_are_not_doubled(make):
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


def test_a_folder_that_is_gone_is_one_line_and_is_caught_up_later(make, folder):
    desk, train = make("desk"), make("train")
    first = desk.add("First")
    exchanged(desk, train)
    away = folder.rename(folder.with_name("unplugged"))
    desk.change(first, body="Changed on the way")
    desk.add("Second")
    for _time in range(3):
        desk.sync.keep_up(written=True)
    (line,) = desk.problems
    assert str(folder) in line
    assert "not there" in line
    assert not folder.exists()
    removed = desk.add("Third")
    desk.open().sync.keep_up()
    desk.store.remove(removed.id)

    away.rename(folder)
    assert desk.sync.changed()
    desk.sync.keep_up()
    train.sync.keep_up()
    assert [note.body for note in train.store.all()] == ["Changed on the way", "Second"]
    assert exchanged(desk, train)


def test_a_folder_that_cannot_be_written_is_one_line_and_is_caught_up_later(make, folder):
    desk, train = make("desk"), make("train")
    train.add("From the train")
    train.sync.exchange()
    desk.sync.exchange()
    in_the_way = folder / f"{_device(desk)}.journal"
    in_the_way.mkdir()
    mine = desk.add("From the desk")
    for _time in range(2):
        desk.sync.keep_up(written=True)
    (line,) = desk.problems
    assert line.startswith(f"sync folder {folder}: is a directory")
    in_the_way.rmdir()
    desk.open().sync.keep_up()
    train.sync.keep_up()
    assert mine in train.store.all()


def test_torn_and_foreign_lines_are_left_out_and_told(make, folder):
    desk, train = make("desk"), make("train")
    desk.add("First")
    desk.sync.exchange()
    (journal,) = desk.journals()
    whole = journal.read_bytes()
    journal.write_bytes(b"<<<<<<< ours\n" + whole + whole[: len(whole) // 2] + b"\n\0\0\0\n" + whole[:20])
    (folder / "pipe.journal").symlink_to("/dev/zero")
    (folder / ".syncthing.x.journal.tmp").write_bytes(whole.replace(b"First", b"Wrong"))
    (folder / "README").write_text("hello")
    train.sync.exchange()
    assert [note.body for note in train.store.all()] == ["First"]
    assert train.problems == [f"{journal}: left out 4 lines that are torn or not ours: the rest is read"]

    desk.add("Second")  # behind the torn end
    assert len(exchanged(desk, train)) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"set": {"body": "apart"}},
        {"set": {"title": 5}},
        {"set": {"kind": "poem"}},
        {"set": {"created": "yesterday"}},
        {"set": {"anchor": {"status": "exact", "start": -1}}},
        {"tags": ["port"]},
        {"clock": [1 << 60, 0]},
        {"clock": "now"},
        {"seq": True},
        {"device": "../../etc/passwd"},
        {"note": ""},
        {"v": None},
    ],
)
def test_a_line_that_the_store_could_not_hold_is_left_out(make, folder, change):
    desk = make("desk")
    (folder / "other.journal").write_bytes(_line(change))
    desk.sync.exchange()
    assert desk.store.all() == []
    assert "left out 1 line that is torn or not ours" in desk.problems[0]


def test_a_line_of_a_newer_reader_is_told_and_kept_out(make, folder):
    desk = make("desk")
    (folder / "other.journal").write_bytes(_line({"v": 99, "set": {"title": {"new": "shape"}}}))
    desk.sync.exchange()
    assert desk.store.all() == []
    assert desk.problems == [f"{folder}/other.journal: left out 1 line of a newer reader: update this one"]


@pytest.mark.parametrize(
    "name",
    [
        "{}.sync-conflict-20250314-093000-ABCDEFG.journal",
        "{} (conflicted copy 2025-03-14 093000).journal",
        "{} (Ada's conflicted copy 2025-03-14).journal",
        "{}.journal (1)",
    ],
)
def test_copies_that_a_syncer_sets_aside_are_read_too(make, folder, name):
    desk, train = make("desk"), make("train")
    desk.add("First")
    desk.sync.exchange()
    (journal,) = desk.journals()
    desk.add("Second")
    desk.sync.exchange()
    whole = journal.read_bytes()
    journal.rename(folder / name.format(journal.stem))
    journal.write_bytes(whole[: whole.index(b"\n") + 1])
    train.sync.exchange()
    assert [note.body for note in train.store.all()] == ["First", "Second"]
    assert len(exchanged(desk, train)) == 2


def test_a_journal_that_lost_its_end_or_all_is_made_whole_again(make, folder):
    desk = make("desk")
    for number in range(3):
        desk.add(f"Note {number}")
        desk.sync.exchange()
    (journal,) = desk.journals()
    whole = journal.read_bytes()
    journal.write_bytes(whole[: len(whole) // 2])
    desk.sync.keep_up()
    journal.unlink()
    desk.open().sync.keep_up()
    assert sorted(journal.read_bytes().splitlines()) == sorted(whole.splitlines())


def test_a_store_that_is_gone_comes_back_and_removes_nothing(make):
    desk, train = make("desk"), make("train")
    notes = [desk.add(f"Note {number}") for number in range(3)]
    exchanged(desk, train)
    for path in train.root.glob("notes.json*"):
        path.unlink()
    train.open().sync.exchange()
    assert train.store.all() == notes
    assert exchanged(desk, train) == notes


def test_a_home_that_lost_what_it_knew_of_the_exchange_loses_no_note(make):
    desk, train = make("desk"), make("train")
    note = desk.add("Text", tags=("port",))
    exchanged(desk, train)
    shutil.rmtree(train.root / "sync")
    train.open().change(note, color="red")
    desk.change(note, body="Text, longer")
    (merged,) = exchanged(desk, train)
    assert (merged.body, merged.color) == ("Text, longer", "red")


@pytest.mark.parametrize("damage", [b"", b"{", b"\0" * 40, b"[]"])
@pytest.mark.parametrize("file", ["state.json", "log"])
def test_damaged_knowledge_of_the_exchange_is_made_anew(make, file, damage):
    desk, train = make("desk"), make("train")
    note = desk.add("Text")
    exchanged(desk, train)
    path = train.root / "sync" / file
    path.write_bytes(damage + (b"\n" * 2000 if file == "log" else b""))
    train.open().add("Another")
    desk.change(note, body="Text, longer")
    assert [note.body for note in exchanged(desk, train)] == ["Text, longer", "Another"]


def test_a_home_copied_to_another_machine_is_a_device_of_its_own(make, folder, tmp_path):
    desk = make("desk")
    desk.add("First")
    desk.sync.exchange()
    shutil.copytree(desk.root, tmp_path / "copied")
    copied = make("copied")
    desk.add("Said at the desk")
    copied.add("Said on the copy")
    assert {note.body for note in exchanged(desk, copied)} == {"First", "Said at the desk", "Said on the copy"}
    assert len(desk.journals()) == 2


def test_another_folder_gets_everything(make, tmp_path):
    desk = make("desk")
    desk.add("First")
    desk.sync.exchange()
    (tmp_path / "other").mkdir()
    desk.folder = prepare(tmp_path / "other")
    desk.open().sync.exchange()
    train = Home(tmp_path / "train", desk.folder)
    train.sync.exchange()
    assert [note.body for note in train.store.all()] == ["First"]


def test_a_crash_between_the_log_and_the_store_loses_and_undoes_nothing(make, monkeypatch):
    desk, train = make("desk"), make("train")
    note, other = desk.add("Text", color="red"), desk.add("Other", color="red")
    exchanged(desk, train)
    train.change(note, color="blue")
    train.store.remove(other.id)
    train.add("New on the train")
    train.sync.exchange()
    mine = desk.change(note, speaker="Ada Petrova")

    rewrite = desk.store.rewrite

    def cut(step):
        def killed(records):
            step(records)
            raise StoreFailed("killed")

        rewrite(killed)

    monkeypatch.setattr(desk.store, "rewrite", cut)
    with pytest.raises(StoreFailed):
        desk.sync.exchange()
    assert desk.store.get(note.id) == mine
    train.change(note, color="green")
    train.sync.exchange()
    merged, new = exchanged(desk.open(), train)
    assert (merged.color, merged.speaker, new.body) == ("green", "Ada Petrova", "New on the train")


def test_a_crash_between_the_store_and_the_state_undoes_nothing(make, monkeypatch):
    desk, train = make("desk"), make("train")
    note = desk.add("Text", color="red")
    exchanged(desk, train)
    train.change(note, color="blue", body="Text of the train")
    train.sync.exchange()

    def killed(path, state):
        raise StoreFailed("killed")

    with monkeypatch.context() as patch:
        patch.setattr("reader.sync.exchange.save", killed)
        with pytest.raises(StoreFailed):
            desk.sync.exchange()
    assert desk.store.get(note.id).color == "blue"
    train.change(note, color="green", body="Text of the train, longer")
    train.sync.exchange()
    desk.open()
    (merged,) = exchanged(desk, train)
    assert (merged.color, merged.body) == ("green", "Text of the train, longer")


def test_a_clock_that_is_years_ahead_does_not_hold_the_others_back(make):
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


def _device(home):
    import json

    return json.loads((home.root / "sync" / "state.json").read_text())["devices"][-1]


def _line(change):
    import json
    import zlib

    payload = {"v": 1, "device": "0" * 16, "seq": 1, "clock": [1, 0], "note": "n", "set": {"kind": "note"}, **change}
    data = json.dumps(payload).encode()
    return b"%08x %s\n" % (zlib.crc32(data), data)
