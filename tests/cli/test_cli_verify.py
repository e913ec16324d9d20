"""Whether the page that was kept says what a note or a quotation says, for oneself and for a third party."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from reader.paths import find_paths

WORDS = "We sail at noon"


@pytest.fixture
def noted(reader, story):
    """A story, read, with a note on a passage; gives the note's id."""
    assert reader("quotes", story).code == 0
    done = reader("notes", "add", story, "--quote", "a winter without one", "--note", "Which winter?")
    return done.out.split()[0]


def pages(folder):
    return [path for path in folder.rglob("*") if len(path.name) == 64]


def verified(reader, named):
    done = reader("verify", named, "--format", "json")
    return done.code, json.loads(done.out)


def test_a_note_is_held_by_its_page(reader, noted, story):
    code, record = verified(reader, noted)
    assert (code, record["standing"], record["passage"]) == (0, "held", "a winter without one")
    assert record["sha256"] == hashlib.sha256(Path(story).read_bytes()).hexdigest()
    assert record["before"].endswith("Skerrow has its ferry back after ")
    assert verified(reader, noted[:8]) == (code, record)
    assert "[a winter without one], and nobody" in reader("verify", noted).out


def test_a_quotation_is_found_by_its_words_and_held(reader, noted):
    code, record = verified(reader, WORDS)
    assert (code, record["what"], record["standing"], record["speaker"]) == (0, "quotation", "held", "Ida Marsh")


def test_a_page_that_is_gone_is_told_and_the_note_stays(reader, noted):
    paths = find_paths()
    for page in pages(paths.kept_pages) + pages(paths.cached_pages):
        page.unlink()
    code, record = verified(reader, noted)
    assert (code, record["standing"]) == (1, "page gone")
    assert "no longer stored" in record["why"]
    assert "Which winter?" in reader("notes", "show", noted).out


def test_a_page_that_was_tampered_with_is_not_evidence(reader, noted):
    paths = find_paths()
    for page in pages(paths.kept_pages) + pages(paths.cached_pages):
        page.write_bytes(page.read_bytes().replace(b"winter", b"summer"))
    assert verified(reader, noted)[1]["standing"] == "page gone"


def test_a_note_whose_words_are_not_in_its_page_is_told(reader, noted, home):
    exported = json.loads(reader("export", "notes", "--format", "json").out)
    records = exported["notes"] if isinstance(exported, dict) else exported
    for record in records:
        record["selector"] |= {"exact": "a summer that nobody forgot and all remember", "prefix": "", "suffix": ""}
        record["id"] = "0f" * 8
    Path("notes.json").write_text(json.dumps(exported), encoding="utf-8")
    assert reader("import", "notes.json").code == 0
    code, record = verified(reader, "0f" * 8)
    assert (code, record["standing"]) == (1, "not in the page")


def test_the_folder_can_be_checked_with_other_tools(reader, noted, tmp_path, story):
    done = reader("export", "evidence", noted, WORDS, "-o", tmp_path / "evidence")
    assert (done.code, len(done.out.splitlines())) == (0, 2)
    for folder in map(Path, done.out.splitlines()):
        for line in (folder / "SHA256SUMS").read_text().splitlines():
            digest, name = line.split("  ")
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        page = (folder / card["page"]["file"]).read_bytes()
        assert page == Path(story).read_bytes()
        assert hashlib.sha256(page).hexdigest() == card["page"]["sha256"]
        assert page in gzip.decompress((folder / "page.warc.gz").read_bytes())
        assert card["page"]["sha256"] in (folder / "README.txt").read_text(encoding="utf-8")
        assert f"<mark>{card['passage']}</mark>" in (folder / "card.html").read_text(encoding="utf-8")


def test_the_archive_passes_the_check_that_the_folder_names(reader, noted, tmp_path):
    from warcio.checker import Checker

    folder = Path(reader("export", "evidence", noted, "-o", tmp_path / "evidence").out.strip())

    class Asked:  # what its command line gives it
        inputs = (str(folder / "page.warc.gz"),)
        verbose = False

    assert Checker(Asked).process_all() == 0


def test_what_cannot_be_verified_is_one_line(reader, refused, noted, tmp_path):
    assert "neither the id of a note nor words of a quotation" in refused("verify", "nobody ever said that")
    (tmp_path / "file").write_text("x")
    assert "is a file" in refused("export", "evidence", noted, "-o", tmp_path / "file")
