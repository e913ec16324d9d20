"""Names and passwords for servers and feeds: the password in the system's keyring, or printed by the user's command.

What is stored beside a server or a feed is a ``Login``: whose account it is and where its password is, never the
password. The keyring library is loaded when a password is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from msgspec import Struct

from reader.commands import command_name, run, words_of
from reader.errors import BadInput, ReaderError
from reader.text import clean_line, clean_typed

__all__ = ["Credentials", "Login", "NoPassword"]

_KEYRING = "pip install 'reader-tui[keyring]'"
_COMMAND = "--password-command"


class NoPassword(ReaderError):
    """A password cannot be had, or cannot be kept."""


class Login(Struct, frozen=True):
    """Whose account (``""``: a key alone lets in), and the command that prints the password (``""``: the keyring)."""

    user: str
    command: str = ""

    def stored(self) -> str:
        """As it is stored."""
        return json.dumps({"user": self.user, "command": self.command}, ensure_ascii=False)

    @classmethod
    def read(cls, stored: str) -> Login | None:
        """The one that was stored, None for ``""``; BadInput for what is none."""
        if not stored:
            return None
        try:
            value = json.loads(stored)
            return cls(str(value["user"]), str(value["command"]))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise BadInput("its login cannot be read: give the user and the password again") from error


class Credentials:
    """Finds passwords, each once as long as the program runs; safe to use from several threads.

    ``address`` is what a password is for: the address of a server or of a feed.
    """

    def __init__(self) -> None:
        self._lock = Lock()  # also so that a keyring asks to be unlocked once
        self._found: dict[tuple[Login, str], str] = {}

    def password(self, login: Login, address: str) -> str:
        """The password; NoPassword, one line, when it cannot be had."""
        with self._lock:
            if (login, address) not in self._found:
                self._found[login, address] = _printed(login) if login.command else _from_keyring(login, address)
            return self._found[login, address]

    def pair(self, stored: str, address: str) -> tuple[str, str] | None:
        """The name and password for a stored login, None for ``""``."""
        login = Login.read(stored)
        return (login.user, self.password(login, address)) if login else None

    def keep(self, login: Login, address: str, password: str) -> None:
        """Put a password into the keyring. NoPassword, one line, when there is none to put it in."""
        with self._lock, _keyring_of(address):
            import keyring

            keyring.set_password(_service(address), _name(login), password)
            if keyring.get_password(_service(address), _name(login)) != password:
                raise NoPassword(f"{_shown(address)}: the keyring keeps nothing: give {_COMMAND} instead")
            self._found[login, address] = password

    def forget(self, login: Login, address: str) -> None:
        """Take a password out of the keyring; one that is in none is no failure."""
        with self._lock:
            self._found.pop((login, address), None)
            if login.command:
                return
            try:
                import keyring
                from keyring.errors import KeyringError
            except ImportError:
                return
            try:
                keyring.delete_password(_service(address), _name(login))
            except KeyringError:  # not there, or no keyring: nothing of it is left either way
                return


def _printed(login: Login) -> str:
    """The first line that the user's command prints."""
    words = words_of(login.command)
    try:
        printed = run(words)
    except BadInput as error:
        raise NoPassword(f"password command {error}") from error
    first = printed.decode("utf-8", "replace").partition("\n")[0].removesuffix("\r")
    if not first or first != clean_typed(first):
        raise NoPassword(f"password command {command_name(words)}: its first line is no password")
    return first


def _from_keyring(login: Login, address: str) -> str:
    with _keyring_of(address):
        import keyring

        found: str | None = keyring.get_password(_service(address), _name(login))
    if found is None:
        raise NoPassword(f"{_shown(address)}: its password is not in the keyring: give it again, or {_COMMAND}")
    return found


@contextmanager
def _keyring_of(address: str) -> Iterator[None]:
    """What a keyring's failures mean, in one line."""
    try:
        from keyring.errors import KeyringError, NoKeyringError
    except ImportError as error:
        raise NoPassword(f"{_shown(address)}: no keyring: {_KEYRING}, or give {_COMMAND}") from error
    try:
        yield
    except NoKeyringError as error:
        raise NoPassword(f"{_shown(address)}: there is no keyring on this machine: give {_COMMAND} instead") from error
    except (KeyringError, OSError) as error:
        why = clean_line(str(error)) or "it cannot be used"
        raise NoPassword(f"{_shown(address)}: the keyring: {why}: unlock it, or give {_COMMAND}") from error


def _service(address: str) -> str:
    return f"reader {address}"


def _name(login: Login) -> str:
    return login.user or "api-key"


def _shown(address: str) -> str:
    return clean_line(address)
