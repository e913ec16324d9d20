"""Who a verb belongs to: the subject that stands before it, or before an aside or relative between."""

from __future__ import annotations

from dataclasses import dataclass

from reader.attribution.cues import CALL, SAY, forms
from reader.attribution.lexicon import words
from reader.attribution.nouns import FUNCTION_WORDS, OPENERS
from reader.attribution.phrases import is_adverb
from reader.attribution.tokens import BREAK, NUMBER, PUNCTUATION, QUOTED, WORD, Token
from reader.attribution.values import NAME, NOMINAL, PRONOUN, Candidate

__all__ = [
    "Places",
    "before_verb",
    "document_before",
    "governed",
    "made",
    "places",
    "sentence_subject",
    "starting_near",
]

_ADVERBS = words("""
    also later then earlier has have had having not never once again further both all previously initially finally
    recently repeatedly publicly quickly soon now today yesterday monday tuesday wednesday thursday friday saturday
    sunday just reportedly allegedly would will did does do still even always often himself herself itself
    themselves since there simply however went on to was been additionally similarly instead meanwhile long being is
    are were only""")


_TIMES = words("day week month year night morning afternoon evening weekend summer winter spring autumn fall season")
_WHICH = words("that this last the same")
_RELATIVES = words("who which that")


_PREPOSITIONS = words("""
    of at for in from with to on by about into over after before against between near through via""")


@dataclass(slots=True)
class Places:
    """Where candidates start and end, by token, and which stand in a sentence; only those not inside another.

    ``asides`` has whom an aside is about by its end: Lee of "Lee, the minister, who".
    """

    tokens: list[Token]
    starting: dict[int, Candidate]
    ending: dict[int, Candidate]
    by_sentence: dict[int, list[Candidate]]
    asides: dict[int, Candidate]


def places(tokens: list[Token], candidates: list[Candidate]) -> Places:
    """The places of a text's candidates."""
    starting: dict[int, Candidate] = {}
    ending: dict[int, Candidate] = {}
    by_sentence: dict[int, list[Candidate]] = {}
    asides: dict[int, Candidate] = {}
    for candidate in candidates:
        if candidate.inside and not (candidate.kind == PRONOUN and candidate.head == "her"):
            if candidate.joined is not None and candidate.start > candidate.joined.end:
                asides[candidate.end] = candidate.joined
            continue
        known = starting.get(candidate.start)
        if known is None or (known.inside and not candidate.inside):
            starting[candidate.start] = candidate  # "her sister, Kim" and not "her"
        ending[candidate.end] = candidate
        by_sentence.setdefault(tokens[candidate.start].sentence, []).append(candidate)
    return Places(tokens, starting, ending, by_sentence, asides)


def governed(tokens: list[Token], candidate: Candidate) -> bool:
    """Whether a preposition stands right before a candidate."""
    return candidate.start > 0 and tokens[candidate.start - 1].lower in _PREPOSITIONS


def sentence_subject(tokens: list[Token], candidates: list[Candidate]) -> Candidate | None:
    """Of one sentence's candidates the likeliest subject: the first that no preposition governs."""
    answer = _after_opening(tokens, candidates) or _topic(tokens, candidates[0]) if candidates else None
    if answer is not None:
        return answer
    for candidate in candidates:
        if candidate.inside or governed(tokens, candidate):
            continue
        if not candidate.start or not tokens[candidate.start - 1].lower.endswith("ing"):
            return candidate
    return None


def _after_opening(tokens: list[Token], candidates: list[Candidate]) -> Candidate | None:
    """In a sentence that opens with "Asked …" or "When …", the first candidate after a comma that a verb may follow."""
    first = candidates[0].start
    sentence = tokens[first].sentence
    while first > 0 and tokens[first - 1].sentence == sentence:
        first -= 1
    if tokens[first].lower not in _OPENINGS:
        return None
    for candidate in candidates:
        after = tokens[candidate.end] if candidate.end < len(tokens) else None
        if candidate.start > first + 1 and not candidate.inside and tokens[candidate.start - 1].lower == ",":
            return candidate if after is not None and after.type == WORD else None
    return None


