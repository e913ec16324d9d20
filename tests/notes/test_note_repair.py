"""The way out of a damaged store: everything copied aside, every record that can be read saved, nothing overwritten."""

import json

import pytest
from hostile_notes import FERRY
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.errors import BadInput, DamagedStore, StoreFailed
from reader.notes import NoteStore
from reader.notes.record import from_record
from reader.notes.repair import repair


def filled(path, count=4, *, closed=True):
    """A store of some notes; their bodies by id."""
    store = NoteStore(path)
    saved = store.add_many([_numbered(number) for number in range(count)])
    if closed:
        store.close()
    return {note.id: note.body for note in saved}


def _numbered(number):
    return replace(FERRY, id=f"id-{number}", body=f"Thought {number} — {{“brace”}}")


def bodies(path):
    return {note.id: note.body for note in NoteStore(path).all()}


def test_a_whole_store_is_left_alone(tmp_path):
    path = tmp_path / "notes.json"
    filled(path, closed=False)
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    done = repair(path)
    assert (done.copies, done.saved, done.lost) == ((), 4, ())
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_no_store_is_nothing_to_repair(tmp_path):
    with pytest.raises(BadInput, match="nothing to repair"):
        repair(tmp_path / "notes.json")
    assert list(tmp_path.iterdir()) == []


def test_a_truncated_store_keeps_the_records_before_the_cut(tmp_path):
    path = tmp_path / "notes.json"
    kept = filled(path)
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b'"body"')])
    with pytest.raises(DamagedStore, match="`reader notes repair` saves what can be read"):
        NoteStore(path).all()
    done = repair(path)
    assert bodies(path) == {key: body for key, body in kept.items() if key != "id-3"}
    assert done.saved == 3
    assert done.lost == ("record 4 (id-3): not whole; what is left of it is in the copy",)
    (copy,) = done.copies
    assert copy.read_bytes() == data[: data.rindex(b'"body"')]
    assert copy.name.startswith("notes.json.damaged-2")
    assert copy.stat().st_mode & 0o777 == 0o600


def test_damage_in_the_middle_costs_only_what_it_hit(tmp_path):
    path = tmp_path / "notes.json"
    kept = filled(path)
    data = bytearray(path.read_bytes())
    at = data.index(b"Thought 1")
    data[at : at + 40] = bytes(40)
    path.write_bytes(data)
    done = repair(path)
    assert bodies(path) == {key: body for key, body in kept.items() if key != "id-1"}
    assert len(done.lost) == 1


def test_a_store_on_one_line_as_stock_tinydb_writes_it(tmp_path):
    path = tmp_path / "notes.json"
    kept = filled(path)
    text = json.dumps(json.loads(path.read_text()) | {"other": {"1": {"mine": True}}})
    path.write_text(text[:-1])
    done = repair(path)
    assert bodies(path) == kept
    assert done.lost == ()
    assert json.loads(path.read_text())["other"] == {"1": {"mine": True}}


def test_what_the_journal_holds_is_laid_over_the_rest(tmp_path):
    path = tmp_path / "notes.json"
    kept = filled(path)
    store = NoteStore(path)
    (late,) = store.add_many([_numbered(9)])
    store.remove("id-0")
    journal = tmp_path / "notes.json.journal"
    assert journal.exists()
    path.write_bytes(path.read_bytes()[:-3])
    done = repair(path)
    del kept["id-0"]
    assert bodies(path) == kept | {late.id: late.body}
    assert len(done.copies) == 2
    assert not journal.exists()


def test_a_damaged_line_of_the_journal_gives_what_is_whole_in_it(tmp_path):
    path = tmp_path / "notes.json"
    kept = filled(path)
    store = NoteStore(path)
    store.add_many([_numbered(7), _numbered(8)])
    journal = tmp_path / "notes.json.journal"
    data = journal.read_bytes()
    at = data.index(b"Thought 8")
    journal.write_bytes(data[:at] + b"\xff\xff\n" + data[data.index(b"\n", at) + 1 :])
    with pytest.raises(DamagedStore, match="`reader notes repair`"):
        NoteStore(path).all()
    done = repair(path)
    assert bodies(path) == kept | {"id-7": _numbered(7).body}
    assert any("journal, line 2: damaged; 1 of its notes" in line for line in done.lost)


def test_a_newer_store_is_taken_as_far_as_it_is_known(tmp_path):
    path = tmp_path / "notes.json"
    kept = filled(path)
    path.write_text(path.read_text().replace('"schema": 1', '"schema": 2, "mood": "calm"'))
    with pytest.raises(DamagedStore, match="written by a newer reader"):
        NoteStore(path).all()
    done = repair(path)
    assert bodies(path) == kept
    assert all(note.extra == {"mood": "calm", "schema_before": 2} for note in NoteStore(path).all())
    assert done.lost == ()


