"""Small facts about an article as people read them: dates, the line under the title."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.model import Article, Precision

__all__ = ["byline", "iso_date", "shown_date"]


def shown_date(moment: datetime, precision: Precision) -> str:
    """The date in words, with the local time when it was given to the second; a naive one counts as UTC."""
    if precision is Precision.DAY:
        return f"{moment.day} {moment:%B %Y}"
    local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()
    return f"{local.day} {local:%B %Y, %H:%M}"


def iso_date(moment: datetime | None, precision: Precision) -> str | None:
    """The date as given, in ISO 8601: ``2025-02-18`` to the day, else with its time (and zone, if it has one)."""
    if moment is None:
        return None
    return moment.date().isoformat() if precision is Precision.DAY else moment.isoformat()


def byline(article: Article) -> str:
    """Who, where and when, in one line; ``""`` when none of them is known."""
    date = shown_date(article.published, article.published_precision) if article.published else ""
    who = f"By {', '.join(article.byline)}" if article.byline else ""
    return " · ".join(part for part in (who, article.site, date) if part)
