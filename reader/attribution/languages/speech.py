"""Which mention a verb of speech, or a phrase like "according to", belongs to, in another language."""

from __future__ import annotations

from dataclasses import dataclass

from reader.attribution.languages.mentions import BODY, NAME, PRONOUN, ROLE, Mention, Mentions
from reader.attribution.languages.table import Table
from reader.attribution.languages.tokens import PUNCTUATION, QUOTED, WORD, Token

__all__ = ["Link", "Speech"]

_DASHES = ("—", "–", "-")
_AFTER, _BEFORE, _ASIDE = 12, 25, 45  # tokens that are looked through


@dataclass(slots=True)
class Link:
    """A verb or phrase (tokens ``start`` to ``end``) and whoever it belongs to; ``gender`` is what the verb says."""

    start: int
    end: int
    subject: Mention | None
    gender: str = ""


class Speech:
    """Finds the links of a text."""

    def __init__(self, tokens: list[Token], mentions: Mentions, table: Table) -> None:
        self._tokens, self._mentions, self._table = tokens, mentions, table
        self._phrases: dict[str, list[tuple[list[str], str]]] = {}
        for phrase in sorted(table.according, key=len, reverse=True):
            parts = phrase.split()
            self._phrases.setdefault(parts[0], []).append((parts, table.according[phrase]))

    def links(self) -> list[Link]:
        """All links, in order."""
        found: list[Link] = []
        position = 0
        while position < len(self._tokens):
            token = self._tokens[position]
            link = None
            if token.kind == WORD:
                link = self._according(position)
                if link is None and token.lower in self._table.said and self._is_verb(position):
                    link = self._verb(position, found)
                elif link is None:
                    link = self._unlisted_verb(position)
            if link is not None:
                found.append(link)
                if link.subject is not None:
                    link.subject.subject = True
            position = link.end if link is not None and link.end > position else position + 1
        return found

    def _according(self, position: int) -> Link | None:
        for phrase, gender in self._phrases.get(self._tokens[position].lower, ()):
            after = position + len(phrase)
            if [token.lower for token in self._tokens[position:after]] != phrase or after >= len(self._tokens):
                continue
            if len(phrase[0]) <= 2 and len(phrase) == 1 and self._lower(position - 1) != ",":
                continue  # "so" is an adverb too
            subject = self._pronoun(position, after, gender) if gender else self._named_after(after)
            if subject is not None:
                subject.governed = subject.governed or bool(self._table.case_endings)
                return Link(position, after, subject)
        return self._viewpoint(position)

    def _viewpoint(self, position: int) -> Link | None:
        """At the start of a sentence "for" and a person: "Pour Anne Leroy, c'est …"."""
        first = position
        while first and self._same(first - 1, position) and self._lower(first - 1) in self._table.joins:
            first -= 1
        opens = first == 0 or not self._same(first - 1, position) or self._lower(first - 1) == ","
        subject = self._mentions.starting.get(position + 1)
        if not opens or self._tokens[position].lower not in self._table.viewpoint or subject is None:
            return None
        return Link(position, position + 1, subject) if subject.kind in (NAME, ROLE) else None

    def _named_after(self, after: int) -> Mention | None:
        lower = self._tokens[after].lower
        if lower in self._table.objects and after not in self._mentions.starting:
            return self._pronoun(after, after + 1, self._table.objects[lower])
        for here in range(after, min(after + 3, len(self._tokens))):
            found = self._mentions.starting.get(here)
            if found is not None:
                return found
            if self._tokens[here].kind != WORD:
                return None
        return self._unlisted(after)

    def _pronoun(self, start: int, end: int, gender: str) -> Mention:
        made = self._mentions.made(start, end)
        made.kind, made.gender, made.new = PRONOUN, gender, False
        return made

    def _lower(self, position: int) -> str:
        return self._tokens[position].lower if 0 <= position < len(self._tokens) else ""

    def _is_verb(self, position: int) -> bool:
        token, before = self._tokens[position], self._lower(position - 1)
        if token.capital and position and self._tokens[position - 1].sentence == token.sentence:
            return self._tokens[position - 1].kind != WORD
        noun = (
            before in self._table.articles and before not in self._table.pronouns and before not in self._table.helpers
        )
        return not noun and position not in self._mentions.starting

    # verbs

    def _unlisted_verb(self, position: int) -> Link | None:
        """A verb in no list, between a passage with its comma or dash and a subject: "«…», bramó Ana Ruiz"."""
        token = self._tokens[position]
        if token.capital or token.lower in self._table.common or self._lower(position - 1) not in (",", *_DASHES):
            return None
        subject = self._mentions.starting.get(position + 1)
        if subject is None or subject.governed or subject.kind == BODY or position in self._mentions.starting:
            return None
        return Link(position, position + 1, subject) if self._after_passage(position) else None

    def _verb(self, position: int, links: list[Link]) -> Link:
        gender = next((g for e, g in self._table.verb_gender.items() if self._lower(position).endswith(e)), "")
        first = position
        while first and self._lower(first - 1) in self._table.helpers and self._same(first - 1, position):
            first -= 1
        if self._lower(first - 1) in self._table.pronouns and self._lower(first - 2) in self._table.helpers:
            subject = self._mentions.starting.get(first - 1)  # "a-t-il ajouté"
            return Link(position, position + 1, subject, gender=gender)
        subject = None if self._after_passage(first) else self._before(first)
        subject = subject or self._after(position) or self._unlisted_before(first)
        if subject is None and not self._starts_clause(first):
            subject = self._first_before(position)
        if subject is None and gender == "p":
            subject = self._inside(position)
        return Link(position, position + 1, subject, gender=gender)

    def _same(self, one: int, other: int) -> bool:
        return self._tokens[one].sentence == self._tokens[other].sentence

    def _starts_clause(self, first: int) -> bool:
        """Whether a clause begins here: after a passage, a comma or a dash, or at the start of the sentence."""
        if first == 0:
            return True
        before = self._tokens[first - 1]
        return before.kind == QUOTED or before.lower in (",", *_DASHES) or not self._same(first - 1, first)

    def _after_passage(self, first: int) -> bool:
        """Whether a passage stands right before, with or without a comma and a dash between."""
        here = first - 1
        while here >= 0 and self._tokens[here].lower in (",", *_DASHES):
            here -= 1
        return here >= 0 and self._tokens[here].kind == QUOTED

    def _after(self, position: int) -> Mention | None:
        """The subject after its verb, objects and adverbs left out: "dijo a este diario Inés Robledo"."""
        here = position + 1
        while here < min(position + _AFTER, len(self._tokens)) and self._same(here, position):
            token = self._tokens[here]
            found = self._mentions.starting.get(here)
            if found is not None:
                if not found.governed:
                    return found
                here = found.end
                continue
            if token.kind in (PUNCTUATION, QUOTED) or token.lower in self._table.joins:
                return None
            if token.lower in self._table.articles and self._lower(here - 1) not in self._table.prepositions:
                return self._unlisted(here)
            here += 1
        return None

    def _unlisted(self, start: int) -> Mention | None:
        """A description whose noun is in no list: "promet l'artisan"."""
        if self._lower(start) not in self._table.articles or start + 1 >= len(self._tokens):
            return None
        noun = self._tokens[start + 1]
        if noun.kind != WORD or noun.lower in self._table.common or (noun.capital and not self._table.capital_nouns):
            return None
        end = self._with_complement(start + 2)
        named = self._mentions.starting.get(end + (self._lower(end) == ","))
        if named is not None and named.kind == NAME and named.name_end - named.name_start > 1:
            return named
        return self._mentions.made(start, end)

    def _unlisted_before(self, first: int) -> Mention | None:
        """A body or person whose noun is in no list, before its verb: "de inspectie noemt"."""
        start = first - 2
        if start < 0 or not self._same(start, first) or (start and self._same(start - 1, start)):
            return None
        made = self._unlisted(start)
        if made is not None and made.end == first and made.name_end - made.name_start == 1:
            made.new = True
            return made
        return None

    def _with_complement(self, end: int) -> int:
        """The end of a noun phrase that ends at ``end`` and maybe goes on with "of the house"."""
        if self._lower(end) not in self._table.particles:
            return end
        noun = end + 1 + (self._lower(end + 1) in self._table.articles)
        if noun < len(self._tokens) and self._tokens[noun].kind == WORD and self._same(noun, end - 1):
            return noun + 1
        return end

    def _before(self, first: int) -> Mention | None:
        """The subject before its verb, across adverbs, complements and an aside between commas."""
        here = first - 1
        while here >= max(first - _BEFORE, 0) and self._same(here, first):
            found = self._mentions.ending.get(here + 1)
            if found is not None:
                if not found.governed:
                    return found
                here = found.start - 1
                continue
            token = self._tokens[here]
            if token.lower in (",", *_DASHES):
                return self._across_aside(here) if here == first - 1 else None
            if token.kind in (PUNCTUATION, QUOTED) or token.lower in self._table.joins:
                return None
            here -= 1
        return None

    def _across_aside(self, closing: int) -> Mention | None:
        mark = self._lower(closing)
        found = self._mentions.ending.get(closing)
        if found is not None and any(self._lower(here) == mark for here in range(found.start, found.end)):
            return found
        for here in range(closing - 1, max(closing - _ASIDE, -1), -1):
            if not self._same(here, closing):
                return None
            if self._lower(here) == mark:
                found = self._mentions.ending.get(here)
                if found is not None and not found.governed:
                    return found
        return None

    def _first_before(self, position: int) -> Mention | None:
        """The likeliest subject of the sentence so far: its first mention that nothing governs."""
        inside = self._mentions.by_sentence.get(self._tokens[position].sentence, [])
        return next((m for m in inside if m.end <= position and not m.governed), None)

    def _inside(self, position: int) -> Mention | None:
        """Of "в прокуратуре сообщили" the body in which it was said."""
        inside = self._mentions.by_sentence.get(self._tokens[position].sentence, [])
        return next((m for m in inside if m.end <= position and m.kind == BODY), None)
