"""Bytes to text: byte order mark, declared charset, ``meta``, then what the bytes themselves suggest."""

from __future__ import annotations

import codecs
import re

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a label means on the web where that differs from Python's reading (WHATWG Encoding Standard).
_ON_THE_WEB = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_LATIN = ("cp1252", "cp1254")
# Python has codecs that are no charsets of pages (idna, punycode, unicode_escape, utf-7): those are unknown here.
_KNOWN = re.compile(
    r"utf-(?:8|16|32).*|cp\d+|iso8859-\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+|iso2022_\w+|hz|johab"
    r"|ptcp154|kz1048|ascii|tis-620"
)
_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 100_000
_CLOSE = 0.03


def decode(data: bytes, charset: str | None = None, *, markup: bool = True) -> str:
    """The text of the bytes; never fails, and an unknown charset counts as none.

    ``charset`` is the one that HTTP declared; with ``markup`` a ``meta`` or XML declaration is believed next.
    Two lies are so common that the bytes overrule them: UTF-8 declared as Latin, and Latin declared as UTF-8.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    candidates = [_codec(charset), _declared_within(data) if markup else ""]
    declared = [codec for codec in candidates if codec]
    if _is_utf8(data) and (not declared or declared[0] in (*_LATIN, "utf-8")):
        return data.decode("utf-8", "replace")
    truthful = [codec for codec in declared if codec != "utf-8"]  # what is not UTF-8 may still say that it is
    return data.decode(truthful[0] if truthful else _detected(data) or "cp1252", "replace")


def _codec(charset: str | None) -> str:
    """The Python codec for a charset label, ``""`` when it is unknown or no charset of pages."""
    label = (charset or "").strip().strip("\"'").lower()
    try:
        name = codecs.lookup(label).name if label else ""
    except (LookupError, ValueError):
        return ""
    return _ON_THE_WEB.get(name, name) if _KNOWN.fullmatch(name) else ""


def _declared_within(data: bytes) -> str:
    match = _META.search(data[:_HEAD]) or _XML.match(data[:_HEAD])
    name = _codec(match[1].decode("ascii")) if match else ""
    # Bytes whose declaration could be read as ASCII are not in UTF-16 or UTF-32, whatever they say.
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else name


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8; but for a few damaged ones, since others fail at once and often."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        sample = data[:_SAMPLE].decode("utf-8", "replace")
        damaged = sample.count("\ufffd")
        return damaged * 5 < sum(character > "\x7f" for character in sample)
    return True


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE])
    best = matches.best()
    if best is None:
        return ""
    # A few accents fit many alphabets alike: then it is the one of the web.
    alike = [match for match in matches if match.chaos <= best.chaos + _CLOSE]
    return "cp1252" if any(match.encoding == "cp1252" for match in alike) else _codec(best.encoding)
