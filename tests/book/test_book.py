"""The book over a library: who said what in twelve articles, through the desk."""

from reader.app.corrections import Correction
from reader.library.book.lookup import Wanted
from reader.model import QuotationKind, SpeakerKind

from .conftest import AFFAIR, read


def said_by(desk, name):
    speaker = desk.book.speaker(name)
    return [(one.site, one.words) for one in desk.book.quotations(Wanted(person=speaker.key))]


def test_everybody_is_there_once_with_all_they_said(well_read):
    people = {one.name: one for one in well_read.book.speakers(kinds=[SpeakerKind.PERSON])}
    counts = {name: (one.quotations, one.articles, one.sites) for name, one in people.items()}
    assert counts["Ilse Brandvold"] == (7, 6, 4)
    assert counts["Yuri Velichko"] == (4, 4, 3)
    assert counts["Peter Lowry"] == (3, 3, 3)
    assert counts["Dana Marsh"] == (3, 3, 3)
    assert counts["Oliver Marsh"] == (3, 3, 3)
    assert counts["Marsh"] == (1, 1, 1)  # who sells shoes, and has no more than a surname
    assert people["Ilse Brandvold"].first.isoformat() == "2026-03-02"
    assert people["Ilse Brandvold"].last.isoformat() == "2026-10-30"


def test_the_book_does_not_depend_on_the_order_of_reading(desk):
    read(desk, list(reversed(AFFAIR)))
    people = {one.name: one.quotations for one in desk.book.speakers(kinds=[SpeakerKind.PERSON])}
    assert (people["Dana Marsh"], people["Oliver Marsh"], people["Yuri Velichko"]) == (3, 3, 4)


def test_a_timeline_is_newest_first_and_can_be_narrowed(well_read):
    lines = said_by(well_read, "Hanna Weiss")
    assert [site for site, _ in lines] == ["Eastern Post", "Eastern Post", "Northern Wire"]
    key = well_read.book.speaker("Hanna Weiss").key
    assert len(well_read.book.quotations(Wanted(person=key, words="weld"))) == 1
    assert len(well_read.book.quotations(Wanted(person=key, site="post"))) == 2


def test_reading_an_article_again_adds_nothing(well_read):
    before = well_read.book.totals()
    read(well_read, AFFAIR[:3])
    assert well_read.book.totals() == before


def test_the_same_words_elsewhere_are_linked_and_told_from_other_wordings(well_read):
    reading = well_read.corrected(well_read.open(str(AFFAIR[0])))
    standing = well_read.book.elsewhere(reading)
    by_words = {reading.article.text[start : start + 9]: where for (start, _end), where in standing.items()}
    assert [one.site for one in by_words["We closed"].same] == ["Northern Wire"]
    assert by_words["In twenty"].same == ()
    assert [one.site for one in by_words["In twenty"].others] == ["Northern Wire"]


def test_a_merge_is_kept_with_the_notes_and_taken_back_with_them(well_read):
    book = well_read.book
    note = book.merge(book.speaker("Oliver Marsh"), book.speaker("Dana Marsh"))
    assert len(said_by(well_read, "Dana Marsh")) == 6
    assert note.id in {one.id for one in well_read.all_notes()}
    well_read.remove_note(note)
    book.settle()
    assert len(said_by(well_read, "Dana Marsh")) == 3


def test_a_merge_of_other_surnames_keeps_the_name_of_whom_it_leads_to(well_read):
    book = well_read.book
    book.merge(book.speaker("Greta Sondheim"), book.speaker("Hanna Weiss"))
    assert len(said_by(well_read, "Hanna Weiss")) == 4
    assert "Greta Sondheim" not in {one.name for one in book.speakers()}


def test_a_split_takes_one_article_out(well_read):
    book = well_read.book
    speaker = book.speaker("Peter Lowry")
    last = book.quotations(Wanted(person=speaker.key))[0]
    book.split(speaker, last)
    assert sorted(one.quotations for one in book.speakers("Lowry")) == [1, 2]


def test_a_name_of_the_users_stays_when_more_is_read(desk):
    read(desk, AFFAIR[:2])
    desk.book.rename(desk.book.speaker("Yuri Velichko"), "Yuri Ivanovich Velichko")
    read(desk, AFFAIR[2:])
    assert len(said_by(desk, "Yuri Ivanovich Velichko")) == 4


def test_a_correction_in_an_article_reaches_the_book(desk):
    reading = read(desk, AFFAIR[:1])[0]
    quotation = next(one for one in reading.attribution.quotations if one.kind is QuotationKind.DIRECT)
    desk.correct(reading, (quotation.start, quotation.end), Correction.SPEAKER, "Nils Aberg")
    desk.corrected(reading)
    assert [words[:9] for _site, words in said_by(desk, "Nils Aberg")] == ["We closed"]
    assert "Ilse Brandvold" not in {one.name for one in desk.book.speakers()}


def test_an_article_taken_out_of_the_library_leaves_the_book_and_comes_back(well_read):
    recent = next(one for one in well_read.recent() if one.title.startswith("Prosecutor"))
    well_read.forget(recent)
    assert len(said_by(well_read, "Hanna Weiss")) == 2
    assert not well_read.book.quotations(Wanted(words="signed for welds"))
    assert {one.name: one.quotations for one in well_read.book.speakers("Weiss")} == {"Hanna Weiss": 2}
    well_read.restore(recent)
    well_read.book.catch_up()
    assert len(said_by(well_read, "Hanna Weiss")) == 3


