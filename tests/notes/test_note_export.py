"""What leaves reads back as what was there, and nothing in it acts, whatever the words."""

import csv
import io
import json
import re
import stat
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from reader.errors import BadInput, StoreFailed
from reader.model import Anchor, AnchorStatus, Note, NoteKind, Selector
from reader.notes.export import FORMATS, format_named, render, select, write
from reader.notes.record import from_record
from reader.text import clean_block, clean_line

DAY = datetime(2026, 5, 1, 12, tzinfo=UTC)
PIER = Note(
    id="pier",
    kind=NoteKind.QUOTATION,
    url="https://gazette.example/pier",
    title="Pier to open in spring",
    authors=("Ines Okoro", "Bram Yilmaz"),
    site="Harbour Gazette",
    published="2026-04-30",
    accessed="2026-05-01T08:00:00Z",
    citekey="okoro2026pier",
    selector=Selector("We have heard that before", "not convinced. “", ",” said Bram", 240, 265),
    speaker="Bram Yilmaz",
    body="Since *when*?\n\nAsk him.",
    tags=("budget", "pier"),
    created=DAY,
    modified=DAY,
)

BITS = [
    "=1+1", "+", "-", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1", ";=1", ",=1", "'=1", '"=1', "'", '"', ",", ";",
    "# HOSTILE", "\n# HOSTILE", "\n\n- item", "\n---\n", "\n===\n", "```\n", "~~~", "<script>", "</blockquote>",
    "<!--", "-->", "]]>", "](http://evil.example)", "[x](http://evil.example)", "![i](http://evil.example/i.png)",
    "[x]: http://evil.example\n", "[[wiki]]", "#tag", "^id", "%%c%%", "==mark==", "&lt;", "&#35;", "\\", "`", "*", "_",
    "|", ">", "1. ", "1) ", "    code", "\n\n", "\n", " ", "words", "\x1b[31m", "\x9b31m", "\x07", "\u202e", "\u2028",
    "\ud800", "\x00", "e\u0301", "👩\u200d🚒", "مرحبا",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(BITS) | st.text(st.characters(exclude_categories=()), max_size=3), max_size=5).map(
    "".join
)
NOTES = st.builds(
    Note,
    id=HOSTILE,
    kind=st.sampled_from(NoteKind),
    url=HOSTILE | st.just(PIER.url),
    canonical_url=HOSTILE,
    title=HOSTILE,
    authors=st.lists(HOSTILE, max_size=2).map(tuple),
    site=HOSTILE,
    published=HOSTILE | st.just("2026-04-30T10:00:00+02:00"),
    accessed=HOSTILE,
    citekey=HOSTILE,
    selector=st.none() | st.builds(Selector, HOSTILE, HOSTILE, HOSTILE),
    anchor=st.none() | st.builds(Anchor, st.sampled_from(AnchorStatus), st.none(), st.none(), st.floats(0, 1)),
    speaker=HOSTILE,
    body=HOSTILE,
    tags=st.lists(HOSTILE, max_size=2).map(tuple),
    color=HOSTILE,
    created=st.just(DAY),
    modified=st.just(DAY),
    extra=st.just({"future": [1, {"a": None}]}),
)
FEW = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


@FEW
@given(st.lists(NOTES, max_size=3), st.sampled_from(FORMATS))
def test_every_format_is_utf8_without_control_codes_and_ends_in_a_line_break(notes, form):
    text = render(notes, form)
    assert text.endswith("\n")
    assert not UNSAFE.search(text)
    text.encode()


# --- JSON


@FEW
@given(st.lists(NOTES, max_size=3))
def test_json_is_lossless_and_stable(notes):
    text = render(notes, "json")
    document = json.loads(text)
    assert document["schema"] == 1
    again = [from_record(record) for record in document["notes"]]
    assert again == notes
    assert render(again, "json") == text


# --- CSV


def rearmed(cell: str) -> str:
    """The documented way back: one apostrophe less before every sign that could begin a formula."""
    return re.sub(r"""(^|[\n,;\t])'(?=['"]*[=+\-@\t\uff1d\uff0b\uff0d\uff20])""", r"\1", cell)


