"""The host shown is the host opened, whichever way an address is spelled to mislead one of the two readers of it."""

import webbrowser

import pytest

from reader.app.browser import open_address
from reader.errors import BadInput
from reader.extract import extract_html
from reader.hosts import real_host, spelled_out

MISLEADING = {
    "https://bank.example@evil.example/login": "evil.example",
    "https://bank.example:pass@evil.example": "evil.example",
    "https://bank.example:443@evil.example": "evil.example",
    "https://bank.example%2f@evil.example/": "evil.example",
    "https://evil.example\\@bank.example/": "evil.example",
    "https:\\\\evil.example\\bank.example": "evil.example",
    "https://evil.example#@bank.example/": "evil.example",
    "https://evil.example?@bank.example/\\": "evil.example",
    "https://bank.example。evil.example/": "bank.example.evil.example",
    "https://bank.example\u00ad.evil.example/": "bank.example.evil.example",
    "https://bank.exa\tmple/": "bank.example",
    "https://b\u0430nk.example/": "xn--bnk-6cd.example",
    "https://fa\u00df.example/": "xn--fa-hia.example",
    "HTTPS://BANK.example:8443/": "bank.example",
    "https://0x7f.1/": "127.0.0.1",
    "https://0177.0.0.01./": "127.0.0.1",
    "https://2130706433/": "127.0.0.1",
    "https://１２７.1/": "127.0.0.1",
    "https://[::ffff:10.0.0.1]/": "::ffff:a00:1",
}
NOWHERE = [
    "",
    "bank.example",
    "javascript://bank.example/%0aalert(1)",
    "file:///etc/passwd",
    "--version",
    "https://",
    "https://:443/",
    "https://bank%2eexample/",
    "https://127.0.0.1.1.1/",
    "https://256.1/",
    "https://1.09/",
    "https://bank.example.1/",
    "https://bank.example:0/",
    "https://bank.example:70000/",
    "https://bank.example／evil.example/",
    "https://[bank.example]/",
    f"https://{'a' * 64}.example/",
]


@pytest.mark.parametrize("address", MISLEADING)
def test_the_host_shown_is_the_one_that_is_opened(address):
    assert real_host(address) == MISLEADING[address]
    assert real_host(spelled_out(address)) == MISLEADING[address]
    assert "\\" not in spelled_out(address).partition("?")[0]


@pytest.mark.parametrize("address", NOWHERE)
def test_what_has_no_host_is_not_opened(address):
    assert real_host(address) == spelled_out(address) == ""
    with pytest.raises(BadInput, match="nothing to open"):
        open_address(address, "must-not-run")


def test_a_link_of_a_page_leads_where_a_browser_would_go():
    page = b"""<article><h1>Where links lead</h1><p>One says <a href="\\\\evil.example/x">this</a> and the next
    says <a href="https:/\\evil.example/y">that</a>, while a good one is <a href="/z?back=\\">here</a>.</p></article>"""
    links = [link.href for link in extract_html(page, "https://news.example/story").links]
    assert links == ["https://evil.example/x", "https://evil.example/y", "https://news.example/z?back=\\"]


def test_what_is_opened_is_what_was_shown(monkeypatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or True)
    for address in MISLEADING:
        open_address(address)
    assert [real_host(address) for address in opened] == list(MISLEADING.values())
    assert all(address.isascii() and address.startswith("http") for address in opened)
