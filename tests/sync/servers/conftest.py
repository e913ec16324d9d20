"""Made-up servers of each protocol on this machine, and lines to them."""

from __future__ import annotations

import pytest
from account import Account
from fake_fever import Fever as FeverServer
from fake_greader import GReader as GReaderServer
from fake_miniflux import Miniflux as MinifluxServer
from serving import serving

from reader.fetch.calls import Calls
from reader.sync.servers.fever import Fever
from reader.sync.servers.greader import GReader
from reader.sync.servers.miniflux import Miniflux


@pytest.fixture
def account():
    """Nora's account: two feeds in folders, three entries."""
    account = Account()
    harbour = account.add_feed("http://harbour.example/feed.xml", "Harbour & Sea", "Towns")
    council = account.add_feed("http://council.example/atom", "Council", "Towns/Offices")
    account.add(harbour, "Ferry")
    account.add(harbour, "Crane", read=True)
    account.add(council, "Budget", starred=True, read=True, content="<p>Ola Berg said “no”.</p>", author="Ola Berg")
    return account


@pytest.fixture
def lines():
    """A way to open lines, all closed at the end."""
    opened = []

    def connect(kind, url, *, user="nora", password=Account.password, **bounds):
        calls = Calls(url, deadline=10, max_bytes=bounds.pop("max_bytes", 1_000_000), **bounds)
        opened.append(calls)
        return kind(calls, user, lambda: password)

    yield connect
    for calls in opened:
        calls.close()


@pytest.fixture
def greader(account):
    with serving(GReaderServer(account)) as server:
        yield server


@pytest.fixture
def miniflux(account):
    with serving(MinifluxServer(account)) as server:
        yield server


@pytest.fixture
def fever(account):
    with serving(FeverServer(account)) as server:
        yield server


@pytest.fixture(params=["greader", "miniflux", "fever"])
def any_server(request, account, lines):
    """Each protocol in turn: the server, and a line to it."""
    make, kind, place = {
        "greader": (GReaderServer, GReader, "/api/greader.php"),
        "miniflux": (MinifluxServer, Miniflux, ""),
        "fever": (FeverServer, Fever, "/api/fever.php"),
    }[request.param]
    with serving(make(account)) as server:
        yield server, lines(kind, server.url + place)
