"""Saved means saved: through two windows, kill -9 in mid-write, a full disk, and files that are not as we left them."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import DamagedStore, StoreFailed
from reader.model import Note, NoteKind
from reader.notes import NoteStore

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
from reader.errors import ReaderError
from reader.model import Note, NoteKind
from reader.notes import NoteStore
store, who, count = NoteStore(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
try:
    for number in range(count):
        note = store.add(Note(f"{who}{number}", NoteKind.NOTE, "https://gazette.example/a", body="x" * 900))
        print(note.id, flush=True)
except ReaderError as error:
    sys.exit(str(error))
"""


def writer(path: Path, who: str, count: int, **options) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), who, str(count)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=ROOT, **pipes, **options)


def note(note_id: str) -> Note:
    return Note(note_id, NoteKind.NOTE, "https://gazette.example/a", body=f"body of {note_id}")


def ids(path: Path) -> set[str]:
    return {kept.id for kept in NoteStore(path).all()}


def tree(folder: Path) -> dict[str, bytes | str]:
    return {
        file.name: str(file.readlink()) if file.is_symlink() else file.read_bytes() if file.is_file() else "folder"
        for file in folder.iterdir()
    }


def test_two_processes_adding_at_once_lose_nothing(tmp_path):
    path = tmp_path / "notes.json"
    writers = [writer(path, who, 60) for who in "ab"]
    said = [process.communicate(timeout=60) for process in writers]
    assert [process.returncode for process in writers] == [0, 0], said
    assert ids(path) == {f"{who}{number}" for who in "ab" for number in range(60)}


@pytest.mark.parametrize("after", [1, 2, 7, 30])
def test_every_acknowledged_note_outlives_kill_9(tmp_path, after):
    path = tmp_path / "notes.json"
    process = writer(path, "k", 100_000)
    assert process.stdout is not None
    said = [process.stdout.readline().strip() for _number in range(after)]
    process.send_signal(signal.SIGKILL)
    rest, _errors = process.communicate(timeout=60)
    acknowledged = {*said, *(line for line in rest.splitlines(keepends=True) if line.endswith("\n"))}
    assert {line.strip() for line in acknowledged} <= ids(path)
    NoteStore(path).add(note("after"))
    assert "after" in ids(path)


def test_a_full_disk_is_one_line_and_loses_nothing(tmp_path):
    path = tmp_path / "notes.json"

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    process = writer(path, "f", 1000, preexec_fn=small_disk)
    out, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert errors.count("\n") == 1
    assert f"{path}: not saved: a file of this size is not allowed here" in errors
    assert 10 < len(out.splitlines()) < 1000
    assert set(out.split()) == ids(path)
    NoteStore(path).add(note("after"))
    assert ids(path) == {*out.split(), "after"}


def test_a_refused_note_is_neither_in_the_file_nor_in_memory(tmp_path, monkeypatch):
    path = tmp_path / "notes.json"
    store = NoteStore(path)
    store.add(note("a"))
    store.add(note("b"))

    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(StoreFailed, match=r"notes\.json: not saved: the disk is full: .*try again$"):
            store.add(note("c"))
        with pytest.raises(StoreFailed, match="the disk is full"):
            store.remove("a")
        store.close()
    assert {kept.id for kept in store.all()} == {"a", "b"} == ids(path)
    store.add(note("d"))
    assert ids(path) == {"a", "b", "d"}


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFailed, match="part of the path is a file"):
        NoteStore(tmp_path / "file" / "notes.json").add(note("a"))


