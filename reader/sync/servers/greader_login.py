"""Logging in to the Google Reader API: ClientLogin, the token of every request, the token of every change."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

from reader.errors import FetchFailed
from reader.fetch.calls import Answer, Calls
from reader.sync.servers.failures import NoApi, WrongPassword, refusal
from reader.text import clean_line

__all__ = ["WRONG", "Login", "places"]

API = "/reader/api/0"
WRONG = (
    "wrong user or password: FreshRSS wants the API password of your profile, Miniflux the one of its"
    " Google Reader integration"
)
_MISSING = "no Google Reader API there: FreshRSS has it at …/api/greader.php, Miniflux at its own address"
_OFF = 'closed for now, or its API is off: in FreshRSS turn on "Allow API access" under Authentication'

Pairs = Sequence[tuple[str, str]]


def places(address: str) -> list[str]:
    """Where the API may be, for the address that a person gave: as it is, or as FreshRSS has it below its own."""
    base = address.strip().split("#")[0].split("?")[0].rstrip("/")
    base = re.sub(r"(/accounts/ClientLogin|/reader/api/0)$", "", base)
    if base.endswith("/greader.php"):
        return [base]
    root = re.sub(r"(/api)?(/(fever|index)\.php)?$|/i(/index\.php)?$", "", base)
    return list(dict.fromkeys((base, f"{root}/api/greader.php", f"{root}/p/api/greader.php")))


class Login:
    """The requests of one user, with what lets them in; both tokens are renewed when the server has forgotten them."""

    def __init__(self, calls: Calls, user: str, password: Callable[[], str]) -> None:
        self.calls = calls
        self._user = user
        self._password = password
        self._auth = ""
        self._token = ""

    def log_in(self) -> None:
        """Get the token of every request. ``WrongPassword``, or ``NoApi`` when nothing here answers to this."""
        form = [
            ("Email", self._user),
            ("Passwd", self._password()),
            ("service", "reader"),
            ("accountType", "HOSTED_OR_GOOGLE"),
            ("client", "reader"),
        ]
        answer = self.calls.call("POST", "/accounts/ClientLogin", form=form)
        said = answer.text()
        if answer.status == 200 and (found := _auth_in(said)):
            self._auth, self._token = found, ""
            return
        # BazQux refuses with 200 and a line; FreshRSS answers 400 to a user name that it could not have.
        if "BadAuthentication" in said or (answer.status == 400 and "Bad Request" in said):
            raise WrongPassword(f"{self.calls.name}: {WRONG}")
        if answer.status in (200, 400):
            raise NoApi(f"{self.calls.name}: {_MISSING}")
        raise self._refusal(answer)

    def get(self, path: str, query: Pairs = ()) -> Answer:
        """The answer to a question; logs in first, or anew, when it must."""
        answer = self._asked("GET", path, query, None)
        if answer.status == 401:
            self.log_in()
            answer = self._asked("GET", path, query, None)
        return self._good(answer)

    def post(self, path: str, form: Pairs, *, query: Pairs = (), deadline: float | None = None) -> Answer:
        """The answer to a change, or to a question that is too long for an address.

        The token of changes goes with it always (Miniflux lets nothing else in) and lives half an hour at Google:
        a server that refuses it is asked for another, and if that is not it, the user logs in anew.
        """
        answer = self._asked("POST", path, query, form, deadline)
        for renew in (self._renew, self.log_in):
            if not _bad_token(answer):
                break
            renew()
            answer = self._asked("POST", path, query, form, deadline)
        return self._good(answer)

    def _asked(self, method: str, path: str, query: Pairs, form: Pairs | None, deadline: float | None = None) -> Answer:
        if not self._auth:
            self.log_in()
        if form is not None:
            if not self._token:
                self._renew()
            form = [*form, ("T", self._token)]
        return self.calls.call(
            method,
            API + path,
            query=[("output", "json"), *query],
            form=form,
            headers={"Authorization": f"GoogleLogin auth={self._auth}"},
            deadline=deadline,
        )

    def _renew(self) -> None:
        """Get the token of changes; a server that has none (204, 404) is sent the other."""
        answer = self.get("/token")
        token = clean_line(answer.text())
        if not token or len(token) > 500 or token.startswith(("<", "{", "[")):
            token = self._auth
        self._token = token

    def _good(self, answer: Answer) -> Answer:
        if not 200 <= answer.status < 300:
            raise self._refusal(answer)
        return answer

    def _refusal(self, answer: Answer) -> FetchFailed:
        return refusal(self.calls.name, answer, password=WRONG, missing=_MISSING, off=_OFF)


def _auth_in(said: str) -> str:
    """The token in an answer of lines (``Auth=…``) or in JSON; ``""`` for none that could be one."""
    match = re.search(r"^Auth=(\S{1,1000})\s*$", said, re.MULTILINE)
    if match:
        return match[1] if match[1].isascii() and match[1].isprintable() else ""
    try:
        value = json.loads(said).get("Auth") if said.lstrip().startswith("{") else ""
    except (ValueError, RecursionError):
        return ""
    return value if isinstance(value, str) and re.fullmatch(r"[!-~]{1,1000}", value) else ""


def _bad_token(answer: Answer) -> bool:
    """Whether the server refuses the token of changes: 401, or 400 with a field that says so."""
    fields = ("x-reader-google-bad-token", "google-bad-token")
    named = any(answer.headers.get(field, "").lower() == "true" for field in fields)
    return answer.status == 401 or (answer.status in (400, 403) and named)
