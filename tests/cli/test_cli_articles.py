"""``reader show``, ``quotes``, ``links`` and opening without a terminal."""

import csv
import io
import json
import sys
from io import BytesIO, TextIOWrapper

import pytest


def test_show_prints_the_text_and_where_links_lead(reader, story):
    done = reader("show", story)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Ferry to Skerrow runs again\n")
    assert "“We sail at noon,” Ida Marsh, the harbour master, said. “Bring a coat.”" in done.out
    assert done.out.endswith("Links\n[1] ferry.example: Timetable\n    https://ferry.example/times\n")
    assert max(len(line) for line in done.out.splitlines()) <= 72


def test_a_word_that_is_no_command_is_what_to_open(reader, story):
    assert reader(story) == reader("show", story)


def test_the_demo_needs_no_network_and_prints_without_a_terminal(reader):
    done = reader("demo")
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) > 40


@pytest.mark.parametrize(
    ("form", "start"), [("md", "---\ntitle: "), ("Markdown", "---\n"), ("html", "<!doctype html>")]
)
def test_show_in_other_formats(reader, story, form, start):
    done = reader("show", story, "--format", form)
    assert done.code == 0
    assert done.out.startswith(start)


def test_show_as_json(reader, story):
    record = json.loads(reader("show", story, "--format", "json").out)
    assert record["title"] == "Ferry to Skerrow runs again"
    assert (record["published"], record["published_precision"]) == ("2025-03-14", "day")
    assert [block["text"] for block in record["blocks"]] == record["text"].split("\n\n")
    assert {"url", "canonical_url", "site", "byline", "language", "links"} <= set(record)


def test_quotes_as_json_is_the_documented_shape(reader, story):
    record = json.loads(reader("quotes", story, "--format", "json").out)
    assert set(record) == {"article", "text", "speakers", "quotations"}
    assert set(record["article"]) == {"title", "url", "site", "byline", "published", "language"}
    for speaker in record["speakers"]:
        assert set(speaker) == {"id", "name", "role", "kind", "aliases", "quotations", "words"}
    for quotation in record["quotations"]:
        assert set(quotation) == {
            *("start", "end", "text", "kind", "speaker", "name", "mention", "cue", "via", "confidence"),
        }
        assert record["text"][quotation["start"] : quotation["end"]] == quotation["text"]
    marsh = next(speaker for speaker in record["speakers"] if speaker["name"] == "Ida Marsh")
    assert (marsh["quotations"], marsh["words"]) == (2, 7)


def test_quotes_of_one_speaker(reader, story):
    everyone = reader("quotes", story).out.splitlines()
    assert everyone[0].split() == ["SPEAKER", "KIND", "QUOTATION"]
    assert len(everyone) == 4
    marsh = reader("quotes", story, "--speaker", "marsh").out.splitlines()
    assert [line.split("  ")[0] for line in marsh[1:]] == ["Ida Marsh"] * 2
    as_csv = reader("quotes", story, "--speaker", "Ida Marsh", "--format", "csv").out.splitlines()
    assert len(as_csv) == 3
    assert "## Ida Marsh" in reader("quotes", story, "--format", "md").out


