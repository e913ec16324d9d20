"""The book on the command line: speakers, what each said, who is who as a table, and drafts held against it."""

import csv
import io
import json
from pathlib import Path

import pytest

from reader.app.corrections import Correction
from reader.app.desk import Desk
from reader.paths import find_paths

BOOK = Path(__file__).parents[1] / "book"
AFFAIR = sorted((BOOK / "affair").glob("*.md"))


@pytest.fixture
def affair(reader):
    """The twelve articles of the affair, stored."""
    for path in AFFAIR:
        assert reader("show", path).code == 0


def checked(reader, draft):
    done = reader("check", BOOK / "drafts" / f"{draft}.md", "--format", "json")
    return done.code, [one["verdict"] for one in json.loads(done.out)["quotations"]], json.loads(done.out)


def people(reader):
    return list(csv.DictReader(io.StringIO(reader("speakers", "export").out)))


def test_an_untouched_draft_is_exact(affair, reader):
    assert checked(reader, "untouched")[:2] == (0, ["exact"] * 6)


def test_an_altered_draft_is_told_word_by_word(affair, reader):
    code, verdicts, report = checked(reader, "altered")
    assert (code, verdicts) == (1, ["altered", "out of context?", "altered", "exact"])
    changed = [(edit["was"], edit["now"]) for edit in report["quotations"][2]["edits"] if edit["edit"] != "kept"]
    assert changed == [("twice", "once")]
    assert "We do not believe" in report["quotations"][1]["sentence"]
    assert "[-twice-] {+once+}" in reader("check", BOOK / "drafts" / "altered.md").out


def test_misattributed_is_only_said_once_a_person_confirmed_the_speaker(affair, reader):
    _code, verdicts, report = checked(reader, "misattributed")
    assert report["searched"]["articles"] == 12
    rows = map(json.loads, reader("quotes", "--library", "", "--format", "ndjson").out.splitlines())
    sure = {row["quotation"].strip(",."): row["confidence"] >= 0.95 for row in rows}
    words = [one["text"].strip(",.") for one in report["quotations"]]
    told = ["misattributed" if sure[one] else "unsure" for one in (words[0], words[2])]
    assert verdicts == [told[0], "exact", told[1], "unknown"]
    desk = Desk(find_paths())
    for path in AFFAIR:
        reading = desk.corrected(desk.open(str(path)))
        for one in reading.attribution.quotations:
            if one.speaker:
                name = reading.attribution.speaker(one.speaker).name
                desk.correct(reading, (one.start, one.end), Correction.CONFIRM, name)
        desk.corrected(reading)
    desk.close()
    code, verdicts, report = checked(reader, "misattributed")
    assert (code, verdicts) == (1, ["misattributed", "exact", "misattributed", "unknown"])
    assert report["quotations"][0]["source"]["speaker"] == "Dana Marsh"


def test_a_draft_that_cannot_be_checked_is_one_line(affair, reader, refused, tmp_path):
    (tmp_path / "many.md").write_text("“a” " * 10_000, encoding="utf-8")
    (tmp_path / "raw.md").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "big.md").write_text("“We shall see,” she said.\n" * 500_000, encoding="utf-8")
    assert "20,000 quotation marks" in refused("check", tmp_path / "many.md")
    assert "binary data" in refused("check", tmp_path / "raw.md")
    assert "larger than 10 MB" in refused("check", tmp_path / "big.md")
    assert "no such file" in refused("check", tmp_path / "none.md")


def test_a_draft_in_html_is_checked_whole(affair, reader, tmp_path):
    draft = (
        "<nav><p>“Half a bridge does not reach the other side,” said Dana Marsh.</p></nav><p>And more.</p><p>Yes.</p>"
    )
    (tmp_path / "draft.html").write_text(draft, encoding="utf-8")
    report = json.loads(reader("check", tmp_path / "draft.html", "--format", "json").out)
    assert report["counts"] == {"exact": 1}


def test_everybody_is_listed_with_counts_and_the_kinds_apart(affair, reader):
    rows = json.loads(reader("speakers", "list", "--kind", "named", "--format", "json").out)
    assert [(row["name"], row["quotations"]) for row in rows][:2] == [("Ilse Brandvold", 7), ("Yuri Velichko", 4)]
    assert rows[0]["months"] == {"2026-03": 4, "2026-04": 2, "2026-10": 1}
    table = reader("speakers").out
    assert table.startswith("NAMED")
    assert json.loads(reader("speakers", "list", "baker", "--format", "json").out)[0]["name"] == "Greta Sondheim"


def test_one_speaker_is_a_timeline_that_can_be_narrowed(affair, reader, refused):
    lines = [json.loads(line) for line in reader("speakers", "show", "weiss", "--format", "ndjson").out.splitlines()]
    assert [one["date"] for one in lines] == sorted((one["date"] for one in lines), reverse=True)
    assert [json.loads(line) for line in reader("speakers", "weiss", "--format", "ndjson").out.splitlines()] == lines
    narrowed = reader("speakers", "show", "Hanna Weiss", "--words", "weld", "--site", "wire", "--format", "json").out
    assert [one["site"] for one in json.loads(narrowed)] == ["Northern Wire"]
    assert "nobody of this name" in refused("speakers", "show", "Nobody Atall")
    assert "several speakers" in refused("speakers", "show", "arsh")
    assert "not a day" in refused("speakers", "show", "weiss", "--after", "soon")


