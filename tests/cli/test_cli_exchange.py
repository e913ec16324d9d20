"""``reader export notes`` in every format, ``reader import`` and ``reader notes repair``."""

import json

import pytest

from reader.notes.export import ENDINGS, FORMATS


@pytest.fixture
def noted(reader, story):
    """A home with two notes on the story."""
    for words in (["--quote", "We sail at noon,", "--note", "When?", "--tag", "boats"], ["--note", "All of it"]):
        assert reader("notes", "add", story, *words).code == 0


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "obsidian"])
def test_the_ending_says_the_format(reader, noted, tmp_path, form):
    path = tmp_path / f"out{ENDINGS[form]}"
    assert reader("export", "notes", "-o", path).code == 0
    assert path.read_text("utf-8") == reader("export", "notes", "--format", form).out


def test_other_words_for_formats(reader, noted):
    assert reader("export", "notes", "--format", "bib").out.startswith("@online{")
    assert '"AnnotationCollection"' in reader("export", "notes", "--format", "jsonld").out
    assert reader("notes", "list", "--format", "ris").out.startswith("TY  - ")


def test_a_vault(reader, noted, tmp_path):
    done = reader("export", "notes", "--format", "obsidian", "-o", tmp_path / "vault")
    assert (done.code, done.err) == (0, f"reader: {tmp_path / 'vault'}: 2 notes written\n")
    assert [path.name for path in (tmp_path / "vault").iterdir()] == ["Ferry to Skerrow runs again.md"]


def test_grouped_and_through_a_template(reader, refused, noted, tmp_path):
    assert "\n## boats\n\n### Ferry" in reader("export", "notes", "--group", "tag").out
    (tmp_path / "mine.j2").write_text("{{ notes|length }} notes")
    assert reader("export", "notes", "--template", "mine.j2").out == "2 notes\n"
    assert "cannot be grouped so" in refused("export", "notes", "--group", "tag", "--format", "ris")
    assert "gone.j2: not read" in refused("export", "notes", "--template", "gone.j2")
    assert "no such folder" in refused("export", "notes", "--format", "obsidian", "-o", tmp_path / "a" / "b")


def test_without_jinja_a_template_is_one_line(refused, noted, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    (tmp_path / "mine.j2").write_text("x")
    assert "pip install 'reader-tui[templates]'" in refused("export", "notes", "--template", "mine.j2")


def test_positions_for_hypothesis_count_in_the_stored_article(reader, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text(f"# Ships\n\n🚢🚢 sail. {'Words between. ' * 9}\n\nThe last words.\n", "utf-8")
    assert reader("notes", "add", "story.md", "--quote", "The last words").code == 0
    (annotation,) = json.loads(reader("export", "notes", "--format", "hypothesis").out)["annotations"]
    place = annotation["target"][0]["selector"][0]
    article = json.loads(reader("show", "story.md", "--format", "json").out)
    text = "\n\n".join(block["text"] for block in article["blocks"])
    assert place["start"] == len(text[: text.index("The last words")].encode("utf-16-le")) // 2


def test_json_goes_to_an_empty_home_and_back_byte_for_byte(reader, noted, tmp_path):
    text = reader("export", "notes", "--format", "json").out
    (tmp_path / "notes.json").write_text(text, "utf-8")
    done = reader("--home", tmp_path / "other", "import", "notes.json")
    assert (done.code, done.out) == (0, "2  Ferry to Skerrow runs again\n")
    assert done.err == "reader: notes.json: json: 2 notes added, 0 there already\n"
    assert reader("--home", tmp_path / "other", "export", "notes", "--format", "json").out == text
    assert reader("import", "notes.json").err == "reader: notes.json: json: 0 notes added, 2 there already\n"


def test_a_dry_run_of_an_import(reader, tmp_path, story):
    (tmp_path / "saved.csv").write_text("title,url,time_added,tags,status\nA,https://x.example/a,1777638605,,unread\n")
    done = reader("import", "saved.csv", "--dry-run")
    assert (done.code, done.out) == (0, "1  A\n")
    assert done.err == "reader: saved.csv: pocket: 1 note would be added, 0 there already\n"
    assert reader("notes").err == "reader: no notes\n"


def test_bad_rows_are_named_and_the_others_taken(reader, story, tmp_path):
    (tmp_path / "saved.csv").write_text("title,url,time_added,tags,status\nA,https://x.example/a,,,\nB,\nC,data:x,,,\n")
    done = reader("import", "saved.csv")
    assert done.code == 1
    assert done.err.splitlines() == [
        "reader: saved.csv: row 3: 2 cells, where the heading has 5",
        "reader: saved.csv: row 4: not a web address: 'data:x'",
        "reader: saved.csv: pocket: 1 note added, 0 there already, 2 rows not taken",
    ]


@pytest.mark.parametrize("rubbish", [b"rubbish", b"\x00\xff", b"", b"{}"])
def test_rubbish_is_refused(refused, story, tmp_path, rubbish):
    (tmp_path / "rubbish").write_bytes(rubbish)
    assert "rubbish: " in refused("import", "rubbish")
    assert "gone: cannot be read" in refused("import", "gone")


def test_a_damaged_store_names_the_way_out_and_that_is_one(reader, refused, noted, home):
    path = home / "notes.json"
    damaged = path.read_bytes()[:-100]
    path.write_bytes(damaged)
    assert "`reader notes repair`" in refused("notes")
    done = reader("notes", "repair")
    assert done.code == 1
    assert done.err.endswith("1 note saved, the files as they were are beside them\n")
    assert home.joinpath(done.out.split("\n")[0]).read_bytes() == damaged
    assert len(reader("notes").out.splitlines()) == 2
    assert reader("notes", "repair").err == "reader: nothing to repair: 1 note, all whole\n"
