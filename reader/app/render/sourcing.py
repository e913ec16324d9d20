"""Sourcing at a glance, in each of the formats of ``reader stats``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from reader.app.render.table import columns, csv_text
from reader.app.sourcing import Share, Source, Sourcing
from reader.text import counted

__all__ = ["FORMATS", "bar", "stats_csv", "stats_json", "stats_svg", "stats_table"]

_EIGHTHS = " ▏▎▍▌▋▊▉"
_WIDTH = 24
_MOST = 20
"""So many speakers are listed at most where a person reads."""


def bar(share: float, width: int = _WIDTH) -> str:
    """A bar of block signs for a share from 0 to 1; something above nothing is never blank.

    >>> bar(0.5, 4), bar(0.0, 4), bar(0.001, 4)
    ('██', '', '▏')
    """
    eighths = max(round(share * width * 8), 1 if share > 0 else 0)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def stats_table(found: Sourcing) -> str:
    """For reading: kinds of sources and speakers with bars, then who is never quoted."""
    head = f"{counted(found.articles, 'article')}, {counted(found.total.quotations, 'quotation')},"
    parts = [f"{head} {counted(found.total.words, 'quoted word')}\n"]
    rows = [_row(str(source), share, found.total) for source, share in found.sources.items() if share.quotations]
    if found.relayed.quotations:
        rows.append(_row("relayed", found.relayed, found.total))
    heading = ("QUOTED", "WORDS", "SHARE", "")
    if rows:
        parts.append(columns([("SOURCES", *heading), *rows], (32, 6, 6, 5)))
    speakers = [_row(name, share, found.total) for name, share in list(found.speakers.items())[:_MOST]]
    if speakers:
        parts.append(columns([("SPEAKERS", *heading), *speakers], (32, 6, 6, 5)))
    if (more := len(found.speakers) - _MOST) > 0:
        parts.append(f"and {more} more: --format json or csv has them all\n")
    if found.silent:
        silent = [(name, str(times)) for name, times in list(found.silent.items())[:_MOST]]
        parts.append(columns([("NAMED OFTEN, NEVER QUOTED", "NAMED"), *silent], (32,)))
    return "\n".join(parts)


def stats_json(found: Sourcing) -> str:
    """The documented JSON; shares are of the quoted words, 0 to 1."""
    record = {
        "articles": found.articles,
        "total": _share(found.total, found.total),
        "sources": {str(source): _share(share, found.total) for source, share in found.sources.items()},
        "relayed": _share(found.relayed, found.total),
        "speakers": [{"name": name, **_share(share, found.total)} for name, share in found.speakers.items()],
        "never_quoted": [{"name": name, "named": times} for name, times in found.silent.items()],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def stats_csv(found: Sourcing) -> str:
    """A row a kind of source and a row a speaker."""
    rows: list[Sequence[str]] = [
        ("source", str(source), *_cells(share, found.total)) for source, share in found.sources.items()
    ]
    rows.append(("relayed", "relayed", *_cells(found.relayed, found.total)))
    rows += [("speaker", name, *_cells(share, found.total)) for name, share in found.speakers.items()]
    return csv_text(("what", "name", "quotations", "words", "share"), rows)


def stats_svg(found: Sourcing) -> str:
    """A chart to look at: the sources and the speakers as bars, as an SVG image that any browser shows."""
    sources = [(str(source), share) for source, share in found.sources.items() if share.quotations]
    rows: list[tuple[str, Share | None]] = [*sources, ("", None), *list(found.speakers.items())[:_MOST]]
    height = 56 + 24 * len(rows)
    title = f"{counted(found.articles, 'article')}, {counted(found.total.words, 'quoted word')}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="720" height="{height}" font-family="sans-serif"'
        ' font-size="13">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="16" y="28" font-size="16" fill="#222222">{_xml(title)}</text>',
    ]
    for number, (name, share) in enumerate(rows):
        if share is not None:
            lines += _drawn(name, share, found.total, 48 + 24 * number)
    return "\n".join([*lines, "</svg>"]) + "\n"


def _drawn(name: str, share: Share, total: Share, y: int) -> list[str]:
    part = share.words / total.words if total.words else 0.0
    colour = "#8a5a00" if name in set(Source) else "#1f5f99"
    return [
        f'<text x="208" y="{y + 13}" text-anchor="end" fill="#222222">{_xml(name[:32])}</text>',
        f'<rect x="216" y="{y}" width="{max(1, round(part * 400))}" height="16" fill="{colour}"/>',
        f'<text x="{226 + round(part * 400)}" y="{y + 13}" fill="#555555">{part:.0%}, {share.quotations}</text>',
    ]


def _row(name: str, share: Share, total: Share) -> tuple[str, ...]:
    part = share.words / total.words if total.words else 0.0
    return name, f"{share.quotations:>6}", f"{share.words:>6}", f"{part:>5.0%}", bar(part)


def _share(share: Share, total: Share) -> dict[str, float]:
    part = share.words / total.words if total.words else 0.0
    return {"quotations": share.quotations, "words": share.words, "share": round(part, 4)}


def _cells(share: Share, total: Share) -> tuple[str, ...]:
    return tuple(str(value) for value in _share(share, total).values())


def _xml(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(text)


FORMATS: Mapping[str, Callable[[Sourcing], str]] = {
    "table": stats_table,
    "json": stats_json,
    "csv": stats_csv,
    "svg": stats_svg,
}
