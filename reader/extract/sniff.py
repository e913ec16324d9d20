"""Tells what bytes are, by their first ones; and what kind of text a text is."""

from __future__ import annotations

import re

__all__ = ["looks_like_html", "looks_like_markdown", "not_a_page"]

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio or video file"),
    (b"\x1aE\xdf\xa3", "a video file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# Controls that no charset of the web uses for text (ESC shifts in ISO-2022-JP); one in sixteen is no text.
_CONTROLS = bytes({*range(32), 0x7F} - {*b"\t\n\v\f\r\x1b"})
_FEED = re.compile(
    rb"\A\s*(?:<!--.{0,2000}?-->\s*|<\?[^>]*>\s*|<!DOCTYPE rss[^>]*>\s*)*<(rss|feed|rdf:RDF|opml)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED_NAMES = {b"rss": "an RSS feed", b"feed": "an Atom feed", b"rdf:rdf": "an RSS feed", b"opml": "an OPML list"}
_JSON = re.compile(rb"\A\s*(?:\{\s*(?:\"[^\"\n]{0,200}\"\s*:|\})|\[\s*(?:[\[{\"\d]|\]))")
_HTML = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype html|html|head|body|meta|title|article|main|div|section|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"</(?:p|div|article|section|body|html|h[1-6]|ul|table|span|a)\s*>", re.IGNORECASE)
_MARKDOWN = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\[[^\]\n]{1,200}\]\([^)\s]*\)"),
    re.compile(r"(?<!\w)\*\*\S[^*\n]*\*\*"),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"\A---\r?\n\w+:"),
)
_SAMPLE = 65_536


def not_a_page(data: bytes) -> str:
    """What the bytes are when they are no page and no text (``a PDF document``), else ``""``."""
    start = data[:_SAMPLE]
    for magic, name in _MAGIC:
        if start.startswith(magic):
            return name
    if start[:4] == b"RIFF":
        return "an image, audio or video file"
    if start[4:8] == b"ftyp":
        return "a video or image file"
    if not start.startswith(_WIDE) and len(start.translate(None, _CONTROLS)) * 16 < len(start) * 15:
        return "binary data"
    bare = start.removeprefix(b"\xef\xbb\xbf")
    if feed := _FEED.match(bare):
        return _FEED_NAMES[feed[1].lower()]
    return "JSON data" if _JSON.match(bare) and _ends_like_json(data) else ""


def _ends_like_json(data: bytes) -> bool:
    return data.rstrip()[-1:] in (b"}", b"]")


def looks_like_html(text: str) -> bool:
    """Whether a text is a page: it begins like one, or is full of closing tags."""
    sample = text[:_SAMPLE].lstrip("\ufeff")
    return bool(_HTML.match(sample)) or sum(1 for _ in _TAGS.finditer(sample)) >= 3


def looks_like_markdown(text: str) -> bool:
    """Whether a text without a name to tell by is Markdown."""
    return any(pattern.search(text[:_SAMPLE]) for pattern in _MARKDOWN)
