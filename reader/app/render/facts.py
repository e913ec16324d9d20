"""Small facts about an article as people read them: dates, the line under the title, the host behind a link."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from reader.app.addresses import is_web
from reader.model import Article, Precision
from reader.text import clean_line

__all__ = ["byline", "iso_date", "real_host", "shown_date"]


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


def real_host(href: str) -> str:
    """The host that an address leads to, in the ASCII form that is looked up; ``""`` when it is not http(s).

    >>> real_host("https://bank.example@evil.example/login")
    'evil.example'
    """
    if not is_web(href):
        return ""
    try:
        host = urlsplit(href).hostname or ""
    except ValueError:
        return ""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return clean_line(host)
