"""Notes come in: what we exported comes back as it was, what others export is taken as they have it, nothing twice."""

import json

import pytest
from hostile_notes import FERRY, GIVEN, HOSTILE, RENAMED, SOME
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.errors import BadInput
from reader.model import Anchor, AnchorStatus, NoteKind, Selector
from reader.notes import NoteStore, clean_tags
from reader.notes.export import render
from reader.notes.importers import FORMATS, read, take_in
from reader.notes.make import select_span
from reader.text import clean_block, clean_line


def taken(text, form=None):
    """The notes in a file of this text."""
    data = text if isinstance(text, bytes) else (text if isinstance(text, str) else json.dumps(text)).encode()
    return read(data, "file", form)


def home(tmp_path, name="notes.json"):
    return NoteStore(tmp_path / name)


# --- our own


LINE = HOSTILE.map(clean_line)
BODIED = st.text(st.characters(exclude_categories=()), max_size=20) | HOSTILE
SELECTED = st.tuples(HOSTILE.map(clean_block), st.integers(0, 30), st.integers(0, 30)).map(
    lambda drawn: select_span(f"Before. {drawn[0]} After.", (min(drawn[1:]), max(drawn[1:])))
)
OWN = st.builds(
    replace,
    st.just(FERRY),
    id=st.uuids().map(str),
    kind=st.sampled_from(NoteKind),
    url=st.sampled_from(["https://a.example/x", "https://b.example/[y]?q={z}", "", "stdin:abc", "reader:demo"]),
    canonical_url=st.sampled_from(["", "https://a.example/x"]),
    title=LINE,
    authors=st.lists(LINE, max_size=2).map(tuple),
    site=LINE,
    citekey=st.sampled_from(["", "a2026b", "a2026c"]),
    selector=st.none() | SELECTED,
    anchor=st.none() | st.builds(Anchor, st.sampled_from(AnchorStatus), st.none(), st.none(), st.floats(0, 1)),
    speaker=LINE,
    body=BODIED,
    tags=st.lists(HOSTILE, max_size=2).map(clean_tags),
    extra=st.sampled_from([{}, {"future": [1, {"a": None}]}, {"correction": "rename", "correction_from": "X"}]),
)


@SOME
@given(st.lists(OWN, max_size=4, unique_by=lambda note: note.id))
def test_our_json_comes_back_byte_for_byte(tmp_path_factory, notes):
    folder = tmp_path_factory.mktemp("homes")
    first, second = home(folder, "a.json"), home(folder, "b.json")
    take_in(first, notes)
    text = render(first.all(), "json")
    assert len(json.loads(text)["notes"]) == len(notes)
    done = take_in(second, taken(text).notes) if notes else None
    assert done is None or (len(done.fresh), done.known) == (len(notes), 0)
    assert render(second.all(), "json") == text
    assert not notes or take_in(second, taken(text).notes).fresh == ()


def test_a_copy_of_the_notes_file_is_taken_too(tmp_path):
    store = home(tmp_path)
    store.add_many([FERRY, RENAMED])
    store.close()
    found = taken((tmp_path / "notes.json").read_bytes())
    assert found.form == "json"
    assert list(found.notes) == home(tmp_path).all()


def test_what_came_from_a_page_is_made_safe_and_a_body_is_kept():
    hostile = replace(FERRY, title="a\x1b[31mb", speaker="x\u202ey", body="my \x1b body", url="https://x.example/\u202e",
                      selector=Selector("one\x07two", " before \x9b", "after ", 1, 4))  # fmt: skip
    (note,) = taken(render([hostile], "json")).notes
    assert (note.title, note.speaker, note.body, note.url) == ("a[31mb", "xy", "my \x1b body", "https://x.example/")
    assert note.selector == Selector("onetwo", " before ", "after ", 1, 4)


def test_a_note_that_is_there_is_never_overwritten(tmp_path):
    store = home(tmp_path)
    (mine,) = store.add_many([FERRY])
    done = take_in(store, taken(render([replace(FERRY, body="Theirs.")], "json")).notes)
    assert (done.fresh, done.known) == ((), 1)
    assert store.all() == [mine]


def test_a_dry_run_saves_nothing(tmp_path):
    done = take_in(home(tmp_path), taken(render([FERRY, GIVEN], "json")).notes, dry_run=True)
    assert len(done.fresh) == 2
    assert list(tmp_path.iterdir()) == []


# --- what we export in other formats


