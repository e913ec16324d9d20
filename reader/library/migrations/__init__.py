"""The steps from each version of the library's file to the next, a file a step, in the order in which they came.

A step is the SQL statements of one version; once released it is never edited, only followed by another.
"""

from __future__ import annotations

from reader.library.migrations import (
    article_typed,
    articles,
    book,
    bulk_counts,
    counts,
    feed_checks,
    feeds,
    long_articles,
    search,
    search_merging,
    server_logins,
    servers,
    smaller_book,
    versions,
)

__all__ = ["MIGRATIONS"]

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    articles.STATEMENTS,
    feeds.STATEMENTS,
    counts.STATEMENTS,
    book.STATEMENTS,
    versions.STATEMENTS,
    servers.STATEMENTS,
    feed_checks.STATEMENTS,
    server_logins.STATEMENTS,
    bulk_counts.STATEMENTS,
    search.STATEMENTS,
    article_typed.STATEMENTS,
    smaller_book.STATEMENTS,
    search_merging.STATEMENTS,
    long_articles.STATEMENTS,
)
