"""Notes are added, changed, removed, put back and looked up, and stay through closing and other windows."""

import json
import stat
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from reader.errors import BadInput
from reader.model import Anchor, AnchorStatus, Note, NoteKind, Selector
from reader.notes import NoteStore

PIER = "https://gazette.example/pier"
DAY = datetime(2026, 5, 1, tzinfo=UTC)


def note(note_id: str = "", url: str = PIER, **fields) -> Note:
    return Note(note_id, fields.pop("kind", NoteKind.NOTE), url, **fields)


FULL = Note(
    id="full",
    kind=NoteKind.QUOTATION,
    url=PIER,
    canonical_url="https://gazette.example/news/pier",
    title="Pier to open in spring",
    authors=("Ines Okoro", "Bram Yilmaz"),
    site="Harbour Gazette",
    published="2026-04-30",
    accessed="2026-05-01T08:00:00Z",
    citekey="okoro2026pier",
    page_sha256="ab" * 32,
    text_sha256="cd" * 32,
    selector=Selector("the cost had doubled", "She added that ", " since", 120, 140),
    anchor=Anchor(AnchorStatus.EDITED, 130, 151, 0.75, "ef" * 32, DAY),
    speaker="Ines Okoro",
    body="Ask for *invoices*.\r\n\tTab, NUL \x00 and half a \ud83d pair.",
    tags=("budget", "pier"),
    color="yellow",
    created=DAY,
    modified=DAY + timedelta(microseconds=1),
    extra={"future": {"a": [1, None, "x"]}},
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "notes.json"


@pytest.fixture
def store(path):
    return NoteStore(path)


def test_looking_creates_nothing(store, path):
    assert (store.all(), store.tags(), store.get("x"), store.of_article([PIER])) == ([], [], None, [])
    assert not store.changed()
    store.close()
    assert not path.parent.exists()


def test_a_note_comes_back_whole_in_this_window_the_next_and_after_closing(store, path):
    assert store.add(FULL) == FULL
    assert store.get("full") == FULL
    assert NoteStore(path).all() == [FULL]
    store.close()
    assert NoteStore(path).all() == [FULL]


def test_files_are_private(store, path):
    store.add(note("a"))
    store.add(note("b"))
    store.close()
    store.add(note("c"))
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_ids_are_given_where_they_lack_or_are_taken_and_sort_by_time(store):
    first, second, third = store.add(note()), store.add(note()), store.add(note())
    assert first.id < second.id < third.id
    again = store.add(first)
    assert again.id != first.id
    assert {kept.id for kept in store.all()} == {first.id, second.id, third.id, again.id}


def test_update_changes_the_note_and_the_time_of_change_only(store):
    store.add(FULL)
    changed = store.update(replace(FULL, body="Invoices came.", selector=FULL.selector))
    assert changed.modified > FULL.modified
    assert changed == replace(FULL, body="Invoices came.", modified=changed.modified)
    assert store.all() == [changed]


def test_a_removed_note_can_be_put_back_as_it_was(store, path):
    store.add(FULL)
    store.add(note("other"))
    removed = store.remove("full")
    assert removed == FULL
    assert [kept.id for kept in NoteStore(path).all()] == ["other"]
    assert store.restore(removed) == FULL
    assert store.get("full") == FULL
    changed = store.update(replace(FULL, body="newer"))
    assert store.restore(removed) == changed


@pytest.mark.parametrize("act", [lambda store: store.remove("gone"), lambda store: store.update(note("gone"))])
def test_a_note_that_is_gone_is_said_to_be_gone_in_one_line(store, act):
    store.add(note("here"))
    with pytest.raises(BadInput, match=r"^note gone: not there.*list the notes again$"):
        act(store)
    assert [kept.id for kept in store.all()] == ["here"]


def test_all_is_in_the_order_of_making(store):
    for number, name in ((3, "c"), (1, "a"), (2, "b")):
        store.add(note(name, created=DAY + timedelta(hours=number)))
    assert [kept.id for kept in store.all()] == ["a", "b", "c"]


def test_notes_of_an_article_by_either_address_and_after_it_changed(store):
    store.add(note("own"))
    store.add(note("canonical", url="https://m.gazette.example/pier", canonical_url=PIER))
    store.add(note("strange", url="https://gazette.example/other"))
    store.add(note("", url=""))
    assert [kept.id for kept in store.of_article({PIER})] == ["own", "canonical"]
    store.update(replace(store.get("own"), url="https://gazette.example/other"))
    store.remove("canonical")
    assert store.of_article({PIER}) == []
    assert [kept.id for kept in store.of_article(["https://gazette.example/other"])] == ["own", "strange"]


def test_tags_are_those_in_use_the_most_used_first(store):
    for tags in (("pier", "budget"), ("budget",), ("archive",), ("lost",)):
        store.add(note(tags=tags))
    store.remove(store.all()[3].id)
    assert store.tags() == ["budget", "archive", "pier"]


def test_an_article_keeps_its_citation_key_and_no_other_gets_it(store):
    store.add(note(citekey="okoro2026pier"))
    assert store.add(note(citekey="okoro2026harbour")).citekey == "okoro2026pier"
    other = store.add_many(note(url=f"https://gazette.example/{i}", citekey="okoro2026pier") for i in range(3))
    assert [kept.citekey for kept in other] == ["okoro2026piera", "okoro2026pierb", "okoro2026pierc"]
    assert store.add(note(url="")).citekey == ""


def test_a_second_window_sees_what_the_first_wrote_and_they_lose_nothing(path):
    one, two = NoteStore(path), NoteStore(path)
    one.add(note("a"))
    assert [kept.id for kept in two.all()] == ["a"]
    assert not two.changed()
    one.add(note("b"))
    assert two.changed()
    two.add(note("c"))
    assert not two.changed()
    assert one.changed()
    one.close()
    two.add(note("d"))
    one.remove("a")
    two.close()
    assert [kept.id for kept in one.all()] == [kept.id for kept in two.all()] == ["b", "c", "d"]


def test_stock_tinydb_opens_the_file_and_what_it_adds_is_kept(store, path):
    from tinydb import Query, TinyDB

    store.add_many([FULL, note("b")])
    store.add(note("c"))
    store.close()
    with TinyDB(path) as stock:
        assert [row["id"] for row in stock.all()] == ["full", "b", "c"]
        assert stock.get(Query().speaker == "Ines Okoro")["future"] == {"a": [1, None, "x"]}
        stock.insert({"id": "theirs", "url": PIER, "colour_of_the_sea": "grey"})
    assert store.get("theirs").extra == {"colour_of_the_sea": "grey"}


def test_what_stock_tinydb_adds_beside_an_open_journal_is_kept(store, path):
    from tinydb import TinyDB

    store.add(note("a"))
    store.add(note("b"))  # in the journal, under the number that TinyDB will take next
    with TinyDB(path) as stock:
        stock.insert({"id": "theirs", "url": PIER})
    assert {kept.id for kept in store.all()} == {"a", "b", "theirs"}
    store.add(note("c"))
    store.close()
    assert {row["id"] for row in json.loads(path.read_text())["_default"].values()} == {"a", "b", "c", "theirs"}


def test_the_table_answers_tinydb_queries_with_copies(store):
    from tinydb import Query

    store.add_many([FULL, note("b", tags=("pier",))])
    found = store.table.search(Query().tags.any(["pier"]))
    assert [row["id"] for row in found] == ["full", "b"]
    found[0]["tags"].append("spoiled")
    found[0]["selector"]["exact"] = "spoiled"
    assert store.get("full") == FULL
    assert store.table.update({"color": "green"}, Query().id == "b") == [2]
    assert store.get("b").color == "green"
    assert store.table.remove(Query().id == "full") == [1]
    assert [kept.id for kept in store.all()] == ["b"]
    assert store.table.insert({"body": "by hand"}) == 3
    assert {kept.body for kept in store.all()} == {"", "by hand"}
    assert all(kept.id for kept in NoteStore(store.path).all())


def test_other_tables_and_unknown_fields_survive(path):
    path.parent.mkdir()
    theirs = {
        "_default": {"4": {"id": "old", "future": 1, "selector": {"exact": "x", "unit": "word"}}},
        "mine": {"1": {"a": 1}},
    }
    path.write_text(json.dumps(theirs))
    store = NoteStore(path)
    store.update(replace(store.get("old"), body="hello"))
    store.close()
    kept = json.loads(path.read_text())
    assert kept["mine"] == {"1": {"a": 1}}
    assert kept["_default"]["4"]["future"] == 1
    assert kept["_default"]["4"]["selector"]["unit"] == "word"
    assert kept["_default"]["4"]["body"] == "hello"


def test_the_file_is_copied_before_records_of_an_older_shape_are_changed(path):
    path.parent.mkdir()
    old = b'{"_default": {"1": {"title": "By hand"}}}'
    path.write_bytes(old)
    store = NoteStore(path)
    assert [(kept.id, kept.title) for kept in store.all()] == [("1", "By hand")]
    assert path.read_bytes() == old
    store.add(note("new"))
    assert path.with_name("notes.json.bak").read_bytes() == old
    store.close()
    rows = json.loads(path.read_text())["_default"]
    assert [(row["id"], row["schema"]) for row in rows.values()] == [("1", 1), ("new", 1)]


def test_an_empty_file_is_an_empty_store(path):
    path.parent.mkdir()
    path.touch()
    store = NoteStore(path)
    assert store.all() == []
    store.add(note("a"))
    assert [kept.id for kept in NoteStore(path).all()] == ["a"]


def test_many_notes_are_folded_into_the_file_while_the_store_is_open(store, path):
    for number in range(24):
        store.add(note(str(number), body="x" * 100_000))
    journal = path.with_name("notes.json.journal")
    assert path.stat().st_size > 1_000_000
    assert not journal.exists() or journal.stat().st_size < 1_300_000
    assert len(NoteStore(path).all()) == 24
