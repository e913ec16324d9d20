"""``reader notes sync-folder``, and notes that go to the folder and come from it as the program is used."""

from __future__ import annotations

import json

import pytest

from reader.__main__ import main
from reader.app.desk import Desk
from reader.paths import find_paths

NOTE = {"title": "Ferry to Skerrow", "url": "https://ferry.example/1", "note": "Ask", "tags": ["port"]}


@pytest.fixture
def reader(capsys, tmp_path):
    """Run the program with a home of this name; gives the exit code and the two outputs."""

    def run(home, *arguments):
        code = main(["--home", str(tmp_path / home), *map(str, arguments)])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def cloud(tmp_path):
    (tmp_path / "cloud").mkdir()
    (tmp_path / "notes.json").write_text(json.dumps(NOTE))
    return tmp_path / "cloud"


def desk_of(tmp_path, home):
    return Desk(find_paths(tmp_path / home))


def test_switched_on_shown_and_switched_off(reader, cloud, tmp_path):
    assert reader("desk", "notes", "sync-folder")[:2] == (
        0,
        "off: name a folder to exchange notes with other machines\n",
    )
    reader("desk", "notes", "add", "--from", tmp_path / "notes.json")
    folder = cloud / "notes.d"
    first = reader("desk", "notes", "sync-folder", cloud)
    assert first == (0, f"on: {folder} (1 machine): sent 1, received 0\n", "")
    second = reader("train", "notes", "sync-folder", folder)
    assert second == (0, f"on: {folder} (2 machines): sent 0, received 1\n", "")

    reader("train", "notes", "add", "--from", tmp_path / "notes.json")
    assert len(desk_of(tmp_path, "desk").all_notes()) == 2
    assert reader("desk", "notes", "sync-folder")[1] == f"on: {folder} (2 machines): sent 0, received 0\n"

    assert reader("desk", "notes", "sync-folder", "--off")[:2] == (0, "off: the notes stay on this machine\n")
    reader("train", "notes", "add", "--from", tmp_path / "notes.json")
    assert len(desk_of(tmp_path, "desk").all_notes()) == 2
    assert reader("desk", "notes", "sync-folder", cloud)[1].endswith("sent 0, received 1\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["typo"], "typo: no such folder"),
        (["cloud", "--off"], "give a PATH or --off"),
        (["cloud", "--store", "other.json"], "leave --store out"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(reader, cloud, monkeypatch, arguments, said):
    monkeypatch.chdir(cloud.parent)
    code, out, err = reader("desk", "notes", "sync-folder", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert not (cloud.parent / "desk" / "config.toml").exists()


def test_a_folder_that_is_gone_is_told_and_the_notes_go_on(reader, cloud, tmp_path):
    reader("desk", "notes", "sync-folder", cloud)
    cloud.rename(tmp_path / "unplugged")
    code, out, err = reader("desk", "notes", "add", "--from", tmp_path / "notes.json")
    assert (code, err.count("\n")) == (0, 1)
    assert "not there" in err
    code, out, err = reader("desk", "notes", "list")
    assert "Ask #port" in out
    assert reader("desk", "notes", "sync-folder")[0] == 1
    (tmp_path / "unplugged").rename(cloud)
    assert reader("train", "notes", "sync-folder", cloud)[1].endswith("sent 0, received 0\n")
    assert reader("desk", "notes", "list")[2] == ""
    assert "Ask #port" in reader("train", "notes", "list")[1]


def test_a_note_changed_elsewhere_while_it_is_being_edited_keeps_both(reader, cloud, tmp_path):
    for home in ("desk", "train"):
        reader(home, "notes", "sync-folder", cloud)
    desk, train = desk_of(tmp_path, "desk"), desk_of(tmp_path, "train")
    (shown,) = desk.add_notes_from(json.dumps(NOTE), "notes")
    assert not train.notes_changed()
    (theirs,) = train.all_notes()
    train.update_note(theirs, body="Ask Petrova", color="red")
    assert desk.notes_changed()
    desk.all_notes()

    saved = desk.update_note(shown, body="Ask Marsh")
    assert saved.body.startswith("Ask Marsh\n\n## Conflict: the other version, from ")
    assert saved.body.endswith("\n\nAsk Petrova")
    assert saved.color == "red"
    assert train.all_notes() == desk.all_notes()

    tidy = desk.update_note(saved, body="Ask Marsh or Petrova")
    undone = desk.update_note(saved, body=saved.body)
    assert (tidy.body, undone.body) == ("Ask Marsh or Petrova", saved.body)


def test_a_home_that_cannot_be_written_can_still_be_read(reader, cloud, tmp_path):
    reader("desk", "notes", "add", "--from", tmp_path / "notes.json")
    reader("desk", "notes", "sync-folder", cloud)
    lock = tmp_path / "desk" / "sync" / "lock"
    lock.unlink()
    lock.mkdir()
    (cloud / "notes.d" / "other.journal").write_text("")
    code, out, err = reader("desk", "notes", "list")
    assert (code, err.count("\n")) == (0, 1)
    assert "not exchanged" in err
    assert "Ask #port" in out
