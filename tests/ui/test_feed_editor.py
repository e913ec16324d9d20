"""The settings of one feed on the screen: as whom it is asked for, and what does not fit."""

from __future__ import annotations

import json

import pytest
from sitting import NARROW, sit_down

from reader.app import Desk
from reader.paths import find_paths

FIELDS = ("name", "folder", "tags", "interval", "full_text", "user_agent", "user", "password", "command")


@pytest.fixture
def followed(home):
    desk = Desk(find_paths())
    desk.feeds.subscribe("https://tide.example/feed", title="The Tide")
    desk.close()
    return home


def row():
    desk = Desk(find_paths())
    found = desk.feeds.feeds()[0]
    desk.close()
    return found


async def write(reader, **fields):
    """Open the editor of the feed, fill these fields and save."""
    await reader.press("e")
    for name in FIELDS:
        if name in fields:
            await reader.paste(fields[name])
        if name != FIELDS[-1]:
            await reader.press("tab")
    await reader.press("enter")


async def test_user_agent_and_login_by_a_command_are_saved_and_taken_back(followed):
    async with sit_down(followed, None, NARROW) as reader:
        await reader.press("E")
        await write(reader, user_agent="Tide/1 (ida)", user="ida", command="pass show tide")
        assert "changed" in reader.message
        assert (row().user_agent, json.loads(row().login)) == (
            "Tide/1 (ida)",
            {"user": "ida", "command": "pass show tide"},
        )
        await reader.press("u")
        assert (row().user_agent, row().login) == ("", "")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"user": "ida"}, "password: type it, or name a command that prints it"),
        ({"password": "plum"}, "log in as: whose password is it?"),
        ({"user": "ida", "password": "plum", "command": "pass show x"}, "not both"),
        ({"user_agent": "Flügel"}, "user agent: letters of ASCII only"),
        ({"interval": "often"}, "fetch every: a number of minutes"),
    ],
)
async def test_what_does_not_fit_is_told_and_not_saved(followed, fields, told):
    async with sit_down(followed, None, NARROW) as reader:
        await reader.press("E")
        await write(reader, **fields)
        assert reader.screen == "FeedEditor"
        assert told in reader.text("#trouble")
        assert "plum" not in reader.text()
        await reader.press("escape")
    assert (row().user_agent, row().login, row().interval) == ("", "", 0)


@pytest.fixture
def no_keyring():
    keyring = pytest.importorskip("keyring", reason="keyring is not installed")
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())
    yield
    keyring.set_keyring(before)


async def test_without_a_keyring_a_typed_password_is_refused_in_a_line(followed, no_keyring):
    async with sit_down(followed, None, NARROW) as reader:
        await reader.press("E")
        await write(reader, user="ida", password="plum", user_agent="Tide/1")
        assert "keyring" in reader.message
    assert (row().user_agent, row().login) == ("", "")
