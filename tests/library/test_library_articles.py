"""The library: stored once, found by any address, refused without harm when it is not ours to read."""

import os
import sqlite3
import stat
import threading
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from reader.errors import DamagedStore, StoreFailed
from reader.library import Library
from reader.library.schema import VERSION
from reader.model import Article, Attribution, Block, BlockKind, Precision, Quotation, Speaker

FETCHED = datetime(2025, 3, 14, 9, 30, tzinfo=UTC)
FERRY = Article(
    title="Ferry to Skerrow runs again",
    blocks=(Block(BlockKind.PARAGRAPH, "“We sail at noon,” said Ida Marsh."),),
    url="https://tide.example/ferry",
    site="The Tide",
    byline=("Nils Okoro",),
    published=datetime(2025, 3, 13),
    published_precision=Precision.DAY,
)
WHO = Attribution((Speaker("s1", "Ida Marsh"),), (Quotation(1, 16, speaker="s1"),))


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "home" / "library.sqlite3")
    yield library
    library.close()


def save(library, address="https://tide.example/ferry", article=FERRY, text="t1", **more):
    given = {"source": address, "page_sha256": "p1", "text_sha256": text, "fetched": FETCHED, **more}
    return library.save([address, *given.pop("names", [])], article, **given)


def test_an_article_comes_back_as_it_was(library):
    saved = save(library)
    assert library.find("https://tide.example/ferry") == saved
    assert saved.article == FERRY
    assert (saved.fetched, saved.page_sha256, saved.place, saved.attribution) == (FETCHED, "p1", 0, None)


def test_every_name_leads_to_it(library):
    saved = save(library, names=["https://t.example/short"], also=["https://tide.example/canonical"])
    for name in ("https://t.example/short", "https://tide.example/canonical"):
        assert library.find(name).key == saved.key
    assert library.find("https://tide.example/other") is None


def test_a_claimed_name_never_takes_another_articles_place(library):
    first = save(library)
    second = save(library, "https://tide.example/storm", also=["https://tide.example/ferry"])
    assert second.key != first.key
    assert library.find("https://tide.example/ferry").key == first.key


def test_fetched_again_it_keeps_its_place_and_while_the_text_is_the_same_its_speakers(library):
    save(library)
    library.set_place("https://tide.example/ferry", 12)
    library.set_attribution("https://tide.example/ferry", "t1", WHO, "e1")
    again = save(library, source="https://t.example/short")
    assert (again.place, again.attribution, again.engine) == (12, WHO, "e1")
    changed = save(library, article=replace(FERRY, blocks=(Block(BlockKind.PARAGRAPH, "Short."),)), text="t2")
    assert (changed.place, changed.attribution) == (6, None)
    assert len(library.recent()) == 1


def test_speakers_of_another_text_are_not_stored(library):
    save(library)
    library.set_attribution("https://tide.example/ferry", "t0", WHO, "e1")
    assert library.find("https://tide.example/ferry").attribution is None


def test_what_was_opened_last_comes_first(library):
    ferry = save(library)
    save(library, "https://tide.example/storm", replace(FERRY, title="Storm"))
    assert [recent.title for recent in library.recent()] == ["Storm", FERRY.title]
    library.opened(ferry.key)
    rows = library.recent(limit=1)
    assert [recent.title for recent in rows] == [FERRY.title]
    assert (rows[0].byline, rows[0].published, rows[0].published_precision) == (
        FERRY.byline,
        FERRY.published,
        Precision.DAY,
    )
    assert [recent.title for recent in library.recent(limit=1, offset=1)] == ["Storm"]


def test_the_share_that_was_read_only_grows(library):
    save(library)
    length = len(FERRY.text)
    library.set_place("https://tide.example/ferry", length + 100)
    library.set_place("https://tide.example/ferry", -3)
    recent = library.recent()[0]
    assert (recent.place, recent.read) == (0, 1.0)


def test_forgotten_and_restored(library):
    saved = save(library, names=["https://t.example/short"])
    library.set_place(saved.address, 5)
    forgotten = library.forget(saved.key)
    assert library.find("https://t.example/short") is None
    assert library.recent() == []
    library.restore(forgotten)
    assert library.find("https://t.example/short").place == 5
    assert library.forget(999) is None


def test_restored_over_a_newer_opening_the_newer_one_stays(library):
    forgotten = library.forget(save(library).key)
    newer = save(library, article=replace(FERRY, title="Newer"))
    library.restore(forgotten)
    assert library.find(newer.address).article.title == "Newer"
    assert len(library.recent()) == 1


def test_threads_and_windows_share_it(library):
    other = Library(library.path)
    failures = []

    def work(window, number):
        try:
            for turn in range(5):
                save(window, f"https://tide.example/{number}/{turn}")
        except StoreFailed as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(library if n % 2 else other, n)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(library.recent()) == 30
    other.close()


def test_the_file_is_private(library):
    save(library)
    assert stat.S_IMODE(library.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(library.path.parent.stat().st_mode) == 0o700


def test_a_damaged_file_is_left_as_it_is(library):
    library.path.parent.mkdir()
    library.path.write_bytes(b"not a database, " * 100)
    with pytest.raises(DamagedStore, match=r"library\.sqlite3: not a library of reader") as caught:
        library.recent()
    assert "\n" not in str(caught.value)
    assert library.path.read_bytes() == b"not a database, " * 100


def test_a_newer_file_is_left_as_it_is(library):
    save(library)
    library.close()
    with sqlite3.connect(library.path) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()
    before = library.path.read_bytes()
    with pytest.raises(DamagedStore, match="newer reader"):
        library.find("https://tide.example/ferry")
    assert library.path.read_bytes() == before


def test_another_programs_database_is_left_as_it_is(library):
    library.path.parent.mkdir()
    with sqlite3.connect(library.path) as raw:
        raw.execute("CREATE TABLE songs (name TEXT)")
    raw.close()
    before = library.path.read_bytes()
    with pytest.raises(DamagedStore, match="another program"):
        save(library)
    assert library.path.read_bytes() == before


def test_a_damaged_record_is_named(library):
    save(library)
    with sqlite3.connect(library.path) as raw:
        raw.execute("UPDATE articles SET article = x'00'")
    raw.close()
    with pytest.raises(DamagedStore, match=r"tide\.example/ferry is damaged"):
        library.find("https://tide.example/ferry")


def test_a_folder_that_is_a_file_is_one_line(tmp_path):
    (tmp_path / "home").write_text("")
    with pytest.raises(StoreFailed, match="home"):
        Library(tmp_path / "home" / "library.sqlite3").recent()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder_is_one_line(tmp_path):
    (tmp_path / "home").mkdir(mode=0o500)
    with pytest.raises(StoreFailed):
        Library(tmp_path / "home" / "library.sqlite3").recent()


def test_a_failed_migration_leaves_nothing_behind(library, monkeypatch):
    monkeypatch.setattr("reader.library.schema.MIGRATIONS", (("CREATE TABLE one (x)", "CREATE BROKEN"),))
    with pytest.raises(StoreFailed):
        library.recent()
    with sqlite3.connect(library.path) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    raw.close()
    monkeypatch.undo()
    assert library.recent() == []
