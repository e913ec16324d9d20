"""No test reaches the network or the user's own files."""

import socket

import pytest

from reader.paths import find_paths


def test_a_connection_to_elsewhere_is_refused():
    with socket.socket() as here, pytest.raises(AssertionError, match="stay on this machine"):
        here.connect(("192.0.2.1", 80))  # TEST-NET-1 of RFC 5737: nobody's


def test_a_connection_to_this_machine_is_made():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as here:
        here.connect(server.getsockname())


def test_files_live_in_the_tests_own_folder(home):
    assert find_paths().data == home
    assert not home.exists()