def _topic(tokens: list[Token], first: Candidate) -> Candidate | None:
    """Whom a sentence is about that opens with "For Ann Lee,"."""
    before = first.start - 1
    opens = before == 0 or (before > 0 and tokens[before - 1].sentence != tokens[before].sentence)
    named = first.kind == NAME and not first.organisation and not first.place
    after = tokens[first.end].lower if first.end < len(tokens) else ""
    return first if opens and named and tokens[before].lower == "for" and after == "," else None


_OPENINGS = words("""
    asked pressed questioned when while after before although though if as since because speaking like unlike along
    besides""")


def starting_near(index: Places, position: int, reach: int) -> Candidate | None:
    """The candidate that starts at ``position`` or a few words on, in the same sentence."""
    for here in range(position, min(position + reach + 1, len(index.tokens))):
        found = index.starting.get(here)
        if found is not None:
            return found
        if (
            index.tokens[here].type not in (WORD, NUMBER)
            or index.tokens[here].sentence != index.tokens[position - 1].sentence
        ):
            return None
    return None


def before_verb(index: Places, position: int) -> Candidate | None:
    """The subject that stands before its verb, across adverbs, an aside between commas, or "who"."""
    tokens = index.tokens
    here = _skip_adverbs(tokens, position - 1)
    if here < 0 or tokens[here].sentence != tokens[position].sentence:
        return None
    perceived = tokens[here].lower in _PERCEIVED and tokens[position].lower.endswith("ing")
    if perceived:
        here = _skip_adverbs(tokens, here - 1)  # "a man is heard saying"
    if (antecedent := _before_relative(index, here)) is not None:
        return antecedent
    found = index.ending.get(here + 1)
    if found is not None:
        found = _chain(index, found)
        finite = perceived or not tokens[position].lower.endswith("ing") or tokens[position - 1].lower in _PROGRESSIVE
        return found if finite or _absolute(tokens, found) else None
    token = tokens[here]
    if token.lower in _RELATIVES:
        before = here - 2 if here and tokens[here - 1].lower == "," else here - 1
        if token.lower == "that" and before != here - 1:
            return None
        return _person_before(index, before + 1, token) or document_before(index, here)
    if token.lower in (",", "–", "—", "--", "-", ")"):
        return None if tokens[position].lower.endswith("ing") else _across_aside(index, here)
    written = index.ending.get(here) if _participle(token) else None  # "a decree published Saturday declared"
    return written or _unlisted(index, here, position)


_PROGRESSIVE = words("is are was were am been")


def _person_before(index: Places, end: int, relative: Token) -> Candidate | None:
    """Whom "who" means after a body that is no subject: "Lee, a veteran of the Rescue Service, who told"."""
    found = index.ending.get(end)
    if found is None and relative.lower == "who":
        return index.asides.get(end)
    if found is None or relative.lower != "who" or not found.organisation or not governed(index.tokens, found):
        return found
    for candidate in reversed(index.by_sentence.get(index.tokens[found.start].sentence, [])):
        if candidate.end < found.start and found.start - candidate.end < _ASIDE and not candidate.place:
            return found if candidate.organisation or candidate.document else candidate
    return found


_ASIDE = 12  # tokens


def document_before(index: Places, position: int) -> Candidate | None:
    """What a relative says, across where it is: "a sign on his door that says"."""
    tokens = index.tokens
    for candidate in reversed(index.by_sentence.get(tokens[position].sentence, [])):
        if candidate.end <= position and position - candidate.end < 8 and candidate.document:
            return candidate
    return None


