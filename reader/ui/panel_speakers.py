"""The panel's tab of speakers: where the quoted words come from, who has how much of them, and who is never quoted."""

from __future__ import annotations

from reader.app.sourcing import Share, Shares, Source
from reader.model import Speaker, SpeakerKind
from reader.text import cell_width, clean_line, counted
from reader.ui.panel_rows import Shown, heading
from reader.ui.signs import ONLY, Sign, bar
from reader.ui.widgets.rows import Paragraph, Row

__all__ = ["speakers_rows"]

_KINDS = (
    (SpeakerKind.PERSON, "People"),
    (SpeakerKind.ORGANISATION, "Organisations"),
    (SpeakerKind.UNNAMED, "Unnamed"),
)
_BAR = 14
"""Cells of the bar of all words beside a kind of source; the panel is 44 wide."""


def speakers_rows(shown: Shown) -> list[Row]:
    """The kinds of sources, then speakers with how often and how much each is quoted, then who is named but silent."""
    shares, words, counts = Shares(), dict[str, int](), dict[str, int]()
    for quotation in shown.quotations:
        spoken = shares.add(quotation, shown.attribution, shown.article.text)[2]
        if quotation.speaker:
            words[quotation.speaker] = words.get(quotation.speaker, 0) + spoken
            counts[quotation.speaker] = counts.get(quotation.speaker, 0) + 1
    total = shares.total.words or 1
    rows = _sources(shares) if counts else []
    for kind, title in _KINDS:
        group = [speaker for speaker in shown.attribution.speakers if speaker.kind is kind and speaker.id in counts]
        if not group:
            continue
        rows.append(heading(title, "quotes · words"))
        group.sort(key=lambda one: (-words[one.id], shown.slots.get(one.id, 0)))
        rows.extend(_speaker_row(shown, one, counts[one.id], words[one.id] / total) for one in group)
    quoted = {speaker.name for speaker in shown.attribution.speakers if speaker.id in counts}
    return rows + _silent({name: times for name, times in shown.silent.items() if name not in quoted})


def _sources(shares: Shares) -> list[Row]:
    """A line for each kind of source that there is, and one for what was relayed; they are read, not picked."""
    found: list[tuple[str, Share]] = [(str(source), share) for source, share in shares.sources.items()]
    lines = [_share_line(name, share, shares.total) for name, share in found if share.quotations]
    if shares.relayed.quotations:
        lines.append(_share_line("relayed", shares.relayed, shares.total))
    return [heading("Sources", "quotes · words"), *(Row(None, (line,)) for line in lines)]


def _share_line(name: str, share: Share, total: Share) -> Paragraph:
    part = share.words / (total.words or 1)
    wide = max(cell_width(source) for source in Source)
    look = "muted" if name in (Source.NOBODY, "relayed") else "accent"
    parts = ((Sign(f"{name:<{wide}} ", name), ""), (bar(round(part * _BAR)), look))
    return Paragraph(parts, indent=3, right=_figures(share.quotations, part))


def _figures(count: int, share: float) -> Sign:
    """How often and how much, with the signs of all rows below one another."""
    return Sign(f"{count} · {share:>3.0%}", f"{counted(count, 'quote')}, {share:.0%} of the words")


def _speaker_row(shown: Shown, speaker: Speaker, count: int, share: float) -> Row:
    slot = shown.slots.get(speaker.id, "-")
    name = [(f"{shown.tags.get(speaker.id, '??')} ", f"initials:{slot}"), (speaker.name, f"initials:{slot}")]
    if shown.focus == speaker.id:
        name.insert(0, (ONLY, "accent"))
    paragraphs = [Paragraph(tuple(name), right=_figures(count, share))]
    if speaker.role:
        paragraphs.append(Paragraph(((speaker.role, "muted"),), indent=3))
    paragraphs.append(Paragraph(((bar(round(share * 24)), f"speaker:{slot}"),), indent=3))
    return Row(("speaker", speaker.id), tuple(paragraphs))


def _silent(named: dict[str, int]) -> list[Row]:
    if not named:
        return []
    rows = [
        Row(("silent", name), (Paragraph(((clean_line(name), ""),), indent=3, right=str(times)),))
        for name, times in named.items()
    ]
    return [heading("Named often, never quoted", "named"), *rows]
