"""A phrase whose words are in many quotations: found wherever somebody said it, whatever the indexes have by then."""

import pytest

from .conftest import read


def page(folder, name, *paragraphs):
    """An article as a file."""
    path = folder / f"{name}.md"
    path.write_text("\n\n".join([f"# {name}", *paragraphs, ""]), encoding="utf-8")
    return path


def told(words):
    return f"“{words},” said Nora Quill."


@pytest.fixture
def lamps(desk, tmp_path):
    """A desk that has read of lamps: in 240 quotations lit and lamp stand apart, in two places together."""
    apart = page(tmp_path, "apart", *(told(f"We lit one that is no lamp at all, number {n}") for n in range(240)))
    said_so = page(tmp_path, "said", "Nobody was there.", told("A lit lamp is a promise"))
    beside = page(tmp_path, "beside", "There was a lit lamp.", told("They lit it, and the lamp smoked"))
    read(desk, [apart, said_so, beside])
    desk.search.bring_up_to_date()
    return desk


def found(desk, asked='said:"lit lamp"'):
    return {one.words for one in desk.search.quotations(asked)}


def test_only_who_said_the_phrase_is_found(lamps):
    assert found(lamps) == {"A lit lamp is a promise,"}
    assert found(lamps, "said:lit-lam*") == {"A lit lamp is a promise,"}
    assert found(lamps, 'said:"lamp lit"') == set()


def test_an_article_that_the_search_has_not_taken_in_yet_is_looked_at(lamps, tmp_path):
    read(lamps, [page(tmp_path, "later", told("One lit lamp does for two"))])
    assert found(lamps) == {"A lit lamp is a promise,", "One lit lamp does for two,"}


def test_an_article_is_looked_at_beyond_what_the_search_takes_of_a_text(lamps, tmp_path):
    much = [f"The keeper wrote {'hm' * 400}." for _ in range(260)]
    read(lamps, [page(tmp_path, "long", *much, told("My last lit lamp went out"))])
    lamps.search.bring_up_to_date()
    assert found(lamps) == {"A lit lamp is a promise,", "My last lit lamp went out,"}


def test_two_phrases_must_both_be_said(lamps):
    assert found(lamps, 'said:"lit lamp" said:"a promise"') == {"A lit lamp is a promise,"}
    assert found(lamps, 'said:"lit lamp" said:"at all"') == set()
