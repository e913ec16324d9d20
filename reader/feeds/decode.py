"""Bytes of a feed to text: byte order mark, what HTTP and the XML declaration say, and the bytes against both."""

from __future__ import annotations

import re

from reader.extract.decode import decode

__all__ = ["declared_charset", "feed_text", "http_charset"]

_HTTP = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]{1,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,300}?encoding\s*=\s*[\"']\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 1024
# How "<?" begins without a byte order mark (appendix F of the XML recommendation); the wider ones first.
_WIDE = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00?", "utf-16-be"),
    (b"<\x00?\x00", "utf-16-le"),
    (b"\x00<\x00", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"Lo\xa7\x94", "cp037"),
)


def http_charset(content_type: str | None) -> str:
    """The charset of a Content-Type field, lower case, ``""`` for none."""
    match = _HTTP.search(content_type or "")
    return match[1].lower() if match else ""


def declared_charset(data: bytes) -> str:
    """The encoding of the XML declaration, lower case, ``""`` for none."""
    match = _DECLARED.search(data[:_HEAD])
    return match[1].decode("ascii").lower() if match else ""


def feed_text(data: bytes, charset: str = "") -> str:
    """The text; never fails. ``charset`` is HTTP's, which counts before the document's own (RFC 7303)."""
    start = data.lstrip(b" \t\r\n")
    for sign, name in _WIDE:
        if start.startswith(sign):
            return data.decode(name, "replace")
    return decode(data, charset or declared_charset(data), markup=False)
