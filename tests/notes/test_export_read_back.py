"""Every format reads back through a reader of its own, whatever stands in the notes."""

import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import bibtexparser
import pytest
import rispy
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from reader.errors import BadInput
from reader.model import Note, NoteKind, Selector
from reader.notes.export import ENDINGS, FORMATS, Options, format_of, render, write_folder
from reader.notes.export.names import split_name
from reader.notes.export.obsidian import file_name, safe_tag
from reader.text import clean_block, clean_line

DAY = datetime(2026, 5, 1, 12, 30, 5, tzinfo=UTC)
TEXT = "🚢 Harbour news. “We sail at noon,” Ida Marsh said. “Bring a coat.” 🚢 We sail at noon, all of us."
WORDS = "We sail at noon"
AT = TEXT.index(WORDS)
FERRY = Note(
    id="0197b5c0-0000-7000-8000-00000000a001",
    kind=NoteKind.QUOTATION,
    url="https://gazette.example/ferry?a=1&b=2",
    title="Ferry {runs} again & again: 100%",
    authors=("Anna van der Berg", "Harbour Gazette Staff", "Reuters"),
    site="Harbour Gazette",
    published="2026-04-30",
    accessed="2026-05-01T08:00:00Z",
    citekey="berg2026ferry",
    selector=Selector(WORDS, TEXT[:AT], TEXT[AT + len(WORDS) : AT + len(WORDS) + 40], AT, AT + len(WORDS)),
    speaker="Ida Marsh",
    body="When *exactly*?\n\nAsk.",
    tags=("boats", "2026"),
    created=DAY,
    modified=DAY,
)
RENAMED = replace(FERRY, id="c1", kind=NoteKind.CORRECTION, selector=None, speaker="Ida Marsh", body="", tags=(),
                  extra={"correction": "rename", "correction_from": "Marsh"})  # fmt: skip
GIVEN = replace(RENAMED, id="c2", selector=FERRY.selector, extra={"correction": "speaker"})

BITS = [
    "\n", "\n\n", "\r\n", '"', "'", "{", "}", "{{", "}}", "\\", "---", "\n---\n", "]]>", "-->",
    "</p>", "<script>", "=1+1", "\n=1+1", "\t@x", "emoji 🚒", "👩\u200d🚒", "مرحبا بالعالم",
    "\u202eabc", "ER  - ", "\nER  - \n", "\nTY  - NEWS", "@article{x,",
    "\n@misc{a,\n b = {c}\n}\n", "# h", "\n* heading", "\n#+end_src\n", "\n#+end_example\n",
    "==========", "\n==========\n", "%", "&amp;", "$x$", "_", "^", "~", "#tag", "key: value",
    "- item", "\x00", "\x1b[31m", "\ud800", "\uffff", "[[x]]", ":END:", " and ", ", ", "words ",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(BITS) | st.text(max_size=3), max_size=5).map("".join)
NOTES = st.builds(
    Note,
    id=HOSTILE,
    kind=st.sampled_from(NoteKind),
    url=HOSTILE | st.sampled_from(["https://a.example/x", "https://b.example/[y]?q={z}"]),
    canonical_url=st.just(""),
    title=HOSTILE,
    authors=st.lists(HOSTILE | st.just("Ida Marsh"), max_size=2).map(tuple),
    site=HOSTILE,
    published=HOSTILE | st.just("2026-04-30T10:00:00+02:00") | st.just("0999-01-01"),
    accessed=HOSTILE,
    citekey=HOSTILE | st.just("marsh2026ferry"),
    selector=st.none() | st.builds(Selector, HOSTILE, HOSTILE, HOSTILE, st.integers(0, 5), st.integers(0, 99)),
    speaker=HOSTILE,
    body=HOSTILE,
    tags=st.lists(HOSTILE, max_size=2).map(tuple),
    color=HOSTILE,
    created=st.just(DAY),
    modified=st.just(DAY),
    extra=st.sampled_from([{}, {"correction": "rename", "correction_from": "\x1b[1mX\n# y"}, {"correction": 3}]),
)
LISTS = st.lists(NOTES, max_size=3)
SOME = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
LONG = replace(FERRY, id="long", body="".join(f"{bit}word {{one}} # * " for bit in BITS) * 100)
PLAIN = example([FERRY, RENAMED, GIVEN, LONG])


