"""``reader sync`` and ``desk.servers``: adding a server, exchanging with it, what is told when it cannot be done."""

from __future__ import annotations

import json
import sys

import pytest
from account import Account
from documented import documented
from fake_fever import Fever as FeverServer
from fake_greader import GReader as GReaderServer
from fake_miniflux import Miniflux as MinifluxServer
from serving import Reply, serving

from reader.__main__ import main
from reader.app.desk import Desk
from reader.library.feed_records import Source, SourceKind
from reader.paths import find_paths

ALL = Source(SourceKind.ALL, "All")
PASSWORD = f"'{sys.executable}' -c 'print(\"{Account.password}\")'"
WRONG = f"'{sys.executable}' -c 'print(\"wrong\")'"
KINDS = {"greader": GReaderServer, "miniflux": MinifluxServer, "fever": FeverServer}
API = {"greader": "/api/greader.php", "miniflux": "", "fever": "/api/fever.php"}


@pytest.fixture
def reader(capsys):
    """Run the program; gives the exit code and the two outputs."""

    def run(*words):
        return main(list(words)), *capsys.readouterr()

    return run


@pytest.fixture
def desk(home):
    desk = Desk(find_paths())
    yield desk
    desk.close()


@pytest.fixture(params=list(KINDS))
def kind(request):
    return request.param


@pytest.fixture
def server(kind, account):
    with serving(KINDS[kind](account)) as server:
        yield server


@pytest.fixture
def added(reader, server):
    """A server that was added, by its root alone, and synced with."""
    reader("sync", "add", server.url, "--user", "nora", "--password-command", PASSWORD)
    reader("sync")
    return server


def entries(desk):
    return {row.title: row for row in desk.feeds.entries(ALL)}


def test_a_server_is_found_by_its_root_synced_with_and_listed(reader, server, kind, desk):
    url = server.url + API[kind]
    code, out, err = reader("sync", "add", server.url, "--user", "nora", "--password-command", PASSWORD)
    assert (code, out, err) == (
        0,
        f"added: {url} ({kind}): reader sync exchanges now, and so does reader refresh\n",
        "",
    )
    assert reader("sync") == (0, f"{url}: 3 new entries, 2 feeds came\n", "")
    assert {title: (row.read, row.starred) for title, row in entries(desk).items()} == {
        "Ferry": (False, False),
        "Crane": (True, False),
        "Budget": (True, True),
    }
    assert documented("sync", json.loads(reader("sync", "now", "--json")[1]))["servers"][0]["url"]
    (row,) = documented("servers", json.loads(reader("sync", "list", "--json")[1]))
    assert (row["url"], row["kind"], row["feeds"], row["waiting"], row["error"]) == (url, kind, 2, 0, "")


def test_what_is_done_while_the_server_is_down_waits_and_is_told_later(reader, added, account, desk):
    desk.feeds.mark([entries(desk)["Ferry"].key], read=True, starred=True)
    added.protocol.down = True
    code, out, err = reader("sync")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"reader: {added.url}")
    listed = reader("sync", "list")[1].splitlines()[1].split()
    assert listed[4] == "2"  # changes that wait
    assert entries(desk)["Ferry"].starred
    added.protocol.down = False
    code, out, err = reader("sync")
    assert (code, err) == (0, "")
    assert out.endswith(": 0 new entries, 2 changes sent\n")
    ferry = next(item for item in account.items.values() if item.title == "Ferry")
    assert (ferry.read, ferry.starred) == (True, True)
    (row,) = desk.servers.all()
    assert (row.waiting, row.error) == (0, "")


def test_a_wrong_password_adds_nothing(reader, server, desk):
    code, out, err = reader("sync", "add", server.url, "--user", "nora", "--password-command", WRONG)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "wrong user or password" in err
    assert desk.servers.all() == []


