"""Which speakers of different articles are one person."""

import pytest

from reader.library.book.fold import fold_name
from reader.library.book.people import Appearance, Rulings, decide, lone_id, shown_name
from reader.library.book.roles import same_post
from reader.model import SpeakerKind

ONE_NAME = [
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Yury Velichko", "Yuri Velichko"),
    ("Sergey Antonov", "Sergei Antonov"),
    ("Aleksei Fyodorov", "Alexey Fedorov"),
    ("Dmitriy Malyshev", "Dmitry Malyshev"),
    ("Yevgeny Korolev", "Evgeny Korolev"),
    ("Julia Sokolova", "Yulia Sokolova"),
    ("Mikhail Orlov", "Mihail Orlov"),
    ("Mohammed al-Rashid", "Muhammad Rashid"),
    ("Yousef Haddad", "Yusuf Haddad"),
    ("Jürgen Müller", "Juergen Mueller"),
    ("Jürgen Müller", "Jurgen Muller"),
    ("François Lefèvre", "Francois Lefevre"),
    ("Kim Jong-su", "Kim Jong Su"),
    ("Peter J. Lowry", "Peter Lowry"),
    ("Dr. Hanna Weiss", "Hanna Weiss"),
    ("Tomas O’Hara", "Tomas O'Hara"),
]
TWO_NAMES = [
    ("Volodymyr Zelenko", "Vladimir Zelenko"),
    ("Dana Marsh", "Oliver Marsh"),
    ("Marie Lowry", "Maria Lowry"),
    ("Joe Weiss", "Jo Weiss"),
    ("Martin King Jr.", "Martin King Sr."),
    ("Li Wei", "Lei Wei"),
    ("Aleksandr Petrenko", "Oleksandr Petrenko"),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_spellings_of_one_name_fold_to_the_same(one, other):
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_two_names_stay_two(one, other):
    assert fold_name(one) != fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russian foreign minister", "the foreign minister of Russia"),
        ("spokeswoman for the harbour authority", "harbour authority spokesman"),
        ("chief executive of Marsh Construction", "Marsh Construction’s founder"),
        ("leader of the dockers’ union", "the dockers’ union leader"),
    ],
)
def test_one_post_in_two_wordings(one, other):
    assert same_post(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("minister", "prime minister"),
        ("French judge", "French poet"),
        ("mayor of Velmont", "mayor of Sandport"),
        ("", ""),
        ("Prime Minister", "Foreign Minister"),
    ],
)
def test_two_posts_stay_two(one, other):
    assert not same_post(one, other)


def people(*appearances):
    """The articles of each person that these are, each given as (article, name, role)."""
    decided = decide([Appearance(*one) for _article, *one in appearances])
    found = {}
    for article, *one in appearances:
        found.setdefault(decided[Appearance(*one)] or lone_id(one[0], article), []).append(article)
    return sorted(sorted(articles) for articles in found.values())


def test_a_surname_joins_the_full_name_that_has_its_role():
    assert people(("a", "Dana Marsh", "union leader"), ("b", "Marsh", "the union leader")) == [["a", "b"]]


def test_a_surname_with_an_initial_joins_too_and_another_initial_does_not():
    full = ("a", "Dana Marsh", "union leader")
    assert people(full, ("b", "D. Marsh", "union leader")) == [["a", "b"]]
    assert people(full, ("b", "K. Marsh", "union leader")) == [["a"], ["b"]]


def test_a_surname_alone_is_never_enough():
    assert people(("a", "Dana Marsh", "union leader"), ("b", "Marsh"), ("c", "Marsh")) == [["a"], ["b"], ["c"]]


def test_a_surname_that_two_people_of_the_role_have_stays_alone():
    both = (("a", "Dana Marsh", "councillor"), ("b", "Oliver Marsh", "councillor"))
    assert people(*both, ("c", "Marsh", "councillor")) == [["a"], ["b"], ["c"]]


def test_the_name_shown_is_the_commonest_full_one():
    assert shown_name({"Yury Velichko": 1, "Yuri Velichko": 5, "Velichko": 9}) == "Yuri Velichko"


def test_what_is_unnamed_is_one_for_each_description_and_an_organisation_is_no_person():
    official = Appearance("a senior official", kind=SpeakerKind.UNNAMED)
    body, person = Appearance("Marsh", kind=SpeakerKind.ORGANISATION), Appearance("Dana Marsh", "baker")
    assert decide([official, body, person]) == {
        official: "unnamed:a senior oficial",
        body: "organisation:marsh",
        person: "dana marsh",
    }


def test_merges_lead_on_and_those_in_a_circle_end():
    assert Rulings(merged={"a": "b", "b": "c"}).leads_to("a") == "c"
    assert Rulings(merged={"a": "b", "b": "a"}).leads_to("a") in ("a", "b")
