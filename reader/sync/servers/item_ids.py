"""The ids of the Google Reader API: one form for all that servers write.

An entry's id is a 64-bit number. Lists of ids give it in decimal and signed, entries as ``tag:google.com,2005:reader/
item/`` with sixteen hexadecimal digits; The Old Reader has 24 hexadecimal digits that are no number.
"""

from __future__ import annotations

import re

__all__ = ["from_list", "from_tag", "to_tag"]

_TAG = "tag:google.com,2005:reader/item/"
_DIGITS = 16


def from_list(value: object) -> str:
    """The id as a list gives it (``itemRefs``), in the form kept here: lower-case hexadecimal; ``""`` for none."""
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if re.fullmatch(r"-?\d{1,20}", text, re.ASCII):
        number = int(text)
        return f"{number & 0xFFFF_FFFF_FFFF_FFFF:016x}" if -(1 << 63) <= number < 1 << 64 else ""
    return from_tag(text)


def from_tag(value: object) -> str:
    """The id as an entry gives it, in the same form; a short one is filled up with zeros."""
    text = value.strip() if isinstance(value, str) else ""
    text = text.removeprefix(_TAG).lower()
    if re.fullmatch(r"[0-9a-f]{1,16}", text):
        return text.zfill(_DIGITS)
    return text if re.fullmatch(r"[0-9a-z_.:-]{1,100}", text) else ""


def to_tag(kept: str) -> str:
    """The long form, which every server takes; decimal ones are taken for hexadecimal by some."""
    return _TAG + kept
