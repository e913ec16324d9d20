"""Whatever happens to the folder, to its files, to a home or in mid-exchange: it is told, and nothing is lost."""

from __future__ import annotations

import json
import os
import resource
import shutil
import zlib
from contextlib import contextmanager

import pytest

from reader.errors import StoreFailed
from reader.sync import Exchanged, prepare


def test_a_folder_that_is_gone_is_one_line_and_is_caught_up_later(make, folder, exchanged):
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


@contextmanager
def a_directory_in_its_place(journal):
    journal.unlink()
    journal.mkdir()
    yield
    journal.rmdir()


@contextmanager
def a_full_disk(journal):
    """No file may grow past a size that only the journal has reached."""
    journal.write_bytes(journal.read_bytes() + b" " * 200_000 + b"\n")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def a_read_only_folder(journal):
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    journal.chmod(0o400)
    journal.parent.chmod(0o500)
    yield
    journal.parent.chmod(0o700)
    journal.chmod(0o600)


@pytest.mark.parametrize("trouble", [a_directory_in_its_place, a_full_disk, a_read_only_folder])
def test_a_folder_that_cannot_be_written_is_one_line_and_is_caught_up_later(make, folder, exchanged, trouble):
    desk, train = make("desk"), make("train")
    exchanged(desk, train)
    with trouble(folder / f"{_device(desk)}.journal"):
        mine = desk.add("From the desk")
        theirs = train.add("From the train")
        train.sync.keep_up(written=True)
        for _time in range(3):
            desk.sync.keep_up(written=True)
        (line,) = [line for line in desk.problems if "left out" not in line]
        assert str(folder) in line
        assert desk.store.all() == [mine, theirs]
        assert train.store.all() == [theirs]
    desk.open().sync.keep_up()
    train.sync.keep_up()
    assert train.store.all() == [mine, theirs]


def test_torn_and_foreign_lines_are_left_out_and_told(make, folder, exchanged):
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
def test_copies_that_a_syncer_sets_aside_are_read_too(make, folder, name, exchanged):
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
    lines = [line for line in journal.read_bytes().splitlines() if line in whole.splitlines()]
    assert sorted(lines) == sorted(whole.splitlines())
    journal.unlink()
    desk.open().sync.keep_up()
    assert sorted(journal.read_bytes().splitlines()) == sorted(whole.splitlines())


def test_a_store_that_is_gone_comes_back_and_removes_nothing(make, exchanged):
    desk, train = make("desk"), make("train")
    notes = [desk.add(f"Note {number}") for number in range(3)]
    exchanged(desk, train)
    for path in train.root.glob("notes.json*"):
        path.unlink()
    train.open().sync.exchange()
    assert train.store.all() == notes
    assert exchanged(desk, train) == notes


def test_a_home_that_lost_what_it_knew_of_the_exchange_loses_no_note(make, exchanged):
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
def test_damaged_knowledge_of_the_exchange_is_made_anew(make, file, damage, exchanged):
    desk, train = make("desk"), make("train")
    note = desk.add("Text")
    exchanged(desk, train)
    path = train.root / "sync" / file
    path.write_bytes(damage + (b"\n" * 2000 if file == "log" else b""))
    train.open().add("Another")
    desk.change(note, body="Text, longer")
    assert [note.body for note in exchanged(desk, train)] == ["Text, longer", "Another"]


def test_a_journal_that_the_syncer_mends_later_is_read_anew(make):
    desk, train = make("desk"), make("train")
    notes = [desk.add(f"Note {number}") for number in range(3)]
    desk.sync.exchange()
    (journal,) = desk.journals()
    whole = journal.read_bytes()
    journal.write_bytes(b"x" * 300 + whole[300:])
    train.sync.exchange()
    assert len(train.store.all()) < 3
    mended = journal.with_name(".mended")
    mended.write_bytes(whole)
    mended.replace(journal)
    train.sync.keep_up()
    assert train.store.all() == notes


def test_knowledge_lost_while_the_folder_is_away_keeps_both_and_says_nothing_twice(make, folder, exchanged):
    desk, train = make("desk"), make("train")
    note, other = desk.add("Text"), desk.add("Other")
    exchanged(desk, train)
    away = folder.rename(folder.with_name("unplugged"))
    (desk.root / "sync" / "log").unlink()
    desk.open().change(note, body="Text, longer")
    desk.sync.keep_up(written=True)
    away.rename(folder)
    assert desk.sync.exchange() == Exchanged(sent=1, received=1)
    merged, same = exchanged(desk, train)
    assert merged.body.startswith("Text, longer\n\n## Conflict")
    assert same == other


def test_a_home_copied_to_another_machine_is_a_device_of_its_own(make, folder, tmp_path, exchanged):
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
    train = make("train", desk.folder)
    train.sync.exchange()
    assert [note.body for note in train.store.all()] == ["First"]


def killed_before_saving(home, monkeypatch):
    """An exchange that stops when the log is written and the store is not."""
    rewrite = home.store.rewrite

    def cut(step):
        def killed(records):
            step(records)
            raise StoreFailed("killed")

        rewrite(killed)

    with monkeypatch.context() as patch:
        patch.setattr(home.store, "rewrite", cut)
        with pytest.raises(StoreFailed):
            home.sync.exchange()


def test_a_crash_in_the_very_first_exchange_still_sends_everything(make, exchanged, monkeypatch):
    desk, train = make("desk"), make("train")
    note = desk.add("Text")
    killed_before_saving(desk, monkeypatch)
    assert exchanged(desk.open(), train) == [note]


@pytest.mark.parametrize("restarted", [True, False])
def test_a_crash_between_the_log_and_the_store_loses_and_undoes_nothing(make, exchanged, monkeypatch, restarted):
    desk, train = make("desk"), make("train")
    note, other = desk.add("Text", color="red"), desk.add("Other", color="red")
    exchanged(desk, train)
    train.change(note, color="blue", tags=("from train",))
    train.store.remove(other.id)
    train.add("New on the train")
    train.sync.exchange()
    mine = desk.change(note, speaker="Ada Petrova")

    killed_before_saving(desk, monkeypatch)
    if restarted:
        desk.open()
    assert desk.store.get(note.id) == mine
    desk.change(note, title="Ferry to Skerrow")
    merged, new = exchanged(desk, train)
    assert (merged.color, merged.speaker, merged.title) == ("blue", "Ada Petrova", "Ferry to Skerrow")
    assert (merged.tags, new.body) == (("from train",), "New on the train")


def test_a_crash_between_the_store_and_the_state_undoes_nothing(make, monkeypatch, exchanged):
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


def _device(home):
    return json.loads((home.root / "sync" / "state.json").read_text())["devices"][-1]


def _line(change):
    payload = {"v": 1, "device": "0" * 16, "seq": 1, "clock": [1, 0], "note": "n", "set": {"kind": "note"}, **change}
    data = json.dumps(payload).encode()
    return b"%08x %s\n" % (zlib.crc32(data), data)
