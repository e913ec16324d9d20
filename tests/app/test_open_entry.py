"""Opening an entry: the full text once from its site and then from the library, else what the feed says, labelled."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader.app import Desk
from reader.errors import BadInput, FetchFailed
from reader.library.feed_records import SourceKind
from reader.model import Entry, Feed
from reader.paths import find_paths

PAGE = """<html><head><title>Ferry to Skerrow runs again</title></head><body><article>
<h1>Ferry to Skerrow runs again</h1><p>“We sail at noon,” said harbour master Ida Marsh, who had been asked about it
since the autumn storms, when the quay gave way.</p><p>“Bring a coat,” Marsh said, and went on: the crossing would take
about an hour, and the boat would be back before dark.</p></article></body></html>"""
SUMMARY = "<p>The ferry <b>runs</b> again.</p><script>alert(1)</script>"


class Site(BaseHTTPRequestHandler):
    """Serves the story at every path while ``up``, a PDF at /pdf, and counts what it is asked for."""

    asked: list[str]
    up = True

    def do_GET(self):
        self.asked.append(self.path)
        data = b"%PDF-1.4" if self.path == "/pdf" else PAGE.encode()
        self.send_response(200 if self.up else 503)
        self.send_header("Content-Type", "application/pdf" if self.path == "/pdf" else "text/html; charset=utf-8")
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
    handler.place = f"127.0.0.1:{server.server_port}"
    handler.url = f"http://{handler.place}"
    yield handler
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def desk(site):
    desk = Desk(find_paths(), allow=[site.place])
    yield desk
    desk.close()


def follow(desk, site, link="/ferry", name="tide", **more):
    """Follow a feed with one entry; gives the entry's key."""
    feed = desk.feeds.subscribe(f"https://{name}.example/feed", title="The Tide")
    given = {"id": link, "link": f"{site.url}{link}" if link else "", "title": "Ferry runs", "summary": SUMMARY, **more}
    return desk.feeds.take(feed.key, Feed(entries=(Entry(**given),))).added[0]


def row(desk, key):
    return desk.feeds.entry(key)


def test_fetched_once_and_then_from_the_library(desk, site):
    key = follow(desk, site)
    first = desk.feeds.open_entry(key)
    again = desk.feeds.open_entry(key)
    assert site.asked == ["/ferry"]
    assert (first.summary, again.summary, again.from_library) == ("", "", True)
    assert "back before dark" in first.article.text
    assert again.article == first.article
    assert row(desk, key).full_text


def test_a_story_of_two_feeds_is_fetched_once(desk, site):
    first, second = follow(desk, site), follow(desk, site, name="moor")
    desk.feeds.open_entry(first)
    assert row(desk, second).full_text
    desk.feeds.open_entry(second)
    assert site.asked == ["/ferry"]


def test_an_article_that_was_opened_before_is_not_fetched_again(desk, site):
    desk.open(f"{site.url}/ferry")
    key = follow(desk, site)
    assert desk.feeds.open_entry(key).from_library
    assert site.asked == ["/ferry"]


def test_when_the_site_fails_the_feeds_own_text_is_labelled_and_the_article_queued(desk, site):
    key = follow(desk, site, author="Ida Marsh", title="Ferry <b>runs</b>")
    site.up = False
    reading = desk.feeds.open_entry(key)
    assert reading.article.text == "The ferry runs again."
    assert (reading.article.title, reading.article.byline) == ("Ferry <b>runs</b>", ("Ida Marsh",))
    assert reading.summary.startswith("the article could not be fetched and is queued: ")
    assert "503" in reading.article.word_of_caution
    assert reading.article.word_of_caution.startswith("summary: ")
    assert (desk.feeds.waiting(), desk.recent(), row(desk, key).full_text) == (1, [], False)
    site.up = True
    assert desk.feeds.open_entry(key).summary == ""
    assert desk.feeds.waiting() == 0


def test_a_summary_stays_out_of_the_book(desk, site):
    key = follow(desk, site, summary="", content="<p>“We sail at noon,” said harbour master Ida Marsh.</p>")
    site.up = False
    reading = desk.attribute(desk.feeds.open_entry(key))
    assert len(reading.attribution.quotations) == 1
    assert desk.unsure() == desk.recent() == []


@pytest.mark.parametrize(("link", "why"), [("", "gives no address"), ("/pdf", "PDF document")])
def test_what_has_no_article_is_not_queued_but_for_failures(desk, site, link, why):
    reading = desk.feeds.open_entry(follow(desk, site, link=link))
    assert why in reading.summary
    assert reading.article.text == "The ferry runs again."


def test_an_entry_without_a_word_shows_its_title(desk, site):
    key = follow(desk, site, link="", summary="<img src='https://tide.example/a.png'>")
    assert desk.feeds.open_entry(key).article.text == "Ferry runs"


def test_a_local_address_in_a_feed_is_not_fetched(site):
    desk = Desk(find_paths())
    key = follow(desk, site)
    assert "no public address" in desk.feeds.open_entry(key).summary
    assert site.asked == []
    desk.close()


def test_interrupted_is_no_summary(desk, site):
    key = follow(desk, site)
    with pytest.raises(FetchFailed, match="interrupted"):
        desk.feeds.open_entry(key, stop=lambda: True)
    assert desk.feeds.waiting() == 0


def test_an_entry_that_is_gone_is_one_line(desk):
    with pytest.raises(BadInput, match="entry 999: not there"):
        desk.feeds.open_entry(999)


def test_saved_for_offline_they_are_fetched_at_once_or_wait(desk, site):
    first = follow(desk, site)
    desk.feeds.save_offline([first])
    assert (row(desk, first).saved, row(desk, first).full_text, desk.recent()) == (True, True, [])
    site.up = False
    second = follow(desk, site, link="/storm", name="moor")
    marked = desk.feeds.save_offline([second])
    assert (row(desk, second).saved, row(desk, second).full_text, desk.feeds.waiting()) == (True, False, 1)
    desk.feeds.unmark(marked)
    assert not row(desk, second).saved


def test_forgetting_an_article_leaves_the_entry(desk, site):
    key = follow(desk, site)
    desk.feeds.open_entry(key)
    desk.forget(desk.recent()[0])
    assert not row(desk, key).full_text
    assert [one.kind for one in desk.feeds.sources() if one.total] == [
        SourceKind.TODAY,
        SourceKind.UNREAD,
        SourceKind.ALL,
        SourceKind.FEED,
    ]


def test_a_glance_shows_what_is_here_and_opens_nothing(desk, site):
    key = follow(desk, site)
    glance = desk.feeds.glance(key)
    assert "The ferry runs again." in glance.article.text
    assert "when it is opened" in glance.summary
    assert site.asked == []
    desk.feeds.open_entry(key)
    before = desk.recent()
    assert "“We sail at noon,”" in desk.feeds.glance(key).article.text
    assert desk.feeds.glance(key).summary == ""
    assert desk.recent() == before
    assert desk.feeds.glance(key + 1) is None
