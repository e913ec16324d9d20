"""What the strings of a feed become: lines of plain text, and markup without control characters."""

from __future__ import annotations

import re
from html import escape, unescape

from reader.text import clean_line

__all__ = ["LONGEST_BODY", "body", "escaped", "heading_of", "line", "plain_of_html"]

LONGEST_LINE = 1000
"""Characters of a title or a name; what is longer is cut."""
LONGEST_BODY = 500_000
"""Characters of one summary or content; what is longer is cut."""
LONGEST_HEADING = 100
_HEADING_SOURCE = 5_000
_MOST_RAW = 20_000

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A reference to, or a character of, the range 128-159 means Windows-1252 on the web (HTML standard, 13.2.5.80).
_WINDOWS = {code: character for code in range(0x80, 0xA0) if (character := bytes([code]).decode("cp1252", "ignore"))}
_HTML_TAG = re.compile(
    r"</?(?:a|abbr|acronym|address|article|aside|b|bdi|bdo|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figure"
    r"|figcaption|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|main|mark|ol|p|picture|pre|q|s|samp|script|section|small"
    r"|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|tr|tt|u|ul|var|video|wbr)\b(?:\s[^<>]*)?/?>|<!--(?:.*?-->|.*\Z)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_TEXT = re.compile(r"<(script|style)\b[^<>]*>(?:.*?</\1\s*>|.*\Z)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|p|div|li|h[1-6]|tr|td)\b|</(?:p|div|li|h[1-6]|tr|td)\b", re.IGNORECASE)


def line(text: str | None, longest: int = LONGEST_LINE) -> str:
    """Plain text as one safe line of at most ``longest`` characters, the last an ellipsis when it was cut."""
    if not text:
        return ""
    if len(text) <= longest and text.isascii():
        return clean_line(text)  # as most are: there is nothing to translate or to cut
    if not text.isascii() and _CONTROLS.search(text):
        text = text.translate(_WINDOWS)
    whole = clean_line(text[:_MOST_RAW])
    return whole if len(whole) <= longest else whole[: longest - 1].rstrip() + "…"


def plain_of_html(text: str | None) -> str:
    """The words of a title in which markup may stand: tags that HTML has are gone, entities are characters.

    Other things in angle brackets are words (``the <blink> tag``). Entities are undone once.
    """
    if not text:
        return ""
    if "<" in text or "&" in text:
        text = text[:_MOST_RAW]
        if "<" in text:
            text = _NOT_TEXT.sub(" ", text)
            text = _HTML_TAG.sub(lambda tag: " " if _BREAK.match(tag[0]) else "", text)
        text = unescape(text)
    return line(text)


def body(text: str | None) -> str:
    """Markup as it came, but for scripts, style sheets, control characters and what is over the bound."""
    if not text:
        return ""
    text = text.strip()[:LONGEST_BODY]
    if "<" in text and _NOT_TEXT.search(text):
        text = _NOT_TEXT.sub("", text)
    if not text.isascii() or "\x7f" in text:
        if _CONTROLS.search(text):
            text = _CONTROLS.sub("", text.translate(_WINDOWS))
    elif "\r" in text or "\f" in text:
        text = _CONTROLS.sub("", text)
    return text


def heading_of(html: str) -> str:
    """The first words of a text that has no title."""
    return line(plain_of_html(html[:_HEADING_SOURCE]), LONGEST_HEADING)


def escaped(text: str | None) -> str:
    """Plain text as markup that shows it letter for letter, its paragraphs and lines kept."""
    whole = body(text)
    if not whole:
        return ""
    html = escape(whole, quote=False)
    if "\n" not in whole:
        return html
    paragraphs = [part.strip().replace("\n", "<br>\n") for part in re.split(r"\n[ \t]*\n+", html)]
    if len(paragraphs) == 1:
        return paragraphs[0]
    return "\n".join(f"<p>{part}</p>" for part in paragraphs if part)
