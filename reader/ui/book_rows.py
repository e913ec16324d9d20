"""Rows of the book's screens, made from values alone: speakers, what they said, a draft's verdicts, what changed."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import groupby

from reader.app.check.compare import Edit
from reader.app.check.verdict import Finding, Verdict
from reader.app.diff.difference import Difference
from reader.app.diff.words import Change, marked
from reader.app.judging import Verdict as Judged
from reader.app.render.diff import summary
from reader.app.render.speakers import KINDS, span_of, sparkline
from reader.app.sheets import Case
from reader.app.unsure import UNSURE
from reader.library.book.records import BookQuotation, SpeakerRow, Standing
from reader.model import Article
from reader.text import counted
from reader.ui.signs import PICKED, Sign
from reader.ui.widgets.rows import Paragraph, Row

__all__ = [
    "article_rows",
    "case_rows",
    "changes_rows",
    "check_rows",
    "quotation_rows",
    "speaker_rows",
    "standing_rows",
]

Parts = tuple[tuple[str, str], ...]

_LOOKS = {
    Verdict.EXACT: (Sign("✓ ", ""), "muted"),
    Verdict.ALTERED: (Sign("≠ ", ""), "warning bold"),
    Verdict.MISATTRIBUTED: (Sign("! ", ""), "warning bold"),
    Verdict.CONTEXT: (Sign("… ", ""), "warning bold"),
    Verdict.UNSURE: (Sign("? ", ""), "accent bold"),
    Verdict.UNKNOWN: (Sign("· ", ""), "muted"),
}


def speaker_rows(people: Sequence[SpeakerRow], months: Mapping[int, Mapping[int, int]], picked: set[int]) -> list[Row]:
    """Speakers, the kinds apart under their headings; ``picked`` are keys."""
    rows: list[Row] = []
    span = span_of(months)
    for title, kinds in KINDS.items():
        own = [one for one in people if one.kind in kinds]
        if own and title != "all":
            rows.append(_heading(title.capitalize(), str(len(own))))
            over_time = {one.key: _over_time(months.get(one.key, {}), span) for one in own if span[0] < span[1]}
            rows += [_speaker(one, over_time.get(one.key, ""), one.key in picked) for one in own]
    return rows


def quotation_rows(quotations: Sequence[BookQuotation], by_day: bool, role: str) -> list[Row]:
    """What somebody said, under its articles, or under its days; another role than ``role`` is told."""
    rows: list[Row] = []
    if by_day:
        for day, same in groupby(quotations, lambda one: one.day):
            rows.append(_heading(day.isoformat()))
            rows += [_quotation(one, role, f"{one.site} · {one.title}") for one in same]
    else:
        for _article, same in groupby(quotations, lambda one: one.article):
            ones = sorted(same, key=lambda one: one.start)
            rows.append(_heading(ones[0].title or ones[0].address, f"{ones[0].site}  {ones[0].day.isoformat()}"))
            rows += [_quotation(one, role, "") for one in ones]
    return rows


def check_rows(findings: Sequence[Finding], only_wrong: bool) -> list[Row]:
    """A draft's quotations with their verdicts, in the draft's order; the good ones may be left out."""
    return [
        _finding(place, one) for place, one in enumerate(findings) if not (only_wrong and one.verdict is Verdict.EXACT)
    ]


_TOLD = {
    None: (Sign("[ ]", "not judged"), "muted"),
    Judged.RIGHT: (Sign("[✓]", "right"), "accent bold"),
    Judged.WRONG: (Sign("[✗]", "wrong"), "warning bold"),
    Judged.UNCLEAR: (Sign("[?]", "unclear"), "muted bold"),
}


def case_rows(cases: Sequence[Case]) -> list[Row]:
    """A sample's quotations in their contexts, each under who is said to have said it; a key is the place."""
    return [_case(place, one) for place, one in enumerate(cases)]


def _case(place: int, one: Case) -> Row:
    before, words, after = one.context.partition(one.words) if one.words else (one.context, "", "")
    context = ((before, "muted"), (words, "bold"), (after, "muted")) if words else ((one.context, "muted"),)
    said = (_TOLD[one.told], (" said by ", "muted"), (one.speaker or "nobody", "accent bold"), ("?", "muted"))
    whole = () if words else (Paragraph(((f"“{one.words}”", "bold"),), limit=20, indent=4),)
    return Row(
        place,
        (
            Paragraph(said, limit=2, right=one.title),
            *whole,
            Paragraph(context, limit=30, indent=4),
            Paragraph((("", ""),)),
        ),
    )


def article_rows(article: Article, start: int, end: int) -> tuple[list[Row], int | None]:
    """An article's blocks as plain text with one passage in bold, and the key of the block that it begins in."""
    rows, here = [], None
    for place, (block, at) in enumerate(zip(article.blocks, article.starts, strict=True)):
        first, last = max(0, start - at), max(0, end - at)
        parts = ((block.text[:first], ""), (block.text[first:last], "bold accent"), (block.text[last:], ""))
        if at <= start < at + len(block.text):
            here = place
        rows.append(Row(place, (Paragraph(parts, limit=1000), Paragraph((("", ""),)))))
    return rows, here


