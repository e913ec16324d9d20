"""What somebody said without quotation marks: the clause that a verb of speech governs.

"Lee said that it was over", "it is over, Lee said", "according to police, it is over". A clause with quotation
marks in it is left to what they say, and of two clauses in one another the one that is nearer its verb is taken.
"""

from __future__ import annotations

from msgspec import Struct

from reader.attribution.cues import SAY
from reader.attribution.lexicon import words
from reader.attribution.nouns import DETERMINERS
from reader.attribution.phrases import is_adverb
from reader.attribution.tokens import BREAK, NUMBER, PUNCTUATION, QUOTED, WORD, Token
from reader.attribution.values import Candidate, Link

__all__ = ["Clause", "find_clauses"]

_BARE = words("""
    say says said saying tell tells told telling claim claims claimed claiming insist insists insisted insisting add
    adds added adding believe believes believed think thinks thought hope hopes hoped feel feels felt allege alleges
    alleged alleging state states stated stating warn warns warned argue argues argued admit admits admitted
    acknowledge acknowledges acknowledged explain explains explained maintain maintains maintained contend contends
    contended note notes noted""")
_THAT_ONLY = words("""
    find finds found conclude concludes concluded believe believes believed think thinks thought hope hopes hoped
    feel feels felt estimate estimates estimated expect expects expected agree agrees agreed rule rules ruled
    recommend recommends recommended""")
_DENIALS = words("deny denies denied denying wonder wonders wondered ask asks asked asking")
_NOUN_BEFORE = words("whose all any such no other recent false member all-female")
_UNSAID = words("""
    not never declined declines refused refuses refusing didn't doesn't don't wouldn't won't couldn't can't hasn't
    haven't would will could might may should must can to if unless nobody nothing cannot""")
