"""Links: followed within the program, stopped, refused; from a small web site on this machine."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import stories
from sitting import sit_down

from reader.app import Desk
from reader.paths import find_paths


@contextmanager
def serving():
    """A site with the story's page at ``/gate``, an answer that waits at ``/slow``, and nothing elsewhere."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path == "/slow":
                over.wait(20)
            found = self.path in ("/gate", "/slow")
            body = stories.PAGE.encode() if found else b"no"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def linked(place):
    return (
        f"# Links\n\nFirst words, then [the gate](http://{place}/gate) and [nothing](http://{place}/gone) to see.\n\n"
        f"**Related article:** [The gate again](http://{place}/gate)\n"
    )


async def test_links_of_body_and_panel_open_over_the_article(home, write):
    with serving() as place:
        desk = Desk(find_paths(home), allow={place})
        async with sit_down(desk, write(linked(place))) as reader:
            await reader.press("L", "enter")
            assert len(reader.app.screen_stack) == 2
            assert reader.shows(stories.SAID[0], "#body")
            await reader.press("q")
            assert reader.shows("First words, then the gate", "#body")
            await reader.press("f", "s")
            assert len(reader.app.screen_stack) == 1
            assert reader.message.startswith("✗")
            assert "404" in reader.message
            await reader.press("escape", "gl", "enter")
            assert reader.shows(stories.SAID[0], "#body")
            assert "from your library" in reader.message
            await reader.press("q")
            await reader.click("#body", "the gate")
            assert reader.shows(stories.SAID[0], "#body")


async def test_a_page_may_not_lead_into_the_private_network_or_to_files(home, write):
    with serving() as place:
        async with sit_down(home, write(linked(place))) as reader:
            await reader.press("L", "enter")
            assert len(reader.app.screen_stack) == 1
            assert reader.message.startswith("✗")
            assert reader.shows("First words", "#body")


async def test_what_is_fetched_can_be_stopped_and_left(home, write):
    with serving() as place:
        desk = Desk(find_paths(home), allow={place})
        async with sit_down(desk, write(linked(place))) as reader:
            await reader.start_opening(f"http://{place}/slow")
            assert f"opening http://{place}/slow" in reader.message
            await reader.press("ctrl+c")
            assert len(reader.app.screen_stack) == 1
            assert reader.message.startswith("✗")
