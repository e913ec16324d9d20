"""From mentions to people: which names, surnames, initials and descriptions mean the same person or body."""

from __future__ import annotations

from reader.attribution.cues import forms
from reader.attribution.kin import Kin, gender_of, kin_noun, lend_surnames
from reader.attribution.lexicon import words
from reader.attribution.nouns import FUNCTION_WORDS
from reader.attribution.person import (
    Person,
    begins,
    first_surname,
    fold,
    gender,
    gender_fits,
    given_gender,
    honorific_gender,
    one_letter_off,
    role_heads,
    same,
    spelled_out,
)
from reader.attribution.tokens import BREAK, NUMBER, WORD, Token
from reader.attribution.values import NAME, Candidate

__all__ = ["People"]


_TESTIFYING = frozenset(("testified", "testifies", "testify", "testifying"))
_ON_TRIAL = frozenset(("pleaded", "pled", "charged", "accused", "convicted", "acquitted", "indicted", "sentenced"))
_SITES = words("""
    isle island islands lake mount river bay cape fort port creek valley avenue street road boulevard square beach
    falls harbour harbor highway peninsula mountain mountains gulf strait glacier inlet""")
_SITING = words("in near across throughout inside outside around at off")
_AGES = {"elder": 0, "older": 0, "younger": -1}  # "the younger Lee": who is introduced as a child comes second
_AIDING = frozenset(("has", "had", "did", "does", "would", "could"))
_POOL = 40  # of so many people of one name or office at most one is looked for