_TIMES = words("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later recently afterwards again
    also now then week month year night morning afternoon evening last this""")
_PREPOSITIONS = words("in on at during to from after before by of for with through via")
_FINITE = words("""
    is are was were has have had will would can could may might must should do does did isn't aren't wasn't weren't
    hasn't haven't hadn't won't wouldn't can't cannot couldn't don't doesn't didn't 're 've 'll need needs went
    came took gave made got left saw knew felt found lost won kept began told ran fell met held led paid sent put
    let set cut hit read wants seems plans expects hopes believes remains it's he's she's they're we're that's
    there's they've he'd she'd they'd became stood broke brought bought built thought""")
_PRONOUNS = words("he she it they we i there this that these those")
_STOPS = frozenset(".?!;…")
_CLOSERS = words("and but while though although whereas")
_LONGEST, _SHORTEST = 60, 3  # tokens of a clause


class Clause(Struct, frozen=True, gc=False):
    """Tokens ``start`` to ``end`` (exclusive) that ``speaker`` is reported to have said, and the verb that says so."""

    start: int
    end: int
    speaker: Candidate
    link: Link


def find_clauses(
    tokens: list[Token], starts: list[int], candidates: list[Candidate], links: list[Link]
) -> list[Clause]:
    """The reported clauses of a text, in order, none overlapping; ``starts`` is the first token of each sentence."""
    seeker = _Seeker(tokens, starts, candidates, links)
    found: list[Clause] = []
    for link in links:
        if link.subject is None or link.how in ("none", "passive", "relayed") or seeker.unsaid(link):
            continue
        place = seeker.after(link) or seeker.before(link)
        if place is None or any(token.type == QUOTED for token in tokens[slice(*place)]):
            continue
        start, end = place
        while found and start < found[-1].end and start >= found[-1].start and _outer(found[-1], link):
            found.pop()
        if not found or start >= found[-1].end:
            found.append(Clause(start, end, link.subject, link))
    return found


def _outer(earlier: Clause, link: Link) -> bool:
    """Whether a clause begins by saying who said what: the inner verb is nearer to the words."""
    return earlier.start <= link.start < earlier.end and link.start - earlier.start < 12


class _Seeker:
    """Looks for the clause of one verb at a time."""

    def __init__(self, tokens: list[Token], starts: list[int], candidates: list[Candidate], links: list[Link]) -> None:
        self._tokens = tokens
        self._starting = {one.start: one for one in reversed(candidates) if not one.inside}
        self._links: dict[int, list[Link]] = {}
        for link in links:
            self._links.setdefault(tokens[link.start].sentence, []).append(link)
        self._starts = starts

    def _sentence(self, index: int) -> tuple[int, int]:
        """Where the sentence of a token begins and ends, its last mark and line break left out."""
        sentence = self._tokens[index].sentence
        start, end = self._starts[sentence], self._starts[sentence + 1]
        while end > start and (self._tokens[end - 1].lower in _STOPS or self._tokens[end - 1].type == BREAK):
            end -= 1
        return start, end

    def unsaid(self, link: Link) -> bool:
        """Whether the words were not said, or only may be: "declined to say", "would not say"."""
        if link.how == "according":
            return self._tokens[link.start].lower != "according"
        lower, before = self._tokens[link.start].lower, self._tokens[link.start - 1].lower if link.start else ""
        if (link.kind != SAY and lower not in _THAT_ONLY) or lower in _DENIALS or before in _NOUN_BEFORE:
            return True
        if lower.endswith("ing") and before in _PREPOSITIONS and before != "by":
            return True
        begin = link.subject.end if link.subject is not None and link.subject.end <= link.start else link.start - 3
        between = self._tokens[max(begin, link.start - 4, 0) : link.start]
        return bool(between) and any(token.lower in _UNSAID for token in between)

    def after(self, link: Link) -> tuple[int, int] | None:
        """The clause that follows its verb, with or without "that", or the comma after "according to Lee"."""
        if link.how == "inverted":
            return None
        first, last = self._sentence(link.start)
        if link.how == "according":
            return self._after_according(link, first, last)
        start = self._opens(link, last)
        if start < 0:
            return None
        return self._trimmed(start, self._stop(link, start, last))

    def _after_according(self, link: Link, first: int, last: int) -> tuple[int, int] | None:
        subject = link.subject
        if subject is None or link.start - first > 2:
            return None
        for index in range(subject.end, min(subject.end + 25, last)):
            if self._tokens[index].lower == "," and index + 1 < last:
                return self._trimmed(index + 1, last)
            token = self._tokens[index]
            opens = token.capital or token.lower in DETERMINERS or token.lower in _PRONOUNS
            if index == subject.end and opens and self._finite(index, last):
                return self._trimmed(index, last)
        return None

    def _opens(self, link: Link, last: int) -> int:
        """The first token of the clause after a verb, "that" left out; -1 when no clause follows."""
        tokens = self._tokens
        index = self._past_listener(link)
        if index < 0:
            return -1
        for _round in range(6):
            if index >= last or tokens[index].type in (QUOTED, BREAK, PUNCTUATION):
                return -1
            lower = tokens[index].lower
            if lower == "that" and not self._demonstrative(index):
                return index + 1
            if lower in ("whether", "if", "how", "why") and link.kind == SAY:
                return index
            if lower in _TIMES or is_adverb(tokens[index]):
                index += 1
            elif lower in _PREPOSITIONS:
                index = self._past_phrase(index)
                if index < 0:
                    return -1
            else:
                break
        bare = tokens[link.start].lower in _BARE and link.kind == SAY
        return index if bare and self._clausal(index, last) else -1

    def _demonstrative(self, index: int) -> bool:
        """Whether "that" is said of something: "said that was", "told him that much"."""
        return index + 1 < len(self._tokens) and self._tokens[index + 1].lower in ("is", "was", "much", "would", "'s")

    def _past_listener(self, link: Link) -> int:
        """The token after a verb and whom it was said to: "told reporters", "told the court"."""
        tokens, index = self._tokens, link.end
        if index >= len(tokens) or not tokens[link.start].lower.startswith(
            ("tell", "told", "inform", "assur", "remind")
        ):
            return index
        listener = self._starting.get(index)
        if listener is not None:
            return listener.end
        if tokens[index].lower in ("him", "her", "them", "me", "us", "reporters", "journalists", "media"):
            return index + 1
        if tokens[index].lower in ("the", "a", "an", "his", "her", "their") and index + 1 < len(tokens):
            return index + 2
        return index + 1 if tokens[index].type == WORD and tokens[index].lower not in _PRONOUNS else -1

    def _past_phrase(self, index: int) -> int:
        """The token after "in a statement", "on Friday", "to LA Weekly"; -1 when it cannot be told."""
        for here in (index + 1, index + 2):
            found = self._starting.get(here)
            if found is not None:
                return found.end
        end = index + 1
        while end < len(self._tokens) and (
            self._tokens[end].lower in _TIMES or self._tokens[end].type == NUMBER or self._month(end)
        ):
            end += 1
        return end if end > index + 1 else -1

    def _month(self, index: int) -> bool:
        return self._tokens[index].capital and self._tokens[index].lower.rstrip(".") in _MONTHS

    def _clausal(self, index: int, last: int) -> bool:
        """Whether a clause begins here: something that may be a subject, and a finite verb after it."""
        token = self._tokens[index]
        if token.lower in _FINITE or token.lower in (
            "so",
            "yes",
            "no",
            "as",
            "and",
            "or",
            "but",
            "what",
            "something",
            "nothing",
            "goodbye",
        ):
            return False
        return token.type in (WORD, NUMBER) and self._finite(index + 1, last)

    def _finite(self, index: int, last: int) -> bool:
        for here in range(index, min(last, index + 30)):
            token = self._tokens[here]
            contracted = token.lower == "'s" and self._tokens[here - 1].lower in _PRONOUNS
            if (
                contracted
                or token.lower in _FINITE
                or (token.type == WORD and not token.capital and token.lower.endswith("ed"))
            ):
                return True
        return False

    def _stop(self, link: Link, start: int, last: int) -> int:
        """Where the clause ends: with its sentence, or before another verb of speech of this or another subject."""
        tokens = self._tokens
        for other in self._links[tokens[link.start].sentence]:
            if other.start <= start or other.subject is None or other.how == "none":
                continue
            begin = min(other.start, other.subject.start if other.subject.start > start else other.start)
            before = tokens[begin - 1].lower
            if other.subject is link.subject and before in (*_CLOSERS, ",") and other.kind == SAY:
                return begin - 1
            if other.how == "according" and before == ",":
                return begin - 1
            if before in _CLOSERS and tokens[begin - 2].lower == "," and other.kind == SAY:
                return begin - 2
        return last

    def before(self, link: Link) -> tuple[int, int] | None:
        """The clause before "…, Lee said." or "… according to Lee." at the end of the sentence."""
        tokens = self._tokens
        subject = link.subject
        if subject is None:
            return None
        first, last = self._sentence(link.start)
        begin = min(link.start, subject.start)
        comma = begin > first and tokens[begin - 1].lower in (",", "–", "—")
        if begin - first < _SHORTEST or not (comma or link.how == "according"):
            return None
        if not self._ends(max(link.end, subject.end), last):
            return None
        if link.how == "elided" or any(
            other.start < begin and other.subject for other in self._links[tokens[link.start].sentence]
        ):
            return None
        return self._trimmed(first, begin - comma)

    def _ends(self, index: int, last: int) -> bool:
        """Whether nothing but a time or a place is left of the sentence, or an aside."""
        if index >= last:
            return True
        if self._tokens[index].lower == "," and index + 1 < last:
            return self._tokens[index + 1].lower in ("who", "which", "a", "an", "the") and last - index < 15
        return self._tokens[index].lower in _TIMES or (self._tokens[index].lower in _PREPOSITIONS and last - index < 8)

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        tokens = self._tokens
        while start < end and (
            tokens[start].type in (PUNCTUATION, BREAK) and tokens[start].lower not in ("$", "£", "€", "(", "[")
        ):
            start += 1
        if start < end and tokens[start].lower in ("that", "and", "but") and end - start > _SHORTEST:
            start += 1
        while end > start and tokens[end - 1].lower in (",", ":", ";", "–", "—", "-", "."):
            end -= 1
        if not _SHORTEST <= end - start <= _LONGEST or not self._finite(start, end):
            return None
        return start, end


_MONTHS = words("""
    jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov
    november dec december""")
