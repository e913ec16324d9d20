"""Cheap keys by which the same thing is known again: 64 bits of a hash, as SQLite's signed integers; 0 is none.

Pure functions. A key says "look closer", or stands for a name inside one feed, where a clash has no real chance.
"""

from __future__ import annotations

import re
from hashlib import sha1
from struct import Struct

__all__ = ["digest", "link_key", "title_key"]

_ORIGIN = re.compile(
    r"https?://(?:[^/?#@]*@)?(?:(?:www|m|mobile|amp)\.)?([^/?#]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE
)
_PORT = re.compile(r":(?:80|443)$")
_ENDING = re.compile(r"(?:/(?:index\.(?:html?|php))?|/amp)+$")
# What says where a reader came from, and never which story it is.
_TRACKING = re.compile(
    r"(?:utm_\w+|ut[ms]|at_(?:medium|campaign|custom\d|link\w*|format|ptr\w*|bbc_team)|[fgt]clid|mc_[ce]id|cmpid|cmp|ocid"
    r"|ncid|ns_\w+|partner|source|src|ref|ref_src|referrer|rss|feed|xtor|igsh|smid|sr_share|amp|output)(?:=|$)",
    re.IGNORECASE,
)
_FIRST = Struct(">q").unpack_from
_WORD = re.compile(r"\w{2,}")
_SITE_SUFFIX = re.compile(r"\s+(?:[|–—·»]|-)\s+[^|–—·»]{2,40}$")
_SEPARATOR = re.compile("[|–—·»-]")
_FEWEST_WORDS = 4
"""A title of fewer words ("Weather", "Letters to the editor") says nothing about which story it is."""


def digest(*parts: str) -> int:
    """A key of these texts, never 0."""
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int(_FIRST(sha1(data, usedforsecurity=False).digest())[0]) or 1


def link_key(address: str) -> int:
    """The key of an http(s) address, the same for its other spellings: scheme, ``www.``, tracking, final slash."""
    match = _ORIGIN.match(address)
    if match is None:
        return 0
    host, path, query = match[1].lower(), match[2], match[3]
    if ":" in host:
        host = _PORT.sub("", host)
    if path.endswith(("/", "p", "html", "htm")):
        path = _ENDING.sub("", path)
    if query:
        query = "&".join(sorted(part for part in query.split("&") if not _TRACKING.match(part)))
    return digest(host, path, query or "")


def title_key(title: str) -> int:
    """The key of a headline's words, whatever their order, case and punctuation; 0 for a title of too few words.

    The site's name at its end (``… | The Tide``) does not count.
    """
    if _SEPARATOR.search(title):
        title = _SITE_SUFFIX.sub("", title)
    words = set(_WORD.findall(title.casefold()))
    return digest(*sorted(words)) if len(words) >= _FEWEST_WORDS else 0
