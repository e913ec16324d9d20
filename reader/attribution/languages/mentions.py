"""Who is mentioned where, in another language: names with their roles, descriptions, bodies, pronouns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from reader.attribution.languages.inflection import is_body, role_gender
from reader.attribution.languages.runs import Run, find_runs
from reader.attribution.languages.table import Table
from reader.attribution.languages.tokens import PUNCTUATION, QUOTED, WORD, Token

__all__ = ["BODY", "NAME", "PRONOUN", "ROLE", "Mention", "Mentions"]

NAME, ROLE, BODY, PRONOUN = "name", "role", "body", "pronoun"
_WIDEST = 8  # tokens of a role's complement


@dataclass(slots=True)
class Mention:
    """Tokens ``start`` to ``end``; the name or head noun from ``name_start`` to ``name_end``.

    ``governed`` is set after a preposition or in another case than a subject's; ``new`` after an indefinite article;
    ``subject`` when it is its sentence's, or a verb of speech is its own.
    """

    kind: str
    start: int
    end: int
    name_start: int
    name_end: int
    gender: str = ""
    roles: list[str] = field(default_factory=list)
    governed: bool = False
    new: bool = False
    subject: bool = False
    person: int = -1


class Mentions:
    """All mentions of a text, in order, and by the tokens at which they start and end."""

    def __init__(self, text: str, tokens: list[Token], table: Table) -> None:
        self._text, self._tokens, self._table = text, tokens, table
        runs = find_runs(tokens, table)
        self._runs = {run.start: run for run in runs}
        self._taken = bytearray(len(tokens) + 1)
        self.all: list[Mention] = []
        self._learned = {tokens[run.start - 1].lower for run in runs if self._noun_before(run)}
        for index, token in enumerate(tokens):
            if self._taken[index] or token.kind != WORD:
                continue
            found = self._at(index, token)
            if found is not None:
                self._taken[found.start : found.end] = b"\1" * (found.end - found.start)
                self.all.append(found)
        self.all.sort(key=lambda mention: mention.start)
        self._join_appositions()

    @cached_property
    def starting(self) -> dict[int, Mention]:
        """Mentions by their first token."""
        return {mention.start: mention for mention in self.all}

    @cached_property
    def ending(self) -> dict[int, Mention]:
        """Mentions by the token after their last."""
        return {mention.end: mention for mention in self.all}

    @cached_property
    def by_sentence(self) -> dict[int, list[Mention]]:
        """Mentions by sentence, in order."""
        found: dict[int, list[Mention]] = {}
        for mention in self.all:
            found.setdefault(self._tokens[mention.start].sentence, []).append(mention)
        return found

    def made(self, start: int, end: int) -> Mention:
        """A description whose noun is in no list, put among the others."""
        first = self._tokens[start].lower
        mention = Mention(ROLE, start, end, end - 1, end, self._table.articles.get(first, ""))
        mention.new = first in self._table.indefinite
        self.all.append(mention)
        self.starting[start] = self.ending[end] = mention
        self.by_sentence.setdefault(self._tokens[start].sentence, []).append(mention)
        return mention

    def _at(self, index: int, token: Token) -> Mention | None:
        run = self._runs.get(index)
        if run is not None:
            return self._named(run)
        if token.lower in self._table.pronouns and not (token.capital and len(token.text) > 1 and token.text.isupper()):
            return Mention(PRONOUN, index, index + 1, index, index + 1, self._table.pronouns[token.lower])
        gender = role_gender(token.lower, self._table)
        if gender is None and token.lower in self._learned:
            gender = ""
        if gender is not None:
            return self._described(index, gender, ROLE)
        if is_body(token.lower, self._table):
            return self._described(index, "", BODY)
        return None

    def _named(self, run: Run) -> Mention:
        body = any(is_body(self._tokens[i].lower, self._table) for i in range(run.start, run.end))
        mention = Mention(BODY if body else NAME, run.start, run.end, run.name, run.end, run.gender)
        if run.start < run.name:
            self._add_role(mention, run.start, run.name)
        elif self._noun_before(run):
            mention.start -= 1
            self._add_role(mention, run.start - 1, run.start)
        self._widen(mention)
        return mention

    def _noun_before(self, run: Run) -> bool:
        """Whether an article and a noun in no list stand before a full name: "el paleontólogo Marcos Lledó"."""
        before = self._tokens[run.start - 1] if run.start > 1 else None
        if before is None or run.end - run.start < 2 or self._taken[run.start - 1] or before.kind != WORD:
            return False
        article = self._tokens[run.start - 2]
        same = article.sentence == self._tokens[run.start].sentence
        plain = not before.capital and before.lower not in self._table.common and before.lower not in self._table.said
        definite = article.lower in self._table.articles and article.lower not in self._table.demonstratives
        return same and plain and definite

    def _described(self, index: int, gender: str, kind: str) -> Mention | None:
        """A description headed by the noun at ``index``, with the name that it introduces."""
        run = self._introduced(index) if kind == ROLE else None
        if run is None:
            mention = Mention(kind, index, self._right_edge(index, kind), index, index + 1, gender)
            self._widen(mention)
            mention.governed |= self._oblique(index, kind)
            return None if kind == ROLE and self._predicate(mention) else mention
        mention = Mention(NAME, index, run.end, run.name, run.end, gender or run.gender)
        end = run.start if self._tokens[run.start - 1].lower != "," else run.start - 1
        self._add_role(mention, index, end)
        self._widen(mention)
        mention.governed |= self._oblique(index, kind)
        return mention

    def _predicate(self, mention: Mention) -> bool:
        """Whether a role without an article is only said of somebody: "Nachfolgerin wird Jana Petri"."""
        bare = mention.start == mention.name_start and not mention.governed and mention.gender != "p"
        return bare and bool(self._table.articles) and not self._table.case_endings

    def _oblique(self, index: int, kind: str) -> bool:
        """Whether a noun stands in another case than a subject's."""
        lower, table = self._tokens[index].lower, self._table
        listed = table.roles if kind == ROLE else table.bodies
        return bool(table.case_endings) and lower not in listed and not lower.endswith(tuple(table.role_endings))

    def _add_role(self, mention: Mention, start: int, end: int) -> None:
        role = " ".join(self._text[self._tokens[start].start : self._tokens[end - 1].end].split())
        title = self._tokens[start].lower in self._table.titles and end == start + 1
        if not title and role not in mention.roles:
            mention.roles.append(role)

    def _widen(self, mention: Mention) -> None:
        """Take in the article, with what it says of gender and newness; see whether a preposition governs."""
        before = mention.start - 1
        table, tokens = self._table, self._tokens
        if before >= 0 and tokens[before].sentence == tokens[mention.start].sentence:
            lower = tokens[before].lower
            if lower in table.articles and not self._taken[before]:
                mention.start = before
                mention.new = lower in table.indefinite
                if mention.kind != BODY:
                    mention.gender = mention.gender or table.articles[lower]
                before -= 1
            elif (mention.kind == ROLE or mention.start < mention.name_start) and self._adjective(before):
                mention.start = before - 1
                mention.new = tokens[before - 1].lower in table.indefinite
                before -= 2
        if before >= 0 and tokens[before].sentence == tokens[mention.start].sentence:
            first = tokens[mention.start].lower
            mention.governed = tokens[before].lower in table.prepositions or self._thing(before)
            mention.governed |= table.capital_nouns and first in table.prepositions  # "des Rates", "dem Rat"

    def _thing(self, index: int) -> bool:
        """Whether the noun of a thing stands here, so that its name comes next: "el bar La Fuente"."""
        article = self._tokens[index - 1].lower if index else ""
        return self._tokens[index].lower in self._table.works and article not in self._table.demonstratives

    def _adjective(self, index: int) -> bool:
        """Whether an adjective stands here between an article and its noun: "la nouvelle maire"."""
        token = self._tokens[index]
        if index == 0 or token.kind != WORD or token.capital or token.lower in self._table.common:
            return False
        return self._tokens[index - 1].lower in self._table.articles and token.lower not in self._table.said

    def _introduced(self, index: int) -> Run | None:
        """The name that a role leads to: "глава района Игорь Пахомов", "la maire, Claire Morvan"."""
        tokens, table = self._tokens, self._table
        for here in range(index + 1, min(index + 1 + _WIDEST, len(tokens))):
            token = tokens[here]
            if token.sentence != tokens[index].sentence:
                return None
            run = self._runs.get(here)
            if run is not None:
                place = self._of_place(here)
                found = self._after_place(run) if place else self._without_place(run, index, here)
                if found is not None or not place:
                    return found
                continue
            if token.kind == PUNCTUATION and token.lower == ",":
                return self._after_comma(here + 1)
            stops = token.lower in table.said or (token.lower in table.common and not self._within_phrase(token.lower))
            if (token.kind != WORD and token.kind != QUOTED) or stops:
                return None
        return None

    def _within_phrase(self, lower: str) -> bool:
        return lower in self._table.prepositions or lower in self._table.articles

    def _of_place(self, here: int) -> bool:
        """Whether "of", "of the" stands before a token."""
        lower = self._tokens[here - 1].lower
        if lower in self._table.articles:
            lower = self._tokens[here - 2].lower
        return lower in self._table.prepositions

    def _after_place(self, run: Run) -> Run | None:
        """The name after the place in "maire de Valmont Anne Leroy"; None when the run is but the place."""
        if run.end - run.name < 3 or run.name > run.start or self._tokens[run.start + 1].lower in self._table.particles:
            return None
        return Run(run.start + 1, run.start + 1, run.end)

    def _without_place(self, run: Run, index: int, here: int) -> Run | None:
        """In "мэр Заречного Иван Петров" the name alone; a single word that nobody bears is no name."""
        table = self._table
        three = bool(table.patronymics) and run.end - run.name == 3 and here == index + 1
        if three and not re.search(table.patronymics, self._tokens[run.name + 1].lower):
            return Run(run.start + 1, run.start + 1, run.end)
        return run if run.end - run.name > 1 or run.known else None

    def _after_comma(self, here: int) -> Run | None:
        run = self._runs.get(here)
        if run is None or (run.end - run.name < 2 and not run.known):
            return None
        after = self._tokens[run.end].lower if run.end < len(self._tokens) else "."
        return run if after in (",", ".", ":", ")", "–", "—", ";") or after not in self._table.joins else None

    def _right_edge(self, index: int, kind: str) -> int:
        """The end of a description without a name: with its complement, "un informe de la aduana"."""
        tokens, table = self._tokens, self._table
        end = index + 1
        if kind == BODY and end < len(tokens) and tokens[end].kind == QUOTED and self._short(end):
            return end + 1
        if table.genitive and end < len(tokens) and self._genitive(end):
            end += 1
        return end

    def _short(self, index: int) -> bool:
        return self._tokens[index].end - self._tokens[index].start <= 40 and self._tokens[index].start + 2 < len(
            self._text
        )

    def _genitive(self, index: int) -> bool:
        token = self._tokens[index]
        return (
            token.kind == WORD
            and token.sentence == self._tokens[index - 1].sentence
            and token.lower not in self._table.common
            and token.lower not in self._table.said
            and not token.capital
            and re.search(self._table.genitive, token.lower) is not None
        )

    def _join_appositions(self) -> None:
        """Give names the role that follows them between commas: "Nadia Belkacem, déléguée syndicale,"."""
        tokens = self._tokens
        by_start = {mention.start: mention for mention in self.all}
        inner: set[int] = set()
        for mention in self.all:
            if mention.kind != NAME or mention.end + 1 >= len(tokens) or tokens[mention.end].lower != ",":
                continue
            role = by_start.get(mention.end + 1)
            if role is None or role.kind != ROLE or role.new:
                continue
            self._add_role(mention, role.name_start, self._role_end(role))
            mention.gender = mention.gender or role.gender
            inner.add(id(role))
        self.all = [mention for mention in self.all if id(mention) not in inner]

    def _role_end(self, role: Mention) -> int:
        """Where a role in apposition ends: before the next mark, verb or clause."""
        tokens, here = self._tokens, role.end
        while here < min(role.end + _WIDEST, len(tokens)):
            token = tokens[here]
            stops = token.lower in self._table.joins or token.lower in self._table.said
            if token.kind != WORD or stops or token.sentence != tokens[role.start].sentence:
                break
            here += 1
        return here
