"""``reader search``: entries, articles and quotations, saved searches, and what cannot be asked."""

import json
from pathlib import Path

import pytest

AFFAIR = sorted((Path(__file__).parents[1] / "book" / "affair").glob("*.md"))


@pytest.fixture
def affair(reader):
    """The twelve articles of the affair, stored."""
    for path in AFFAIR:
        assert reader("show", path).code == 0


def test_articles_are_found_with_the_passage(affair, reader):
    done = reader("search", "prosecutor welds", "--format", "json")
    records = json.loads(done.out)
    assert done.code == 0
    assert [record["title"] for record in records] == ["Prosecutor opens inquiry into bridge repairs"]
    assert [records[0]["snippet"][start:end].lower() for start, end in records[0]["hits"]][:1] == ["prosecutor"]
    assert "Prosecutor opens inquiry" in reader("search", "prosecutor", "welds").out


def test_quotations_answer_said_and_speaker(affair, reader):
    done = reader("search", 'said:bridge speaker:"Ilse Brandvold" after:2026-03-03 site:post', "--format", "ndjson")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [(line["speaker"], line["date"]) for line in lines] == [("Ilse Brandvold", "2026-10-30")]


def test_nothing_found_is_exit_1(affair, reader):
    assert reader("search", "zeppelin").code == 1


def test_searches_are_kept_listed_and_dropped(affair, reader, refused):
    assert "kept" in reader("search", "bridge", "--save", "Bridges").err
    assert reader("search", "--list").out == "Bridges: bridge\n"
    assert reader("search", "--drop", "bridges").out == ""
    assert "no saved search" in refused("search", "--drop", "bridges")


def test_what_cannot_be_asked_is_one_line_that_says_where(reader, refused):
    assert "column 7" in refused("search", "after:soon")
    assert "say what to look for" in refused("search")
    assert "***: no letter or digit" in refused("search", "***")
    assert "no letter or digit" in refused("search", "title:!", "--save", "all")