DAMAGED = {
    "truncated": (b'{"_default": {"1": {"id": "a"', "not whole JSON"),
    "nul": (b"\0" * 4096, "not whole JSON"),
    "no json": (b"# my notes", "not whole JSON"),
    "deep": (b'{"_default": {"1": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}", "nested too deep"),
    "utf-16": ('{"_default": {}}'.encode("utf-16"), "not UTF-8"),
    "a key twice": (b'{"_default": {"1": {"id": "a"}, "1": {"id": "b"}}}', "'1' stands twice"),
    "a list": (b"[]", "not a notes file"),
    "a table of texts": (b'{"_default": {"1": "note"}}', "not a notes file"),
    "newer": (b'{"_default": {"1": {"id": "a", "schema": 999}}}', "newer reader"),
    "a body that is no text": (b'{"_default": {"1": {"id": "a", "body": 7}}}', "body is not text"),
    "a date that is none": (b'{"_default": {"1": {"created": "yesterday"}}}', "created is not a date"),
}


@pytest.mark.parametrize(("data", "why"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_refused_in_one_line_and_left_as_it_is(tmp_path, data, why):
    path = tmp_path / "notes.json"
    path.write_bytes(data)
    with pytest.raises(DamagedStore) as refusal:
        NoteStore(path).all()
    line = str(refusal.value)
    assert line.startswith(f"{path}: ")
    assert why in line
    assert "left as it is" in line
    assert "\n" not in line
    assert path.read_bytes() == data


@pytest.mark.parametrize("name", [name for name in DAMAGED if not name.startswith(("a body", "a date"))])
def test_nothing_is_added_to_a_damaged_file(tmp_path, name):
    path = tmp_path / "notes.json"
    path.write_bytes(DAMAGED[name][0])
    with pytest.raises(DamagedStore):
        NoteStore(path).add(note("a"))
    assert path.read_bytes() == DAMAGED[name][0]
    assert not path.with_name("notes.json.journal").exists()


def test_the_refusal_names_the_copy_that_is_there(tmp_path):
    path = tmp_path / "notes.json"
    path.write_bytes(b"\0")
    path.with_name("notes.json.bak").write_text('{"_default": {}}')
    with pytest.raises(DamagedStore, match=r"the last good copy is .*notes\.json\.bak$"):
        NoteStore(path).all()


@pytest.mark.parametrize("what", ["folder", "link", "link to itself", "pipe"])
def test_what_is_no_plain_file_is_refused_and_left(tmp_path, what):
    path, other = tmp_path / "notes.json", tmp_path / "other.json"
    other.write_text('{"_default": {"1": {"id": "mine"}}}')
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(other if what == "link" else path)
    before = tree(tmp_path)
    for act in (NoteStore(path).all, lambda: NoteStore(path).add(note("a"))):
        with pytest.raises(DamagedStore, match="left as it is"):
            act()
    after = tree(tmp_path)
    after.pop("notes.json.lock", None)
    assert after == before


def filled(folder: Path) -> Path:
    """A store whose last two notes are in the journal."""
    path = folder / "notes.json"
    store = NoteStore(path)
    for name in ("a", "b", "c"):
        store.add(note(name))
    return path


@settings(max_examples=60)
@given(st.data())
def test_a_journal_cut_anywhere_gives_what_was_whole_and_goes_on(tmp_path_factory, data):
    path = filled(tmp_path_factory.mktemp("cut"))
    journal = path.with_name("notes.json.journal")
    whole = journal.read_bytes()
    ends = [index + 1 for index, byte in enumerate(whole) if byte == 10]
    cut = data.draw(st.integers(0, len(whole)))
    tail = data.draw(st.sampled_from([b"", b"\0" * 5, b"\0" * 5 + b"\n"]))
    journal.write_bytes(whole[:cut] + tail)
    notes = {"a", *(name for name, end in zip("bc", ends[1:], strict=True) if end <= cut)}
    assert ids(path) == notes
    NoteStore(path).add(note("d"))
    assert ids(path) == {*notes, "d"}


@settings(max_examples=60)
@given(st.data())
def test_a_changed_byte_in_the_journal_is_never_taken_for_a_note(tmp_path_factory, data):
    path = filled(tmp_path_factory.mktemp("flip"))
    journal = path.with_name("notes.json.journal")
    flipped = bytearray(journal.read_bytes())
    position = data.draw(st.integers(0, len(flipped) - 2))
    flipped[position] ^= data.draw(st.sampled_from([1, 2, 64]))
    journal.write_bytes(flipped)
    with pytest.raises(DamagedStore, match=r"damaged at byte .*left as it is"):
        ids(path)
    with pytest.raises(DamagedStore):
        NoteStore(path).add(note("d"))
    assert journal.read_bytes() == bytes(flipped)


def test_a_tail_that_a_crash_left_does_not_look_like_a_change_for_ever(tmp_path):
    path = filled(tmp_path)
    with path.with_name("notes.json.journal").open("ab") as journal:
        journal.write(b"0123abcd [{")
    store = NoteStore(path)
    assert len(store.all()) == 3
    assert not store.changed()
    NoteStore(path).add(note("d"))
    assert store.changed()
    assert len(store.all()) == 4


def test_a_newer_journal_is_refused(tmp_path):
    import zlib

    path = filled(tmp_path)
    journal = path.with_name("notes.json.journal")
    header = b'{"schema":2}'
    newer = b"%08x %s\n" % (zlib.crc32(header), header)
    journal.write_bytes(newer)
    with pytest.raises(DamagedStore, match="newer reader"):
        ids(path)
    assert journal.read_bytes() == newer


def test_a_crash_between_folding_and_emptying_the_journal_changes_nothing(tmp_path):
    path = filled(tmp_path)
    journal = path.with_name("notes.json.journal")
    store = NoteStore(path)
    store.remove("a")
    store.restore(note("e"))
    kept, before = journal.read_bytes(), store.all()
    store.close()
    journal.write_bytes(kept)
    assert NoteStore(path).all() == before


def test_a_journal_that_was_taken_away_is_noticed(tmp_path):
    path = filled(tmp_path)
    store = NoteStore(path)
    assert len(store.all()) == 3
    path.with_name("notes.json.journal").unlink()
    assert store.changed()
    assert [kept.id for kept in store.all()] == ["a"]


def test_a_window_that_reads_while_another_folds_sees_both_files_as_they_belong_together(tmp_path, monkeypatch):
    from reader.notes import storage

    path = filled(tmp_path)
    other = NoteStore(path)
    other.add(note("x"))
    read_bytes = storage.read_bytes

    def read_late(file):
        monkeypatch.setattr(storage, "read_bytes", read_bytes)
        other.close()
        other.add(note("d"))
        return read_bytes(file)

    monkeypatch.setattr(storage, "read_bytes", read_late)
    assert ids(path) == {"a", "b", "c", "d", "x"}


def test_a_crash_between_the_two_names_of_a_new_file_harms_nothing(tmp_path, monkeypatch):
    path = filled(tmp_path)
    path.with_name("notes.json.tmp").hardlink_to(path)
    store = NoteStore(path)
    store.add(note("d"))

    def refuse(descriptor, data):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("reader.notes.files.write_all", refuse)
        store.close()
    assert ids(path) == {"a", "b", "c", "d"}


def test_who_merely_read_leaves_the_files_alone(tmp_path):
    path = filled(tmp_path)
    before = tree(tmp_path)
    store = NoteStore(path)
    assert len(store.all()) == 3
    store.close()
    assert tree(tmp_path) == before


def test_a_store_near_the_largest_size_takes_no_more_but_lets_go(tmp_path, monkeypatch):
    path = filled(tmp_path)
    store = NoteStore(path)
    monkeypatch.setattr("reader.notes.storage.LARGEST", 1000)
    with pytest.raises(StoreFailed, match=r"notes\.json: not saved: close to .* remove some notes first$"):
        store.add(note("d"))
    store.remove("a")
    assert ids(path) == {"b", "c"}
