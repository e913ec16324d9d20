r"""The host that an address leads to, as browsers read addresses (WHATWG URL), so that the one shown is the one opened.

Python and browsers disagree about ``http://bank.example\@evil.example/`` (a browser reads the backslash as a slash),
about percent signs in hosts, about ``0x7f.1`` and about names that are not ASCII. An address that is spelled out has
one reading.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

__all__ = ["real_host", "slashed", "spelled_out"]

_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)\.?")
_UNWANTED = re.compile(r"[\t\n\r]")
_HEAD = re.compile(r"[^?#]*")


def real_host(address: str) -> str:
    r"""The host that an address leads to, in the ASCII form that is looked up; ``""`` when it leads to none.

    >>> real_host("https://bank.example@evil.example/login"), real_host("https://evil.example\\\\@bank.example/")
    ('evil.example', 'evil.example')
    """
    return urlsplit(spelled_out(address)).hostname or ""


def spelled_out(address: str) -> str:
    """The http(s) address with its slashes as slashes and its host in ASCII; ``""`` when there is no host to open.

    >>> spelled_out("https://bücher.example/ä"), spelled_out("http://0x7f.1/"), spelled_out("javascript:x")
    ('https://xn--bcher-kva.example/ä', 'http://127.0.0.1/', '')
    """
    try:
        parts = urlsplit(slashed(_UNWANTED.sub("", address.strip())))
        if parts.scheme not in ("http", "https"):
            return ""
        port, host = parts.port, _ascii(parts.hostname or "")
    except ValueError:
        return ""
    if not host or port == 0:
        return ""
    user, at, _ = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{user}{at}{host}" + ("" if port is None else f":{port}")))


def slashed(address: str) -> str:
    r"""An address or a part of one with the slashes that browsers see: before a query or fragment, ``\`` is one too."""
    return _HEAD.sub(lambda head: head[0].replace("\\", "/"), address, count=1)


@lru_cache(maxsize=1024)  # feeds and pages come from the same few hosts
def _ascii(host: str) -> str:
    """The host as it is looked up, an IPv6 address in brackets; ``""`` for what is none. May raise ValueError."""
    if ":" in host:
        return f"[{_hexadecimal(ipaddress.IPv6Address(host))}]"
    if not host.isascii():
        host = _mapped(host)
    if _NUMBER.fullmatch(host):
        return _dotted(host)
    return host if _NAME.fullmatch(host) else ""


def _hexadecimal(address: ipaddress.IPv6Address) -> str:
    """An IPv6 address in its shortest form, as browsers write it; Python 3.13 ends those of IPv4 in dotted numbers."""
    if address.ipv4_mapped is None:
        return str(address)
    high, low = divmod(int(address.ipv4_mapped), 1 << 16)
    return f"::ffff:{high:x}:{low:x}"


def _dotted(host: str) -> str:
    """An IPv4 address of one to four numbers, the last for all bytes that are left: ``0x7f.1`` is ``127.0.0.1``."""
    numbers = [_number(part) for part in host.removesuffix(".").split(".")]
    *firsts, last = numbers
    if len(numbers) > 4 or any(number > 255 for number in firsts) or last >= 256 ** (4 - len(firsts)):
        raise ValueError("no IPv4 address")
    whole = sum(number << 8 * (3 - place) for place, number in enumerate(firsts)) + last
    return str(ipaddress.IPv4Address(whole))


def _number(part: str) -> int:
    """Decimal, or octal after ``0``, or hexadecimal after ``0x``."""
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if part.startswith("0") else 10)


def _mapped(host: str) -> str:
    """A name that is not ASCII, mapped as browsers do (UTS 46, nontransitional) and written in Punycode."""
    import idna

    labels = idna.uts46_remap(host, std3_rules=False, transitional=False).split(".")
    return ".".join(label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in labels)
