"""What makes outside text safe to show and measures it in terminal cells.

The one gate: every string of an Article, Feed or theme has been through ``clean_line`` or ``clean_block``,
so that nothing downstream can meet a control code, a bidirectional override or an invisible character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = [
    "cell_width",
    "clean_block",
    "clean_line",
    "clean_typed",
    "counted",
    "elide",
    "graphemes",
    "slug",
    "unsteering",
]

# C0, DEL and C1 controls; the Arabic letter mark; zero-width and bidirectional marks, embeddings, overrides and
# isolates; invisible operators; BOM; tag characters; lone surrogates. ZWNJ and ZWJ (U+200C, U+200D) are left to
# _lone_joiner: emoji and the scripts of India, Iran and their neighbours need them.
_REMOVED = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f\ud800-\udfff]"
)
_JOINER = re.compile("[\u200c\u200d]")
_LINE_BREAK = re.compile("\r\n|[\v\f\r\x85\u2028\u2029]")
_SPACE = re.compile(r"\s+")
_INLINE_SPACE = re.compile(r"[^\S\n\t]+")
_JOINING_SCRIPTS = (
    (0x0600, 0x08FF),  # Arabic, Syriac, Thaana, N'Ko, Mandaic and their supplements
    (0x0900, 0x0DFF),  # the scripts of India and Sri Lanka
    (0x0F00, 0x109F),  # Tibetan, Myanmar
    (0x1780, 0x18AF),  # Khmer, Mongolian
    (0xFB50, 0xFDFF),  # Arabic presentation forms
    (0xFE70, 0xFEFC),
)


def clean_line(text: str) -> str:
    """Outside text as one safe line: NFC, white space collapsed and trimmed, dangerous characters gone."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # as most lines are
    return _SPACE.sub(" ", _safe(_LINE_BREAK.sub(" ", text))).strip()


def clean_block(text: str) -> str:
    """Outside text as safe lines: as ``clean_line``, but line breaks, tabs and indentation stay.

    For code, tables and verse. Blank lines at both ends and white space at line ends go.
    """
    safe = _safe(_LINE_BREAK.sub("\n", text)).replace("\xa0", " ")
    return "\n".join(line.rstrip() for line in safe.split("\n")).strip("\n")


def clean_typed(text: str) -> str:
    """Text that its own user typed or pasted, as it is but for what a terminal must never be sent."""
    return _safe(_LINE_BREAK.sub("\n", text))


def unsteering(text: str) -> str:
    """A piece of one line of the screen without what could steer a terminal; nearly always the text itself.

    The last gate, behind the one above: whatever a widget was given, nothing else is sent to the terminal.
    """
    return text if text.isprintable() else _STEERING.sub("", text)


def _safe(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    kept = _REMOVED.sub("", text)
    if _JOINER.search(kept):
        kept = _JOINER.sub(lambda match: match.group() if _needed(kept, match.start()) else "", kept)
    return unicodedata.normalize("NFC", kept)


def _needed(text: str, index: int) -> bool:
    """Whether a joiner stands inside an emoji sequence or a script that is written with joiners."""
    before, after = text[max(index - 1, 0) : index], text[index + 1 : index + 2]
    if not before:
        return False
    code = ord(before)
    if any(first <= code <= last for first, last in _JOINING_SCRIPTS):
        return True
    return bool(after) and text[index] == "\u200d" and _pictorial(before) and _pictorial(after)


def _pictorial(character: str) -> bool:
    return character == "\ufe0f" or unicodedata.category(character) in ("So", "Sk", "Mn")


def cell_width(text: str) -> int:
    """How many terminal cells the text takes; wide characters count two, combining ones none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


@lru_cache(maxsize=4096)
def graphemes(text: str) -> tuple[tuple[int, int, int], ...]:
    """The user-perceived characters of a line as (start, end, cells); they cover it without a gap."""
    if text.isascii():
        return tuple((index, index + 1, 1) for index in range(len(text)))
    from rich.cells import split_graphemes

    spans, _width = split_graphemes(text)
    return tuple((start, end, cells) for start, end, cells in spans)


def elide(text: str, width: int) -> str:
    """The text cut to at most ``width`` cells, the last of them an ellipsis when something was cut."""
    if cell_width(text) <= width:
        return text
    if width <= 0:
        return ""
    used, end = 0, 0
    for _start, stop, cells in graphemes(text):
        if used + cells > width - 1:
            break
        used, end = used + cells, stop
    return text[:end].rstrip() + "…"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 quotation``, ``3 quotations``; with ``plural`` where that is no mere s."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or noun + 's'}"


def slug(text: str, length: int = 60) -> str:
    """A file-name-safe form: ASCII letters, digits and hyphens, at most ``length``; never empty.

    >>> slug("Öl & Gas: 3 Fragen")
    'ol-gas-3-fragen'
    """
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower())[:length].strip("-") or "untitled"