def test_keys_and_numbers_that_stand_twice_lose_nothing(tmp_path):
    path = tmp_path / "notes.json"
    path.write_text('{"_default": {"1": {"id": "a", "body": "x", "body": "y"}, "1": {"id": "a", "body": "z"}}}')
    repair(path)
    notes = NoteStore(path).all()
    assert sorted(note.body for note in notes) == ["x", "z"]
    assert len({note.id for note in notes}) == 2
    assert [note.extra.get("body (2)") for note in notes if note.body == "x"] == ["y"]


def test_what_is_no_note_is_kept_beside_the_notes(tmp_path):
    path = tmp_path / "notes.json"
    filled(path, 1)
    text = path.read_text().replace('{\n"1"', '{\n"5": {"id": "odd", "body": 7},\n"1"')
    path.write_text(text)
    done = repair(path)
    assert list(bodies(path)) == ["id-0"]
    assert json.loads(path.read_text())["unreadable"]["1"]["body"] == 7
    assert done.lost == ("record 5: body is not text: kept in the table 'unreadable'",)


def test_nothing_but_nuls(tmp_path):
    path = tmp_path / "notes.json"
    path.write_bytes(bytes(5000))
    done = repair(path)
    assert done.saved == 0
    assert done.lost == ("notes.json: nothing but 5000 empty bytes",)
    assert done.copies[0].read_bytes() == bytes(5000)
    assert NoteStore(path).all() == []


def test_copies_are_never_overwritten(tmp_path):
    path = tmp_path / "notes.json"
    for number in range(3):
        path.write_text(f"rubbish {number}")
        repair(path)
    copies = sorted(tmp_path.glob("notes.json.damaged-*"))
    assert sorted(copy.read_text() for copy in copies) == ["rubbish 0", "rubbish 1", "rubbish 2"]


def test_a_record_whose_number_was_hit_is_found_by_itself(tmp_path):
    path = tmp_path / "notes.json"
    kept = filled(path)
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"2": {', bytes(5) + b"{").replace(b'"3": {', bytes(30)))
    done = repair(path)
    assert bodies(path) == {key: body for key, body in kept.items() if key != "id-2"}
    assert done.lost == ("note id-2: not whole; what is left of it is in the copy",)


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_what_is_no_file_is_refused(tmp_path, kind):
    path = tmp_path / "notes.json"
    if kind == "link":
        (tmp_path / "other").write_text("rubbish")
        path.symlink_to(tmp_path / "other")
    else:
        path.mkdir()
    with pytest.raises(DamagedStore):
        repair(path)
    assert path.is_symlink() or path.is_dir()


def test_a_full_disk_leaves_the_store_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "notes.json"
    path.write_text("rubbish")

    def full(descriptor, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.notes.repair.write_all", full)
    with pytest.raises(StoreFailed, match="not repaired: the disk is full"):
        repair(path)
    assert path.read_text() == "rubbish"
    assert list(tmp_path.glob("*damaged*")) == []


@given(st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), min_size=1, max_size=4), st.floats(0, 1))
def test_whatever_happens_to_the_bytes_the_store_can_be_used_again(tmp_path_factory, hits, cut):
    path = tmp_path_factory.mktemp("store") / "notes.json"
    kept = filled(path, 3)
    data = bytearray(path.read_bytes())
    for share, junk in hits:
        at = int(share * len(data))
        data[at : at + len(junk)] = junk
    if cut > 0.5:
        del data[int(cut * len(data)) :]
    path.write_bytes(data)
    done = repair(path)
    found = NoteStore(path).all()
    assert len(found) == done.saved
    if not done.copies:
        return  # still a whole TinyDB file, whatever its table is called now
    assert done.copies[0].read_bytes() == data
    whole = [line for line in bytes(data).decode("utf-8", "replace").split("\n") if _is_whole(line)]
    assert {note.body for note in found} >= {
        json.loads(f"{{{line.rstrip(',')}}}").popitem()[1]["body"] for line in whole
    }
    assert kept


def _is_whole(line):
    """Whether a record's line is as it was written."""
    try:
        rows = json.loads(f"{{{line.rstrip(',')}}}")
        for row in rows.values():
            from_record(row)
    except (ValueError, AttributeError):
        return False
    return len(rows) == 1 and all(str(key).isdecimal() and row.get("schema") == 1 for key, row in rows.items())
