"""What the side panel lists, from values alone."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.model import (
    Anchor,
    AnchorStatus,
    Article,
    Attribution,
    Block,
    BlockKind,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Quotation,
    Selector,
    Speaker,
    SpeakerKind,
)
from reader.ui.panel_rows import EMPTY, Shown, rows_of

TEXT = "One two three. Four five. Six seven eight nine."
SAID = (
    Quotation(0, 14, speaker="a"),
    Quotation(15, 25, speaker="b", confidence=0.3),
    Quotation(26, 47, speaker="a"),
    Quotation(26, 29),
)
PEOPLE = (
    Speaker("a", "Ana Bell", "clerk"),
    Speaker("b", "the council", kind=SpeakerKind.ORGANISATION),
    Speaker("c", "a passer-by", kind=SpeakerKind.UNNAMED),
)
ARTICLE = Article(
    "Title",
    (
        Block(BlockKind.PARAGRAPH, TEXT),
        Block(BlockKind.HEADING, "Part", level=2),
        Block(BlockKind.HEADING, "Sub", level=3),
    ),
    links=(
        Link(LinkKind.ORIGINAL, "", "https://example.org/original"),
        Link(LinkKind.RELATED, "Other", "https://news.example.org/other"),
        Link(LinkKind.RELATED, "Dead"),
    ),
)
SHOWN = Shown(
    ARTICLE, Attribution(PEOPLE, SAID), SAID, slots={"a": 0, "b": 1, "c": 2}, tags={"a": "AB", "b": "CO", "c": "PA"}
)


def told(tab, shown=SHOWN, wanted=""):
    """The rows as (key, text with its right side)."""
    rows = rows_of(tab, shown, wanted)
    texts = [
        " / ".join(
            "".join(part for part, _ in one.parts) + (f" | {one.right}" if one.right else "") for one in row.paragraphs
        )
        for row in rows
    ]
    return [(row.key, text) for row, text in zip(rows, texts, strict=True)]


def test_quotations_in_order_with_a_heading_whenever_the_speaker_changes():
    assert told("quotes") == [
        (None, "AB Ana Bell · clerk"),
        (("quote", 0), "“One two three.”"),
        (None, "CO the council"),
        (("quote", 1), "? “Four five.”"),
        (None, "AB Ana Bell · clerk"),
        (("quote", 2), "“Six seven eight nine.”"),
        (None, "?? speaker not found"),
        (("quote", 3), "“Six”"),
    ]


def test_quotations_by_speaker_with_their_count():
    from msgspec.structs import replace

    assert [text for key, text in told("quotes", replace(SHOWN, by_speaker=True)) if key is None] == [
        "AB Ana Bell · clerk | 2",
        "CO the council | 1",
        "?? speaker not found | 1",
    ]


def test_where_the_words_come_from_then_speakers_by_kind_with_their_share():
    rows = told("speakers")
    assert [text.replace("━", "") for key, text in rows[:4]] == [
        "Sources | quotes · words",
        "named         | 2 · 70%",
        "organisation  | 1 · 20%",
        "nobody        | 1 · 10%",
    ]
    assert [text.count("━") for _key, text in rows[1:4]] == [10, 3, 1]
    assert [key for key, _ in rows[4:]] == [None, ("speaker", "a"), None, ("speaker", "b")]  # c is not quoted
    assert rows[4][1] == "People | quotes · words"
    assert rows[5][1].startswith("AB Ana Bell | 2 · 70% / clerk / ")
    assert rows[7][1].startswith("CO the council | 1 · 20% / ")
    bars = [rows[place][1].rpartition(" / ")[2] for place in (5, 7)]
    assert len(bars[0]) > 2 * len(bars[1]) > 0


def test_what_was_relayed_and_who_is_named_often_and_silent():
    from msgspec.structs import replace

    said = (Quotation(0, 14, speaker="a", via="the Post"), *SAID[1:])
    rows = told("speakers", replace(SHOWN, quotations=said, silent={"Roald Amby": 4, "Ana Bell": 3}))
    assert "relayed      ━━━━ | 1 · 30%" in [text for _key, text in rows]
    assert rows[-2:] == [(None, "Named often, never quoted | named"), (("silent", "Roald Amby"), "Roald Amby | 4")]
    assert told("speakers", Shown(ARTICLE)) == []


def test_links_by_kind_and_where_they_lead():
    assert told("links") == [
        (None, "Related | 2"),
        (("link", 1), "Other / news.example.org"),
        (("link", 2), "Dead / no address in the page"),
        (None, "Original | 1"),
        (("link", 0), "https://example.org/original / example.org"),
    ]


def test_notes_on_the_article_in_the_text_and_lost():
    def note(number, status=None, **fields):
        selector = Selector(f"passage\n{number}") if status else None
        anchor = Anchor(status, 1, 2) if status else None
        return Note(str(number), NoteKind.NOTE, "u", selector=selector, anchor=anchor, **fields)

    notes = [
        note(1, body="on all\nof it"),
        note(2, AnchorStatus.EXACT, speaker="Ana Bell", tags=("x", "y z")),
        note(3, AnchorStatus.EDITED, color="blue", body="\x1b[31mred\u202e"),
        note(4, AnchorStatus.ORPHAN),
        note(5),
    ]
    assert told("notes", Shown(ARTICLE, notes=notes)) == [
        (None, "On the article | 2"),
        (("note", "1"), "✎ on all of it"),
        (("note", "5"), "(empty note)"),
        (None, "In the text | 2"),
        (("note", "2"), "passage 2 / — Ana Bell / #x #y z"),
        (("note", "3"), "[edited] passage 3 | blue / ✎ [31mred"),
        (None, "No longer in the text | 1"),
        (("note", "4"), "[gone] passage 4"),
    ]


def test_the_outline_counts_the_quotations_under_each_heading():
    start = len(TEXT) + 2
    assert told("outline") == [
        (("place", 0), "Title | 4 “”"),
        (("place", start), "Part"),
        (("place", start + len("Part") + 2), "Sub"),
    ]


def test_a_filter_keeps_rows_with_all_words_and_their_headings():
    assert told("quotes", wanted="SIX eight") == [
        (None, "AB Ana Bell · clerk"),
        (("quote", 2), "“Six seven eight nine.”"),
    ]
    assert told("quotes", wanted="nothing") == []
    assert told("links", wanted="news.example") == [(None, "Related | 2"), (("link", 1), "Other / news.example.org")]
    assert told("quotes", wanted="  ") == told("quotes")


def test_an_article_without_anything_has_no_rows_but_a_word_for_each_tab():
    assert all(rows_of(tab, Shown()) == [] for tab in EMPTY)
    assert set(EMPTY) == {"quotes", "speakers", "links", "notes", "outline"}
    assert all(EMPTY.values())


def test_dates_and_ages_as_a_person_reads_them():
    from reader.model import Precision
    from reader.ui.layout.head import ago, head_of, when

    moment = datetime(2024, 3, 5, 12, 30, tzinfo=UTC)
    assert when(moment, Precision.DAY) == "5 March 2024"
    assert when(None) == ""
    assert [ago(moment, moment.replace(day=day, hour=hour, minute=minute)) for day, hour, minute in (
        (5, 12, 30), (5, 12, 35), (5, 15, 29), (7, 12, 30),
    )] == ["now", "5 min", "2 h", "2 d"]  # fmt: skip
    assert ago(moment, moment.replace(year=2025)) == "5 Mar 2024"
    article = Article("", (), byline=("A", "B"), site="S", url="https://e.org/", word_of_caution="careful")
    assert head_of(article) == (
        ("Untitled", "title"), ("A, B · S", "byline"), ("https://e.org/", "address"), ("careful", "caution"),
    )  # fmt: skip
