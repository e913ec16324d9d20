"""What every test gets: a home of its own, no network but this machine, and the same random choices each time."""

from __future__ import annotations

import socket

import pytest
from hypothesis import settings

settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")

_connect = socket.socket.connect


def _connect_here(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6):
        host = address[0]
        if host not in ("localhost", "::1") and not host.startswith("127."):
            raise AssertionError(f"a test wanted to reach {host}: tests stay on this machine")
    return _connect(self, address)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The folder, not made yet, that holds all of the program's files in this test."""
    monkeypatch.setattr(socket.socket, "connect", _connect_here)
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def ring(monkeypatch):
    """A keyring in memory, in place of the system's."""
    keyring = pytest.importorskip("keyring", reason="keyring is not installed")
    from keyring.backend import KeyringBackend
    from keyring.errors import PasswordDeleteError

    class Memory(KeyringBackend):
        priority = 1

        def __init__(self):
            super().__init__()
            self.kept = {}

        def set_password(self, service, username, password):
            self.kept[service, username] = password

        def get_password(self, service, username):
            return self.kept.get((service, username))

        def delete_password(self, service, username):
            if self.kept.pop((service, username), None) is None:
                raise PasswordDeleteError("not there")

    before = keyring.get_keyring()
    memory = Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)
