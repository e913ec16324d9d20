"""Tells by declared type and by first bytes what an answer is when it is no page."""

from __future__ import annotations

import re

__all__ = ["charset_of", "kind_by_bytes", "kind_by_type", "media_type"]

_TEXTUAL = re.compile(
    r"text/(?!csv|calendar|css|javascript|event-stream|vcard).*"
    r"|application/(?:xhtml\+xml|xml|(?:rss|atom|rdf)\+xml|(?:feed\+)?json|octet-stream|x-download|force-download|binary)"
    r"|binary/octet-stream|unknown/unknown|"
)
_BY_TYPE = (
    ("application/pdf", "a PDF document"),
    ("application/ld+json", "JSON data"),
    ("application/zip", "a ZIP archive"),
    ("application/gzip", "gzip data"),
    ("application/x-gzip", "gzip data"),
    ("application/msword", "an office document"),
    ("application/vnd.", "an office document or an application's data"),
    ("application/javascript", "a script"),
    ("text/javascript", "a script"),
    ("text/css", "a style sheet"),
    ("text/csv", "a table of data (CSV)"),
    ("text/calendar", "a calendar"),
    ("image/", "an image"),
    ("audio/", "an audio file"),
    ("video/", "a video"),
    ("font/", "a font"),
)
_BY_BYTES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio or video file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x7fELF", "a program"),
)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_JSON = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:\"[^\"\n]{0,200}\"\s*:|\})|\[\s*(?:[\[{\"]|\]))")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([^\s\"';,]{1,40})", re.IGNORECASE)


def media_type(content_type: str) -> str:
    """The bare media type of a Content-Type field, lower case."""
    kind = content_type.partition(";")[0].strip().lower()
    return kind if re.fullmatch(r"[\w.+-]+/[\w.+-]+", kind, re.ASCII) else ""


def charset_of(content_type: str) -> str:
    """The charset that a Content-Type field declares, lower case, ``""`` for none."""
    match = _CHARSET.search(content_type)
    return match[1].lower() if match and match[1].isascii() and match[1].isprintable() else ""


def kind_by_type(kind: str) -> str:
    """What the type says the answer is when it is no page (``a PDF document``), else ``""``."""
    if _TEXTUAL.fullmatch(kind):
        return ""
    return next((name for prefix, name in _BY_TYPE if kind.startswith(prefix)), f"{kind} data")


def kind_by_bytes(data: bytes) -> str:
    """What the first bytes say it is when it is no page and no text, else ``""``."""
    for magic, name in _BY_BYTES:
        if data.startswith(magic):
            return name
    if data.startswith(b"RIFF") or data[4:8] == b"ftyp":
        return "an image, audio or video file"
    start = data[:1024]
    if not start.startswith(_WIDE) and start.count(b"\x00") * 20 > len(start):
        return "binary data"
    is_json = _JSON.match(start) and data.rstrip()[-1:] in (b"}", b"]")
    return "JSON data" if is_json and b"jsonfeed.org" not in start.replace(b"\\", b"") else ""
