"""Every table, bibliography and annotation reads back through a reader of its own, whatever stands in the notes."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import bibtexparser
import pytest
import rispy
from hostile_notes import AT, BITS, FERRY, GIVEN, LISTS, PLAIN, SOME, TEXT, WORDS, articles, flat
from hypothesis import given
from msgspec.structs import replace

from reader.model import NoteKind, Selector
from reader.notes.export import Options, render
from reader.notes.export.names import split_name
from reader.text import clean_line

# --- tables


@SOME
@PLAIN
@given(LISTS)
def test_readwise_is_a_csv_of_seven_columns(notes):
    text = render(notes, "readwise")
    heading, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert heading == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert len(rows) == len(notes)
    for row in rows:
        assert row[0]
        assert row[6] == "2026-05-01 12:30:05"
        assert not any(line.startswith(tuple("=+-@\t\r＝＋－＠")) for line in "\n".join(row).split("\n"))


def test_readwise_puts_tags_and_speaker_into_the_note():
    row = next(csv.DictReader(io.StringIO(render([FERRY], "readwise"))))
    assert row["Highlight"] == WORDS
    assert row["Note"] == ".boats .2026\n\nWhen *exactly*?\n\nAsk.\n\nSaid by Ida Marsh."


# --- bibliographies


@SOME
@PLAIN
@given(LISTS)
def test_ris_reads_back_through_rispy(notes):
    entries = rispy.loads(render(notes, "ris"))
    assert len(entries) == articles(notes)
    assert sum(len(entry["notes"]) for entry in entries) == len(notes)
    titles = sorted(entry["title"] for entry in entries)
    shown = {note.address or f"title:{note.title}": clean_line(note.title) or "Untitled" for note in reversed(notes)}
    firsts = {}
    for note in notes:
        firsts.setdefault(note.address or f"title:{note.title}", note)
    if all(len([n for n in notes if (n.address or f"title:{n.title}") == key]) == 1 for key in firsts):
        assert titles == sorted(shown.values())
    found = " ".join(text for entry in entries for text in entry["notes"])
    for note in notes:
        assert flat(note.body) in found


def test_ris_of_a_plain_article():
    (entry,) = rispy.loads(render([FERRY, GIVEN], "ris"))
    assert entry["type_of_reference"] == "NEWS"
    assert entry["authors"] == ["van der Berg, Anna", "Harbour Gazette Staff", "Reuters"]
    assert entry["keywords"] == ["boats", "2026"]
    assert entry["notes"] == [
        "“We sail at noon” (Ida Marsh) When *exactly*? Ask.",
        "“We sail at noon” (Ida Marsh) Correction: said by Ida Marsh.",
    ]


def unlatexed(text):
    """What LaTeX sets, for the signs that we escape."""
    for sign, plain in ((r"\textbackslash{}", "\x01"), (r"\textbraceleft{}", "\x02"), (r"\textbraceright{}", "\x03")):
        text = text.replace(sign, plain)
    text = text.replace(r"\textasciitilde{}", "~").replace(r"\textasciicircum{}", "^")
    text = re.sub(r"\\([&%$#_])", r"\1", text).replace('{"}', '"')
    assert "{" not in text.replace("\x02", "")
    return text.replace("\x01", "\\").replace("\x02", "{").replace("\x03", "}")


@SOME
@PLAIN
@given(LISTS)
def test_bibtex_reads_back_through_bibtexparser(notes):
    library = bibtexparser.parse_string(render(notes, "bibtex"))
    assert library.failed_blocks == []
    assert len(library.entries) == articles(notes)
    assert all(entry.entry_type == "online" for entry in library.entries)
    known = {"author", "title", "organization", "date", "year", "url", "urldate", "keywords", "annotation"}
    shown = []
    for entry in library.entries:
        fields = {field.key: field.value for field in entry.fields}
        assert set(fields) <= known
        assert fields["title"][0] == "{"
        assert fields["title"][-1] == "}"
        shown.append(unlatexed(fields["title"][1:-1]))
    assert set(shown) <= {clean_line(note.title) or "Untitled" for note in notes}
    annotated = unlatexed(" ".join(entry["annotation"] for entry in library.entries).replace(r" \par ", " "))
    for note in notes:
        assert flat(note.body) in annotated


def test_bibtex_of_a_plain_article():
    (entry,) = bibtexparser.parse_string(render([FERRY], "bib")).entries
    assert entry.key == "berg2026ferry"
    raw = render([FERRY], "bibtex")
    assert "author = {van der Berg, Anna and {Harbour Gazette Staff} and {Reuters}}" in raw
    assert r"title = {{Ferry \textbraceleft{}runs\textbraceright{} again \& again: 100\%}}" in raw
    assert entry["url"] == "https://gazette.example/ferry?a=1&b=2"
    assert entry["date"] == "2026-04-30"


@SOME
@PLAIN
@given(LISTS)
def test_csl_is_json_with_an_item_an_article(notes):
    items = json.loads(render(notes, "csl"))
    assert len(items) == articles(notes) == len({item["id"] for item in items})
    assert all(item["type"] in ("article-newspaper", "webpage") for item in items)
    assert all(set(name) in ({"family", "given"}, {"literal"}) for item in items for name in item.get("author", []))


def test_csl_of_a_plain_article():
    (item,) = json.loads(render([FERRY], "csl"))
    assert item["author"] == [
        {"family": "van der Berg", "given": "Anna"},
        {"literal": "Harbour Gazette Staff"},
        {"literal": "Reuters"},
    ]
    assert item["issued"] == {"date-parts": [[2026, 4, 30]]}


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ida Marsh", "Marsh"),
        ("Anna van der Berg", "van der Berg"),
        ("Sam Okoro Jr.", "Okoro Jr."),
        ("Jean-Luc O’Brien", "O’Brien"),
        ("Reuters", "Reuters"),
        ("Harbour Gazette Staff", "Harbour Gazette Staff"),
        ("The Harbour Gazette", "The Harbour Gazette"),
        ("Ministry of Fish", "Ministry of Fish"),
        ("AT&T Labs", "AT&T Labs"),
    ],
)
def test_families_of_names(name, family):
    assert split_name(name)[0] == family


# --- annotations


def test_w3c_keeps_the_rules(tmp_path):
    """The rules of the W3C test suite, in the folder beside the project."""
    rules = Path(__file__).parents[3] / "shared" / "bench" / "w3c" / "w3c_validate.py"
    if not rules.is_file():
        pytest.skip("the Web Annotation rules are not beside the project")
    addresses = ["", FERRY.url, "stdin:ab cd", "https://x.example/{|}^`"]
    notes = [
        replace(
            FERRY,
            id=f"n{number}",
            kind=list(NoteKind)[number % 5],
            title=BITS[number % len(BITS)],
            body=BITS[number * 7 % len(BITS)],
            url=addresses[number % 4],
            selector=FERRY.selector if number % 3 else None,
        )
        for number in range(100)
    ]
    path = tmp_path / "notes.jsonld"
    path.write_text(render(notes, "w3c"), "utf-8")
    done = subprocess.run([sys.executable, rules, "-q", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"MUST \d{4} passed, 0 failed", done.stdout)


@SOME
@PLAIN
@given(LISTS)
def test_w3c_has_the_shape_of_the_recommendation(notes):
    collection = json.loads(render(notes, "w3c"))
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(notes) == len(collection["first"]["items"])
    identities = [item["id"] for item in collection["first"]["items"]]
    assert len(set(identities)) == len(notes)
    for item, note in zip(collection["first"]["items"], notes, strict=True):
        target = item["target"]
        source = target["source"]["id"] if "source" in target else target["id"]
        for iri in (item["id"], source):
            assert re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+", iri)
        if note.body:
            assert {"value": note.body, "purpose": "commenting"}.items() <= item["body"][0].items()
        if note.selector:
            quote = target["selector"][0]
            assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", note.selector.exact)


def test_w3c_positions_are_code_points_and_hypothesis_ones_utf16_units():
    target = json.loads(render([FERRY], "w3c"))["first"]["items"][0]["target"]
    assert target["selector"][1] == {"type": "TextPositionSelector", "start": AT, "end": AT + len(WORDS)}
    (annotation,) = json.loads(render([FERRY], "hypothesis"))["annotations"]
    place = annotation["target"][0]["selector"][0]
    assert (place["start"], place["end"]) == (AT + 1, AT + 1 + len(WORDS))
    wide = replace(FERRY, selector=Selector(TEXT[:9], "", "", 0, 9))
    (annotation,) = json.loads(render([wide], "hypothesis"))["annotations"]
    assert annotation["target"][0]["selector"][0]["end"] == 10
    units = TEXT.encode("utf-16-le")
    assert units[place["start"] * 2 : place["end"] * 2].decode("utf-16-le") == WORDS


def test_hypothesis_counts_in_the_article_when_it_is_known():
    at = TEXT.rindex(WORDS)
    note = replace(FERRY, selector=Selector(WORDS, TEXT[at - 5 : at], "", at, at + len(WORDS)))
    options = Options(text_of=lambda _note: TEXT)
    (annotation,) = json.loads(render([note], "hypothesis", options))["annotations"]
    place = annotation["target"][0]["selector"][0]
    assert place["start"] == len(TEXT[:at].encode("utf-16-le")) // 2 == at + 2
    assert annotation["text"] == "When *exactly*?\n\nAsk.\n\nSaid by Ida Marsh."


@SOME
@PLAIN
@given(LISTS)
def test_hypothesis_has_what_its_client_imports(notes):
    document = json.loads(render(notes, "hypothesis"))
    assert len(document["annotations"]) == len(notes)
    for annotation, note in zip(document["annotations"], notes, strict=True):
        assert {"uri", "text", "tags", "target", "document"} <= set(annotation)
        assert annotation["tags"] == list(note.tags)
        if note.selector:
            assert annotation["target"][0]["selector"][-1]["exact"] == note.selector.exact
