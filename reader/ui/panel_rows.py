"""What the side panel lists: rows for its tabs, made from values alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from reader.app.corrections import FROM, Correction, correction_of
from reader.app.unsure import UNSURE
from reader.hosts import real_host
from reader.model import (
    AnchorStatus,
    Article,
    Attribution,
    BlockKind,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Quotation,
    QuotationKind,
    Range,
    Speaker,
)
from reader.text import clean_line, counted
from reader.ui.signs import NOTE, Sign
from reader.ui.widgets.rows import Paragraph, Row

if TYPE_CHECKING:
    from reader.library.book.records import Standing

__all__ = ["EMPTY", "Shown", "Tab", "correction_text", "heading", "rows_of"]

Tab = str
EMPTY: dict[Tab, str] = {
    "quotes": "No quotations found in this article.",
    "speakers": "Nobody is quoted in this article.",
    "links": "This article has no links.",
    "notes": "No notes yet: press a for a note on the passage at the caret, H to highlight it, gp for the article.",
    "outline": "This article has no headings.",
}

_KINDS = (
    (LinkKind.RELATED, "Related"),
    (LinkKind.READ_MORE, "Read more"),
    (LinkKind.SOURCE, "Sources"),
    (LinkKind.IN_TEXT, "In the text"),
    (LinkKind.TAG, "Tags"),
    (LinkKind.ORIGINAL, "Original"),
)


_SIGNS: dict[AnchorStatus | None, str] = {
    AnchorStatus.MOVED: "moved",
    AnchorStatus.EDITED: "edited",
    AnchorStatus.ORPHAN: "gone",
}


class Shown(Struct, frozen=True):
    """What the panel is made from."""

    article: Article = field(default_factory=lambda: Article("", ()))
    attribution: Attribution = field(default_factory=Attribution)
    quotations: tuple[Quotation, ...] = ()
    notes: Sequence[Note] = ()
    slots: dict[str, int] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    focus: str | None = None
    by_speaker: bool = False
    attributed: bool = True
    elsewhere: Mapping[Range, Standing] = field(default_factory=dict)
    silent: Mapping[str, int] = field(default_factory=dict)


def rows_of(tab: Tab, shown: Shown, wanted: str = "") -> list[Row]:
    """The rows of a tab; with ``wanted`` only those in which all of its words stand."""
    makers = {"quotes": _quotes, "speakers": _speakers, "links": _links, "notes": _notes, "outline": _outline}
    rows = makers[tab](shown)
    if wanted.strip():
        rows = _without_bare_headings([row for row in rows if row.key is None or _holds(row, wanted)])
    return rows


def _speakers(shown: Shown) -> list[Row]:
    from reader.ui.panel_speakers import speakers_rows  # here, as most articles are shown with another tab first

    return speakers_rows(shown)


def _holds(row: Row, wanted: str) -> bool:
    text = " ".join(part for paragraph in row.paragraphs for part, _ in paragraph.parts).casefold()
    return all(word in text for word in wanted.casefold().split())


def _without_bare_headings(rows: list[Row]) -> list[Row]:
    following = [*rows[1:], None]
    return [
        row
        for row, after in zip(rows, following, strict=True)
        if row.key is not None or (after is not None and after.key is not None)
    ]


def heading(text: str, right: str = "") -> Row:
    """A row that parts others and cannot be picked."""
    return Row(None, (Paragraph(((text, "bold"),), right=right),))


def _speaker_heading(shown: Shown, speaker: Speaker | None, right: str = "") -> Row:
    if speaker is None:
        return Row(None, (Paragraph((("?? ", "muted"), ("speaker not found", "muted italic")), right=right),))
    slot = shown.slots.get(speaker.id, "-")
    parts = [(f"{shown.tags.get(speaker.id, '??')} ", f"initials:{slot}"), (speaker.name, f"initials:{slot}")]
    if speaker.role:
        parts.append((f" · {speaker.role}", "muted"))
    return Row(None, (Paragraph(tuple(parts), right=right),))


def _quotes(shown: Shown) -> list[Row]:
    """Quotations under their speakers: one heading a speaker, or one each time the speaker changes."""
    indexed = list(enumerate(shown.quotations))
    counts: dict[str | None, int] = {}
    for _, quotation in indexed:
        counts[quotation.speaker] = counts.get(quotation.speaker, 0) + 1
    if shown.by_speaker:
        order = {speaker: place for place, speaker in enumerate(counts)}
        indexed.sort(key=lambda pair: (order[pair[1].speaker], pair[0]))
    rows: list[Row] = []
    last: object = rows
    for index, quotation in indexed:
        if quotation.speaker != last:
            last = quotation.speaker
            right = str(counts[quotation.speaker]) if shown.by_speaker else ""
            rows.append(_speaker_heading(shown, shown.attribution.speaker(quotation.speaker), right))
        rows.append(_quote_row(shown, index, quotation))
    return rows


def _quote_row(shown: Shown, index: int, quotation: Quotation) -> Row:
    words = " ".join(shown.article.text[quotation.start : quotation.end].split())
    faded = shown.focus is not None and quotation.speaker != shown.focus
    told = quotation.kind is QuotationKind.INDIRECT  # nobody's exact words: no marks around them
    parts = [(f"… {words}" if told else f"“{words}”", "muted" if faded else "")]
    if quotation.speaker is not None and quotation.confidence < UNSURE:
        parts.insert(0, ("? ", "warning bold"))
    if quotation.via:
        parts.insert(0, (f"via {quotation.via}: ", "muted"))
    paragraphs = [Paragraph(tuple(parts), limit=3, indent=3)]
    if standing := shown.elsewhere.get((quotation.start, quotation.end)):
        paragraphs.append(Paragraph(((standing.words, "muted"),), indent=3))
    return Row(("quote", index), tuple(paragraphs))


def _links(shown: Shown) -> list[Row]:
    rows: list[Row] = []
    for kind, title in _KINDS:
        group = [(index, link) for index, link in enumerate(shown.article.links) if link.kind is kind]
        if group:
            rows.append(heading(title, str(len(group))))
            rows.extend(_link_row(index, link) for index, link in group)
    return rows


def _link_row(index: int, link: Link) -> Row:
    host = real_host(link.href)
    where = host or "no address in the page"
    label = Paragraph(((link.label or link.href, "link" if host else "muted"),), limit=2, indent=1)
    return Row(("link", index), (label, Paragraph(((where, "muted"),), indent=1)))


def _notes(shown: Shown) -> list[Row]:
    """Notes on the article, in its text, and those whose passage is gone."""
    corrections = [note for note in shown.notes if note.kind is NoteKind.CORRECTION]
    notes = [note for note in shown.notes if note.kind is not NoteKind.CORRECTION]
    page = [note for note in notes if note.selector is None]
    lost = [note for note in notes if note.selector and _status(note) is AnchorStatus.ORPHAN]
    here = [note for note in notes if note.selector and _status(note) is not AnchorStatus.ORPHAN]
    rows: list[Row] = []
    for title, group in (
        ("On the article", page),
        ("In the text", here),
        ("No longer in the text", lost),
        ("Corrections of who said it", corrections),
    ):
        if group:
            rows.append(heading(title, str(len(group))))
            rows.extend(_note_row(note) for note in group)
    return rows


def _status(note: Note) -> AnchorStatus | None:
    return note.anchor.status if note.anchor else None


def _note_row(note: Note) -> Row:
    paragraphs = []
    if note.selector:
        sign = f"[{_SIGNS[status]}] " if (status := _status(note)) in _SIGNS else ""
        passage = " ".join(note.selector.exact.split())
        look = f"note:{note.color}" if note.color else "italic"
        paragraphs.append(Paragraph(((sign, "warning"), (passage, look)), limit=2, indent=1, right=note.color))
    if note.kind is NoteKind.CORRECTION:
        paragraphs.append(Paragraph(((correction_text(note), "accent"),), limit=2, indent=1))
    elif note.speaker:
        paragraphs.append(Paragraph(((f"— {note.speaker}", "muted"),), indent=1))
    if note.body:
        paragraphs.append(Paragraph(((NOTE, "mark"), (clean_line(note.body), "")), limit=3, indent=1))
    if note.tags:
        paragraphs.append(Paragraph(((" ".join(f"#{clean_line(tag)}" for tag in note.tags), "accent"),), indent=1))
    if not paragraphs:
        paragraphs.append(Paragraph((("(empty note)", "muted"),), indent=1))
    return Row(("note", note.id), tuple(paragraphs))


def correction_text(note: Note) -> str:
    """What a correction says, in a few words."""
    name = clean_line(note.speaker) or "nobody who is named"
    if correction_of(note) is Correction.RENAME:
        return f"{clean_line(str(note.extra.get(FROM, '')))} is {name}"
    return f"confirmed: {name}" if correction_of(note) is Correction.CONFIRM else f"said by {name}"


def _outline(shown: Shown) -> list[Row]:
    """Headings with how many quotations stand under each."""
    article = shown.article
    headings = [
        (start, block)
        for block, start in zip(article.blocks, article.starts, strict=True)
        if block.kind is BlockKind.HEADING
    ]
    if not headings:
        return []
    ends = [start for start, _ in headings[1:]] + [len(article.text)]
    rows = [_outline_row(0, article.title or "Beginning", 0, _count(shown, 0, headings[0][0]))]
    for (start, block), end in zip(headings, ends, strict=True):
        rows.append(_outline_row(start, block.text, block.level, _count(shown, start, end)))
    return rows


def _outline_row(start: int, text: str, level: int, count: int) -> Row:
    right = Sign(f"{count} “”", counted(count, "quotation")) if count else ""
    look, step = "bold" if level <= 1 else "", 2 * max(0, level - 1)
    return Row(("place", start), (Paragraph(((text, look),), limit=2, indent=1 + step, step=step, right=right),))


def _count(shown: Shown, start: int, end: int) -> int:
    return sum(start <= quotation.start < end for quotation in shown.quotations)
