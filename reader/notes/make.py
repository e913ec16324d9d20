"""Making a note: the passage it is about, and what is needed to cite and to find it again."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from reader.model import Article, Note, NoteKind, Precision, Range, Selector
from reader.notes.ids import new_id
from reader.text import clean_line

__all__ = ["CONTEXT", "citekey", "clean_tags", "make_note", "select_span", "text_sha256"]

CONTEXT = 64
"""Characters of context kept on each side of a passage."""

_SMALL_WORDS = frozenset(
    """
    a about after an and are as at be been before but by can could does for from had has have her his how in into is
    it its just may more most must new no not of off on or our out over say says she should some than that the their
    them they this to under up us was we were what when where which who why will with would you your
    """.split()  # noqa: SIM905 - a list literal would take a line a word
)


def make_note(
    article: Article,
    *,
    span: Range | None,
    kind: NoteKind,
    body: str = "",
    tags: Iterable[str] = (),
    color: str = "",
    speaker: str = "",
    page_sha256: str = "",
    accessed: str = "",
) -> Note:
    """A note on ``span`` of ``article.text``, or on the whole article when it is None; not saved yet.

    ``accessed`` is an RFC 3339 instant or a day, now when it is not given.
    """
    now = datetime.now(UTC)
    return Note(
        id=new_id(),
        kind=kind,
        url=article.url,
        canonical_url=article.canonical_url,
        title=article.title,
        authors=article.byline,
        site=article.site,
        published=_published(article),
        accessed=accessed or now.isoformat(timespec="seconds").replace("+00:00", "Z"),
        citekey=citekey(article),
        page_sha256=page_sha256,
        text_sha256=text_sha256(article.text),
        selector=None if span is None else select_span(article.text, span),
        speaker=speaker,
        body=body,
        tags=clean_tags(tags),
        color=color,
        created=now,
        modified=now,
    )


def select_span(text: str, span: Range) -> Selector:
    """The selector of a passage; a span beyond the text is cut to it."""
    start = max(0, min(span[0], len(text)))
    end = max(start, min(span[1], len(text)))
    return Selector(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end)


def text_sha256(text: str) -> str:
    """What tells one version of an article's text from another: SHA-256 of its UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: one line each, no leading ``#``, words joined by hyphens, none twice in whatever case.

    >>> clean_tags(["#Budget", "city hall, budget"])
    ('Budget', 'city-hall')
    """
    kept: dict[str, str] = {}
    for given in tags:
        for part in given.split(","):
            tag = clean_line(part).lstrip("#").strip().replace(" ", "-")
            if tag:
                kept.setdefault(tag.casefold(), tag)
    return tuple(kept.values())


def citekey(article: Article) -> str:
    """A citation key from author (or site), year and first telling word of the title, as ``petrova2025budget``.

    The same article always gives the same key; the store parts two articles that share one.
    """
    author = _letters(article.byline[0].split()[-1]) if article.byline and article.byline[0].split() else ""
    name = author or _letters(article.site) or _letters(_host(article.address)) or "unsigned"
    year = str(article.published.year) if article.published else ""
    words = [_letters(word) for word in re.split(r"[\s\-–—/]+", article.title)]
    telling = [word for word in words if word and word not in _SMALL_WORDS]
    word = telling[0] if telling else hashlib.sha256((article.address + article.title).encode()).hexdigest()[:6]
    return name[:24] + year + word[:24]


def _published(article: Article) -> str:
    if article.published is None:
        return ""
    if article.published_precision is Precision.DAY:
        return article.published.date().isoformat()
    return article.published.isoformat()


def _letters(text: str) -> str:
    """The ASCII letters and digits of a name, lower case: what every bibliography program takes in a key."""
    plain = unicodedata.normalize("NFKD", text.replace("’s", "").replace("'s", ""))
    return re.sub(r"[^a-z0-9]", "", plain.lower())


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.").rsplit(".", 1)[0]
