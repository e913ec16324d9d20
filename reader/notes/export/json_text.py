r"""JSON whose text is safe on a terminal and always UTF-8: what does not show is written as a ``\u`` escape."""

from __future__ import annotations

import json
import re

__all__ = ["json_text"]

_HIDDEN = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\U000e0000-\U000e007f]"
)


def json_text(value: object, indent: int | None = None) -> str:
    """The value as JSON; the same value always gives the same text."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _HIDDEN.sub(lambda match: json.dumps(match.group())[1:-1], text)