def articles(notes):
    return len({note.address or f"title:{note.title}" for note in notes})


def flat(text):
    return clean_line(clean_block(text))


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
    text = re.sub(r"\\([&%$#_])", r"\1", text).replace("{@}", "@").replace('{"}', '"')
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


# --- pages


@SOME
@PLAIN
@given(LISTS)
def test_html_is_well_formed_and_holds_nothing_that_acts(notes):
    page = etree.fromstring(render(notes, "html").encode(), etree.XMLParser(huge_tree=False, resolve_entities=False))
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    names = {etree.QName(element).localname for element in elements}
    assert not names & {"script", "img", "iframe", "object", "embed", "link", "form", "base", "svg"}
    for element in elements:
        assert not any(name.startswith("on") for name in element.attrib)
        assert re.match(r"(https?://|mailto:)", element.get("href", "http://"))
    assert sum(etree.QName(element).localname == "article" for element in elements) == len(notes)
    quotes = [element for element in elements if etree.QName(element).localname == "blockquote" and element.get("dir")]
    shown = [clean_block(note.selector.exact) for note in notes if note.selector and clean_block(note.selector.exact)]
    noncharacter = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
    assert sorted(quote[0].text for quote in quotes) == sorted(noncharacter.sub("\ufffd", text) for text in shown)


def test_html_has_both_themes_and_renders_the_body():
    page = render([FERRY], "html")
    assert "prefers-color-scheme: dark" in page
    assert "default-src 'none'" in page
    assert "<p>When <em>exactly</em>?</p>" in page


def test_a_body_can_put_neither_scripts_nor_pictures_nor_outside_links_into_the_page():
    body = "<b onclick=x>b</b>\n\n<script>x</script>\n\n![p](https://x.example/p.png)\n\n[j](javascript:alert(1))"
    page = render([replace(FERRY, body=body)], "html")
    assert "<b " not in page
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page


# --- Obsidian


def front_matter(text):
    head, rest = text.removeprefix("---\n").split("\n---\n", 1)
    return yaml.safe_load(head), rest


@SOME
@PLAIN
@given(LISTS)
def test_front_matter_reads_back_through_a_yaml_parser(tmp_path_factory, notes):
    folder = tmp_path_factory.mktemp("vault")
    files = write_folder(folder, notes)
    assert len(files) == articles(notes)
    assert sorted(files) == sorted(folder.iterdir())
    for path in files:
        values, body = front_matter(path.read_text("utf-8"))
        assert list(values) == ["reader", "title", "authors", "site", "published", "accessed", "url", "citekey", "tags",
                                "created", "modified"]  # fmt: skip
        assert values["title"] in {clean_line(note.title) for note in notes}
        assert values["created"] == DAY.replace(tzinfo=None)
        assert all(re.fullmatch(r"[\w/-]+", tag) and not tag.isdecimal() for tag in values["tags"])
        assert body.startswith("\n# ")


def test_obsidian_of_a_plain_note(tmp_path):
    (path,) = write_folder(tmp_path / "vault", [FERRY])
    text = path.read_text("utf-8")
    assert path.name == "Ferry {runs} again & again 100.md"
    assert "created: 2026-05-01T12:30:05\n" in text
    assert "published: 2026-04-30\n" in text
    assert 'tags: ["boats", "y2026"]' in text
    assert text.endswith(" ^note-0197b5c0-0000-7000-8000-00000000a001\n")


