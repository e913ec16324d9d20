"""A server that feeds are synced with, as the panes tell of it."""

from __future__ import annotations

import socket

from sitting import sit_down

from reader.app.desk import Desk
from reader.credentials import Login
from reader.library.servers import Servers
from reader.paths import find_paths


async def test_a_refresh_says_that_the_server_is_down_and_goes_on(home):
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/api/greader.php"
    desk = Desk(find_paths())
    login = Login("nora", "/no/such-command")
    Servers(desk.servers.connections).add(url, "nora", kind="greader", login=login.stored())
    desk.feeds.subscribe("http://127.0.0.1:9/feed", name="Tide Watch")
    async with sit_down(desk) as reader:
        await reader.press("R")
        assert "1 feed failed" in reader.message
        assert "password command /no/such-command: cannot be run" in reader.message
        Servers(desk.servers.connections).add(url, "nora", kind="greader", login=Login("nora", "echo x").stored())
        await reader.press("R")
        assert f"{url}: 127.0.0.1 refuses the connection" in reader.message
        assert "1 feed failed" in reader.message
        assert reader.screen == "HomeScreen"