def _before_relative(index: Places, last: int) -> Candidate | None:
    """The subject before a clause with "who" that ends right before its verb: "a nurse who feared for her job said"."""
    tokens = index.tokens
    for here in range(last, max(last - 20, 0), -1):
        token = tokens[here]
        if token.sentence != tokens[last].sentence or token.type in (PUNCTUATION, QUOTED, BREAK):
            return None if token.lower not in ("'s", "'", "’") else _before_relative(index, here - 1)
        if token.lower == "who":
            return index.ending.get(here) if here < last - 1 else None
        if forms().get(token.lower) == SAY:
            return None
    return None


def _skip_adverbs(tokens: list[Token], position: int) -> int:
    """The index before the adverbs and auxiliaries that end at ``position``."""
    while (
        position > 0
        and tokens[position].type in (WORD, NUMBER)
        and (tokens[position].lower in _ADVERBS or is_adverb(tokens[position]))
    ):
        position -= 1
    if position > 1 and tokens[position].lower in _TIMES and tokens[position - 1].lower in _WHICH:
        return _skip_adverbs(tokens, position - 2)  # "Lee had earlier that day posted"
    if position > 1 and tokens[position].type == NUMBER and tokens[position - 1].lower in ("in", "since"):
        return _skip_adverbs(tokens, position - 2)  # "the union, which in 2013 cited"
    return position


def _absolute(tokens: list[Token], candidate: Candidate) -> bool:
    """Whether a participle may be said of what stands right before it: "with Lee saying", "a letter saying"."""
    if candidate.document or candidate.start == 0:
        return True
    before = tokens[candidate.start - 1]
    if before.lower in _PERCEIVED:
        return True
    return before.lower in ("with", "and", "as", "by") or before.sentence != tokens[candidate.start].sentence


_PERCEIVED = words("""
    show shows showed showing shown hear hears heard see saw seen capture captures captured caught
    recall recalls recalled remember remembers remembered imagined""")


def _chain(index: Places, found: Candidate) -> Candidate:
    """From "the University" in "Ann Lee of the University said" back to Ann Lee."""
    tokens = index.tokens
    for _round in range(3):
        before = _before_owner(tokens, found.start - 1)
        if (
            before > 1
            and tokens[before].lower == "and"
            and found.kind == NOMINAL
            and not found.determiner
            and not found.plural
        ):
            earlier = index.ending.get(before)
            if earlier is not None and governed(tokens, earlier):
                found = earlier
                continue
        if before > 2 and (accused := _accused(index, before)) is not None:
            found = accused
            continue
        if before <= 0 or tokens[before].lower not in ("of", "at", "for", "from", "with", "in", "by", "on"):
            return found
        earlier = index.ending.get(before)
        if earlier is None and _participle(tokens[before - 1]):
            earlier = index.ending.get(before - 1)  # "a lawsuit filed in the Supreme Court alleges"
        elif tokens[before].lower in ("by", "on"):
            return found
        if earlier is None or tokens[earlier.start].sentence != tokens[found.start].sentence:
            return found
        found = earlier
    return found


def _before_owner(tokens: list[Token], before: int) -> int:
    """The token before whoever owns what begins right after ``before``: "of" in "of the UK's Crime Agency"."""
    while before > 1 and tokens[before].lower in ("'s", "'", "’") and tokens[before - 1].capital:
        before -= 2
        while before > 0 and (tokens[before].capital or tokens[before].lower == "the"):
            before -= 1
    return before


def _accused(index: Places, doing: int) -> Candidate | None:
    """Who is before "accused of killing" when that ends at token ``doing``: "a man accused of killing Bo Lee told"."""
    tokens = index.tokens
    if not tokens[doing].lower.endswith("ing") or tokens[doing - 1].lower not in ("of", "for", "with", "after"):
        return None
    return index.ending.get(doing - 2) if _participle(tokens[doing - 2]) else None


def _participle(token: Token) -> bool:
    return not token.capital and (token.lower.endswith("ed") or token.lower in _PARTICIPLES)


_PARTICIPLES = words("made sent led written given held known found built set born seen run drawn shown taken")


