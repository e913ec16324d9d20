"""Pages, vaults, outlines and clippings hold what the notes say and nothing that acts; and what all formats share."""

import re

import pytest
import yaml
from hostile_notes import AT, DAY, FERRY, GIVEN, LISTS, PLAIN, RENAMED, SOME, TEXT, WORDS, articles
from hypothesis import given
from lxml import etree
from msgspec.structs import replace

from reader.errors import BadInput
from reader.model import Selector
from reader.notes.export import ENDINGS, FORMATS, Options, format_of, render, write_folder
from reader.notes.export.obsidian import file_name, safe_tag
from reader.text import clean_block, clean_line

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


def test_a_link_is_not_followed_out_of_the_folder(tmp_path):
    vault, outside = tmp_path / "vault", tmp_path / "outside.md"
    (ours,) = write_folder(vault, [replace(FERRY, title="Ferry")])
    ours.rename(outside)
    ours.symlink_to(outside)
    before = outside.read_bytes()
    (path,) = write_folder(vault, [replace(FERRY, title="Ferry", body="Changed.")])
    assert path.name == "Ferry 2.md"
    assert outside.read_bytes() == before


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
