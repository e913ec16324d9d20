"""The next version: articles that go on beyond what the full-text index takes of a text are found at once.

A phrase that somebody said is looked for in the articles that have it by that index, and in these.
"""

from __future__ import annotations

__all__ = ["STATEMENTS"]

STATEMENTS: tuple[str, ...] = ("CREATE INDEX long_articles ON articles (key) WHERE length > 200000",)
