"""Which mentions mean the same person, in another language; descriptions and pronouns in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.attribution.languages.inflection import body_nominative, given_gender, nominative, stem
from reader.attribution.languages.mentions import BODY, NAME, PRONOUN, ROLE, Mention
from reader.attribution.languages.table import Table
from reader.attribution.languages.tokens import WORD, Token

__all__ = ["Person", "Persons"]

_KEPT = 14  # mentions that are remembered
_LEAST = -3.5
_POOL = 40  # of so many of one name or office at most one is looked for


@dataclass(slots=True)
class Person:
    """A person or body: the stems of the name, gender, roles, and the names it goes by."""

    name: str
    stems: tuple[str, ...] = ()
    body: bool = False
    unnamed: bool = False
    gender: str = ""
    guess: str = ""
    roles: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    aliases: dict[str, None] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    straight: bool = False
    spoke: bool = False
    last: int = -1


class Persons:
    """The people of a text. Names are settled at once; ``advance`` settles the rest up to a sentence."""

    def __init__(self, text: str, tokens: list[Token], mentions: list[Mention], table: Table) -> None:
        self._text, self._tokens, self._mentions, self._table = text, tokens, mentions, table
        self.everyone: list[Person] = []
        self._by_stem: dict[str, list[int]] = {}
        self._by_head: dict[str, list[int]] = {}
        self._next = 0
        self._subject_of = -1
        self._recent: list[tuple[Mention, int, int]] = []
        self._speaker = -1
        self._spoke_in = -1
        named = [m for m in mentions if m.kind == NAME or (m.kind == BODY and self._has_name(m))]
        for mention in sorted(named, key=lambda m: (-min(m.name_end - m.name_start, 2), m.start)):
            self._settle_name(mention)
        for person in self.everyone:
            self._nominative(person)

    def _has_name(self, mention: Mention) -> bool:
        return any(token.capital for token in self._tokens[mention.name_start + 1 : mention.name_end])

    # names

    def _settle_name(self, mention: Mention) -> None:
        tokens = [t for t in self._tokens[mention.name_start : mention.name_end] if t.kind == WORD]
        stems = tuple(stem(token.lower, self._table) for token in tokens)
        index = self._known(stems, mention)
        if index < 0:
            index = self._add(Person("", stems, body=mention.kind == BODY))
            for key in {stems[0], stems[-1]}:
                self._by_stem.setdefault(key, []).append(index)
        person = self.everyone[index]
        self._call(person, mention, stems)
        person.gender = person.gender or mention.gender
        person.roles.extend(role for role in mention.roles if role not in person.roles)
        for role in mention.roles:
            for word in role.lower().split():
                key = stem(word, self._table)
                person.heads.add(key)
                self._by_head.setdefault(key, []).append(index)
        self._note(mention, index)

    def _call(self, person: Person, mention: Mention, stems: tuple[str, ...]) -> None:
        """Keep the fullest form of a name, and of those one that no preposition or case has changed."""
        span = self._tokens[mention.name_start : mention.name_end]
        name = " ".join(self._text[span[0].start : span[-1].end].split())
        better = len(stems) > len(person.stems) or (len(stems) == len(person.stems) and not person.straight)
        if not person.name or (better and not (mention.governed and len(stems) == len(person.stems))):
            if person.name and person.name != name:
                person.aliases[person.name] = None
            person.name, person.stems, person.straight = name, stems, not mention.governed
        elif name != person.name:
            person.aliases[name] = None

    def _known(self, stems: tuple[str, ...], mention: Mention) -> int:
        for index in self._by_stem.get(stems[-1], [])[:_POOL]:
            person = self.everyone[index]
            if mention.gender and person.gender not in ("", mention.gender):
                continue
            if len(stems) == 1 or set(stems) <= set(person.stems) or self._initials(stems, person.stems):
                return index
        return -1

    @staticmethod
    def _initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        short = len(one[0]) == 1 or len(other[0]) == 1
        return one[-1] == other[-1] and len(other) > 1 and short and one[0][:1] == other[0][:1]

    def _nominative(self, person: Person) -> None:
        names = person.name.split()
        if not person.straight and not person.body and self._table.nominative:
            names = nominative(names, person.gender, self._table)
            person.name = " ".join(names)
        person.guess = given_gender(names[0], self._table) if len(names) > 1 else ""

    def _add(self, person: Person) -> int:
        self.everyone.append(person)
        return len(self.everyone) - 1

    def _note(self, mention: Mention, index: int) -> None:
        mention.person = index
        self.everyone[index].mentions.append(mention)

    # descriptions and pronouns

    def advance(self, sentence: int) -> None:
        """Settle every mention up to the end of a sentence."""
        while self._next < len(self._mentions):
            mention = self._mentions[self._next]
            if self._tokens[mention.start].sentence > sentence:
                return
            self._next += 1
            self.settle(mention)
            if mention.person >= 0:
                self.everyone[mention.person].last = mention.start
                self._weigh(mention)
                self._recent.append((mention, mention.person, self._tokens[mention.start].sentence))
                del self._recent[:-_KEPT]

    def _weigh(self, mention: Mention) -> None:
        """See whether a mention is the subject of its sentence: the first that nothing governs."""
        sentence = self._tokens[mention.start].sentence
        if not mention.governed and sentence != self._subject_of:
            self._subject_of = sentence
            mention.subject = True

    def settle(self, mention: Mention) -> int:
        """The index of whom a mention means, -1 for nobody."""
        if mention.person >= 0:
            return mention.person
        found = -1
        if mention.kind == PRONOUN:
            found = self.antecedent(mention.start, mention.gender)
        elif mention.kind == ROLE and not mention.new:
            found = self._with_role(mention)
            if found < 0 and mention.gender != "p":
                found = self.antecedent(mention.start, mention.gender)
        elif mention.kind == BODY:
            found = self._body(mention)
        if found < 0 and mention.kind != PRONOUN:
            found = self._nameless(mention)
        if found >= 0:
            self._note(mention, found)
        return found

    def spoke(self, person: int, mention: Mention | None, sentence: int) -> None:
        """Note who said the passage that was just settled."""
        self._speaker, self._spoke_in = person, sentence
        self.everyone[person].spoke = True
        if mention is not None:
            self._recent.append((mention, person, sentence))
            del self._recent[:-_KEPT]

    def antecedent(self, position: int, gender: str) -> int:
        """The likeliest of those lately mentioned, or who spoke last; -1 when nobody fits."""
        token = self._tokens[position]
        best, best_score = -1, _LEAST
        for mention, index, sentence in self._recent:
            person = self.everyone[index]
            if not self._fits(person, gender) or mention.end > position:
                continue
            there = self._tokens[mention.start]
            score = -1.0 * (token.sentence - sentence) - 0.5 * (token.paragraph != there.paragraph)
            score += 1.0 if mention.subject else 0.0 if mention.governed else 0.4
            score += self._agreement(person, gender)
            score += 0.3 if index == self._speaker and token.sentence - self._spoke_in <= 3 else 0.0
            if score >= best_score:
                best, best_score = index, score
        if best < 0 and self._speaker >= 0 and self._fits(self.everyone[self._speaker], gender):
            return self._speaker
        return best

    @staticmethod
    def _fits(person: Person, gender: str) -> bool:
        if len(person.stems) == 1 and not (person.roles or person.gender or person.spoke):
            return False  # a place, as like as not
        if gender == "p":
            return person.body or person.gender == "p"
        return not person.body and (not gender or person.gender in ("", gender)) and person.gender != "p"

    @staticmethod
    def _agreement(person: Person, gender: str) -> float:
        if not gender or person.gender == gender:
            return 0.8 if gender else 0.0
        return 0.4 if person.guess == gender else -1.5 if person.guess else -0.2

    def _with_role(self, mention: Mention) -> int:
        key = stem(self._tokens[mention.name_start].lower, self._table)
        found = [i for i in self._by_head.get(key, [])[:_POOL] if self._fits(self.everyone[i], mention.gender)]
        before = [i for i in found if self.everyone[i].mentions[0].start <= mention.start]
        return max(before or found, key=lambda i: self.everyone[i].last, default=-1)

    def _body(self, mention: Mention) -> int:
        key = stem(self._tokens[mention.name_start].lower, self._table)
        alike = [i for i in self._by_head.get(key, [])[-_POOL:] if self.everyone[i].body]
        named = [i for i in self._by_stem.get(key, [])[-_POOL:] if self.everyone[i].body]
        return (named or alike or [-1])[-1]

    def _nameless(self, mention: Mention) -> int:
        first, head = self._tokens[mention.start], self._tokens[mention.name_start]
        name = " ".join(self._text[first.start : self._tokens[mention.end - 1].end].split())
        if mention.kind == BODY and self._table.case_endings:
            name = body_nominative(head.lower, self._table) + name[head.end - first.start :]
        elif first.lower in self._table.articles or (first.capital and not self._table.capital_nouns):
            name = name[0].lower() + name[1:]
        body = mention.kind == BODY
        index = self._add(Person(name, body=body, unnamed=not body, gender=mention.gender))
        key = stem(head.lower, self._table)
        self._by_head.setdefault(key, []).append(index)
        return index