@pytest.mark.parametrize("form", ["w3c", "hypothesis", "readwise", "clippings"])
def test_other_formats_come_back_as_far_as_they_go(tmp_path, form):
    coat = Selector("Bring a coat", "“", ".”", 60, 72)
    bare = replace(FERRY, id="0197b5c0-0000-7000-8000-00000000a002", body="", speaker="", tags=())
    plain = replace(bare, kind=NoteKind.HIGHLIGHT, selector=coat)
    whole = replace(
        plain, id="0197b5c0-0000-7000-8000-00000000a003", body="All of it.", kind=NoteKind.PAGE, selector=None
    )
    store = home(tmp_path)
    store.add_many([FERRY, plain, whole])
    found = taken(render(store.all(), form))
    assert (found.form, found.failures) == (form, ())
    assert [(note.title, note.body, note.tags, note.speaker, note.created) for note in found.notes] == [
        (note.title, note.body, note.tags, note.speaker, note.created) for note in (FERRY, plain, whole)
    ]
    assert [note.selector and note.selector.exact for note in found.notes] == ["We sail at noon", "Bring a coat", None]
    done = take_in(store, found.notes)
    assert (done.fresh, done.known) == ((), 3)


@pytest.mark.parametrize("form", ["w3c", "hypothesis"])
def test_corrections_come_back(form):
    found = taken(render([RENAMED, GIVEN], form)).notes
    assert [(note.kind, note.speaker, note.body, dict(note.extra)) for note in found] == [
        (note.kind, note.speaker, note.body, dict(note.extra)) for note in (RENAMED, GIVEN)
    ]


def test_w3c_comes_back_whole():
    found = taken(render([FERRY], "w3c")).notes
    assert found == (FERRY,)


# --- bad rows, and rubbish


@pytest.mark.parametrize(
    ("form", "bad"),
    [
        ("json", ["no note", {"id": 7}, {"url": "javascript:x"}]),
        ("w3c", ["no note", {"type": "Annotation"}, {"type": "Annotation", "target": "data:x"}]),
        ("hypothesis", ["no note", {}, {"uri": ["x"]}]),
        ("readwise", ["one,two", ",Title,,,,,", "x,y,,javascript:x,,,"]),
    ],
)
def test_three_bad_rows_of_a_thousand_are_named_and_the_others_taken(tmp_path, form, bad):
    notes = [replace(FERRY, id=f"n{number}", body=f"Note {number}") for number in range(997)]
    text = render(notes, form)
    if form == "readwise":
        head, rest = text.split("\n", 1)
        text = "\n".join([head, *bad, rest])
    else:
        document = json.loads(text)
        rows = (
            document["first"]["items"]
            if form == "w3c"
            else document["annotations" if form == "hypothesis" else "notes"]
        )
        rows[500:500] = bad[:1]
        rows.insert(0, bad[1])
        rows.append(bad[2])
        text = json.dumps(document)
    found = taken(text)
    assert len(found.notes) == 997
    assert len(found.failures) == 3
    assert len(take_in(home(tmp_path), found.notes).fresh) == 997


DEEP = "[" * 100_000


@pytest.mark.parametrize(
    "rubbish",
    [b"", b"\x00" * 100, b"\x89PNG\r\n\x1a\n\xff", b"hello", b"{}", b"[]", b"[1, 2]", b'{"notes": 3}', b'{"a": ' * 9,
     DEEP.encode(),
     b'{"schema": 1, "notes": [3]}', b"a,b,c\n1,2,3\n", b"<html><body>x</body></html>", b"PK\x03\x04rubbish",
     b'{"annotations": "x"}', b'{"list": 3}', b"\xff\xfe\x00", b"9" * 10_000, b'"x"', b"null",
     b'<?xml version="1.0"?><opml version="2.0"><body/></opml>'],
)  # fmt: skip
def test_rubbish_is_one_line(rubbish):
    for form in (None, *FORMATS):
        try:
            found = read(rubbish, "file", form)
        except BadInput as error:
            assert str(error).startswith("file: ")
            assert len(str(error)) < 300
        else:
            assert found.notes == ()
            assert form is not None


@SOME
@given(st.binary(max_size=200), st.sampled_from([None, *FORMATS]))
def test_no_bytes_are_a_defect(data, form):
    try:
        read(data, "file", form)
    except BadInput as error:
        assert "\n" not in str(error)


KEYS = [
    "uri", "url", "target", "type", "selector", "source", "body", "tags", "annotations", "notes", "schema", "exact",
    "start", "created", "title", "highlights", "quote", "labels", "slug", "id", "first", "items", "reader",
]  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | HOSTILE,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(KEYS),
        inner, max_size=5),
    max_leaves=12,
)  # fmt: skip


@SOME
@given(VALUES, st.sampled_from([None, "json", "w3c", "hypothesis", "wallabag", "omnivore", "pocket"]))
def test_no_json_is_a_defect(value, form):
    try:
        found = read(json.dumps(value).encode(), "file", form)
    except BadInput:
        return
    assert all(note.title == clean_line(note.title) for note in found.notes)
