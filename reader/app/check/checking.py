"""Holding a draft against the book."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from reader.app.check.draft import quotations_of
from reader.app.check.report import Report
from reader.app.check.verdict import Finding, Quoted, Said, judge
from reader.app.check.words import plain_words
from reader.library import Library
from reader.library.book.lookup import Lookup
from reader.library.book.records import BookQuotation
from reader.model import Article

__all__ = ["check_draft"]


def check_draft(
    draft: Article, name: str, library: Library, book: Lookup, stop: Callable[[], bool] = lambda: False
) -> Report:
    """The verdicts on a draft's quotations from the articles of the book; ``stop`` ends it early.

    BadInput when it has too many quotations.
    """

    @cache
    def quoted(article: int) -> Quoted | None:
        return _quoted(book.of_article(article))

    @cache
    def text_of(article: int) -> str:
        stored = library.get(article)
        return stored.article.text if stored else ""

    findings: list[Finding] = []
    for one in quotations_of(draft, name):
        if stop():
            break
        likely = filter(None, map(quoted, book.with_words(plain_words(one.words))))
        findings.append(judge(one, list(likely), lambda source: text_of(source.key)))
    articles, quotations = book.totals()
    return Report(name, tuple(findings), articles, quotations)


def _quoted(rows: list[BookQuotation]) -> Quoted | None:
    """An article of the book with all that is quoted in it; None when it has just gone."""
    if not rows:
        return None
    first = rows[0]
    said = (
        Said(
            row.start, row.words, tuple(dict.fromkeys(filter(None, (row.speaker, row.called)))), row.who, row.confidence
        )
        for row in rows
    )
    return Quoted(first.article, first.title, first.address, first.site, first.day, tuple(said))