class People:
    """The people of one text. Names are settled at once, descriptions one by one in the order of the text."""

    def __init__(self, text: str, tokens: list[Token], candidates: list[Candidate]) -> None:
        self.text = text
        self.tokens = tokens
        self.everyone: list[Person] = []
        self._by_word: dict[str, list[int]] = {}
        self._initials: dict[str, int] = {}
        self._nicknamed: dict[tuple[str, ...], int] = {}
        self._by_beginning: dict[str, list[int]] = {}
        self._by_role: dict[str, list[int]] = {}
        self.nameless: dict[str, list[int]] = {}
        self.authors: dict[str, int] = {}
        self.called: dict[str, int] = {}  # whom "the actor" or "the captain" meant last
        self.accused: list[int] = []
        self.kin = Kin()
        self.offices: dict[tuple[int, str], int] = {}  # whose landlord or lawyer somebody is, by the noun's key
        self._relatives: dict[int, str] = {}
        names = [candidate for candidate in candidates if candidate.kind == NAME]
        pairs = lend_surnames(tokens, names)
        birth: list[Candidate] = []
        grown: list[Candidate] = []
        for candidate in names:
            (birth if self._at_birth(candidate) else grown).append(candidate)
        for candidate in sorted(grown, key=lambda c: (-min(len(c.words) + len(c.family), 2), c.start)):
            self._settle(candidate)
        ending = {candidate.end: candidate for candidate in grown}
        for candidate in birth:
            self._settle_birth(candidate, ending)
        for candidate in names:
            self._note(candidate)
        self.introduced = next((one.person for one in names if self._introduces(one)), -1)
        for one, other in pairs:
            self.kin.note(one.person, "spouse", other.person)
        for index, person in enumerate(self.everyone):
            self._index_roles(index, person)
            person.testified = any(self._testifies(mention) for mention in person.mentions)
            person.sited = self._sited(person)
            if not person.organisation and any(self._stands_trial(mention) for mention in person.mentions):
                self.accused.append(index)

    def of(self, candidate: Candidate) -> Person | None:
        """Whoever a candidate was found to mean."""
        return self.everyone[candidate.person] if candidate.person >= 0 else None

    def with_role(self, key: str) -> list[tuple[int, Person]]:
        """The people one of whose roles has this key, and the bodies whose name has this word."""
        return [(index, self.everyone[index]) for index in self._by_role.get(key, [])[:_POOL]]

    def _index_roles(self, index: int, person: Person) -> None:
        keys = {key for role in person.roles for key in role_heads(role)}
        if person.organisation:
            keys |= set(person.body_heads())
        for key in keys:
            self._by_role.setdefault(key, []).append(index)

    def _introduces(self, candidate: Candidate) -> bool:
        """Whether the second paragraph opens with a name and who that is: "Ann Lee, 38, was the first"."""
        start, end = candidate.start, candidate.end
        if (
            start == 0
            or self.tokens[start - 1].type != BREAK
            or self.tokens[start].paragraph != 1
            or candidate.organisation
        ):
            return False
        after = self.tokens[end : end + 2]
        opens = len(after) == 2 and after[0].lower == "," and len(candidate.words) > 1
        return opens and (after[1].type == NUMBER or after[1].lower in ("who", "a", "an", "the", "of", "whose"))

    def _sited(self, person: Person) -> bool:
        """Whether a name looks like a place's, by a word in it or by what stands before it."""
        if person.gender or person.roles or person.organisation or any(one.honorific for one in person.mentions):
            return False
        if person.words[0] in _SITES or (len(person.words) > 1 and person.words[-1] in _SITES):
            return True
        return all(one.start and self.tokens[one.start - 1].lower in _SITING for one in person.mentions)

    def _stands_trial(self, candidate: Candidate) -> bool:
        """Whether a verb shortly after a name says that somebody is accused: "Bo Lee, 29, has pleaded not guilty"."""
        for token in self.tokens[candidate.end : candidate.end + 6]:
            if token.lower in _ON_TRIAL and token.sentence == self.tokens[candidate.start].sentence:
                return True
        return False

    def _testifies(self, candidate: Candidate) -> bool:
        """Whether a verb of testifying stands beside a name."""
        start, end = candidate.start, candidate.end
        if end < len(self.tokens) and self.tokens[end].lower in _TESTIFYING:
            return True
        return start > 0 and self.tokens[start - 1].lower in _TESTIFYING

    # names

    def _settle(self, candidate: Candidate) -> None:
        words = tuple(map(fold, candidate.words + candidate.family))
        if len(words) > 2 and words[-1] in ("jr", "sr", "ii", "iii", "iv"):
            words = words[:-1]
        found = self._match(candidate, words)
        if found is None:
            found = self.add(
                Person(
                    self._name(candidate),
                    words,
                    candidate.organisation,
                    plural=candidate.plural,
                    roles=[candidate.role] if candidate.role else [],
                    first=candidate.start,
                )
            )
            for word in set(words):
                self._by_word.setdefault(word, []).append(found)
            self._by_beginning.setdefault(words[-1][:3], []).append(found)
            self._add_acronyms(candidate, words, found)
            if len(words) == 1 and (noun := kin_noun(candidate)):
                self._relatives[found] = noun
        person = self.everyone[found]
        candidate.person = found
        if candidate.nickname:
            self._nicknamed[fold(candidate.nickname), words[-1]] = found
        person.gender = person.gender or honorific_gender(candidate.honorific)
        longer = len(person.words) < len(words) <= 6 or spelled_out(words, person.words)
        if longer or (words == person.words and person.name.isupper() and len(words) > 1):
            person.name, person.words = self._name(candidate), words

    def _at_birth(self, candidate: Candidate) -> bool:
        """Whether a name is the one that somebody was born with."""
        before = self.tokens[candidate.start - 1].lower if candidate.start else ""
        return before == "born" and len(candidate.words) > 1 and not candidate.organisation and not candidate.place

    def _settle_birth(self, candidate: Candidate, ending: dict[int, Candidate]) -> None:
        """Give a name at birth to whoever has its surname, or stands before it: "Bo Lee was born Bo Chen"."""
        words = tuple(fold(word) for word in candidate.words)
        near = [ending[end].person for end in range(candidate.start - 3, candidate.start) if end in ending]
        found = [*self._by_word.get(words[-1], [])[:1], *near[-1:]]
        if found:
            candidate.person = found[0]
        else:
            self._settle(candidate)

    def _name(self, candidate: Candidate) -> str:
        tokens = self.tokens[candidate.name_start : candidate.name_end]
        if candidate.family:
            tokens = [*tokens, *self.tokens[candidate.end + 2 : candidate.end + 2 + len(candidate.family)]]
        if candidate.nickname or candidate.family:
            return self._spelled(tokens)
        return " ".join(self.text[tokens[0].start : tokens[-1].end].split())

    def _spelled(self, tokens: list[Token]) -> str:
        return " ".join(token.text for token in tokens if token.type == WORD)

    def _match(self, candidate: Candidate, words: tuple[str, ...]) -> int | None:
        if words in self._nicknamed:
            return self._nicknamed[words]
        pool = self._by_word.get(words[-1], [])[-_POOL:]
        matches = [index for index in pool if same(words, self.everyone[index])]
        if not matches and (len(words) == 1 or candidate.organisation):
            pool = self._by_word.get(words[0], [])[-_POOL:]
            matches = [index for index in pool if begins(words, self.everyone[index], candidate)]
        if len(words) == 1 and not candidate.organisation:
            pool = self._by_word.get(words[0], [])[-_POOL:]
            known = [index for index in pool if first_surname(words[0], self.everyone[index])]
            matches = sorted({*matches, *known}) if known else matches
        if not matches and len(words) == 1:
            return self._initials.get(words[0]) if self._capitals(candidate) else self._misspelt(candidate, words[0])
        if not matches:
            return None
        if candidate.honorific:
            fitting = [i for i in matches if gender_fits(candidate.honorific, self.everyone[i])]
            if not fitting and (relative := self._relative(candidate)) is not None:
                return relative
            matches = fitting or matches
        return self._nearest(matches, candidate)

    def _relative(self, candidate: Candidate) -> int | None:
        """Who "Ms. Lee" is when every Lee known is a man: the sister or wife named by her given name alone."""
        gender = honorific_gender(candidate.honorific)
        for index, noun in self._relatives.items():
            person = self.everyone[index]
            if gender and gender_of(noun) == gender and len(person.words) == 1:
                person.aliases[person.name] = None
                person.name = f"{person.name} {self._name(candidate)}"
                person.words = (*person.words, *(fold(word) for word in candidate.words))
                return index
        return None

    def _misspelt(self, candidate: Candidate, word: str) -> int | None:
        """Whose surname a bare one that speaks was meant to be, one letter off: nobody speaks in news unintroduced."""
        aided = any(token.lower in _AIDING for token in self.tokens[candidate.end : candidate.end + 1])
        after = self.tokens[candidate.end : candidate.end + (3 if aided else 1)]  # "Lee has not commented"
        beside = [*self.tokens[max(candidate.start - 1, 0) : candidate.start], *after]
        if (
            len(word) < 5
            or candidate.organisation
            or candidate.place
            or not any(token.lower in forms() for token in beside)
        ):
            return None
        near = [
            index
            for index in self._by_beginning.get(word[:3], [])[-_POOL:]
            if len(self.everyone[index].words) > 1 and one_letter_off(word, self.everyone[index].words[-1])
        ]
        return near[0] if len(near) == 1 else None

    def _capitals(self, candidate: Candidate) -> bool:
        return self.tokens[candidate.name_start].text.replace(".", "").isupper()

    def _nearest(self, matches: list[int], candidate: Candidate) -> int:
        """Of several people of one name: one introduced in this paragraph or right before it, else the first."""
        if len(matches) == 1:
            return matches[0]
        before = [i for i in matches if self.everyone[i].first <= candidate.start] or matches
        if candidate.role:
            held = [
                i for i in before if any(role_heads(candidate.role) & role_heads(r) for r in self.everyone[i].roles)
            ]
            before = held or before
        age = self.tokens[candidate.start - 1].lower if candidate.start else ""
        if age in _AGES:
            return before[_AGES[age]]
        paragraph = self.tokens[candidate.start].paragraph
        reach = 1 if candidate.honorific else 0
        near = [i for i in before if paragraph - self.tokens[self.everyone[i].first].paragraph <= reach]
        return (near or before)[-1 if near else 0]

    def _add_acronyms(self, candidate: Candidate, words: tuple[str, ...], index: int) -> None:
        if candidate.acronym:
            self._initials[fold(candidate.acronym)] = index
            self.everyone[index].aliases[candidate.acronym] = None
            self.everyone[index].organisation = True
        tokens = self.tokens[candidate.name_start : candidate.name_end]
        initials = "".join(token.text[0].lower() for token in tokens if token.capital)
        if len(initials) >= 3 or (len(initials) == 2 and (candidate.organisation or candidate.place)):
            self._initials.setdefault(initials, index)

    def _note(self, candidate: Candidate) -> None:
        """Write down what a mention tells of its person."""
        person = self.everyone[candidate.person]
        person.mentions.append(candidate)
        person.organisation = person.organisation or candidate.organisation
        person.place = person.place or candidate.place
        if candidate.determiner == "the" and not candidate.role and not self._modifies(candidate):
            person.organisation = person.organisation or self._surely_body(candidate)
            person.determiner = "the" if person.organisation or person.place else person.determiner
        for role in (candidate.role, *candidate.roles):
            if role and role not in person.roles:
                person.roles.append(role)
        alias = self._name(candidate)
        if alias != person.name:
            person.aliases[alias] = None
        if candidate.nickname:
            person.aliases[candidate.nickname] = None
        person.gender = person.gender or gender(person, candidate)

    def _modifies(self, candidate: Candidate) -> bool:
        """Whether a name only says which: "the Trump rally", "the Facebook page"."""
        after = self.tokens[candidate.name_end] if candidate.name_end < len(self.tokens) else None
        if after is None or after.type != WORD or after.capital:
            return False
        if after.noun:
            return True
        return len(candidate.words) == 1 and after.lower not in FUNCTION_WORDS and after.lower not in forms()

    @staticmethod
    def _surely_body(candidate: Candidate) -> bool:
        """Whether "the" shows a body: "the Red Cross", "the Battery"."""
        return len(candidate.words) == 1 or not given_gender(candidate.words)

    def add(self, person: Person) -> int:
        """Take in somebody who has no name; gives the index."""
        self.everyone.append(person)
        return len(self.everyone) - 1

    def mention(self, candidate: Candidate, index: int) -> None:
        """Write down that a description or pronoun was found to mean a person."""
        candidate.person = index
        self.everyone[index].mentions.append(candidate)