def changes_rows(found: Difference) -> list[Row]:
    """What changed: title, blocks, quotations, notes; a key is the place in the later text, or nothing to go to."""
    rows = [_heading(summary(found))]
    if found.title:
        rows.append(_changed(("title",), "title", found.title, ""))
    starts = found.after.article.starts
    for number, block in enumerate(found.blocks):
        key: Hashable = ("place", starts[block.now]) if block.now is not None else ("gone", number)
        rows.append(_changed(key, str(block.what), block.words, ""))
    if found.quotations:
        rows.append(_heading("Quotations", str(len(found.quotations))))
    for number, one in enumerate(found.quotations):
        names = dict.fromkeys(name or "nobody named" for name in (one.before, one.now) if name or one.before)
        who = Sign(" → ".join(names), ", now ".join(names))
        rows.append(_changed(("quotation", number), str(one.turn), one.words, who))
    if found.notes:
        rows.append(_heading("Your notes", str(len(found.notes))))
    rows += [
        _changed(("note", touched.note.id), str(touched.anchor.status), touched.words, touched.note.body)
        for touched in found.notes
    ]
    return rows


def standing_rows(here: str, standing: Standing) -> list[Row]:
    """The other articles that have a quotation: with the same words, and with others, word by word."""
    from reader.app.diff.words import word_changes

    rows: list[Row] = []
    for title, ones in (("The same words", standing.same), ("In other words", standing.others)):
        if ones:
            rows.append(_heading(title, str(len(ones))))
        for one in ones:
            changes = word_changes(" ".join(here.split()), " ".join(one.words.split()))
            about = " · ".join(filter(None, (one.speaker, one.site, one.day.isoformat(), one.title)))
            rows.append(_changed(("quotation", one.key), "", changes, about))
    return rows


def _heading(text: str, right: str = "") -> Row:
    return Row(None, (Paragraph((("", ""),)), Paragraph(((text, "bold accent"),), right=right)))


def _over_time(months: Mapping[int, int], span: tuple[int, int]) -> Sign:
    """A sparkline, or how often in each month."""
    figures = (f"{number} in {month // 12}-{month % 12 + 1:02}" for month, number in sorted(months.items()))
    return Sign(sparkline(months, 24, span), ", ".join(figures))


def _speaker(one: SpeakerRow, over_time: str, picked: bool) -> Row:
    name: Parts = ((one.name, "bold"), (f"  {one.role}" if one.role else "", "muted"))
    if picked:
        name = ((PICKED, "mark"), *name)
    days = "" if one.first is None or one.last is None else f"{one.first} … {one.last}"
    if one.first == one.last and one.first is not None:
        days = one.first.isoformat()
    said = counted(one.quotations, "quotation")
    below = f"{counted(one.articles, 'article')}, {counted(one.sites, 'site')} · {days}"
    return Row(
        one.key,
        (
            Paragraph(name, indent=1, right=said),
            Paragraph(((below, "muted"),), indent=1, right=over_time),
        ),
    )


def _quotation(one: BookQuotation, role: str, about: str) -> Row:
    parts: list[tuple[str, str]] = [(f"“{' '.join(one.words.split())}”", "")]
    if one.confidence < UNSURE:
        parts.insert(0, ("? ", "warning bold"))
    below = " · ".join(filter(None, (one.role if one.role != role else "", f"via {one.via}" if one.via else "", about)))
    paragraphs = [Paragraph(tuple(parts), limit=4, indent=1)]
    if below:
        paragraphs.append(Paragraph(((below, "muted"),), indent=1))
    return Row(one.key, tuple(paragraphs))


def _finding(place: int, one: Finding) -> Row:
    sign, look = _LOOKS[one.verdict]
    words: list[tuple[str, str]] = [(sign, look), (f"{one.verdict}  ", look)]
    if one.edits:
        for edit in one.edits:
            if edit.edit is Edit.KEPT:
                words.append((f"{edit.now} ", ""))
            else:
                words += [(f"[-{edit.was}-] ", "warning")] * bool(edit.was)
                words += [(f"{{+{edit.now}+}} ", "accent")] * bool(edit.now)
    else:
        words.append((f"“{' '.join(one.quotation.words.split())}”", ""))
    paragraphs = [
        Paragraph(
            tuple(words),
            limit=5,
            indent=1,
            right=Sign(f"¶{one.quotation.paragraph}", f"paragraph {one.quotation.paragraph}"),
        )
    ]
    paragraphs += [Paragraph(((line, "muted"),), limit=3, indent=3) for line in _reasons(one)]
    return Row(("finding", place), tuple(paragraphs))


def _reasons(one: Finding) -> list[str]:
    if one.source is None:
        return ["in none of what you read"]
    said = f"said by {one.speaker or 'nobody named'}"
    if one.verdict in (Verdict.MISATTRIBUTED, Verdict.UNSURE):
        said += f", the draft says {one.quotation.speaker}"
    about = " · ".join(filter(None, (one.source.title, one.source.site, one.source.day.isoformat())))
    return list(filter(None, (said, f"cut from: {one.sentence}" if one.sentence else "", about)))


def _changed(key: Hashable, what: str, changes: Sequence[Change], about: str) -> Row:
    words = (("" if not what else f"{what}  ", "accent"), (marked(changes, 16), ""))
    paragraphs = [Paragraph(words, limit=6, indent=1)]
    if about:
        paragraphs.append(Paragraph(((about, "muted"),), limit=2, indent=3))
    return Row(key, tuple(paragraphs))