def test_writing_again_replaces_our_files_and_no_others(tmp_path):
    (tmp_path / "Ferry.md").write_text("mine")
    (tmp_path / "outside").write_text("safe")
    (tmp_path / "Ferry 2.md").symlink_to(tmp_path / "outside")
    note = replace(FERRY, title="Ferry")
    (first,) = write_folder(tmp_path, [note])
    assert first.name == "Ferry 3.md"
    assert write_folder(tmp_path, [replace(note, body="Changed.")]) == [first]
    assert "Changed." in first.read_text("utf-8")
    assert (tmp_path / "Ferry.md").read_text() == "mine"
    assert (tmp_path / "outside").read_text() == "safe"


def test_articles_of_one_title_get_files_of_their_own(tmp_path):
    twins = [replace(FERRY, title=title, url=f"https://x.example/{title}") for title in ("Ferry", "FERRY", "ferry")]
    assert [path.name for path in write_folder(tmp_path, twins)] == ["Ferry.md", "FERRY 2.md", "ferry 3.md"]


@pytest.mark.parametrize(
    "title",
    ["../../etc/passwd", "/etc/passwd", "..", ".", "", ".hidden", "-rf", "CON", "nul", "a\x00b", "a\nb", "C:\\x", "|",
     "x" * 400, "é" * 400, "~root", "trailing. ", "$(id)", "`id`", "%2e%2e", "👩\u200d🚒" * 90],
)  # fmt: skip
def test_names_of_files_are_plain(title):
    name = f"{file_name(title)}.md"
    assert "/" not in name
    assert "\\" not in name
    assert not name.startswith((".", "-", "~", " "))
    assert len(name.encode()) <= 255
    assert name.isprintable() or "\u200d" in name
    assert name.split(".")[0].upper() not in ("CON", "NUL", "AUX", "PRN")


def test_tags_in_the_signs_of_obsidian():
    assert [safe_tag(tag) for tag in ("city hall", "a/b", "2026", "#x", "‽", "été")] == [
        "city-hall", "a/b", "y2026", "x", "", "été"
    ]  # fmt: skip


# --- Org, clippings


@SOME
@PLAIN
@given(LISTS)
def test_org_has_no_headings_but_ours_and_whole_blocks(notes):
    text = render(notes, "org")
    headings = [line for line in text.split("\n") if re.match(r"\*+ ", line)]
    assert len(headings) == articles(notes) + len(notes)
    opened = re.findall(r"(?m)^#\+begin_(\w+)", text)
    assert opened == re.findall(r"(?m)^#\+end_(\w+)", text)
    blocks = re.findall(r"(?ms)^#\+begin_src markdown\n(.*?)\n#\+end_src$", text)
    assert sorted(re.sub(r"(?m)^,(?=,*(?:\*|#\+))", "", block) for block in blocks) == sorted(
        clean_block(note.body) for note in notes if clean_block(note.body)
    )


@SOME
@PLAIN
@given(LISTS)
def test_clippings_part_where_the_rules_are(notes):
    entries = render(notes, "clippings").strip("\n").split("\n==========")
    entries = [entry.lstrip("\n") for entry in entries if entry.strip()]
    words = sum(bool(note.selector and clean_block(note.selector.exact)) for note in notes)
    assert words <= len(entries) <= words + len(notes)
    for entry in entries:
        lines = entry.split("\n")
        assert lines[0].strip()
        assert re.match(
            r"- Your (Highlight|Note) on Location \d+(-\d+)? \| Added on Friday, May 1, 2026 12:30:05 PM$", lines[1]
        )
        assert lines[2] == ""
    assert "==========" not in "".join(entries)


def test_clippings_of_a_plain_note():
    assert render([FERRY], "kindle").startswith(
        "Ferry {runs} again & again: 100% (Anna van der Berg, Harbour Gazette Staff and Reuters)\n"
        f"- Your Highlight on Location {AT + 1}-{AT + len(WORDS)} | Added on Friday, May 1, 2026 12:30:05 PM\n"
        "\n"
        "We sail at noon\n"
        "==========\n"
    )


