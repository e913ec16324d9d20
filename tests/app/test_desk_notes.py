"""The desk and notes: made on a passage, with its speaker and its evidence, and found again."""

import json
from contextlib import closing

import pytest

from reader.app import Desk
from reader.errors import BadInput, DamagedStore
from reader.model import AnchorStatus, NoteKind
from reader.paths import find_paths

STORY = """\
# Ferry to Skerrow runs again

“We sail at noon,” Ida Marsh said. “Bring a coat.”

The union called the plan “a long overdue step” on Friday, and the town council agreed to it.
"""


@pytest.fixture
def desk():
    desk = Desk(find_paths())
    yield desk
    desk.close()


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.md"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def reading(desk, story):
    return desk.attribute(desk.open(str(story)))


def span(reading, words):
    start = reading.article.text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize("words", ["We sail at noon,", "“We sail at noon,” ", "sail at"])
def test_a_note_on_a_quotation_names_who_said_it(desk, reading, words):
    note = desk.add_note(reading, span(reading, words), NoteKind.NOTE, body="When?", tags=["boats"])
    assert note.speaker == "Ida Marsh"
    assert desk.all_notes() == [note]
    assert desk.tags() == ["boats"]


@pytest.mark.parametrize("words", ["the town council agreed", "noon,” Ida Marsh", "Ida Marsh said"])
def test_a_note_on_other_words_names_nobody(desk, reading, words):
    assert desk.add_note(reading, span(reading, words), NoteKind.HIGHLIGHT).speaker == ""


def test_the_speaker_is_found_though_nobody_had_asked(desk, story):
    reading = desk.open(str(story))
    assert reading.attribution is None
    assert desk.add_note(reading, span(reading, "Bring a coat."), NoteKind.NOTE).speaker == "Ida Marsh"


def test_the_page_is_kept_as_evidence(desk, reading, story):
    note = desk.add_note(reading, None, NoteKind.PAGE, body="Worth a visit.")
    kept = [path for path in desk.paths.kept_pages.rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [story.read_bytes()]
    assert note.page_sha256 == kept[0].name == reading.page_sha256
    assert note.text_sha256 == reading.text_sha256


def test_the_demos_page_is_kept_too(desk):
    desk.add_note(desk.open_demo(), None, NoteKind.PAGE, body="Shown to a friend.")
    assert [path for path in desk.paths.kept_pages.rglob("*") if path.is_file()]


def test_notes_come_in_the_order_of_the_text_and_orphans_last(desk, reading, story):
    gone = desk.add_note(reading, span(reading, "the town council agreed to it"), NoteKind.NOTE, body="gone")
    late = desk.add_note(reading, span(reading, "long overdue"), NoteKind.NOTE, body="late")
    early = desk.add_note(reading, span(reading, "at noon"), NoteKind.NOTE, body="early")
    page = desk.add_note(reading, None, NoteKind.PAGE, body="page")
    story.write_text(
        f"# Ferry\n\nA new first line.\n\n{STORY.split('# ')[1]}".replace(", and the town council agreed to it", "")
    )
    with closing(Desk(desk.paths)) as other:
        changed = other.open(str(story))
    notes = desk.notes_of(changed)
    assert [note.id for note in notes] == [page.id, early.id, late.id, gone.id]
    *found, orphan = [note.anchor for note in notes[1:]]
    assert [changed.article.text[anchor.start : anchor.end] for anchor in found] == ["at noon", "long overdue"]
    assert orphan.status is AnchorStatus.ORPHAN


def test_changed_removed_and_restored(desk, reading):
    note = desk.add_note(reading, span(reading, "at noon"), NoteKind.NOTE, body="one")
    changed = desk.update_note(note, body="two", tags=("boats",))
    assert (changed.body, changed.tags, changed.id) == ("two", ("boats",), note.id)
    removed = desk.remove_note(changed)
    assert desk.notes_of(reading) == []
    assert desk.restore_note(removed) == removed
    assert desk.all_notes()[0].body == "two"


def test_notes_are_counted_by_address(desk, reading, story):
    assert desk.note_counts() == {}
    desk.add_note(reading, None, NoteKind.PAGE, body="one")
    desk.add_note(reading, span(reading, "at noon"), NoteKind.NOTE)
    (recent,) = desk.recent()
    assert desk.note_counts() == {story.as_uri(): 2}
    assert desk.note_counts()[recent.url] == 2


def test_notes_by_their_words(desk, reading):
    assert desk.add_note_on(reading, "We  sail\nat noon", body="When?").kind is NoteKind.NOTE
    assert desk.add_note_on(reading, "Bring a coat").kind is NoteKind.HIGHLIGHT
    assert desk.add_note_on(reading, "", body="All of it").kind is NoteKind.PAGE
    with pytest.raises(BadInput, match="not in the article"):
        desk.add_note_on(reading, "We sail on Sunday, if at all, or so the timetable of the other company has it")


def test_notes_from_outside_are_taken_all_or_none(desk):
    rows = [{"title": "Storm", "url": "https://tide.example/storm", "quote": "a gale", "note": "Hm."}, {"quote": 3}]
    with pytest.raises(BadInput, match=r"rows\.json: note 2"):
        desk.add_notes_from(json.dumps(rows), "rows.json")
    assert desk.all_notes() == []
    (note,) = desk.add_notes_from(json.dumps(rows[0]), "row.json")
    assert (note.selector.exact, note.body) == ("a gale", "Hm.")


def test_another_store(home, tmp_path, story):
    desk = Desk(find_paths(), store=tmp_path / "mine.json")
    desk.add_note(desk.open(str(story)), None, NoteKind.PAGE, body="here")
    desk.close()
    assert (tmp_path / "mine.json").exists()
    assert not (home / "notes.json").exists()


def test_exported_to_a_file_or_returned(desk, reading, tmp_path):
    desk.add_note(reading, span(reading, "We sail at noon,"), NoteKind.NOTE, body="When?")
    text = desk.export_notes(desk.all_notes(), "md", None)
    assert desk.export_notes(desk.all_notes(), "md", tmp_path / "notes.md") == ""
    assert (tmp_path / "notes.md").read_text(encoding="utf-8") == text
    for word in ("We sail at noon,", "Ida Marsh", "When?", "Ferry to Skerrow runs again"):
        assert word in text


def test_a_notes_file_that_is_no_store_is_one_line(desk, reading, home):
    (home / "notes.json").write_text("{")
    with pytest.raises(DamagedStore) as caught:
        desk.add_note(reading, None, NoteKind.PAGE, body="x")
    assert "notes.json" in str(caught.value)
    assert (home / "notes.json").read_text() == "{"