def test_a_password_that_is_wrong_later_is_one_line(reader, added, account):
    account.password = "changed"
    if isinstance(added.protocol, GReaderServer):
        added.protocol.forget()
    code, out, err = reader("sync")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "wrong user or password" in err


def test_a_server_is_removed_and_its_feeds_stay(reader, added, desk):
    desk.feeds.mark([entries(desk)["Ferry"].key], read=True)
    code, out, _err = reader("sync", "remove", "127.0.0.1")
    assert (code, out.partition("; ")[2]) == (0, "1 change that it was not told of will not reach it\n")
    assert reader("sync") == (0, "no servers yet: reader sync add URL --user NAME adds one\n", "")
    assert len(desk.feeds.feeds()) == 2
    assert reader("sync", "remove", "127.0.0.1")[0] == 2


@pytest.mark.parametrize("share", [False, True])
def test_feeds_that_were_here_go_there_only_when_asked(reader, account, desk, share):
    desk.feeds.subscribe("http://gale.example/feed", folder="Weather")
    with serving(GReaderServer(account)) as server:
        words = ["sync", "add", server.url, "--user", "nora", "--password-command", PASSWORD]
        reader(*words, *(["--share"] if share else []))
        assert reader("sync")[0] == 0
    there = {feed.url: feed.folder for feed in account.feeds.values()}
    assert there.get("http://gale.example/feed") == ("Weather" if share else None)
    assert len(desk.feeds.feeds()) == 3


def test_a_password_on_standard_input_goes_into_the_keyring_alone(reader, account, monkeypatch, ring, home, tmp_path):
    (tmp_path / "password").write_text(f"{Account.password}\n")
    with serving(GReaderServer(account)) as server, (tmp_path / "password").open() as given:
        monkeypatch.setattr(sys, "stdin", given)
        assert reader("sync", "add", server.url, "--user", "nora")[0] == 0
        service = f"reader {server.url}/api/greader.php"
        assert ring.kept == {(service, "nora"): Account.password}
        assert reader("sync")[0] == 0
        files = [file for file in home.rglob("*") if file.is_file()]
        assert files
        assert not any(Account.password.encode() in file.read_bytes() for file in files)
        assert reader("sync", "remove", server.url + "/api/greader.php")[0] == 0
    assert ring.kept == {}


def test_no_password_is_told(reader, monkeypatch, tmp_path):
    (tmp_path / "nothing").touch()
    with (tmp_path / "nothing").open() as given:
        monkeypatch.setattr(sys, "stdin", given)
        code, _out, err = reader("sync", "add", "http://127.0.0.1:9", "--user", "nora")
    assert (code, err.count("\n")) == (2, 1)
    assert "give --password-command" in err


def test_a_server_that_is_none_one_that_is_off_and_one_that_moved(reader, account):
    words = ["--user", "nora", "--password-command", PASSWORD]
    protocol = GReaderServer(account)
    with serving(protocol) as server:
        protocol.force = Reply("<html>Hello</html>", 404, "text/html")
        code, _out, err = reader("sync", "add", server.url, *words)
        assert (code, err) == (
            2,
            f"reader: {server.url}: nothing to sync with there: give the address of its API, as …/api/greader.php\n",
        )
        protocol.force = Reply("", 301, headers=(("Location", "https://rss.example/\x1b[2J"),))
        code, _out, err = reader("sync", "add", server.url, *words)
        assert code == 2
        assert "redirects to https://rss.example/" in err
        assert "\x1b" not in err
        protocol.force, protocol.enabled = None, False
        code, _out, err = reader("sync", "add", server.url, *words)
        assert (code, 'turn on "Allow API access"' in err) == (2, True)


def test_a_kind_that_is_named_is_the_only_one_asked(reader, account):
    with serving(GReaderServer(account)) as server:
        words = ["--user", "nora", "--password-command", PASSWORD]
        assert reader("sync", "add", server.url, "--kind", "miniflux", *words)[0] == 2
        assert {request.path for request in server.protocol.log} == {"/v1/me"}
        assert reader("sync", "add", server.url, "--kind", "greader", *words)[0] == 0


