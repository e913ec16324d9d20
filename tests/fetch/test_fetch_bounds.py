from __future__ import annotations

import gzip
import socket
import ssl
import zlib

import pytest

from reader.errors import FetchFailed
from reader.fetch import fetch
from reader.fetch.failures import failed
from reader.fetch.guard import Guard, is_public

NOT_PUBLIC = """
    127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 240.0.0.1
    192.88.99.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fec0::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1
    64:ff9b::7f00:1 64:ff9b:1::1 2002:7f00:1::1 2001::1 2001:db8::1
"""


def test_a_bomb_is_stopped_at_the_bound(site):
    bomb = gzip.compress(bytes(30_000_000))
    with pytest.raises(FetchFailed, match="larger than 1 MB"):
        fetch(site.page("/a", bomb, content_encoding="gzip"), max_bytes=1_000_000)


@pytest.mark.parametrize("headers", [{}, {"content_encoding": "gzip"}])
def test_a_page_at_the_bound_passes_and_one_byte_more_does_not(site, headers):
    def body(size):
        return gzip.compress(b"x" * size) if headers else b"x" * size

    assert len(fetch(site.page("/a", body(5000), **headers), max_bytes=5000).data) == 5000
    with pytest.raises(FetchFailed, match="too large"):
        fetch(site.page("/a", body(5001), **headers), max_bytes=5000)


def test_an_endless_body_is_stopped_at_the_bound(site):
    def answer(handler):
        handler.send_response(200)
        handler.end_headers()
        while not site.over.is_set():
            handler.wfile.write(b"<p>more" * 1000)

    site.answers["/a"] = answer
    with pytest.raises(FetchFailed, match="too large"):
        fetch(site.url("/a"), max_bytes=100_000)


@pytest.mark.parametrize(
    ("encoding", "body", "words"),
    [
        ("gzip", b"plain text", "damaged"),
        ("gzip", gzip.compress(b"x" * 1000)[:15], "cut off"),
        ("deflate", zlib.compress(b"x" * 1000)[:8], "cut off"),
        ("br", b"...", "encoding that was not asked for"),
        ("gzip, gzip", b"...", "encoding that was not asked for"),
    ],
)
def test_a_damaged_answer_is_told(site, encoding, body, words):
    with pytest.raises(FetchFailed, match=words):
        fetch(site.page("/a", body, content_encoding=encoding))


@pytest.mark.parametrize("where", ["before the headers", "in the headers", "in the body"])
def test_one_deadline_holds_for_a_server_that_drips(site, where):
    def answer(handler):
        if where != "before the headers":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        if where == "in the body":
            handler.wfile.write(b"x\r\nContent-Length: 10000\r\n\r\n")
        while not site.over.wait(0.02):
            if where != "before the headers":
                handler.wfile.write(b"x")

    site.answers["/a"] = answer
    with pytest.raises(FetchFailed, match=r"no full answer within 0\.2 seconds"):
        fetch(site.url("/a"), deadline=0.2)


def test_a_person_can_stop_it(site):
    site.answers["/a"] = lambda handler: site.over.wait(5)
    asked = iter([False, False, False, True])
    with pytest.raises(FetchFailed, match="interrupted"):
        fetch(site.url("/a"), stop=lambda: next(asked, True))


def test_a_refused_connection_is_told():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(FetchFailed, match="refuses the connection"):
        fetch(f"http://127.0.0.1:{port}/")


def test_an_unknown_host_is_told(monkeypatch):
    def unknown(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchFailed, match=r"cannot find the host nowhere\.example"):
        fetch("http://nowhere.example/")


def test_a_server_without_tls_is_told(site):
    site.page("/a", b"x")
    with pytest.raises(FetchFailed, match="no secure connection to 127"):
        fetch(site.url("/a").replace("http:", "https:"))


def test_a_bad_certificate_is_told_with_its_reason():
    cause = ssl.SSLCertVerificationError(1, "certificate verify failed")
    cause.verify_message = "certificate has expired"
    error = ConnectionError("x")
    error.__cause__ = cause
    line = str(failed("https://old.example/", "old.example", error))
    assert line == "https://old.example/: the certificate of old.example cannot be trusted: certificate has expired"


def test_a_broken_answer_is_told(site):
    site.answers["/a"] = lambda handler: handler.wfile.write(b"this is no HTTP\x1b[2J\r\n\r\n")
    with pytest.raises(FetchFailed, match="no proper HTTP") as failure:
        fetch(site.url("/a"))
    assert str(failure.value).isprintable()
    site.answers["/b"] = lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: a\x00\x1b[2J\r\n\r\n")
    with pytest.raises(FetchFailed, match=r"no proper HTTP: illegal header line$"):
        fetch(site.url("/b"))


def test_more_than_ten_redirects_are_not_followed(site):
    for hop in range(12):
        site.redirect(f"/{hop}", f"/{hop + 1}")
    site.page("/10", b"<p>the end")
    assert fetch(site.url("/0")).url.endswith("/10")
    site.redirect("/10", "/11")
    with pytest.raises(FetchFailed, match="redirected more than 10 times"):
        fetch(site.url("/0"))


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("", "redirects to nowhere"),
        ("file:///etc/hosts", "not http or https"),
        ("javascript:alert(1)", "not http or https"),
        ("data:text/html,x", "not http or https"),
        ("http://0177.0.0.1/", "127.0.0.1, which is no public address"),
        ("http://[::1", "no proper address"),
    ],
)
def test_a_redirect_elsewhere_is_not_followed(site, location, words):
    with pytest.raises(FetchFailed, match=words):
        fetch(site.redirect("/a", location))


def test_a_typed_local_address_may_redirect_at_home_only(site, other_site):
    other_site.page("/secret", b"<p>internal")
    for to in (other_site.url("/secret"), other_site.url("/secret", "localhost"), f"//127.1:{other_site.port}/secret"):
        with pytest.raises(FetchFailed, match="no public address"):
            fetch(site.redirect("/a", to))
    assert other_site.requests == []
    assert fetch(site.redirect("/a", other_site.url("/secret")), allow=[f"127.0.0.1:{other_site.port}"]).data


def test_an_address_that_nobody_typed_must_be_public(site):
    url = site.page("/a", b"<p>internal")
    with pytest.raises(FetchFailed, match="--allow-address 127"):
        fetch(url, typed=False)
    assert site.requests == []
    assert fetch(url, typed=False, allow=[f"127.0.0.1:{site.port}"]).data


def test_a_public_first_hop_never_leads_inside():
    guard = Guard(typed=True, allow=())
    assert guard.permitted("news.example", 443, ["93.184.215.14"]) == ["93.184.215.14"]
    guard.connected("news.example", 443, "93.184.215.14")
    assert guard.permitted("news.example", 443, ["127.0.0.1", "93.184.215.14"]) == ["93.184.215.14"]
    assert guard.permitted("news.example", 443, ["10.0.0.8"]) == []


@pytest.mark.parametrize(
    "address",
    NOT_PUBLIC.split(),
)
def test_addresses_that_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07::1", "::ffff:8.8.8.8"])
def test_addresses_that_are_public(address):
    assert is_public(address)
