"""Who may ask ``reader serve`` for what: the gate as a table, and a server on this machine."""

from __future__ import annotations

import http.client
import socket
import sys
from urllib.parse import urlsplit

import pytest

from reader.__main__ import main
from reader.app.serving.gate import Gate, is_loopback

HERE = Gate("127.0.0.1", 8000)
OPEN = Gate("0.0.0.0", 8000)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"])
def test_what_names_this_machine_is_answered(host):
    assert HERE.refusal(host, None, socket=False) == ""
    assert HERE.refusal(host, f"http://{host}", socket=True) == ""


@pytest.mark.parametrize(
    "host",
    ["evil.example:8000", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8000", "10.0.0.7:8000", "", ":8000"],
)
def test_a_name_that_somebody_pointed_here_is_not(host):
    assert "is not this server" in HERE.refusal(host, None, socket=False)


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "", "https://127.0.0.1:8000", "http://127.0.0.1:8001", "http://localhost:8000"],
)
def test_a_request_from_another_page_is_not(origin):
    assert "Origin" in HERE.refusal("127.0.0.1:8000", origin, socket=True)
    assert "Origin" in HERE.refusal("127.0.0.1:8000", origin, socket=False)


def test_a_socket_must_say_where_it_comes_from():
    assert HERE.refusal("127.0.0.1:8000", None, socket=True)


def test_a_server_that_is_open_to_others_has_no_names_but_its_own():
    assert OPEN.refusal("192.0.2.5:8000", "http://192.0.2.5:8000", socket=True) == ""
    assert OPEN.refusal("evil.example:8000", "http://evil.example:8000", socket=True)
    assert Gate("desk.example", 80).refusal("desk.example", None, socket=False) == ""


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True)]
    + [(host, False) for host in ("0.0.0.0", "::", "192.0.2.5", "desk.example", "localhost.example", "")],
)
def test_what_only_this_machine_reaches(host, here):
    assert is_loopback(host) is here


def test_the_server_gives_nothing_without_the_key_and_lists_no_folder(served):
    at = urlsplit(served)
    line = http.client.HTTPConnection(at.hostname, at.port)

    def status(path, **headers):
        line.request("GET", path, headers=headers)
        answer = line.getresponse()
        answer.read()
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        return answer.status

    assert len(at.path) > 32
    assert status(at.path) == 200
    assert status("/") == status("/ws") == status("/static/js/textual.js") == status(at.path.upper()) == 404
    assert status(at.path + "static/") == status(at.path, Host="evil.example") == 403
    assert status(at.path + "static/js/textual.js") == 200
    assert status(at.path + "static/../server.py") in (403, 404)
    line.close()


@pytest.fixture
def refused(capsys):
    """Run what must be refused, with exit code 2; gives the one line that says why."""

    def run(*words):
        assert main(["serve", *words]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.count("\n") == 1
        return printed.err

    return run


def test_what_cannot_be_served_is_told_in_a_line(refused):
    assert "add --expose" in refused("--host", "0.0.0.0")
    assert "standard input cannot be read in a browser" in refused("-")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert "something listens there already" in refused("--port", str(taken.getsockname()[1]))


def test_without_the_extra_it_says_what_to_install(refused, monkeypatch):
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    assert "pip install 'reader-tui[serve]'" in refused()