def _across_aside(index: Places, closing: int) -> Candidate | None:
    """The candidate before an aside that ends at token ``closing``."""
    tokens = index.tokens
    mark = tokens[closing].lower
    opening = "(" if mark == ")" else mark
    for here in range(closing - 1, max(closing - 45, -1), -1):
        token = tokens[here]
        if token.sentence != tokens[closing].sentence or token.type == BREAK:
            break
        if token.lower == opening or (mark == "," and token.lower == ","):
            name = index.ending.get(closing)
            if name is not None and name.start == here + 1 and (_full_name(name) or _relative_before(tokens, here)):
                return name  # "Lee's neighbor in Ohio and New York, Bo Chen, said"
            found = index.ending.get(here)
            subject = _chain(index, found) if found is not None else None
            if subject is not None and not _opens_with(tokens, subject):
                return subject
            if mark == ")":
                return None
    found = index.ending.get(closing)
    if found is None or found.kind != NAME:
        return None
    if found.role and found.start < found.name_start:
        return found
    before = tokens[found.start - 2] if found.start > 1 and tokens[found.start - 1].lower == "," else None
    noun = before is not None and before.type == WORD and not before.capital and before.lower not in FUNCTION_WORDS
    return found if noun and len(found.words) > 1 and not found.place else None  # "Lee's seatmate, Bo Chen, said"


def _relative_before(tokens: list[Token], comma: int) -> bool:
    """Whether the words up to a comma are a relative clause: "the union which speaks for staff, Unison, said"."""
    return any(token.lower in ("which", "who", "that") for token in tokens[max(comma - 5, 0) : comma])


def _full_name(candidate: Candidate) -> bool:
    return candidate.kind == NAME and len(candidate.words) > 1 and not (candidate.organisation or candidate.place)


def _opens_with(tokens: list[Token], candidate: Candidate) -> bool:
    """Whether a candidate is the place or time that a sentence opens with: "In London, the court said"."""
    return governed(tokens, candidate) and tokens[candidate.start - 1].lower not in ("by", "with")


def _unlisted(index: Places, last: int, verb: int) -> Candidate | None:
    """A subject whose noun is in no lexicon: "the two brothers-in-law said"; only right before a plain speech verb."""
    tokens = index.tokens
    if tokens[last].lower in ("another", "one", "some", "many", "both"):
        return made(index, last, last + 1)
    if forms().get(tokens[verb].lower) not in (SAY, CALL) or tokens[verb].lower.endswith("ing"):
        return None
    if tokens[last].type != WORD or tokens[last].lower in FUNCTION_WORDS or tokens[last].capital:
        return None
    if tokens[last].lower.endswith(_ADJECTIVES):
        return None  # "two highly critical reports"
    for here in range(last - 1, max(last - 6, -1), -1):
        token = tokens[here]
        if token.sentence != tokens[verb].sentence or token.type in (PUNCTUATION, QUOTED, BREAK):
            return None
        if token.lower in OPENERS:
            if here and tokens[here - 1].lower in _PLACING:
                return None
            clause = token.lower == "that" and here and tokens[here - 1].lower in forms()  # "reports that censors say"
            return made(index, here + 1 if clause and here < last else here, last + 1)
        if token.lower in FUNCTION_WORDS or forms().get(token.lower) == SAY:
            return None  # "the paper suggests ships are to blame"
    return None


_PLACING = _PREPOSITIONS | {"during", "as"}
_ADJECTIVES = ("ical", "ous", "ful", "able", "ible", "ive", "ary")


def made(index: Places, start: int, end: int) -> Candidate:
    """A new description of the tokens ``start`` to ``end``, put where the others are."""
    tokens = index.tokens
    head = tokens[end - 1].lower
    made = Candidate(NOMINAL, start, end, end - 1, end, head, (head,), determiner=tokens[start].lower)
    made.modifiers = tuple(item.lower for item in tokens[start : end - 1])
    made.plural = head in ("some", "many", "both") or (head.endswith("s") and not head.endswith("ss"))
    index.ending[end] = index.starting[start] = made
    index.by_sentence.setdefault(tokens[start].sentence, []).append(made)
    return made
