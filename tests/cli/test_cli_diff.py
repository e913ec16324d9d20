"""A page that changes behind its address: what changed, and that nothing is lost."""

import json
import sqlite3

import pytest
from site_server import serving

from reader.paths import find_paths

PAGE = """<html><head><title>Harbour plan put off</title></head><body><article><h1>Harbour plan put off</h1>
<p>The council of Brackwater put off its harbour plan on Tuesday, after a night of debate in the old town hall.</p>
<p>“We need three more weeks to read all of it,” said Ida Marsh, the mayor of Brackwater.</p>
<p>The plan would cost 40 million crowns and take four years, according to the harbour office, which drew it up.</p>
<p>“Nobody has shown us a boat that needs it,” said Olaf Brede, who owns the fish market.</p>
</article></body></html>"""
LATER = (
    PAGE.replace("three more weeks", "six more weeks")
    .replace("40 million crowns", "55 million crowns")
    .replace("<p>“Nobody has shown us a boat that needs it,” said Olaf Brede, who owns the fish market.</p>", "")
)


def change(site, page):
    """Have the site give this page, or none any more."""
    kind = "text/html; charset=utf-8"
    return site.page("/plan", (page or "gone").encode(), status=200 if page else 404, content_type=kind)


@pytest.fixture
def served():
    """The page on loopback."""
    with serving() as site:
        change(site, PAGE)
        yield site


@pytest.fixture
def read(served, reader):
    """The page, read, with a note on what it cost and one on what nobody changes."""
    assert reader("quotes", served.url("/plan")).code == 0
    for quote, body in (("40 million crowns", "Check this"), ("the old town hall", "Which one?")):
        assert reader("notes", "add", served.url("/plan"), "--quote", quote, "--note", body).code == 0
    return served


def changes(reader, *arguments):
    done = reader("diff", *arguments, "--format", "json")
    return done, json.loads(done.out)


def test_nothing_changed(read, reader):
    done, [record] = changes(reader, read.url("/plan"))
    assert (done.code, record["changed"]) == (0, False)
    assert "nothing changed" in reader("diff", read.url("/plan")).out


def test_words_quotations_and_notes_that_changed_are_told(read, reader):
    change(read, LATER)
    _done, [record] = changes(reader, read.url("/plan"))
    words = [[pair for pair in block["words"] if pair["was"] != pair["now"]] for block in record["blocks"]]
    assert [block["what"] for block in record["blocks"]] == ["changed", "changed", "removed"]
    assert words[:2] == [[{"was": "three", "now": "six"}], [{"was": "40", "now": "55"}]]
    assert [(one["what"], one["before"]) for one in record["quotations"]] == [
        ("changed", "Ida Marsh"),
        ("removed", "Olaf Brede"),
    ]
    [note] = record["notes"]
    assert note["words"][0] == {"was": "40", "now": "55"}


def test_every_version_is_kept_and_told_without_the_network(read, reader):
    change(read, LATER)
    reader("diff", read.url("/plan"))
    change(read, LATER.replace("55 million", "60 million"))
    reader("diff", read.url("/plan"))
    change(read, None)
    done, steps = changes(reader, read.url("/plan"), "--history")
    assert [step["changed"] for step in steps] == [True, True]
    pages = {step["before"]["page_sha256"] for step in steps}
    assert pages <= {path.name for path in find_paths().kept_pages.rglob("*")}
    assert done.code == 0


def test_a_page_that_is_gone_changes_nothing(read, reader, refused):
    change(read, None)
    assert "404" in refused("diff", read.url("/plan"))
    assert "40 million crowns" in reader("show", read.url("/plan")).out
    assert len(json.loads(reader("notes", "list", "--format", "json").out)) >= 2


def test_all_that_are_noted_are_looked_at_and_failures_are_told(read, reader):
    change(read, LATER)
    done = reader("diff", "--all", "--noted")
    assert done.code == 0
    assert "1 article looked at, 1 changed, 0 failed" in done.out
    change(read, None)
    done = reader("diff", "--all")
    assert (done.code, "1 article looked at, 0 changed, 1 failed" in done.out) == (1, True)
    assert "404" in done.err


def test_a_refresh_watches_what_is_noted_but_not_again_at_once(read, reader, home):
    (home / "config.toml").write_text('watch = "noted"\n', encoding="utf-8")
    change(read, LATER)
    assert "Harbour plan" not in reader("refresh").out  # it was fetched just now
    library = sqlite3.connect(home / "library.sqlite3")
    library.execute("UPDATE articles SET fetched = '2025-03-14T09:30:00+00:00'")
    library.commit()
    library.close()
    assert "Harbour plan put off: changed: 3 blocks, 2 quotations, 1 note of yours" in reader("refresh").out
    assert "Harbour plan" not in reader("refresh").out


def test_the_book_follows_the_page(read, reader):
    assert "Olaf Brede" in reader("speakers").out
    change(read, LATER)
    reader("diff", read.url("/plan"))
    assert "Olaf Brede" not in reader("speakers").out


def test_what_cannot_be_looked_at_is_one_line(reader, refused, story):
    assert "not in the library" in refused("diff", "https://example.org/never-read")
    reader("show", story)
    assert "not an article of the web" in refused("diff", story)
    assert "name one article, or --all" in refused("diff")
