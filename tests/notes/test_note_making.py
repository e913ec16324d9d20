"""A note knows its passage, its article and how to cite it; notes from outside are made safe."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import BadInput
from reader.model import Article, Block, BlockKind, Note, NoteKind, Precision, Selector
from reader.notes import clean_tags, make_note
from reader.notes.deeplink import deep_link
from reader.notes.incoming import from_mapping, notes_from_json
from reader.notes.make import text_sha256

TEXT = "The harbour board met on Tuesday. Ines Okoro said the cost had doubled, and that invoices would be published."
ARTICLE = Article(
    title="Why the Pier’s cost doubled",
    blocks=(Block(BlockKind.PARAGRAPH, TEXT), Block(BlockKind.PARAGRAPH, "It meets again in May.")),
    url="https://gazette.example/pier?ref=home",
    canonical_url="https://gazette.example/pier",
    site="Harbour Gazette",
    byline=("Ana María Petrová", "Bram Yilmaz"),
    published=datetime(2026, 4, 30, 9, 30, tzinfo=timezone(timedelta(hours=2))),
)


def test_a_note_on_a_passage_holds_what_is_needed_to_find_and_to_cite_it():
    start = TEXT.index("the cost")
    note = make_note(
        ARTICLE,
        span=(start, start + 20),
        kind=NoteKind.QUOTATION,
        body="  as typed\n",
        tags=["#Budget"],
        color="yellow",
        speaker="Ines Okoro",
        page_sha256="ab",
        accessed="2026-05-01",
    )
    assert note.selector == Selector(
        "the cost had doubled", TEXT[:start][-64:], ARTICLE.text[start + 20 :][:64], start, start + 20
    )
    assert (note.url, note.canonical_url, note.title) == (ARTICLE.url, ARTICLE.canonical_url, ARTICLE.title)
    assert (note.authors, note.site, note.published) == (ARTICLE.byline, ARTICLE.site, "2026-04-30T09:30:00+02:00")
    assert (note.citekey, note.text_sha256, note.page_sha256) == ("petrova2026pier", text_sha256(ARTICLE.text), "ab")
    assert (note.body, note.tags, note.color, note.speaker) == ("  as typed\n", ("Budget",), "yellow", "Ines Okoro")
    assert (note.accessed, note.anchor) == ("2026-05-01", None)
    assert note.created == note.modified
    assert note.created.tzinfo is UTC
    assert note.id


def test_a_note_on_the_whole_article_has_no_passage():
    note = make_note(ARTICLE, span=None, kind=NoteKind.PAGE)
    assert note.selector is None
    assert datetime.fromisoformat(note.accessed).tzinfo


def test_context_is_64_characters_and_may_reach_over_blocks():
    start = ARTICLE.text.index("published")
    selector = make_note(ARTICLE, span=(start, start + 9), kind=NoteKind.HIGHLIGHT).selector
    assert selector is not None
    assert len(selector.prefix) == 64
    assert selector.suffix == ".\n\nIt meets again in May."


@given(st.integers(-5, 300), st.integers(-5, 300))
def test_a_span_beyond_the_text_is_cut_to_it(start, end):
    selector = make_note(ARTICLE, span=(start, end), kind=NoteKind.HIGHLIGHT).selector
    assert selector is not None
    assert selector.exact == ARTICLE.text[selector.start : selector.end]


def article(**fields) -> Article:
    return Article(fields.pop("title", "Budget approved"), (), **fields)


@pytest.mark.parametrize(
    ("given_article", "key"),
    [
        (article(byline=("Dana Petrova",), published=datetime(2025, 3, 1)), "petrova2025budget"),
        (article(byline=("O’Neill",)), "oneillbudget"),
        (article(site="The Harbour Gazette", published=datetime(2025, 3, 1)), "theharbourgazette2025budget"),
        (article(url="https://www.gazette.example/a"), "gazettebudget"),
        (article(byline=("Анна Петрова",), site="Gazeta", title="About the 7th pier"), "gazeta7th"),
        (article(), "unsignedbudget"),
    ],
)
def test_citation_keys(given_article, key):
    assert make_note(given_article, span=None, kind=NoteKind.PAGE).citekey == key


def test_a_title_without_latin_words_still_gives_a_key_of_its_own():
    keys = {make_note(article(title=title), span=None, kind=NoteKind.PAGE).citekey for title in ("Причал", "Мост")}
    assert len(keys) == 2
    assert all(key.isascii() and key.isalnum() for key in keys)


@pytest.mark.parametrize(
    ("precision", "text"), [(Precision.DAY, "2026-04-30"), (Precision.SECOND, "2026-04-30T00:00:00")]
)
def test_the_date_is_as_exact_as_the_article_gives_it(precision, text):
    dated = article(published=datetime(2026, 4, 30), published_precision=precision)
    assert make_note(dated, span=None, kind=NoteKind.PAGE).published == text


def test_tags_are_one_word_each_and_none_twice():
    given_tags = ["#Budget", " city hall ", "budget, BUDGET", "", "#", "a\x1b[31m\nb", "\u202epier"]
    assert clean_tags(given_tags) == ("Budget", "city-hall", "a[31m-b", "pier")


# --- deep links


def linked(selector: Selector | None, url: str = "https://gazette.example/pier") -> str:
    return deep_link(Note("1", NoteKind.NOTE, url, selector=selector))


@pytest.mark.parametrize(
    ("selector", "fragment"),
    [
        (None, ""),
        (Selector("   "), ""),
        (Selector("the cost had doubled, at last"), "#:~:text=the%20cost%20had%20doubled%2C%20at%20last"),
        (Selector("well-known & cheap, not dear"), "#:~:text=well%2Dknown%20%26%20cheap%2C%20not%20dear"),
        (Selector("the cost", "off here said ", " had doubled so"), "#:~:text=here%20said-,the%20cost,-had%20doubled"),
        (Selector("arbour boar", "The h", "d met on Tuesday"), "#:~:text=harbour%20board,-met%20on"),
        (Selector("one two\n\nthree four"), "#:~:text=one%20two,three%20four"),
        (Selector("word " * 40), "#:~:text=" + "%20".join(["word"] * 6) + "," + "%20".join(["word"] * 6)),
    ],
)  # fmt: skip
def test_deep_links(selector, fragment):
    assert linked(selector) == "https://gazette.example/pier" + fragment


def test_a_deep_link_keeps_the_address_own_fragment_and_cannot_leave_its_brackets():
    assert linked(Selector("a passage of some length here"), "https://gazette.example/p#top").startswith(
        "https://gazette.example/p#top:~:text="
    )
    assert linked(None, 'https://gazette.example/"> <b\n') == "https://gazette.example/%22%3E%20%3Cb"


@pytest.mark.parametrize("url", ["", "file:///home/a.html", "javascript:alert(1)", "https://", "http://[bad"])
def test_only_web_addresses_are_linked(url):
    assert linked(Selector("words"), url) == ""


# --- notes from outside


def test_a_note_from_outside():
    note = from_mapping(
        {
            "title": "Pier\n# opens\x1b[31m",
            "url": 'https://gazette.example/"x" y',
            "quote": "We have \u202eheard that",
            "note": "as \x1b typed\n",
            "tags": ["#a b", "A-B"],
            "speaker": "Bram\nYilmaz",
            "mood": {"x": 1},
        }
    )
    assert note.title == "Pier # opens[31m"
    assert note.url == "https://gazette.example/%22x%22%20y"
    assert note.selector == Selector("We have heard that")
    assert (note.body, note.tags, note.speaker) == ("as \x1b typed\n", ("a-b",), "Bram Yilmaz")
    assert (note.kind, note.extra) == (NoteKind.NOTE, {"mood": {"x": 1}})
    assert note.citekey == "gazettepier"
    assert note.id


@pytest.mark.parametrize(
    ("given_fields", "kind"),
    [({"note": "n", "quote": "q"}, "note"), ({"quote": "q"}, "highlight"), ({"url": "http://a.example"}, "page")],
)
def test_the_kind_follows_from_what_is_given(given_fields, kind):
    assert from_mapping(given_fields).kind == kind


def test_json_from_outside_is_one_object_or_a_list():
    assert [note.title for note in notes_from_json('\ufeff{"title": "one"}', "x.json")] == ["one"]
    assert [note.title for note in notes_from_json('[{"title": "one"}, {"title": "two"}]', "x.json")] == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{", "x.json: not JSON (line 1, column 2)"),
        ("[" * 100_000, "x.json: nested too deep"),
        ("7", "x.json: not an object"),
        ('[{"title": "a"}, "b"]', "x.json: note 2: not an object"),
        ('[{"title": 7}]', "x.json: note 1: title: not text"),
        ('{"title": "a", "tags": 7}', "x.json: tags: not a list of texts"),
        ('{"title": "a", "tags": [7]}', "x.json: tags: not a list of texts"),
        ('{"url": "javascript:alert(1)"}', "x.json: url: javascript: is not opened by reader"),
        ('{"url": "http://[bad"}', "x.json: url: not an address"),
        ("{}", "x.json: nothing to note"),
    ],
)
def test_what_cannot_be_taken_is_named_in_one_line(text, line):
    with pytest.raises(BadInput) as refusal:
        notes_from_json(text, "x.json")
    assert str(refusal.value).startswith(line)
    assert "\n" not in str(refusal.value)


@given(
    st.dictionaries(
        st.sampled_from(["title", "url", "quote", "note", "tags", "speaker"]),
        st.text() | st.integers() | st.lists(st.text()),
    )
)
def test_any_object_is_taken_or_refused(mapping):
    try:
        notes = notes_from_json(json.dumps(mapping), "x.json")
    except BadInput as refusal:
        assert "\n" not in str(refusal)
    else:
        assert notes[0].title.isprintable() or not notes[0].title.isascii()