@FEW
@given(st.lists(NOTES, max_size=3))
def test_csv_reads_back_and_holds_no_formula(notes):
    text = render(notes, "csv")
    assert "\r" not in text
    assert not re.search(r"""(?m)(?:^|,)"?[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]""", text)
    heading, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert len(rows) == len(notes)
    for row, note in zip(rows, notes, strict=True):
        cells = dict(zip(heading, map(rearmed, row), strict=True))
        assert cells["title"] == clean_line(note.title)
        assert cells["note"] == clean_block(note.body)
        assert cells["quotation"] == (clean_block(note.selector.exact) if note.selector else "")
        assert row[-1]
        for line in "\n".join(row).split("\n"):
            assert not line.startswith(tuple("=+-@\t\r＝＋－＠"))


def test_csv_of_a_plain_note():
    heading, row = csv.reader(io.StringIO(render([PIER], "csv")))
    assert dict(zip(heading, row, strict=True)) == {
        "title": "Pier to open in spring",
        "authors": "Ines Okoro and Bram Yilmaz",
        "site": "Harbour Gazette",
        "published": "2026-04-30",
        "url": "https://gazette.example/pier",
        "accessed": "2026-05-01T08:00:00Z",
        "citekey": "okoro2026pier",
        "kind": "quotation",
        "quotation": "We have heard that before",
        "speaker": "Bram Yilmaz",
        "note": "Since *when*?\n\nAsk him.",
        "tags": "budget, pier",
        "color": "",
        "modified": "2026-05-01T12:00:00.000000Z",
        "created": "2026-05-01T12:00:00.000000Z",
        "id": "pier",
    }


# --- Markdown


def test_markdown_of_a_plain_note():
    later = replace(
        PIER, id="b", selector=None, kind=NoteKind.PAGE, speaker="", body="", tags=(), created=DAY + timedelta(days=1)
    )
    assert render([PIER, later], "md") == (
        "# Notes\n"
        "\n"
        "## Pier to open in spring\n"
        "\n"
        "Ines Okoro and Bram Yilmaz. “Pier to open in spring”. *Harbour Gazette*, 30 April 2026. "
        "<https://gazette.example/pier>. Accessed 1 May 2026. @okoro2026pier\n"
        "\n"
        "- On the whole article:\n"
        "\n"
        "  Noted 2 May 2026 · [In the article](<https://gazette.example/pier>)\n"
        "\n"
        "- > We have heard that before\n"
        "  >\n"
        "  > — Bram Yilmaz\n"
        "\n"
        "  Since *when*?\n"
        "\n"
        "  Ask him.\n"
        "\n"
        "  Tags: budget, pier · Noted 1 May 2026 · "
        "[In the article](<https://gazette.example/pier#:~:text=We%20have%20heard%20that%20before>)\n"
    )


