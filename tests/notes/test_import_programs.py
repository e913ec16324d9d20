"""What other programs export is taken as they have it: addresses, passages, notes, tags and times."""

import io
import json
import zipfile
from datetime import UTC, datetime

import pytest

from reader.errors import BadInput
from reader.model import NoteKind, Selector
from reader.notes.importers import read

AT = datetime(2026, 5, 1, 12, 30, 5, tzinfo=UTC)


def taken(text, form=None):
    """The notes in a file of this text."""
    data = text if isinstance(text, bytes) else (text if isinstance(text, str) else json.dumps(text)).encode()
    return read(data, "file", form)


# --- what others write


def test_web_annotations_of_others():
    found = taken(
        [
            {
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "id": "http://anno.example/1",
                "type": "Annotation",
                "bodyValue": "Hm.",
                "target": "https://x.example/a",
            },
            {
                "type": ["Annotation"],
                "body": [
                    {"type": "TextualBody", "value": "why", "purpose": "tagging"},
                    {"type": "TextualBody", "value": "Because."},
                ],
                "target": {
                    "source": "https://x.example/b",
                    "selector": {
                        "type": "FragmentSelector",
                        "refinedBy": {"type": "TextQuoteSelector", "exact": "the words", "prefix": "of "},
                    },
                },
                "created": "2026-05-01T12:30:05Z",
            },
            {"type": "Annotation", "target": []},
            "no annotation",
            {"type": "Annotation", "target": "javascript:alert(1)"},
        ]
    )
    assert found.form == "w3c"
    assert [(n.url, n.body, n.tags, n.selector and n.selector.exact, n.kind) for n in found.notes] == [
        ("https://x.example/a", "Hm.", (), None, NoteKind.PAGE),
        ("https://x.example/b", "Because.", ("why",), "the words", NoteKind.NOTE),
    ]
    assert found.notes[1].created == AT
    assert found.failures == (
        "annotation 3: no target: nothing says what it is about",
        "annotation 4: not an object: no annotation",
        "annotation 5: url: javascript: is not opened by reader: give an http or https address",
    )


def test_hypothesis_of_others():
    wide = "🚢 ab"
    rows = [
        {
            "id": "x1",
            "created": "2026-05-01T12:30:05.000000+00:00",
            "updated": "2026-05-02T12:30:05.000000+00:00",
            "uri": "https://x.example/a",
            "text": "Hm.",
            "tags": ["one two"],
            "document": {"title": ["A page"]},
            "target": [
                {
                    "source": "https://x.example/a",
                    "selector": [
                        {"type": "RangeSelector", "startOffset": 1},
                        {"type": "TextPositionSelector", "start": 13, "end": 15},
                        {"type": "TextQuoteSelector", "exact": "ab", "prefix": wide[:2], "suffix": "."},
                    ],
                }
            ],
            "references": [],
        },
        {"uri": "https://x.example/a", "text": "A reply", "references": ["x1"], "target": []},
    ]
    found = taken({"export_date": "2026", "client_version": "1", "annotations": rows})
    assert found.form == taken({"total": 2, "rows": rows}).form == "hypothesis"
    (note,) = found.notes
    assert note.id == ""
    assert note.selector == Selector("ab", "🚢 ", ".", 12, 14)
    assert (note.title, note.body, note.tags, note.created) == ("A page", "Hm.", ("one-two",), AT)
    assert found.failures == ("annotation 2: a reply to another annotation, not a note on a page",)


def test_readwise_of_others():
    table = (
        "Highlight,Title,Author,URL,Note,Location,Date\n"
        '"Two\nlines",A book,"Ida Marsh, Sam Okoro",https://x.example/a,".tag .two-three thoughts, mine",7,'
        "2026-05-01 12:30:05\n"
        "Words,A book,,,.5 is a half,,\n"
        "Words,A book,,,Plain.,,today\n"
        ",A book,,,,,\n"
        "too,few\n"
    )
    found = taken("\ufeff" + table)
    assert [(n.body, n.tags, n.authors) for n in found.notes] == [
        ("thoughts, mine", ("tag", "two-three"), ("Ida Marsh", "Sam Okoro")),
        ("is a half", ("5",), ()),
    ]
    assert found.notes[0].selector.exact == "Two\nlines"
    assert found.notes[0].created == AT
    assert found.failures == (
        "row 4: date: not a date and time: today",
        "row 5: no highlight",
        "row 6: 2 cells, where the heading has 7",
    )


def test_clippings_of_a_device():
    text = (
        "\ufeffThe Long Tide (Ida Marsh)\r\n"
        "- Your Highlight on page 12 | Location 180-184 | Added on Friday, May 1, 2026 12:30:05 PM\r\n\r\n"
        "The water rose.\r\n==========\r\n"
        "The Long Tide (Ida Marsh)\r\n"
        "- Your Note on page 12 | Location 184 | Added on Friday, 1 May 2026 12:30:05\r\n\r\n.flood Why?\r\n"
        "==========\r\n"
        "The Long Tide (Ida Marsh)\r\n"
        "- Your Bookmark on Location 200 | Added on Friday, May 1, 2026\r\n\r\n\r\n==========\r\n"
        "Lange Flut (zweite Auflage) (Ida Marsh)\r\n"
        "- Ihre Notiz bei Position 12 | Hinzugefügt am Freitag, 1. Mai 2026 12:30:05\r\n\r\nWarum?\r\n==========\r\n"
        "torn\r\n==========\r\n"
    )
    found = taken(text)
    assert found.form == "clippings"
    assert [(n.title, n.authors, n.body, n.tags, n.selector and n.selector.exact) for n in found.notes] == [
        ("The Long Tide", ("Ida Marsh",), "Why?", ("flood",), "The water rose."),
        ("Lange Flut (zweite Auflage)", ("Ida Marsh",), "Warum?", (), None),
    ]
    assert found.notes[0].created == AT
    assert found.failures == ("entry 5: no line about its kind and place under the title",)