def test_a_server_that_was_asked_too_often_is_left_alone_till_its_time(reader, account, desk):
    with serving(GReaderServer(account)) as server:
        reader("sync", "add", server.url, "--user", "nora", "--password-command", PASSWORD)
        server.protocol.force = Reply("", 429, headers=(("Retry-After", "600"),))
        assert reader("sync")[0] == 1
        asked = len(server.protocol.log)
        code, _out, err = reader("sync")
        assert (code, len(server.protocol.log)) == (1, asked)
        assert "asked too often: it may be asked again at" in err


def test_two_servers_of_one_name_are_to_be_told_apart(reader, account):
    with serving(GReaderServer(account)) as one, serving(FeverServer(account)) as other:
        for server in (one, other):
            reader("sync", "add", server.url, "--user", "nora", "--password-command", PASSWORD)
        code, _out, err = reader("sync", "now", "127.0.0.1")
        assert (code, "2 servers are meant" in err) == (2, True)
        assert reader("sync", "now", other.url)[0] == 0
        assert not one.protocol.asked("/subscription/list")


def test_a_refresh_syncs_and_leaves_the_servers_feeds_to_it(reader, added, account, desk):
    account.add(account.feeds[1], "Pilot")
    desk.feeds.mark([entries(desk)["Ferry"].key], read=True)
    code, out, err = reader("refresh")
    assert (code, err) == (0, "")
    assert out == "1 new entry, 1 change sent, 1 server synced, 0 feeds asked\n"
    assert "Pilot" in entries(desk)
    assert all(feed.checked and not feed.error for feed in desk.feeds.feeds())
    added.protocol.down = True
    code, out, err = reader("refresh", "--json")
    report = documented("refresh", json.loads(out))
    assert (code, report["new"], err.count("\n")) == (1, 0, 1)
    assert report["servers"][0]["failure"] == err.removeprefix("reader: ").strip()


def test_a_feed_that_is_named_is_refreshed_through_its_server(reader, added, account):
    account.add(account.feeds[1], "Pilot")
    assert reader("refresh", "Harbour")[1].startswith("1 new entry, 1 server synced")


def test_a_timer_leaves_a_server_alone_that_was_just_synced_unless_a_change_waits(reader, added, desk):
    asked = len(added.protocol.log)
    reader("refresh", "--due")
    assert len(added.protocol.log) == asked
    desk.feeds.mark([entries(desk)["Ferry"].key], read=True)
    reader("refresh", "--due")
    assert len(added.protocol.log) > asked


def test_the_rules_are_asked_of_what_a_server_brings_and_it_is_told(reader, added, account, home, tmp_path):
    told = tmp_path / "told"
    script = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.stdin.read())"
    hook = json.dumps([sys.executable, "-c", script, str(told)])
    (home / "config.toml").write_text(
        f'[[rules]]\nquery = "title:pilot"\nread = true\nnotify = true\nhook = {hook}\n', encoding="utf-8"
    )
    pilot = account.add(account.feeds[1], "Pilot")
    code, out, err = reader("sync")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Harbour & Sea: Pilot"
    assert [entry["title"] for entry in json.loads(told.read_text())["entries"]] == ["Pilot"]
    assert pilot.read


@pytest.mark.parametrize("address", ["https://www.inoreader.com", "inoreader.com/reader/api/0"])
def test_inoreader_is_refused_before_a_password_is_asked_for_or_sent(reader, home, tmp_path, address):
    asked = tmp_path / "asked"
    command = f'\'{sys.executable}\' -c \'open("{asked}", "w").write("x"); print(1)\''
    code, _out, err = reader("sync", "add", address, "--user", "nora", "--password-command", command)
    assert code == 2
    assert "Inoreader lets in only programs that are registered with it" in err
    assert err.count("\n") == 1
    assert not asked.exists()
