"""The desk and articles: opened once from the network and then from the library, whatever happens to the store."""

import sys
import threading
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO, TextIOWrapper

import pytest

from reader.app import Desk
from reader.errors import BadInput, FetchFailed, NoArticle, StoreFailed
from reader.model import NoteKind
from reader.paths import find_paths

STORY = """\
# Ferry to Skerrow runs again

March 14, 2025

“We sail at noon,” said harbour master Ida Marsh. “Bring a coat, as the wind has turned and the deck is wet.”

Marsh said the crossing would take “about an hour” and that the boat would come back before dark.
"""
PAGE = """<html><head><title>Ferry to Skerrow runs again</title><link rel="canonical" href="{canonical}"></head><body>
<article><h1>Ferry to Skerrow runs again</h1><p>{first} “We sail at noon,” said harbour master Ida Marsh, who had been
asked about it since the autumn storms, when the quay gave way.</p><p>“Bring a coat,” Marsh said, and went on: the
crossing would take about an hour, and the boat would be back before dark.</p></article></body></html>"""


class Site(BaseHTTPRequestHandler):
    """Serves the story at every path, the redirect at /old, and counts what it is asked for."""

    asked: list[str]
    first = "The ferry runs again."

    def do_GET(self):
        self.asked.append(self.path)
        if self.path == "/old":
            self.send_response(301)
            self.send_header("Location", "/story")
            self.end_headers()
            return
        canonical = f"http://{self.headers['Host']}/story"
        data = PAGE.format(first=type(self).first, canonical=canonical).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    handler = type("Handler", (Site,), {"asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    handler.url = f"http://127.0.0.1:{server.server_port}"
    yield handler
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def desk():
    desk = Desk(find_paths())
    yield desk
    desk.close()


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.md"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_an_address_is_fetched_once_and_then_opened_from_the_library(desk, site):
    first = desk.attribute(desk.open(f"{site.url}/story"))
    with closing(Desk(desk.paths)) as other:
        again = other.open(f"{site.url}/story#top")
    assert site.asked == ["/story"]
    assert (first.from_library, again.from_library) == (False, True)
    assert again.article == first.article
    assert again.attribution == first.attribution
    assert {speaker.name for speaker in again.attribution.speakers} == {"Ida Marsh"}


def test_every_address_of_a_story_leads_to_it(desk, site):
    desk.open(f"{site.url}/old")
    desk.open(f"{site.url}/old")
    desk.open(f"{site.url}/story")
    assert site.asked == ["/old", "/story"]
    assert len(desk.recent()) == 1


def test_fetched_again_when_asked(desk, site):
    desk.attribute(desk.open(f"{site.url}/story"))
    site.first = "It was stopped again."
    again = desk.open(f"{site.url}/story", refetch=True)
    assert "It was stopped again." in again.article.text
    assert again.attribution is None
    assert desk.open(f"{site.url}/story").article == again.article


def test_attributions_of_another_engine_are_made_anew(desk, site, monkeypatch):
    desk.attribute(desk.open(f"{site.url}/story"))
    monkeypatch.setattr("reader.app.articles.engine_version", lambda: "another")
    assert desk.open(f"{site.url}/story").attribution is None


def test_a_file_is_read_again_each_time_and_kept_when_it_is_gone(desk, story):
    desk.open(str(story))
    story.write_text(STORY.replace("noon", "dusk"), encoding="utf-8")
    assert "dusk" in desk.open(str(story)).article.text
    story.unlink()
    kept = desk.open(str(story))
    assert kept.from_library
    assert "dusk" in kept.article.text
    assert [recent.source for recent in desk.recent()] == [str(story)]


def test_standard_input_opens_again_from_the_list(desk, monkeypatch):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(STORY.encode())))
    piped = desk.open("-")
    (recent,) = desk.recent()
    again = desk.open(recent.source)
    assert again.from_library
    assert again.article == piped.article


def test_the_place_is_kept(desk, story):
    reading = desk.open(str(story))
    desk.keep_place(reading, 40)
    with closing(Desk(desk.paths)) as other:
        assert other.open(str(story)).place == 40
    assert desk.recent()[0].read == pytest.approx(40 / len(reading.article.text))


def test_the_demo_opens_offline_from_its_beginning_and_is_listed(desk):
    reading = desk.open_demo()
    assert not desk.paths.library.exists()
    desk.keep_place(desk.attribute(reading), 25)
    (recent,) = desk.recent()
    again = desk.open(recent.source)
    assert (again.article, again.place) == (reading.article, 0)


def test_forgotten_and_restored(desk, story):
    desk.open(str(story))
    (recent,) = desk.recent()
    desk.forget(recent)
    assert desk.recent() == []
    desk.restore(recent)
    assert desk.recent() == [recent]


def test_a_damaged_library_stops_no_reading_and_is_told_once(desk, story):
    desk.paths.library.parent.mkdir(parents=True)
    desk.paths.library.write_text("not a library")
    reading = desk.attribute(desk.open(str(story)))
    desk.keep_place(reading, 3)
    assert reading.attribution.quotations
    assert len(desk.problems) == 1
    assert "library.sqlite3" in desk.problems[0]
    assert desk.paths.library.read_text() == "not a library"
    with pytest.raises(StoreFailed):
        desk.recent()


def test_a_mistake_in_the_settings_is_a_problem_and_no_more(home, story):
    home.mkdir()
    (home / "config.toml").write_text("measure = 9\n")
    desk = Desk(find_paths())
    assert "config.toml:1: measure" in desk.problems[0]
    assert desk.config.measure == 72
    assert desk.open(str(story)).article.title
    desk.close()


@pytest.mark.parametrize("source", ["story.md", "/etc/hostname", "-", "file:///etc/hostname", "reader:demo"])
def test_a_page_leads_nowhere_on_this_machine(desk, source):
    with pytest.raises(BadInput, match="http"):
        desk.open(source, typed=False)


def test_a_page_leads_to_no_private_address_unless_it_is_allowed(desk, site):
    with pytest.raises(FetchFailed):
        desk.open(f"{site.url}/story", typed=False)
    assert site.asked == []
    allowed = Desk(desk.paths, allow=[site.url.removeprefix("http://")])
    assert allowed.open(f"{site.url}/story", typed=False).article.title
    allowed.close()


def test_what_cannot_be_opened_is_one_line_and_not_stored(desk, tmp_path):
    (tmp_path / "empty.html").write_text("<html><body><img src=x></body></html>")
    for source, kind in [(tmp_path / "empty.html", NoArticle), (tmp_path, BadInput), (tmp_path / "no.html", BadInput)]:
        with pytest.raises(kind) as caught:
            desk.open(str(source))
        assert "\n" not in str(caught.value)
    assert desk.recent() == []


def test_it_may_be_used_from_any_thread(desk, story):
    found = []

    def work():
        reading = desk.attribute(desk.open(str(story)))
        desk.add_note(reading, None, NoteKind.PAGE, body="mine")
        found.append(len(desk.recent()))

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 6
    assert len(desk.all_notes()) == 6


def test_what_a_page_named_stays_so_when_it_is_fetched_again(desk, site):
    place = site.url.removeprefix("http://")
    trusting = Desk(desk.paths, allow=[place])
    trusting.open(f"{site.url}/story", typed=False)
    trusting.close()
    assert desk.open(f"{site.url}/story").article.title
    with pytest.raises(FetchFailed, match="no public address"):
        desk.open(f"{site.url}/story", refetch=True)
    assert desk.open(f"{site.url}/story").article.title