def test_what_was_stored_before_there_was_a_book_is_read_into_it(desk):
    for path in AFFAIR:
        desk.attribute(desk.open(str(path)))
    assert desk.book.totals() == (0, 0)
    seen = []
    assert desk.book.catch_up(seen.append) == 12
    assert desk.book.totals()[0] == 12
    assert [(one.done, one.of) for one in seen[:2]] == [(0, 12), (1, 12)]


def test_the_demo_is_nobodys_word(desk):
    desk.corrected(desk.open_demo())
    assert desk.book.totals() == (0, 0)


def said(desk, asked):
    return [one.words for one in desk.search.quotations(asked)]


def test_a_phrase_must_stand_together_and_in_one_quotation(well_read):
    (words,) = said(well_read, 'said:"signed for welds"')
    assert "signed for welds" in words
    assert said(well_read, 'said:"welds signed for"') == []
    assert said(well_read, "said:welds said:signed said:for") == [words]
    assert said(well_read, 'said:"signed for" said:wel*') == [words]


def test_an_article_is_found_by_a_phrase_only_when_somebody_said_it(well_read):
    well_read.search.bring_up_to_date()
    assert len(well_read.search.find('said:"signed for welds"')) == 1
    assert well_read.search.find('said:"welds signed for"') == []


def test_a_text_that_changes_takes_its_quotations_with_it_until_it_is_read_again(well_read, tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# Lamp\n\n“The lamp was lit at dusk,” said Nora Quill.\n")
    read(well_read, [page])
    assert said(well_read, 'said:"lit at dusk"') == ["The lamp was lit at dusk,"]
    page.write_text("# Lamp\n\nLate on Tuesday. “The lamp was lit at dawn,” said Nora Quill.\n")
    well_read.open(str(page))
    assert said(well_read, "said:lamp") == []
    well_read.book.catch_up()
    assert said(well_read, "said:lamp") == ["The lamp was lit at dawn,"]
    assert said(well_read, "said:dusk") == []


def test_the_index_of_words_is_made_anew_when_much_of_it_is_gone(well_read, monkeypatch):
    monkeypatch.setattr("reader.library.book.words._MANY_GONE", (1, 0.01))
    library, book = well_read.book.lookup._connections, well_read.book
    with library.write() as connection:
        connection.execute("DELETE FROM articles WHERE title LIKE 'Prosecutor%'")
        assert connection.execute("SELECT gone FROM word_index").fetchone()[0] > 0
    book.catch_up()
    with library.read() as connection:
        assert connection.execute("SELECT gone FROM word_index").fetchone()[0] == 0
        indexed = connection.execute("SELECT doc FROM quotation_terms WHERE term = 'welds'").fetchone()
    assert indexed is None
    assert said(well_read, "said:bridge") != []
    assert {one.name: one.quotations for one in book.speakers("Weiss")} == {"Hanna Weiss": 2}


def test_correcting_an_article_leaves_nothing_of_its_old_quotations_in_the_index(desk):
    reading = read(desk, AFFAIR[:1])[0]
    quotation = next(one for one in reading.attribution.quotations if one.kind is QuotationKind.DIRECT)
    with desk.book.lookup._connections.read() as connection:
        before = connection.execute("SELECT term, doc FROM quotation_terms").fetchall()
        held = connection.execute("SELECT sum(length(held)) FROM sketches").fetchone()[0]
        desk.correct(reading, (quotation.start, quotation.end), Correction.SPEAKER, "Nils Aberg")
        desk.corrected(reading)
        assert list(map(tuple, connection.execute("SELECT term, doc FROM quotation_terms"))) == list(map(tuple, before))
        assert connection.execute("SELECT sum(length(held)) FROM sketches").fetchone()[0] == held > 0
        assert connection.execute("SELECT gone FROM word_index").fetchone()[0] == 0


def test_words_that_wait_are_taken_in_batch_by_batch_and_told(well_read, monkeypatch):
    monkeypatch.setattr("reader.library.book.words._BATCH", 5)
    with well_read.book.lookup._connections.write() as connection:
        connection.execute("INSERT INTO quotation_words (quotation_words) VALUES ('delete-all')")
        connection.execute("DELETE FROM sketches")
        connection.execute("INSERT INTO unworded SELECT article FROM booked")
    assert said(well_read, "said:bridge") == []
    seen = []
    assert well_read.book.catch_up(seen.append) == 0
    assert [(one.done, one.of) for one in seen] == [(5, 12), (10, 12), (12, 12)]
    assert said(well_read, "said:bridge") != []


def test_words_that_many_said_are_found_newest_first_as_rare_ones_are(well_read, monkeypatch):
    rare = well_read.search.quotations("said:the", 3, 1), well_read.search.quotations("said:the site:wire")
    monkeypatch.setattr("reader.library.book.sought._OFTEN", 0)
    assert (well_read.search.quotations("said:the", 3, 1), well_read.search.quotations("said:the site:wire")) == rare
    assert len(rare[0]) == 3
