"""Who said what in other languages: two articles of ours a language, and the habits of each in small.

An article's gold is exact: where each quotation stands, and the full name of who said it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from reader.attribution import attribute
from reader.attribution.languages.choice import choose, table_of

CORPUS = Path(__file__).parent / "languages"
ARTICLES = sorted(path.stem for path in CORPUS.glob("*.json"))
TAGS = ["de", "es", "fr", "it", "nl", "pt", "ru", "uk"]


def load(name):
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
    return text, json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))


def said(text, language):
    result = attribute(text, language)
    names = {speaker.id: speaker.name for speaker in result.speakers}
    return [(text[q.start : q.end], names.get(q.speaker)) for q in result.quotations]


@pytest.mark.parametrize("name", ARTICLES)
def test_gold_offsets_are_true(name):
    text, gold = load(name)
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in gold["quotes"])
    assert all(title in text for title in gold["not_quotes"])


@pytest.mark.parametrize("name", ARTICLES)
def test_quotations_and_speakers_of_an_article(name):
    text, gold = load(name)
    result = attribute(text, gold["language"])
    names = {speaker.id: speaker.name for speaker in result.speakers}
    found = [(q.start, q.end, names.get(q.speaker)) for q in result.quotations]
    assert found == [(quote["start"], quote["end"], quote["speaker"]) for quote in gold["quotes"]]


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_that_says_no_language_is_known_by_its_words(name):
    text, gold = load(name)
    assert attribute(text) == attribute(text, "") == attribute(text, gold["language"])


@pytest.mark.parametrize("tag", ["fr-CA", "FR", "fr_FR", " fr "])
def test_the_primary_subtag_picks_the_table(tag):
    text, _gold = load("fr_usine")
    assert attribute(text, tag) == attribute(text, "fr")


def test_there_is_a_table_for_each_of_the_eight():
    assert sorted({name[:2] for name in ARTICLES}) == TAGS
    assert [table_of(tag).tag for tag in TAGS] == TAGS


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_lists_lower_case_words_only(tag):
    table = table_of(tag)
    listed = [table.common, table.said, table.roles, table.bodies, table.works, table.titles, table.pronouns]
    assert [word for words in listed for word in words if word != word.lower()] == []
    assert not table.said & table.common


ENGLISH = (
    "The mayor of Oxley, Petra Nowak, opened the bridge on Monday. “It is long,” the mayor said. "
    "The work had been done by a firm from the village that it leads to, and it was paid for by the county."
)


@pytest.mark.parametrize("language", [None, "", "en", "en-GB", "und", "fr", "de", "sv"])
def test_english_stays_english_whatever_its_page_says(language):
    assert choose(ENGLISH, language) is None
    assert said(ENGLISH, language) == [("It is long,", "Petra Nowak")]


def test_too_few_words_are_english():
    assert choose("„Das ist gut“, sagte Anna Weber.", None) is None


def test_english_loads_no_table():
    code = (
        "import sys; from reader.attribution import attribute; attribute(sys.argv[1]);"
        "print([m for m in sys.modules if m.startswith('reader.attribution.languages.')])"
    )
    shown = subprocess.run([sys.executable, "-c", code, ENGLISH], capture_output=True, text=True, check=True).stdout
    assert not any(f"languages.{name}'" in shown for name in [*TAGS, "reading"])


HABITS = {
    "space within the marks": ("fr", "« Oui », dit Anne Leroy.", [("Oui", "Anne Leroy")]),
    "narrow space within the marks": ("fr", "«\u202fOui\u202f», dit Anne Leroy.", [("Oui", "Anne Leroy")]),
    "aside between commas": (
        "fr",
        "« Je pars, explique Anne Leroy, qui dirige le port, et je ne reviendrai pas. »",
        [("Je pars", "Anne Leroy"), ("et je ne reviendrai pas.", "Anne Leroy")],
    ),
    "pronoun hung on the verb": (
        "fr",
        "Anne Leroy a souri. « Je pars », a-t-elle ajouté.",
        [("Je pars", "Anne Leroy")],
    ),
    "article elided": ("fr", "« Jamais », jure l'avocate Anne Leroy.", [("Jamais", "Anne Leroy")]),
    "title before a surname": (
        "fr",
        "Paul Roux et Anne Leroy se taisent. « Non », a dit Mme Leroy.",
        [("Non", "Anne Leroy")],
    ),
    "reported by its mood": (
        "de",
        "Die Trainerin Anna Weber kritisierte den Verein: Der Plan sei „ein Witz“.",
        [("ein Witz", "Anna Weber")],
    ),
    "marks turned inwards": ("de", "»Nein«, sagte Anna Weber.", [("Nein", "Anna Weber")]),
    "Swiss marks": ("de-CH", "«Nein», sagte Anna Weber.", [("Nein", "Anna Weber")]),
    "a noun that is no name": (
        "de",
        "„Nein“, sagte die Fährfrau Anna Weber. „Nie“, sagte Weber.",
        [("Nein", "Anna Weber"), ("Nie", "Anna Weber")],
    ),
    "raya within the marks": (
        "es",
        "«No firmo —dijo Ana Ruiz, la jueza—. Nunca».",
        [("No firmo", "Ana Ruiz"), ("Nunca", "Ana Ruiz")],
    ),
    "raya at the start of a line": (
        "es",
        "—No firmo —dijo Ana Ruiz—. Nunca.",
        [("No firmo", "Ana Ruiz"), ("Nunca.", "Ana Ruiz")],
    ),
    "a dash before an item of a list": ("es", "—Lunes: concierto\n\n—Martes: teatro", []),
    "subject left out": (
        "es",
        "Ana Ruiz se levantó tarde. «No firmo», añadió.",
        [("No firmo", "Ana Ruiz")],
    ),
    "an object before the subject": (
        "es",
        "«No firmo», dijo a este diario la jueza Ana Ruiz.",
        [("No firmo", "Ana Ruiz")],
    ),
    "a verb in no list": ("es", "«No firmo», bramó Ana Ruiz.", [("No firmo", "Ana Ruiz")]),
    "a surname that is a trade": (
        "nl",
        "Vogelaar Koen Visser zag Tessa Blom. Visser maakte foto’s. ‘Mijn handen trilden’, lacht hij.",
        [("Mijn handen trilden", "Koen Visser")],
    ),
    "the trade that came with a name": (
        "es",
        "La nadadora Noa Lasa vio a Ana Ruiz. «Ganó ella», dijo Ruiz. La nadadora sonrió: «Es mi casa».",
        [("Ganó ella", "Ana Ruiz"), ("Es mi casa", "Noa Lasa")],
    ),
    "a thing by its name": (
        "es",
        "En el bar La Fuente, Tomás Cruz llena jarras. «De noche duermo», bromea.",
        [("De noche duermo", "Tomás Cruz")],
    ),
    "dashes within the marks": (
        "it",
        "«Resto – ha detto Anna Conti – e lavoro».",
        [("Resto", "Anna Conti"), ("e lavoro", "Anna Conti")],
    ),
    "a trade in no list": ("pt", "“Fico”, conta a diarista Ana Reis.", [("Fico", "Ana Reis")]),
    "travessão": ("pt", "— Fico — disse Ana Reis. — E luto.", [("Fico", "Ana Reis"), ("E luto.", "Ana Reis")]),
    "apostrophes that open words": (
        "nl",
        "’s Avonds en ’s ochtends is het druk. ‘Het is ’n feest’, zei Anna de Wit.",
        [("Het is ’n feest", "Anna de Wit")],
    ),
    "marks within the same marks": (
        "ru",
        "«Завод «Прогресс» закрыт», — сказала Анна Лунина.",
        [("Завод «Прогресс» закрыт", "Анна Лунина")],
    ),
    "one mark closes two": (
        "ru",
        "«Мы были в «Прогрессе», — сказала Анна Лунина. Она добавила: «Всё».",
        [("Мы были в «Прогрессе", "Анна Лунина"), ("Всё", "Анна Лунина")],
    ),
    "a name in the genitive": (
        "ru",
        "По словам Сергея Лунина, это «только начало».",
        [("только начало", "Сергей Лунин")],
    ),
    "the verb tells the gender": (
        "ru",
        "Анна Лунина и Пётр Гуляев приехали вместе. «Мы устали», — сказала она.",
        [("Мы устали", "Анна Лунина")],
    ),
    "a woman's name in the genitive": ("uk", "На думку Ірини Паламар, це «замало».", [("замало", "Ірина Паламар")]),
    "a body with its name in marks": (
        "uk",
        "У компанії «Світанок» повідомили, що роботи йдуть «за графіком».",
        [("за графіком", "компанія «Світанок»")],
    ),
}


@pytest.mark.parametrize("name", HABITS)
def test_habit(name):
    language, text, wanted = HABITS[name]
    assert said(text, language) == wanted


def test_a_language_without_a_table_goes_by_marks_and_position():
    text = "Regnet öste ner i Lundvik. ”Vi stannar här”, menade Anna Lund. ”Varför inte?”"
    assert said(text, "sv") == [("Vi stannar här", "Anna Lund"), ("Varför inte?", "Anna Lund")]


@pytest.mark.parametrize("language", [*TAGS, "sv", "zz-ZZ", "../fr", "choice", "x"])
@pytest.mark.parametrize("text", ["", "«", "«»", "— ", "«a", "’s", "«a» —", "\n\n«a»\n\n", "l'«a»", "selon"])
def test_any_text_in_any_language_is_read(text, language):
    result = attribute(text, language)
    assert all(0 <= q.start < q.end <= len(text) for q in result.quotations)


def test_mentions_cues_and_carried_quotations_are_ranges_of_the_text():
    text, _gold = load("pt_futebol")
    result = attribute(text, "pt")
    mentions = [(m.start, m.end) for m in result.mentions]
    assert mentions == sorted(mentions)
    assert all(one[1] <= other[0] for one, other in pairwise(mentions))
    first = result.quotations[0]
    assert (text[slice(*first.cue)], text[slice(*first.mention)]) == ("afirmou", "Fonseca")


def test_a_quotation_left_open_goes_on_in_the_next_paragraph():
    text = "Anne Leroy a pris la parole. « Je pars.\n\n« Je ne reviendrai pas. »"
    result = attribute(text, "fr")
    assert [q.continues for q in result.quotations] == [None, 0]
    assert len(result.speakers) == 1
