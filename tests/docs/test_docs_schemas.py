"""The schemas of the documentation hold for what the commands print."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from documented import SCHEMAS, documented
from site_server import serving

from reader.__main__ import main

DOCS = Path(__file__).parents[2] / "docs"
FERRY, FARES = (str(DOCS / "examples" / name) for name in ("ferry.html", "fares.html"))
SAID = "We sail at noon"


@pytest.fixture
def printed(capsys, home):
    """What a command prints, as JSON, after some reading and a note."""

    def run(*words):
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert code in (0, 1), err
        return out

    run("ingest", FERRY, FARES, "--meta", DOCS / "examples" / "meta.csv")
    run("notes", "add", FERRY, "--quote", "Bring a coat.", "--note", "So be it", "--tag", "ferry")
    return run


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_is_held_against_something(name):
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    tests = "".join(path.read_text("utf-8") for path in (DOCS.parent / "tests").rglob("test_*.py"))
    assert re.search(rf'documented\("{name}"|\("{name}", \(', tests)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("quotes", ("quotes", FERRY, "--format", "json")),
        ("quotes", ("quotes", FERRY, "--indirect", "--format", "json")),
        ("article", ("show", FERRY, "--format", "json")),
        ("links", ("links", FERRY, "--format", "json")),
        ("search", ("search", "ferry", "--format", "json")),
        ("speakers", ("speakers", "list", "--format", "json")),
        ("timeline", ("speakers", "show", "Vance", "--format", "json")),
        ("timeline", ("search", "said:boat", "--format", "json")),
        ("check", ("check", DOCS / "examples" / "draft.md", "--format", "json")),
        ("stats", ("stats", FERRY, FARES, "--format", "json")),
        ("verify", ("verify", SAID, "--format", "json")),
        ("notes", ("export", "notes", "--format", "json")),
        ("notes", ("notes", "list", "--format", "json")),
        ("feed", ("feed", DOCS / "examples" / "feed.xml", "--format", "json")),
        ("servers", ("sync", "list", "--json")),
        ("doctor", ("doctor", "--json")),
    ],
)
def test_a_schema_holds(name, words, printed):
    assert documented(name, json.loads(printed(*words))) or name == "servers"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("quote-row", ("quotes", FERRY, FARES, "--format", "ndjson")),
        ("quote-row", ("quotes", "--library", "", "--format", "ndjson")),
    ],
)
def test_a_schema_holds_for_each_line(name, words, printed):
    lines = printed(*words).splitlines()
    assert len(lines) > 3
    for line in lines:
        documented(name, json.loads(line))


def test_feeds_and_refresh(printed):
    with serving() as site:
        site.page("/feed", (DOCS / "examples" / "feed.xml").read_bytes(), content_type="application/rss+xml")
        printed("add", site.url("/feed"), "--yes")
        documented("refresh", json.loads(printed("refresh", "--json")))
        site.page("/feed", b"", status=404)
        assert documented("refresh", json.loads(printed("refresh", "--json")))["failed"] == 1
        assert documented("feeds", json.loads(printed("feeds", "--json")))
        assert len(documented("entries", json.loads(printed("entries", "--json")))) == 2
        assert documented("entries", json.loads(printed("entries", "--json")))


def test_a_difference(printed):
    page = Path(FERRY).read_text("utf-8")
    with serving() as site:
        kind = {"content_type": "text/html; charset=utf-8"}
        address = site.page("/ferry", page.replace("https://tide.example/2026/ferry", "").encode(), **kind)
        printed("quotes", address)
        printed("notes", "add", address, "--quote", "whatever the wind says")
        site.page("/ferry", page.replace("whatever the wind says", "wind or no wind").encode(), **kind)
        [record] = documented("diff", json.loads(printed("diff", address, "--format", "json")))
        assert record["notes"] and record["quotations"]
        site.page("/ferry", b"gone", status=404)
        records = documented("diff", json.loads(printed("diff", "--all", "--format", "json")))
        assert any(record["problem"] for record in records)


def test_settings(printed, home):
    import tomllib

    documented(
        "config",
        tomllib.loads('theme = "paper"\nmeasure = 66\n[keymap]\ndown = ["j"]\n[[rules]]\nquery = "a"\nhide = true'),
    )
    with pytest.raises(jsonschema.ValidationError):
        documented("config", {"mesure": 66})


def test_what_is_not_in_a_schema_does_not_pass(printed):
    value = json.loads(printed("quotes", FERRY, "--format", "json"))
    del value["quotations"][0]["cue"]
    with pytest.raises(jsonschema.ValidationError):
        documented("quotes", value)