ENTRY = {"is_archived": 1, "is_starred": 0, "domain_name": "x.example", "url": "https://x.example/a", "title": "A page"}
WALLABAG = [
    {
        **ENTRY,
        "tags": ["news", {"label": "Fish", "slug": "fish"}],
        "published_by": ["Ida Marsh"],
        "annotations": [{"quote": "the words", "text": "Hm.", "created_at": "2026-05-01T14:30:05+0200", "ranges": []}],
    },
    {**ENTRY, "url": "https://x.example/b", "tags": [], "annotations": [], "created_at": "2026-05-01T12:30:05+0000"},
    {**ENTRY, "url": "ftp://x.example/c"},
]
OMNIVORE = [
    {
        "id": "1",
        "slug": "a-page",
        "title": "A page",
        "author": "Ida Marsh",
        "url": "https://x.example/a",
        "state": "Active",
        "labels": ["news", {"name": "Fish"}],
        "savedAt": "2026-05-01T12:30:05.000Z",
    },
    {"slug": "b", "url": "https://x.example/b", "savedAt": "x"},
]
POCKET_NOTES = [
    {"url": "https://x.example/a", "title": "A page", "highlights": [{"quote": "w", "created_at": 1777638605}]}
]
POCKET_HTML = (
    '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><ul><li><a href="https://x.example/a" '
    'time_added="1777638605" tags="news,fish">A &amp; page</a></li></ul></body></html>'
)


def simple(found):
    return [
        (n.url, n.title, n.selector.exact if n.selector else "", n.body, n.tags, n.created == AT) for n in found.notes
    ]


@pytest.mark.parametrize(
    ("given_", "form", "notes", "failures"),
    [
        (
            WALLABAG,
            "wallabag",
            [
                ("https://x.example/a", "A page", "the words", "Hm.", ("news", "Fish"), True),
                ("https://x.example/b", "A page", "", "", (), True),
            ],
            ("entry 3: not a web address: 'ftp://x.example/c'",),
        ),
        (
            "Title;URL;Content;Tags;MIME Type;Language;Creation date\n"
            'A page;https://x.example/a;"<p>x;y</p>";news,fish;text/html;en;"2026-05-01 12:30:05"\n',
            "wallabag",
            [("https://x.example/a", "A page", "", "", ("news", "fish"), True)],
            (),
        ),
        (
            OMNIVORE,
            "omnivore",
            [("https://x.example/a", "A page", "", "", ("news", "Fish"), True)],
            ("entry 2: savedAt: not a date and time: x",),
        ),
        (POCKET_NOTES, "pocket", [("https://x.example/a", "A page", "w", "", (), True)], ()),
        (
            {
                "list": {
                    "1": {
                        "resolved_url": "https://x.example/a",
                        "resolved_title": "A page",
                        "tags": {"news": {}},
                        "time_added": "1777638605",
                    }
                }
            },
            "pocket",
            [("https://x.example/a", "A page", "", "", ("news",), True)],
            (),
        ),
        (
            "title,url,time_added,tags,status\nA page,https://x.example/a,1777638605,news|fish,unread\nB,,1,,\n",
            "pocket",
            [("https://x.example/a", "A page", "", "", ("news", "fish"), True)],
            ("row 3: time_added: not a date and time: 1",),
        ),
        (POCKET_HTML, "pocket", [("https://x.example/a", "A & page", "", "", ("news", "fish"), True)], ()),
        (
            "URL,Title,Selection,Folder,Timestamp,Tags\n"
            'https://x.example/a,A page,the words,Fish,1777638605,"[""news""]"\n'
            "https://x.example/b,B,,Unread,1777638605,[]\n",
            "instapaper",
            [
                ("https://x.example/a", "A page", "the words", "", ("Fish", "news"), True),
                ("https://x.example/b", "B", "", "", (), True),
            ],
            (),
        ),
    ],
)
def test_read_later_programs(given_, form, notes, failures):
    found = taken(given_)
    assert (found.form, simple(found), found.failures) == (form, notes, failures)
    assert simple(taken(given_, form)) == notes


def test_a_zip_of_exports():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../../metadata_0_to_20.json", json.dumps(OMNIVORE))
        archive.writestr("content/a-page.html", "<p>x</p>")
    found = taken(file.getvalue())
    assert found.form == "omnivore"
    assert len(found.notes) == 1
    assert found.failures == ("entry 2: savedAt: not a date and time: x",)


def test_a_zip_that_inflates_beyond_all_bounds_is_refused(monkeypatch):
    monkeypatch.setattr("reader.notes.importers.archive.LARGEST", 100_000)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", "[" + " " * 1_000_000)
    with pytest.raises(BadInput, match="once unpacked"):
        taken(file.getvalue())