def test_who_is_who_goes_out_as_a_table_and_comes_back_changed(affair, reader, tmp_path):
    before = people(reader)
    rows = {row["name"]: row for row in people(reader)}
    rows["Oliver Marsh"]["merge_into"] = rows["Dana Marsh"]["id"]
    rows["Yuri Velichko"] |= {"name": "Yuri I. Velichko", "wikidata": "Q42", "role": "inspector"}
    rows["Peter Lowry"]["apart_in"] = (BOOK / "affair" / "01-closed.md").as_uri()
    (tmp_path / "people.csv").write_text(as_csv(list(rows.values())), encoding="utf-8")
    dry = reader("speakers", "apply", tmp_path / "people.csv", "--dry-run")
    assert "5 decisions would change" in dry.out
    assert people(reader) == before
    assert "5 decisions changed" in reader("speakers", "apply", tmp_path / "people.csv").out
    after = {row["name"]: row for row in people(reader)}
    assert after["Dana Marsh"]["quotations"] == "6"
    assert (after["Yuri I. Velichko"]["wikidata"], after["Yuri I. Velichko"]["role"]) == ("Q42", "inspector")
    assert sorted(row["quotations"] for row in people(reader) if "Lowry" in row["name"]) == ["1", "2"]
    (tmp_path / "again.csv").write_text(as_csv(people(reader)), encoding="utf-8")
    assert "0 decisions changed" in reader("speakers", "apply", tmp_path / "again.csv").out
    (tmp_path / "before.csv").write_text(as_csv(before), encoding="utf-8")
    reader("speakers", "apply", tmp_path / "before.csv")
    assert counts(people(reader)) == counts(before)


def counts(rows):
    return {row["id"]: row["quotations"] for row in rows}


def as_csv(rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("name,role\na,b\n", "no column id"),
        ("id,name\nnobody at all,Somebody\n", "nobody of this id"),
        ("id,name\n,Somebody\n", "no id"),
        ("id,merge_into\ndana marsh,nobody at all\n", "give the id of another speaker"),
    ],
)
def test_a_table_that_cannot_be_applied_is_one_line(affair, reader, refused, tmp_path, table, told):
    reader("speakers")
    (tmp_path / "people.csv").write_text(table, encoding="utf-8")
    assert told in refused("speakers", "apply", tmp_path / "people.csv")


def test_sourcing_is_counted_by_person_and_tells_who_is_never_quoted(affair, reader, refused, tmp_path):
    found = json.loads(reader("stats", "--library", "", "--format", "json").out)
    assert found["articles"] == 12
    assert sum(one["quotations"] for one in found["sources"].values()) == found["total"]["quotations"]
    speakers = {one["name"]: one["quotations"] for one in found["speakers"]}
    assert (speakers["Ilse Brandvold"], speakers["Yuri Velichko"]) == (7, 4)
    (tmp_path / "one.md").write_text(
        "# Quay\n\nRoald Amby built the quay. Roald Amby left in May, and Amby did not answer.\n\n"
        "“It leaks,” said a senior official. “It does,” the Harbour Board said in a statement to Radio Skerrow.\n",
        encoding="utf-8",
    )
    one = json.loads(reader("stats", tmp_path / "one.md", "--format", "json").out)
    assert one["never_quoted"] == [{"name": "Roald Amby", "named": 3}]
    assert (one["sources"]["unnamed"]["quotations"], one["sources"]["organisation"]["quotations"]) == (1, 1)
    assert "Roald Amby" in reader("stats", tmp_path / "one.md").out
    assert reader("stats", tmp_path / "one.md", "--format", "svg").out.startswith("<svg")
    assert "--library" in refused("stats")


def test_a_samples_context_is_cut_between_words_and_says_so(reader, tmp_path):
    before, after = "The clerk wrote it all down twice. " * 40, "Nobody answered him at the quay. " * 20
    (tmp_path / "quay.md").write_text(f"# Quay\n\n{before}“It leaks,” said Roald Amby. {after}\n", encoding="utf-8")
    reader("ingest", tmp_path / "quay.md")
    (row,) = csv.DictReader(io.StringIO(reader("sample", "5").out))
    assert row["quotation"] in row["context"]
    first, *words, last = row["context"].split(" ")
    assert (first, last) == ("…", "…")
    assert set(words) <= set((before + after + "“It leaks,” said Roald Amby.").split())


def test_a_sample_is_drawn_blind_and_gives_a_precision_with_its_interval(affair, reader, refused, tmp_path):
    done = reader("sample", "10")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert (len(rows), set(rows[0])) == (10, {"id", "right", "speaker", "quotation", "context", "title", "url"})
    assert all(row["quotation"] in row["context"] and row["right"] == "" for row in rows)
    assert reader("sample", "10").out == done.out
    assert reader("sample", "10", "--seed", "2").out != done.out
    for place, row in enumerate(rows):
        row["right"] = "n" if place == 0 else "?" if place == 1 else "y"
    (tmp_path / "sheet.csv").write_text(as_csv(rows), encoding="utf-8")
    told = reader("sample", "--judged", tmp_path / "sheet.csv").out
    assert "judged 9: 8 right, 1 wrong, 1 unclear, 0 open" in told
    assert "precision 88.9% (95 % interval 56.5% to 98.0%" in told
    assert "only 2" in reader("sample", "500", "--library", 'speaker:"Greta Sondheim"').err
    rows[0]["right"] = "perhaps"
    (tmp_path / "sheet.csv").write_text(as_csv(rows), encoding="utf-8")
    assert "line 2: right: perhaps" in refused("sample", "--judged", tmp_path / "sheet.csv")
    assert "give a number" in refused("sample")
