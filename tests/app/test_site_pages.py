"""Articles over several pages, and pages that have one better: followed only as the user's rules for the site say."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader.app import Desk
from reader.app.site_pages import MOST_PAGES
from reader.errors import BadInput, FetchFailed
from reader.paths import find_paths

WORDS = "went on, with the reeds on one side, the barges on the other, and nobody in a hurry to be anywhere at all."
HEAD = """<html lang="en"><head><title>Down the river</title><link rel="canonical" href="/one">
<meta name="author" content="Lena Ort"><link rel="amphtml" href="/amp"></head><body><h1>Down the river</h1>"""


def part(name: str, following: str = "", more: str = "") -> bytes:
    link = f'<a class="next" href="{following}">Next</a>' if following else ""
    return f"""{HEAD}<div class="text"><p class="lead">The lead that stands on each page of the story, as sites
    have it.</p>    <p>{name} {WORDS}</p><p>{name} {WORDS} Again.</p><h2>{name}</h2><p>{name} also {WORDS}</p></div>
    <div class="pages">{link}{more}</div></body></html>""".encode()


@pytest.fixture
def served():
    """Pages by path, what was asked for, and the address that they are at."""

    class Site(BaseHTTPRequestHandler):
        pages: dict[str, bytes]
        asked: list[str]

        def do_GET(self):
            self.asked.append(self.path)
            data = self.pages.get(self.path)
            to = data.decode() if data and data.startswith(b"http") else ""
            self.send_response(302 if to else 200 if data else 404)
            self.send_header("Location", to)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"" if to else data or b"gone")

        def log_message(self, *_):
            pass

    Site.pages, Site.asked = {}, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    Site.address, Site.elsewhere = (f"{host}:{server.server_address[1]}" for host in ("127.0.0.1", "localhost"))
    yield Site
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def opened(served, home):
    def opening(rules: str, *, allow: bool = True, stop=None):
        folder = home / "sites"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "127.0.0.1.toml").write_text(rules)
        desk = Desk(find_paths(), allow=[served.address, served.elsewhere] if allow else [])
        try:
            return desk.open(f"http://{served.address}/one", stop=stop).article
        finally:
            desk.close()

    return opening


def headings(article):
    return [block.text for block in article.blocks if block.kind == "heading"]


NEXT = 'next_page = [".next"]\n'


def test_the_pages_of_an_article_are_joined_and_what_stands_on_each_comes_once(served, opened):
    served.pages |= {
        "/one": part("One", "/two?utm_source=x#top"),
        "/two": part("Two", "/three"),
        "/three": part("Three"),
    }
    article = opened(NEXT)
    assert headings(article) == ["One", "Two", "Three"]
    assert article.text.count("The lead that stands on each page") == 1
    assert (article.byline, article.word_of_caution) == (("Lena Ort",), "")
    assert served.asked == ["/one", "/two", "/three"]


def test_without_a_rule_nothing_is_followed(served, opened):
    served.pages |= {"/one": part("One", "/two"), "/two": part("Two")}
    assert headings(opened('drop = [".lead"]')) == ["One"]
    assert served.asked == ["/one"]


def test_a_rule_may_name_what_holds_the_link(served, opened):
    served.pages |= {"/one": part("One", "/two"), "/two": part("Two", "/one")}
    assert headings(opened('next_page = ["div.pages"]')) == ["One", "Two"]
    assert served.asked == ["/one", "/two"]


def test_links_of_further_pages_keep_to_their_blocks(served, opened):
    linked = part("Two").replace(b"Two also", b'Two <a href="https://barge.example/a">barges</a> also')
    served.pages |= {"/one": part("One", "/two"), "/two": linked}
    article = opened(NEXT)
    (link,) = [link for link in article.links if link.label == "barges"]
    assert "Two barges also" in article.blocks[link.block].text


def test_another_page_is_read_in_place_of_the_first_and_what_it_does_not_say_comes_from_there(served, opened):
    bare = b"<title>Print</title>" + part("Printed").partition(b"</h1>")[2]
    served.pages |= {"/one": part("One", "/two", '<a class="print" href="/print">Print</a>'), "/print": bare}
    article = opened(NEXT + 'print_page = ["a.print"]\namp_page = ["link[rel=amphtml]"]')
    assert headings(article) == ["Printed"]
    assert (article.title, article.byline) == ("Down the river", ("Lena Ort",))
    assert served.asked == ["/one", "/print"]


def test_the_amp_page_is_read_when_the_print_page_is_gone(served, opened):
    served.pages |= {"/one": part("One", "", '<a class="print" href="/print">Print</a>'), "/amp": part("Amp")}
    article = opened('print_page = ["a.print"]\namp_page = ["link[rel=amphtml]"]')
    assert (headings(article), article.word_of_caution) == (["Amp"], "")


def test_a_page_that_cannot_be_had_leaves_the_rest_and_is_told(served, opened):
    served.pages |= {"/one": part("One", "/two"), "/two": part("Two", "/gone")}
    article = opened(NEXT)
    assert headings(article) == ["One", "Two"]
    assert article.word_of_caution.startswith(f"a page of this article is missing: http://{served.address}/gone: ")


def test_an_article_has_so_many_pages_and_no_more(served, opened):
    served.pages |= {f"/{n}": part(f"N{n}", f"/{n + 1}") for n in range(50)} | {"/one": part("One", "/0")}
    article = opened(NEXT)
    assert len(served.asked) == len(headings(article)) == MOST_PAGES
    assert "only its first" in article.word_of_caution


def test_other_sites_are_not_followed(served, opened):
    served.pages |= {"/one": part("One", f"http://{served.elsewhere}/two"), "/two": part("Two")}
    assert headings(opened(NEXT)) == ["One"]
    assert served.asked == ["/one"]


def test_nor_by_redirect(served, opened):
    served.pages |= {"/one": part("One", "/go"), "/go": f"http://{served.elsewhere}/two".encode(), "/two": part("Two")}
    article = opened(NEXT)
    assert headings(article) == ["One"]
    assert article.word_of_caution.endswith("/go: leads to another site")


def test_what_a_page_names_is_never_a_private_address_though_the_page_was_one(served, opened):
    served.pages |= {"/one": part("One", "/two"), "/two": part("Two")}
    article = opened(NEXT, allow=False)
    assert headings(article) == ["One"]
    assert "no public address" in article.word_of_caution
    assert served.asked == ["/one"]


def test_following_can_be_stopped(served, opened):
    served.pages |= {"/one": part("One", "/two"), "/two": part("Two")}
    with pytest.raises(FetchFailed, match="interrupted"):
        opened(NEXT, stop=lambda: "/two" in served.asked)


def test_a_bad_rule_is_told_when_its_site_is_opened(served, opened):
    served.pages["/one"] = part("One")
    with pytest.raises(BadInput, match=r'127\.0\.0\.1\.toml:1: next: no such rule: did you mean "next_page"\?'):
        opened('next = ["a"]')