def test_quotes_of_several_articles_are_rows_that_a_table_program_reads(reader, story, tmp_path):
    (tmp_path / "other.md").write_text(
        "# Rain\n\n“It rained,” Ida Marsh told Radio Skerrow on Monday.\n", encoding="utf-8"
    )
    done = reader("quotes", story, "other.md", "none.md", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert (done.code, [row["citekey"] for row in rows]) == (1, ["unsigned2025ferry"] * 3 + ["unsignedrain"])
    assert "none.md: there is no such file" in done.err
    assert [(row["speaker"], row["cue"], row["paragraph"]) for row in rows[:2]] == [
        ("Ida Marsh", "said", "2"),
        ("Ida Marsh", "said", "2"),
    ]
    assert {row["speaker_id"] for row in rows if row["speaker"] == "Ida Marsh"} >= {"ida marsh"}
    assert rows[-1]["via"]
    lines = reader("quotes", "--library", "said:rained", "--format", "ndjson").out.splitlines()
    assert [json.loads(line)["quotation"] for line in lines] == ["It rained,"]
    listed = json.loads(reader("quotes", "--library", "", "--format", "json").out)
    assert sorted(one["article"]["title"] for one in listed) == ["Ferry to Skerrow runs again", "Rain"]
    assert json.loads(reader("quotes", "--library", "title:snow", "--format", "json").out) == []


def test_a_search_of_the_library_that_cannot_be_read_says_where(refused, story):
    assert "column" in refused("quotes", "--library", "after:soon")
    assert "--library" in refused("quotes")


def test_a_speaker_who_is_not_there_is_told_with_who_is(refused, story):
    assert "the speakers are Ida Marsh" in refused("quotes", story, "--speaker", "Okoro")


def test_links_with_the_host_that_they_lead_to(reader, story):
    assert reader("links", story).out.splitlines()[1].split() == [
        *("in-text", "ferry.example", "Timetable", "https://ferry.example/times"),
    ]
    (link,) = json.loads(reader("links", story, "--format", "json").out)
    assert (link["host"], link["label"]) == ("ferry.example", "Timetable")


@pytest.mark.parametrize("command", [["show", "-"], ["-"]])
def test_standard_input_is_an_article(reader, monkeypatch, command):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"# Storm\n\nThe quay gave way.\n")))
    assert reader(*command).out == "Storm\n\nThe quay gave way.\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("missing.html", None),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("empty.html", b""),
        ("picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("none.html", b"<html><body><img src=x></body></html>"),
        ("large.html", b"<div>" * 2_000_000),
    ],
)
def test_what_is_no_article_is_one_line(refused, tmp_path, name, data):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    for command in (["show"], ["quotes"], ["links"], []):
        line = refused(*command, path)
        assert name in line
        if name == "large.html":
            break


def test_a_folder_is_one_line(refused, tmp_path):
    assert str(tmp_path) in refused("show", tmp_path)


def test_nobody_there_is_one_line(refused):
    assert "127.0.0.1" in refused("show", "http://127.0.0.1:9/story")


def test_a_library_that_cannot_be_used_is_told_and_the_article_shown(reader, story, home):
    home.mkdir()
    (home / "library.sqlite3").write_text("no library")
    done = reader("show", story)
    assert done.code == 0
    assert done.out.startswith("Ferry")
    assert done.err.count("\n") == 1
    assert "library.sqlite3" in done.err


def test_links_are_opened_once_each_as_one_argument_and_no_more_than_are_of_use(reader, tmp_path, home, monkeypatch):
    opened = []
    monkeypatch.setattr("reader.app.browser.subprocess.Popen", lambda words, **_: opened.append(words))
    home.mkdir()
    (home / "config.toml").write_text('open_command = "browser --new"\n')
    links = " ".join(f"[l{n}](https://tide.example/{n % 25})" for n in range(30))
    (tmp_path / "many.md").write_text(
        f"# Storm\n\n{links} [shell](https://tide.example/$(touch%20x);'\"&) [f](file:///x)\n"
    )
    done = reader("links", tmp_path / "many.md", "--open")
    assert (done.code, done.err) == (1, "reader: 6 more links were not opened: 20 are opened at once\n")
    assert opened[0] == ["browser", "--new", "https://tide.example/0"]
    assert len(opened) == len({tuple(words) for words in opened}) == 20


def test_a_browser_that_is_not_there_is_one_line(reader, story, home):
    home.mkdir()
    (home / "config.toml").write_text('open_command = "no-such-browser-here"\n')
    done = reader("links", story, "--open")
    assert done.code == 1
    assert done.out
    assert done.err.startswith("reader: no-such-browser-here: cannot be started")
    assert done.err.count("\n") == 1