def words(tokens) -> str:
    """The text that a reader of the rendered document sees."""
    return "\n".join(
        "".join("\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or [])
        for token in tokens
    )


def plain(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.split()]


@FEW
@given(st.lists(NOTES, max_size=3))
def test_markdown_keeps_its_shape_whatever_the_words(notes):
    tokens = MarkdownIt("commonmark").parse(render(notes, "markdown"))
    top = [token.type for token in tokens if token.level == 0 and token.nesting >= 0]
    articles = len({note.address or f"title:{note.title}" for note in notes})
    assert top == ["heading_open", *["heading_open", "paragraph_open", "bullet_list_open"] * articles] + (
        [] if notes else ["paragraph_open"]
    )
    assert sum(token.type == "list_item_open" and token.level == 1 for token in tokens) == len(notes)


@FEW
@given(NOTES)
def test_markdown_shows_outside_words_as_they_are_and_none_of_them_acts(note):
    tokens = MarkdownIt("commonmark").parse(render([replace(note, body="")], "markdown"))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or []}
    assert not kinds & {
        "html_block",
        "html_inline",
        "image",
        "fence",
        "code_block",
        "code_inline",
        "hr",
        "ordered_list_open",
    }
    links = [child.attrs["href"] for token in tokens for child in token.children or [] if child.type == "link_open"]
    assert all(link.startswith(("http://", "https://")) and "evil" not in link.split("#")[0] for link in links)
    heading = next(index for index, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2")
    assert plain(words(tokens[heading : heading + 3])) == (plain(clean_line(note.title)) or ["Untitled"])
    quoted = [i for i, token in enumerate(tokens) if token.type.startswith("blockquote_")]
    passage = clean_block(note.selector.exact) if note.selector else ""
    if plain(passage):
        expected = [clean_line(line) for line in passage.split("\n")]
        speaker = [f"— {clean_line(note.speaker)}"] if clean_line(note.speaker) else []
        assert plain(words(tokens[quoted[0] : quoted[1]])) == plain("\n".join([*expected, *speaker]))
    else:
        assert not quoted


@pytest.mark.parametrize(
    "line",
    ["- item", "+ item", "1. one", "12) twelve", "# head", "## ", "---", "- - -", "===", "= =", ": term", "\\", "* * *",
     "***", "___", "```", "~~~", "    code", "> quoted", "[a]: http://evil.example", "<b>", "&amp;", "a\n===", "a\n- b",
     "a\n\n1. b", "2024", "C#", "C# #"],
)  # fmt: skip
def test_markdown_shows_each_sign_of_its_own_as_it_is(line):
    selector = Selector(line)
    note = replace(PIER, title=line, site=line, authors=(line,), speaker="", body="", selector=selector, url="")
    tokens = MarkdownIt("commonmark").parse(render([note], "markdown"))
    assert [token.type for token in tokens if token.level == 0 and token.nesting > 0] == [
        "heading_open", "heading_open", "paragraph_open", "bullet_list_open",
    ]  # fmt: skip
    quoted = [i for i, token in enumerate(tokens) if token.type.startswith("blockquote_")]
    assert len(quoted) == 2
    assert {token.type for token in tokens[quoted[0] + 1 : quoted[1]]} == {
        "paragraph_open",
        "inline",
        "paragraph_close",
    }
    assert plain(words(tokens[quoted[0] : quoted[1]])) == plain(line)
    assert plain(words(tokens[3:6])) == plain(clean_line(line))


# --- which notes, and where to


def test_select_narrows_by_every_condition():
    other = replace(PIER, id="other", url="https://m.example/x", canonical_url="https://gazette.example/fish/",
                    tags=("Budget",), speaker="Zoë Ångström", created=DAY - timedelta(days=9))  # fmt: skip
    notes = [PIER, other]
    assert select(notes) == notes
    assert select(notes, tags=["#BUDGET"]) == notes
    assert select(notes, tags=["budget", "pier"]) == [PIER]
    assert select(notes, url="https://gazette.example/fish#top") == [other]
    assert select(notes, url="https://gazette.example/pier") == [PIER]
    assert select(notes, speaker="angstrom") == [other]
    assert select(notes, speaker="yil", tags=["nothing"]) == []
    assert select(notes, since=date(2026, 4, 28)) == [PIER]
    assert select(notes, since=DAY) == [PIER]
    assert select(notes, since=DAY + timedelta(seconds=1)) == []


def test_formats_by_name():
    assert format_named(" MD ") == "markdown"
    assert [format_named(name) for name in FORMATS] == list(FORMATS)
    with pytest.raises(BadInput, match=r"^format 'doc': not known: choose markdown, obsidian, json, w3c, .*$"):
        render([], "doc")


def test_writing_replaces_whole_and_keeps_the_mode(tmp_path):
    path = tmp_path / "notes.md"
    write(path, "one — \ud800\n")
    assert path.read_bytes() == "one — ?\n".encode()
    path.chmod(0o600)
    write(path, "two\n")
    assert path.read_text() == "two\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_writing_through_a_link_keeps_the_link(tmp_path):
    target, link = tmp_path / "real.md", tmp_path / "link.md"
    target.write_text("old")
    link.symlink_to(target)
    write(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_writing_to_what_cannot_be_written_is_one_line(tmp_path, monkeypatch):
    with pytest.raises(BadInput, match=f"^{re.escape(str(tmp_path))}: is a directory: name a file in it$"):
        write(tmp_path, "x")
    with pytest.raises(BadInput, match=r"gone/notes\.md: no such folder: .*/gone: make it first, or name another$"):
        write(tmp_path / "gone" / "notes.md", "x")
    with pytest.raises(StoreFailed, match="the name is too long"):
        write(tmp_path / ("n" * 300), "x")

    def full(descriptor, data):
        raise OSError(28, "No space left on device")

    path = tmp_path / "notes.md"
    path.write_text("old")
    monkeypatch.setattr("reader.notes.files.write_all", full)
    with pytest.raises(StoreFailed, match=r"notes\.md: not written: the disk is full"):
        write(path, "new")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]
