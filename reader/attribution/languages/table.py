"""What a language's file says: its words of speech, its pronouns, titles and marks.

To add a language, add one file named by its tag (``sv.py``) that holds ``TABLE = Table(...)``. Everything but the tag
and ``common`` may be left out: each list only makes the answers better. All words in lower case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

__all__ = ["Table", "forms", "gendered", "words"]

_NONE: Mapping[str, str] = MappingProxyType({})


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(text.split())


def forms(stems: str, endings: str) -> frozenset[str]:
    """Every stem with every ending; ``-`` is the bare stem."""
    return frozenset(stem + ending.strip("-") for stem in stems.split() for ending in endings.split())


def gendered(m: str = "", f: str = "", p: str = "", n: str = "") -> dict[str, str]:
    """Words by their gender: ``m``, ``f``, ``p`` for the plural, ``n`` for either or neither ("")."""
    found = dict.fromkeys(n.split(), "")
    for gender, listed in (("m", m), ("f", f), ("p", p)):
        found.update(dict.fromkeys(listed.split(), gender))
    return found


@dataclass(frozen=True, eq=False, kw_only=True)
class Table:
    """One language, as far as finding speakers needs it.

    Genders are ``m``, ``f``, ``p`` (plural) or ``""`` (either).
    """

    tag: str
    common: frozenset[str] = frozenset()
    """Function words: they begin sentences and are no names; the language is known by them."""

    said: frozenset[str] = frozenset()
    """Forms of verbs that carry words; of a compound tense the participle."""
    helpers: frozenset[str] = frozenset()
    """Auxiliaries and pronouns that may stand between a verb and its subject."""
    according: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Phrases before a speaker, with the gender when a pronoun is in them: "по её словам"."""

    reported: frozenset[str] = frozenset()
    """Forms of verbs that show, by themselves, that a clause is reported."""
    viewpoint: frozenset[str] = frozenset()
    """Prepositions that name, at the start of a sentence, whose view follows: "pour"."""

    pronouns: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Personal pronouns as subjects."""
    objects: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Personal pronouns after "according to"."""
    articles: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Articles and possessives before a description."""
    indefinite: frozenset[str] = frozenset()
    """Those of the articles that bring up somebody new."""
    demonstratives: frozenset[str] = frozenset()
    """Those of the articles after which a noun is no part of the name that follows it: "a este diario Ana Ruiz"."""
    prepositions: frozenset[str] = frozenset()
    """Words after which no subject stands."""
    joins: frozenset[str] = frozenset()
    """Words that open another clause."""

    titles: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Forms of address, with their full stop where they have one."""
    roles: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Nouns for a person by office, trade or relation."""
    role_endings: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Endings of compounds that are such nouns."""
    bodies: frozenset[str] = frozenset()
    """Nouns for organisations that speak."""
    works: frozenset[str] = frozenset()
    """Nouns after which marks hold a title or a name."""
    not_names: frozenset[str] = frozenset()
    """Days, months and other words that are capitalised and no names."""
    particles: frozenset[str] = frozenset()
    """Words in lower case that stand within a name."""
    given_endings: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """What the ending of a given name says of gender."""
    given: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Given names whose ending misleads."""

    marks: tuple[str, ...] = ()
    """Pairs of marks, opening and closing, that may stand within a pair of the same."""
    apostrophes: str = ""
    """A pattern for the words that begin with an apostrophe."""
    dashes: str = ""
    """Dashes that open a line of dialogue."""
    asides: str = ""
    """What parts "he said" from the words within one pair of marks: dashes, a comma."""

    elided: frozenset[str] = frozenset()
    """Words that lose their last letter before an apostrophe."""
    clitics: str = ""
    """A pattern for a pronoun hung on a verb; its first group is the pronoun."""
    short_names: bool = False
    """Whether a person mostly goes by one given name and a surname, so that a third word before them is a noun."""
    capital_nouns: bool = False
    """Whether every noun has a capital."""
    drops: bool = False
    """Whether a verb may stand without its subject."""
    verb_gender: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """What the ending of a verb of speech says of its subject."""

    case_endings: str = ""
    """A pattern for what a name or noun may lose or take by case."""
    genitive: str = ""
    """A pattern for nouns that may follow another without a preposition."""
    nominative: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=lambda: MappingProxyType({}))
    """By ``m given``, ``f given``, ``m surname``, ``f surname``: patterns of the genitive and what they become."""
    patronymics: str = ""
    """A pattern for the name between given name and surname."""
