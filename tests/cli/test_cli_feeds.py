"""``reader import``, ``export``, ``add`` and ``feed`` for feeds, as a person meets them."""

import pytest

OPML = """<opml version="2.0"><body><outline text="News">
<outline type="rss" text="Tide" xmlUrl="https://tide.example/feed"/></outline>
<outline type="rss" text="Bad" xmlUrl="|touch x"/></body></opml>"""


@pytest.fixture
def opml(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.opml").write_text(OPML)
    return "list.opml"


@pytest.mark.parametrize("words", [["import"], ["import", "opml"]])
def test_a_list_of_feeds_is_told_from_notes(reader, opml, words):
    done = reader(*words, opml)
    assert (done.code, done.out) == (0, "Tide\n")
    assert done.err == (
        "reader: list.opml: Bad: is a command, which no list can make run: not taken\n"
        "reader: list.opml: opml: 1 feed added, 0 followed already\n"
    )
    again = reader(*words, opml)
    assert (again.code, again.out) == (0, "")
    assert "reader: list.opml: Tide: is followed already\n" in again.err


def test_a_list_of_which_nothing_can_be_taken_is_bad(reader, tmp_path):
    path = tmp_path / "bad.opml"
    path.write_text('<opml><body><outline type="rss" text="Bad" xmlUrl="-x"/></body></opml>')
    assert reader("import", path).code == 2


def test_a_list_goes_out_and_comes_in_elsewhere(reader, opml, tmp_path):
    reader("import", opml)
    written = reader("export", "opml", "-o", "out.opml")
    assert written.err == "reader: out.opml: 1 feed written\n"
    assert (tmp_path / "out.opml").read_text() == reader("export", "opml").out
    assert reader("--home", tmp_path / "other", "import", "out.opml").out == "Tide\n"


def test_newsboats_folder_comes_over(reader, tmp_path):
    (tmp_path / "urls").write_text("https://tide.example/feed sea\nexec:made\n")
    done = reader("import", "newsboat", tmp_path)
    assert (done.code, done.out) == (0, "https://tide.example/feed\n")
    assert "urls:2: exec:made: is made by a command, which is not run: not taken\n" in done.err
    assert done.err.endswith("newsboat: 0 saved searches, 0 rules, 0 articles, 0 read, 0 flagged\n")


def test_a_folder_without_newsboat_is_refused(refused, tmp_path):
    assert "newsboat: no urls, cache.db or config in" in refused("import", "newsboat", tmp_path)
