"""The lines above the body: title, who wrote it where and when, its address."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.model import Article, Precision

__all__ = ["ago", "head_of", "since", "when"]

Head = tuple[tuple[str, str], ...]


def head_of(article: Article) -> Head:
    """The head of an article as (text, role) lines; what is not known is left out. None before there is an article."""
    if article == Article("", ()):
        return ()
    by = ", ".join(article.byline)
    about = " · ".join(
        part for part in (by, article.site, when(article.published, article.published_precision)) if part
    )
    if article.updated and article.updated != article.published:
        about += f" · updated {when(article.updated, article.updated_precision)}"
    lines = [(article.title or "Untitled", "title")]
    if about:
        lines.append((about, "byline"))
    if article.address:
        lines.append((article.address, "address"))
    if article.word_of_caution:
        lines.append((article.word_of_caution, "caution"))
    return tuple(lines)


def when(moment: datetime | None, precision: Precision = Precision.SECOND) -> str:
    """A date as a person reads it: ``18 February 2025``, with the local time of day where one was given."""
    if moment is None:
        return ""
    if precision is Precision.DAY:
        return f"{moment.day} {moment:%B %Y}"
    local = moment.astimezone() if moment.tzinfo else moment
    return f"{local.day} {local:%B %Y, %H:%M}"


def since(moment: datetime, now: datetime | None = None) -> str:
    """As ``ago``, to stand in a sentence: ``just now``, ``5 min ago``, ``on 3 Mar 2026``."""
    short = ago(moment, now)
    if short == "now":
        return "just now"
    return f"{short} ago" if short.endswith(("min", "h", "d")) else f"on {short}"


def ago(moment: datetime, now: datetime | None = None) -> str:
    """How long ago, in a few cells: ``now``, ``5 min``, ``3 h``, ``2 d``, else the day."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    seconds = ((now or datetime.now(UTC)) - aware).total_seconds()
    if seconds < 60:
        return "now"
    for size, unit, limit in ((60, "min", 3600), (3600, "h", 86400), (86400, "d", 7 * 86400)):
        if seconds < limit:
            return f"{int(seconds // size)} {unit}"
    local = aware.astimezone()
    return f"{local.day} {local:%b %Y}"
