"""The quote book of an older file keeps its people and quotations, and its words are found again once it is indexed."""

import sqlite3

import pytest
from older_files import at_version, with_a_book

from reader.library import Library
from reader.library.book.lookup import Lookup, Wanted
from reader.library.book.people import Rulings
from reader.library.book.shelf import Shelf
from reader.library.book.words import Wording
from reader.library.records import pack
from reader.model import Article, Block, BlockKind, QuotationKind

TEXT = "x" * 10 + "The tide was against us all da" + "y" * 20 + "no hurry" + "z" * 12 + "never again"
WITH_A_BOOK = range(4, 12)
"""The versions that had a quote book with its words in it."""


@pytest.fixture(params=WITH_A_BOOK)
def library(tmp_path, request):
    path = tmp_path / "home" / "library.sqlite3"
    at_version(path, request.param)
    with_a_book(path, pack(Article("Pilot", (Block(BlockKind.PARAGRAPH, TEXT),))))
    made = Library(path)
    yield made
    made.close()


def test_nothing_said_is_lost_and_its_words_are_found_again(library):
    book = Lookup(library.connections)
    Shelf(library.connections).freshen(Rulings())
    (ida,) = book.speakers()
    assert (ida.name, ida.role, ida.quotations, ida.articles, ida.first.isoformat()) == (
        *("Ida Marsh", "pilot", 2, 1),
        "2025-03-15",
    )
    assert [(one.words, one.kind, one.via, one.confidence) for one in book.quotations(Wanted(ida.key))] == [
        ("The tide was against us all da", QuotationKind.DIRECT, "", 0.954),
        ("no hurry", QuotationKind.PARTIAL, "Wire", 1.0),
    ]
    assert [(one.words, one.speaker) for one in book.of_article(9)][2:] == [("never again", "")]
    assert book.quotations(Wanted(words="tide")) == []
    assert Wording(library.connections).waiting() == 1
    assert Wording(library.connections).bring_up_to_date() == 1
    assert [one.key for one in book.quotations(Wanted(words="against tide"))] == [11]
    assert book.with_words(["the", "tide", "was", "against", "us", "all"]) == [9]


def test_the_file_is_sound_and_a_quotation_gets_no_key_that_was_used(library):
    library.recent()
    raw = sqlite3.connect(library.path)
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert raw.execute("SELECT seq FROM sqlite_sequence WHERE name = 'quotations'").fetchone() == (13,)
    assert [name for (name,) in raw.execute("SELECT name FROM sqlite_master") if name.startswith("old_")] == []
    raw.close()


def test_an_article_that_goes_takes_its_quotations_and_the_count_of_its_speaker(library):
    book = Lookup(library.connections)
    library.forget(9)
    Shelf(library.connections).freshen(Rulings())
    assert book.speakers() == []
    assert book.totals() == (0, 0)
