"""Taking many articles in: what is taken, what is passed over, what is told, and that a second run goes on."""

import gzip
import json
import multiprocessing
import sqlite3

import pytest

PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>The ferry to Skerrow runs again after a winter on land, and nobody on the island was late for it this morning.</p>
<p>“{said},” said Ida Marsh, who runs the harbour of Skerrow and has done so for some twenty years.</p>
<p>The boat takes forty people and two cars, and it sails at noon on each day of the week but Sunday.</p>
</article></body></html>"""


def page(title, said):
    return PAGE.format(title=title, said=said)


@pytest.fixture
def corpus(tmp_path):
    """A folder with two pages and a text, one of them inside another folder, and something that is no page."""
    folder = tmp_path / "corpus"
    (folder / "inner").mkdir(parents=True)
    (folder / "a.html").write_text(page("Ferry runs", "We sail at noon"), encoding="utf-8")
    (folder / "inner" / "b.html").write_text(page("Ferry late", "We sail at one"), encoding="utf-8")
    (folder / "c.md").write_text("# Rain\n\n“It rained,” Ida Marsh said.\n", encoding="utf-8")
    (folder / "d.html").write_bytes(b"%PDF-1.7 not a page")
    (folder / "e.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def said(reader):
    lines = reader("quotes", "--library", "", "--format", "ndjson").out.splitlines()
    return sorted(json.loads(line)["quotation"].rstrip(",") for line in lines)


def test_a_folder_is_taken_in_and_failures_are_listed(reader, corpus):
    done = reader("ingest", corpus)
    assert (done.code, done.err) == (1, "reader: 3 articles taken in, 0 known already, 1 not taken\n")
    name, why = done.out.rstrip("\n").split("\t")
    assert (name, "a PDF document" in why) == (str(corpus / "d.html"), True)
    assert said(reader) == ["It rained", "We sail at noon", "We sail at one"]
    assert "Ida Marsh" in reader("speakers").out


def test_no_process_that_reads_is_left_when_the_command_ends(reader, corpus):
    assert reader("ingest", corpus).code == 1
    assert multiprocessing.active_children() == []


def test_a_second_run_passes_over_what_is_known_and_takes_what_changed(reader, corpus, home):
    reader("ingest", corpus)
    (corpus / "c.md").write_text("# Rain\n\n“It poured,” Ida Marsh said.\n", encoding="utf-8")
    assert "1 article taken in, 2 known already" in reader("ingest", corpus).err
    assert said(reader) == ["It poured", "We sail at noon", "We sail at one"]
    library = sqlite3.connect(home / "library.sqlite3")
    assert library.execute("SELECT count(*) FROM quotations").fetchone() == (3,)
    library.close()


def test_what_was_stored_but_not_read_into_the_book_is_taken_again(reader, corpus, home):
    reader("ingest", corpus)
    library = sqlite3.connect(home / "library.sqlite3")
    library.execute("DELETE FROM booked WHERE article = (SELECT min(key) FROM articles)")
    library.commit()
    library.close()
    assert "1 article taken in, 2 known already" in reader("ingest", corpus).err
    assert len(said(reader)) == 3


def test_facts_of_ones_own_go_over_the_pages(reader, corpus):
    (corpus / "meta.csv").write_text(
        "file,url,title,date\na.html,https://skerrow.example/ferry,The ferry,2024-02-29\n", encoding="utf-8"
    )
    reader("ingest", corpus, "--meta", corpus / "meta.csv")
    rows = [
        json.loads(line)
        for line in reader("quotes", "--library", 'said:"at noon"', "--format", "ndjson").out.splitlines()
    ]
    assert [(row["title"], row["url"], row["date"]) for row in rows] == [
        ("The ferry", "https://skerrow.example/ferry", "2024-02-29")
    ]
    assert reader("show", "https://skerrow.example/ferry").code == 0


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("name,url\na,b\n", "no column file"),
        ("file,date\na.html,soon\n", "write it as 2025-03-14"),
        ("file,url\na.html,ftp://x\n", "not an http or https address"),
    ],
)
def test_a_table_of_facts_that_is_wrong_is_one_line(refused, corpus, table, told):
    (corpus / "meta.csv").write_text(table, encoding="utf-8")
    assert told in refused("ingest", corpus, "--meta", corpus / "meta.csv")


def record(number, kind="text/html", status="200 OK"):
    body = page(f"Story {number}", f"We sail at {number} o’clock").encode()
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032}>\r\n"
        f"WARC-Date: 2025-03-14T09:30:00Z\r\nWARC-Target-URI: https://crawl.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


def test_a_warc_file_gives_its_pages_and_a_damaged_one_what_is_before_the_damage(reader, tmp_path):
    whole = record(1) + record(2, "image/png") + record(3, status="404 Not Found") + record(4)
    (tmp_path / "crawl.warc.gz").write_bytes(whole)
    assert (
        reader("ingest", tmp_path / "crawl.warc.gz").err
        == "reader: 2 articles taken in, 0 known already, 0 not taken\n"
    )
    assert said(reader) == ["We sail at 1 o’clock", "We sail at 4 o’clock"]
    (tmp_path / "cut.warc.gz").write_bytes(record(5) + record(6)[:-200])
    done = reader("ingest", tmp_path / "cut.warc.gz")
    assert done.err == "reader: 1 article taken in, 0 known already, 1 not taken\n"
    assert "a damaged WARC file" in done.out
    (tmp_path / "no.warc").write_bytes(b"this is no archive at all\n" * 9)
    assert "not a WARC file" in reader("ingest", tmp_path / "no.warc").out


def test_one_page_from_standard_input_has_the_address_that_is_given(reader, monkeypatch, tmp_path):
    given = tmp_path / "stdin"
    given.write_text(page("Behind a wall", "We sail at night"), encoding="utf-8")
    with given.open(encoding="utf-8") as stdin, monkeypatch.context() as patched:
        patched.setattr("sys.stdin", stdin)
        assert reader("ingest", "-", "--url", "https://wall.example/a").code == 0
    assert "We sail at night" in reader("show", "https://wall.example/a").out


def test_a_list_of_addresses_is_fetched_and_what_fails_is_told(reader, tmp_path):
    (tmp_path / "list.txt").write_text("# mine\nhttp://127.0.0.1:9/a\nhttp://127.0.0.1:9/b\n", encoding="utf-8")
    done = reader("ingest", tmp_path / "list.txt")
    assert (done.code, len(done.out.splitlines())) == (1, 2)
    assert done.out.startswith("http://127.0.0.1:9/a\t")


def test_what_is_not_there_is_one_line(refused, tmp_path):
    assert "there is no such file or folder" in refused("ingest", tmp_path / "none")
    assert "--url" in refused("ingest", tmp_path, "--url", "https://example.org/a")


def test_a_list_names_no_local_address_but_a_person_may(reader, tmp_path):
    (tmp_path / "list.txt").write_text("http://127.0.0.1:9/a\n", encoding="utf-8")
    assert "no public address" in reader("ingest", tmp_path / "list.txt").out
    assert "refuses the connection" in reader("ingest", "http://127.0.0.1:9/a").out
    assert "refuses the connection" in reader("ingest", tmp_path / "list.txt", "--allow-address", "127.0.0.1:9").out


def test_a_line_of_a_list_that_is_no_address_fails_by_itself(reader, tmp_path):
    (tmp_path / "list.txt").write_bytes("\ufeffhttp://127.0.0.1:9/a\n/no/such\n".encode())
    names = [line.split("\t") for line in reader("ingest", tmp_path / "list.txt").out.splitlines()]
    assert [name for name, _why in names] == ["http://127.0.0.1:9/a", "/no/such"]
    assert names[1][1] == "no http or https address"
