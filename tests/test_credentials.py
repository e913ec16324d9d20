"""Passwords: from a command or a keyring, kept and forgotten there, and a clear line where there is none."""

from __future__ import annotations

import sys

import pytest

from reader.credentials import Credentials, Login, NoPassword
from reader.errors import BadInput

FEED = "https://crier.example/private.xml"


def printing(text, tmp_path):
    script = tmp_path / "password.py"
    script.write_text(
        f"import sys, pathlib; sys.stdout.write({text!r}); pathlib.Path({str(tmp_path / 'asked')!r})"
        ".open('a').write('.')"
    )
    return f"'{sys.executable}' '{script}'"


def test_the_first_line_of_a_command_is_the_password_and_it_is_run_once(tmp_path):
    credentials, login = Credentials(), Login("nora", printing("pa ss:ö\nuser: nora\n", tmp_path))
    assert credentials.password(login, FEED) == "pa ss:ö"
    assert credentials.pair(login.stored(), FEED) == ("nora", "pa ss:ö")
    assert (tmp_path / "asked").read_text() == "."


@pytest.mark.parametrize("text", ["", "\nsecond", "es\x1b[31mcape"])
def test_a_command_that_prints_no_password_is_told_without_its_words(text, tmp_path):
    with pytest.raises(NoPassword, match="its first line is no password") as caught:
        Credentials().password(Login("nora", printing(text, tmp_path)), FEED)
    assert "second" not in str(caught.value)


def test_a_command_that_fails_is_one_line():
    with pytest.raises(NoPassword, match=r"^password command /no/such: cannot be run"):
        Credentials().password(Login("nora", "/no/such"), FEED)


def test_the_keyring_keeps_gives_and_forgets(ring):
    login = Login("nora")
    Credentials().keep(login, FEED, "secret")
    assert ring.kept == {(f"reader {FEED}", "nora"): "secret"}
    assert Credentials().password(login, FEED) == "secret"
    Credentials().forget(login, FEED)
    Credentials().forget(login, FEED)
    with pytest.raises(NoPassword, match="not in the keyring"):
        Credentials().password(login, FEED)


def test_one_that_was_forgotten_is_not_remembered(ring):
    credentials, login = Credentials(), Login("")
    credentials.keep(login, FEED, "key")
    credentials.forget(login, FEED)
    with pytest.raises(NoPassword):
        credentials.password(login, FEED)


def test_a_keyring_that_keeps_nothing_is_told(ring, monkeypatch):
    monkeypatch.setattr(ring, "set_password", lambda *_words: None)
    with pytest.raises(NoPassword, match="keeps nothing: give --password-command"):
        Credentials().keep(Login("nora"), FEED, "secret")


def test_a_keyring_that_is_locked_is_told(ring, monkeypatch):
    from keyring.errors import KeyringLocked

    def locked(*_words):
        raise KeyringLocked("locked\x1b[2J")

    monkeypatch.setattr(ring, "get_password", locked)
    with pytest.raises(NoPassword, match=r"the keyring: locked\[2J: unlock it, or give --password-command"):
        Credentials().password(Login("nora"), FEED)


def test_no_keyring_on_the_machine_or_none_installed_is_told(monkeypatch):
    keyring = pytest.importorskip("keyring", reason="keyring is not installed")
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())
    with pytest.raises(NoPassword, match="no keyring on this machine: give --password-command"):
        Credentials().keep(Login("nora"), FEED, "secret")
    keyring.set_keyring(before)
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setitem(sys.modules, "keyring.errors", None)
    with pytest.raises(NoPassword, match=r"pip install 'reader-tui\[keyring\]', or give --password-command"):
        Credentials().password(Login("nora"), FEED)
    Credentials().forget(Login("nora"), FEED)


def test_what_is_stored_is_read_again_and_holds_no_password():
    login = Login("Zoë", "pass show 'a b'")
    assert Login.read(login.stored()) == login
    assert Login.read("") is None
    assert Credentials().pair("", FEED) is None
    for damaged in ("{", "[]", '{"user": "a"}'):
        with pytest.raises(BadInput, match="cannot be read"):
            Login.read(damaged)
