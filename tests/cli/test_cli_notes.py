"""``reader notes`` and ``reader export notes``."""

import csv
import io
import json

import pytest


@pytest.fixture
def noted(reader, story):
    """Two notes on the story; their ids."""
    first = reader("notes", "add", story, "--quote", "We sail at noon,", "--note", "When *exactly*?", "--tag", "boats")
    second = reader("notes", "add", story, "--note", "All of it", "--tag", "island", "--tag", "boats")
    assert (first.code, second.code) == (0, 0)
    return first.out.strip(), second.out.strip()


def test_added_and_listed(reader, noted):
    lines = reader("notes").out.splitlines()
    assert lines == reader("notes", "list").out.splitlines()
    assert lines[0].split() == ["ID", "MADE", "KIND", "ARTICLE", "NOTE"]
    assert [line.split()[0] for line in lines[1:]] == [given[-8:] for given in noted]
    assert lines[1].endswith("When *exactly*? #boats")


def test_none_yet(reader):
    done = reader("notes", "list")
    assert (done.code, done.out, done.err) == (0, "", "reader: no notes\n")


def test_shown_whole_by_an_end_of_the_id(reader, noted):
    shown = reader("notes", "show", noted[0][-8:]).out
    for words in ("We sail at noon,", "— Ida Marsh", "When *exactly*?", "Tags: boats"):
        assert words in shown
    assert reader("notes", "show", noted[0]).out == shown


def test_searched(reader, noted):
    assert len(reader("notes", "search", "MARSH", "exactly").out.splitlines()) == 2
    assert reader("notes", "search", "marsh", "island").err == "reader: no notes\n"


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([], 2),
        (["--tag", "island"], 1),
        (["--tag", "boats", "--tag", "island"], 1),
        (["--speaker", "marsh"], 1),
        (["--since", "2001-01-01"], 2),
        (["--since", "2999-01-01"], 0),
        (["--url", "https://other.example/"], 0),
    ],
)
def test_filters_hold_for_the_list_and_the_export(reader, noted, options, count):
    rows = list(csv.DictReader(io.StringIO(reader("export", "notes", "--format", "csv", *options).out)))
    assert len(rows) == count
    assert len(json.loads(reader("notes", "list", "--format", "json", *options).out)["notes"]) == count


def test_exported_to_a_file_with_passage_speaker_and_citation(reader, noted, tmp_path):
    done = reader("export", "notes", "--format", "md", "-o", tmp_path / "notes.md")
    assert (done.code, done.out) == (0, "")
    assert done.err == f"reader: {tmp_path / 'notes.md'}: 2 notes written\n"
    text = (tmp_path / "notes.md").read_text(encoding="utf-8")
    for words in ("We sail at noon,", "Ida Marsh", "When *exactly*?", "Ferry to Skerrow runs again", "14 March 2025"):
        assert words in text
    assert reader("export", "notes").out == text


def test_removed(reader, noted):
    done = reader("notes", "rm", noted[0])
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert len(reader("notes").out.splitlines()) == 2


def test_added_from_json(reader, tmp_path):
    rows = [{"title": "Storm", "url": "https://tide.example/storm", "quote": "a gale", "note": "Hm.", "tags": ["sea"]}]
    (tmp_path / "notes.json").write_text(json.dumps(rows))
    (given,) = reader("notes", "add", "--from", tmp_path / "notes.json", "--store", tmp_path / "mine.json").out.split()
    assert given in reader("notes", "list", "--format", "json", "--store", tmp_path / "mine.json").out
    assert reader("notes", "list").err == "reader: no notes\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add"], "name an article, or give --from"),
        (["add", "story.md"], "nothing to note"),
        (["add", "story.md", "--quote", "no such words are in it anywhere, or so one hopes"], "not in the article"),
        (["add", "story.md", "--from", "x.json"], "name an article, or give --from"),
        (["add", "--from", "x.json", "--tag", "t"], "leave the other options out"),
        (["add", "--from", "missing.json"], "missing.json"),
        (["add", "--from", "story.md"], "story.md: not JSON"),
        (["add", "--from", "."], ".: cannot be read"),
        (["show", "abc"], "no note of this ID"),
        (["rm", "abc"], "no note of this ID"),
        (["list", "--since", "yesterday"], "--since: 'yesterday' is not a date"),
        (["list", "--format", "doc"], "--format: no 'doc' here: choose table, markdown, obsidian, json, w3c,"),
        (["search"], "Missing argument"),
        (["list", "--store", "story.md"], "story.md"),
    ],
)
def test_what_cannot_be_done_is_one_line(refused, story, words, said):
    assert said in refused("notes", *words)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "no/such/notes.md"], "no such folder"),
        (["-o", "."], "is a directory"),
        (["--format", "xml"], "--format: no 'xml' here"),
        (["--since", "14.3.2025"], "is not a date"),
    ],
)
def test_an_export_that_cannot_be_is_one_line(refused, story, options, said):
    assert said in refused("export", "notes", *options)


def test_two_notes_of_one_beginning_are_told_apart(refused, noted):
    assert "2 notes have an ID like this" in refused("notes", "show", noted[0][:4])