# --- what all formats share


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "json"])
def test_corrections_are_told_in_words(form):
    text = render([RENAMED, GIVEN], form)
    assert "Marsh is Ida Marsh." in text
    assert "said by Ida Marsh." in text


def test_endings_tell_the_format():
    assert set(ENDINGS) == set(FORMATS)
    assert len(set(ENDINGS.values())) == len(FORMATS)
    assert all(format_of(f"notes{ending}") == form for form, ending in ENDINGS.items() if ending)
    assert format_of("NOTES.MD") == "markdown"
    assert format_of("notes.csl.json") == "csl"
    assert format_of("notes") is None
    assert format_of("notes.doc") is None


@pytest.mark.parametrize(
    ("group", "headings"),
    [
        ("tag", ["2026", "boats", "No tag"]),
        ("speaker", ["Ida Marsh", "No speaker"]),
        ("date", ["1 May 2026"]),
    ],
)
def test_grouping(group, headings):
    notes = [FERRY, replace(RENAMED, speaker="")]
    text = render(notes, "markdown", Options(group=group))
    assert re.findall(r"(?m)^## (.*)$", text) == headings
    assert all(render(notes, form, Options(group=group)) for form in ("org", "html"))
    with pytest.raises(BadInput, match=r"^--group \w+: csv cannot be grouped so: choose markdown, org, html$"):
        render(notes, "csv", Options(group=group))


# --- deep links


def link(note, text=None):
    return render([note], "org", Options(text_of=lambda _note: text)).split(":LINK: ")[1].split("\n")[0]


def test_neighbours_are_named_only_where_another_place_comes_first():
    assert link(FERRY, TEXT).endswith("#:~:text=We%20sail%20at%20noon")
    at = TEXT.rindex(WORDS)
    second = replace(FERRY, selector=Selector(WORDS, TEXT[:at], TEXT[at + len(WORDS) :], at, at + len(WORDS)))
    assert link(second, TEXT).endswith("#:~:text=coat.%E2%80%9D%20%F0%9F%9A%A2-,We%20sail%20at%20noon,-%2C%20all")
    assert "-," in link(FERRY)


# --- templates


def test_a_template_of_ones_own(tmp_path):
    path = tmp_path / "mine.md.j2"
    path.write_text("{% for a in articles %}# {{ a.title|md }} ({{ a.published|day }})\n"
                    "{% for n in a.notes %}- {{ n.quote }}: {{ n.speaker }}\n{% endfor %}{% endfor %}")  # fmt: skip
    text = render([replace(FERRY, title="a*b")], "markdown", Options(template=path))
    assert text == "# a\\*b (30 April 2026)\n- We sail at noon: Ida Marsh\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{% for %}", r"mine\.j2: line 1: "),
        ("{{ nothing }}", r"mine\.j2: cannot be filled in: 'nothing' is undefined"),
        ("{{ ''.__class__.__mro__ }}", r"mine\.j2: cannot be filled in: .*unsafe"),
        ("{{ notes.append(1) }}", r"mine\.j2: cannot be filled in: "),
        ("{{ 1 / 0 }}", r"mine\.j2: cannot be filled in: division by zero"),
        ("{% include '/etc/passwd' %}", r"mine\.j2: cannot be filled in: "),
        ("{% for a in range(999999999) %}x{% endfor %}", r"mine\.j2: cannot be filled in: "),
    ],
)
def test_a_template_that_is_wrong_is_one_line(tmp_path, source, said):
    path = tmp_path / "mine.j2"
    path.write_text(source)
    with pytest.raises(BadInput, match=said):
        render([FERRY], "markdown", Options(template=path))
    with pytest.raises(BadInput, match="--template: is for markdown"):
        render([FERRY], "org", Options(template=path))
