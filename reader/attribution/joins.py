"""How candidates belong together: one inside another, a role beside a name, a body and its letters."""

from __future__ import annotations

from reader.attribution.cues import forms
from reader.attribution.given import FEMALE, MALE
from reader.attribution.lexicon import words
from reader.attribution.nouns import ANAPHORIC, is_person_noun
from reader.attribution.phrases import APOSTROPHES
from reader.attribution.tokens import NUMBER, WORD, Token
from reader.attribution.values import NAME, NOMINAL, PRONOUN, Candidate

__all__ = ["after_preposition", "attach", "nest"]

_PREPOSITIONS = words("of for at from in with on to")

_NAMING = words(
    """
    named called calling itself identified as by using the pseudonym name first who gave her his their only just
    himself herself
    themselves
    themself"""
)


def nest(tokens: list[Token], found: list[Candidate]) -> None:
    """Mark candidates that stand within a larger one, and who possesses whom."""
    outer: Candidate | None = None
    for candidate in found:
        if outer is not None and candidate.start < outer.end and candidate.end <= outer.end and candidate is not outer:
            candidate.inside = True
            if (candidate.end < outer.name_start + 1 and tokens[candidate.end].lower in APOSTROPHES) or (
                candidate.kind == PRONOUN and candidate.start == outer.start
            ):
                outer.owner = candidate
        else:
            if candidate.end < len(tokens) and tokens[candidate.end].lower in APOSTROPHES:
                candidate.inside = candidate.kind == NAME
            outer = candidate


def attach(text: str, tokens: list[Token], found: list[Candidate]) -> None:
    """Give names the roles that stand beside them between commas, and bodies the letters in brackets."""
    top = [candidate for candidate in found if not candidate.inside]
    names = [candidate for candidate in top if candidate.kind == NAME]
    by_start = {candidate.start: candidate for candidate in top}
    for candidate in top:
        _predicate(tokens, candidate)
    for one in names:
        _bracketed(tokens, one, by_start)
    for nominal in top:
        _is_named(tokens, nominal, by_start)
        _called(nominal, by_start.get(nominal.end))
    for one in names:
        _give_role(text, tokens, one, by_start)
        _native(tokens, one, by_start)
    for candidate in top:
        name = by_start.get(_after_comma(tokens, candidate.end)) if candidate.kind == NOMINAL else None
        naming = name is None and candidate.kind == NOMINAL
        if naming:
            name = by_start.get(_after_naming(tokens, candidate.name_end))
        called = naming and candidate.organisation and not candidate.plural
        if name is not None and name.kind == NAME and (called or _body_named(tokens, candidate, name)):
            name.start, name.organisation = candidate.start, True
            candidate.inside, candidate.joined = True, name
        elif name is not None and name.kind == NAME and _introduces(tokens, candidate, name, naming):
            name.start = candidate.start
            name.roles.extend([name.role] if name.role else [])
            name.role = candidate.role
            name.determiner = candidate.determiner
            name.organisation = False
            name.owner = candidate.owner
            candidate.inside, candidate.joined = True, name


def _give_role(text: str, tokens: list[Token], name: Candidate, by_start: dict[int, Candidate]) -> None:
    """Give a name the role after its comma: "Ann Lee, the mayor,"."""
    following = by_start.get(_after_comma(tokens, name.end))
    if following is not None and _apposition(tokens, name, following):
        name.roles.append(following.role)
        name.owner = name.owner or following.owner
        following.inside, following.joined = True, name
    elif following is None and (role := _trade(text, tokens, name)):
        name.roles.append(role)


def _is_named(tokens: list[Token], nominal: Candidate, by_start: dict[int, Candidate]) -> None:
    """Join "Her landlord" to the name in "Her landlord is Bo Lee"."""
    if nominal.kind != NOMINAL or nominal.plural or not is_person_noun(nominal.head) or nominal.inside:
        return
    copula = tokens[nominal.end].lower if nominal.end < len(tokens) else ""
    naming = nominal.end
    while naming < nominal.end + 5 and naming < len(tokens) and tokens[naming].lower in _IDENTIFYING:
        naming += 1
    identified = copula in ("is", "was", "has") and naming > nominal.end + 2 and tokens[naming - 1].lower == "as"
    if identified and (name := by_start.get(naming)) is not None and name.kind == NAME and len(name.words) > 1:
        nominal.joined = name
        name.roles.append(nominal.role)
        return
    name = by_start.get(nominal.end + 1) if copula in ("is", "was") and nominal.determiner not in ("a", "an") else None
    if name is not None and name.kind == NAME and len(name.words) > 1 and not name.organisation and not name.place:
        name.roles.append(nominal.role)
        nominal.joined = name


def _called(nominal: Candidate, name: Candidate | None) -> None:
    """Join "the opposition" to "Alliance for Renewal" right after it, and "head of safety" to "Ann Lee"."""
    if nominal.kind == NOMINAL and is_person_noun(nominal.head) and name is not None and nominal.end > nominal.name_end:
        if name.kind == NAME and len(name.words) > 1 and not (name.role or name.organisation or nominal.plural):
            name.start, name.role, name.owner = nominal.start, nominal.role, nominal.owner
            nominal.inside, nominal.joined = True, name
        return
    body = nominal.kind == NOMINAL and nominal.organisation and nominal.determiner == "the" and not nominal.plural
    if body and name is not None and name.kind == NAME and name.organisation and not name.role:
        name.start, nominal.inside, nominal.joined = nominal.start, True, name


_IDENTIFYING = words("was has been is later named identified as since")


def _native(tokens: list[Token], place: Candidate, by_start: dict[int, Candidate]) -> None:
    """Make one description of "the Red Deer, Alta., native"."""
    end = place.end
    if place.determiner != "the" or end + 2 >= len(tokens) or tokens[end].lower != "," or not tokens[end + 1].capital:
        return
    noun = by_start.get(end + 3 if tokens[end + 2].lower == "," else end + 2)
    if noun is not None and noun.kind == NOMINAL and noun.head in ("native", "resident", "product") and not noun.plural:
        noun.start, noun.determiner, place.inside = place.start, "the", True


def _trade(text: str, tokens: list[Token], name: Candidate) -> str:
    """The trade in no lexicon that stands after a name and an age: "Ann Lee, 94, a retired net-mender"; or ""."""
    begin = _after_comma(tokens, name.end)
    if begin < name.end + 3 or begin >= len(tokens) or tokens[begin].lower not in ("a", "an"):
        return ""
    end = begin + 1
    while end < min(begin + 8, len(tokens)) and tokens[end].type == WORD:
        end += 1
    if end == begin + 1 or (end < len(tokens) and tokens[end].lower not in (",", ".", ";", "(", "—", "–")):
        return ""
    return text[tokens[begin + 1].start : tokens[end - 1].end] if tokens[end - 1].lower.endswith(_TRADE) else ""


_TRADE = ("er", "or", "ist", "ian", "ant", "ent", "eer", "man")


def _apposition(tokens: list[Token], name: Candidate, nominal: Candidate) -> bool:
    if nominal.kind != NOMINAL or nominal.document or nominal.plural:
        return False
    if nominal.organisation and not name.organisation and not is_person_noun(nominal.head):
        return False
    if nominal.determiner in ("one", "another", "some", "this", "that", "each", "every"):
        return False
    if nominal.end >= len(tokens):
        return True
    after = tokens[nominal.end]
    if after.lower in forms() and _within_preposition(tokens, name):
        return False  # "Speaking to People, Lee's mother said"
    closes = after.type != WORD or after.lower in (
        "who",
        "and",
        "which",
        "whose",
        "at",
        "in",
        "with",
        "from",
        "said",
        "told",
        "that",
    )
    return closes and after.lower not in APOSTROPHES


def _introduces(tokens: list[Token], nominal: Candidate, name: Candidate, naming: bool) -> bool:
    """Of "the board's chairwoman, Ann Lee," and not "the minister, Ann Lee and Bo Li".

    ``naming`` says that words between them give the name: "who gave her name as Lee".
    """
    if nominal.document or nominal.plural or name.organisation:
        return False
    if (
        name.role
        and nominal.determiner not in ("another", "one")
        and not (nominal.owner or any(t.lower in APOSTROPHES for t in tokens[nominal.start : nominal.end]))
    ):
        return False  # but "Lee's son, film-maker Bo Lee"
    if not is_person_noun(nominal.head) and not _may_be_trade(nominal, name):
        return False
    after = tokens[name.end].lower if name.end < len(tokens) else ""
    if after in ("and", "or", "'s") or (after in forms() and len(name.words) == 1 and not naming):
        return False  # "a call with the minister, Lee said"
    return name.kind == NAME and not name.place


def _may_be_trade(nominal: Candidate, name: Candidate) -> bool:
    """Of "her publisher, Dennis Lau": a body's noun that is also somebody's trade, before a given name."""
    given = name.words[0] in FEMALE or name.words[0] in MALE
    return given and len(name.words) > 1 and nominal.head in ("publisher", "operator", "broadcaster", "maker")


def _body_named(tokens: list[Token], nominal: Candidate, name: Candidate) -> bool:
    """Of "the company, Norpipe," and not "in the company, Norpipe and others"."""
    if (
        not nominal.organisation
        or nominal.plural
        or nominal.head not in ANAPHORIC
        or after_preposition(tokens, nominal)
    ):
        return False
    if name.role or name.place or name.honorific or nominal.end + 1 != name.start:
        return False
    return name.end < len(tokens) and tokens[name.end].lower == ","


def _after_comma(tokens: list[Token], index: int) -> int:
    """The token after a comma at ``index``, an age between commas skipped; -1 when there is no comma."""
    if index + 4 < len(tokens) and tokens[index].lower == "(" and tokens[index + 2].lower == ")":
        index += 3
    if index >= len(tokens) or tokens[index].lower != ",":
        return -1
    if index + 2 < len(tokens) and tokens[index + 1].type == NUMBER and tokens[index + 2].lower == ",":
        return index + 3
    if index + 2 < len(tokens) and tokens[index + 1].lower == "the" and tokens[index + 2].lower == "late":
        return index + 3  # "a former mayor, the late Ann Lee"
    return index + 1


def _after_naming(tokens: list[Token], index: int) -> int:
    """The token after "named", "identified as", "using the pseudonym"; -1 when nothing of the kind stands here."""
    here = index = index + (index < len(tokens) and tokens[index].lower == ",")
    while here < min(index + 8, len(tokens)) and tokens[here].lower in _NAMING:
        here += 1
    return here if here > index and tokens[here - 1].lower not in ("the", "using", "who", "gave") else -1


def _is_thing(tokens: list[Token], name: Candidate) -> bool:
    """Whether a relative shows that a name is no person's: "Lakeshore, which owns"."""
    end = name.end
    which = end + 1 < len(tokens) and tokens[end].lower == "," and tokens[end + 1].lower == "which"
    return which and not _within_preposition(tokens, name)


def _bracketed(tokens: list[Token], candidate: Candidate, by_start: dict[int, Candidate]) -> None:
    """Give a body the letters in brackets after it, and an officer the body: "Fire Service (FS) chief Ann Lee"."""
    index = candidate.end
    if index + 2 < len(tokens) and tokens[index].lower == "(" and tokens[index + 2].lower == ")":
        inner = tokens[index + 1]
        if inner.type == WORD and (_short_form(candidate, inner.text) or inner.text.lower() in candidate.words):
            candidate.acronym = inner.text
            candidate.end = index + 3
            officer = by_start.get(candidate.end)
            if officer is not None and officer.kind == NAME and officer.role:
                officer.start, officer.owner, candidate.inside = candidate.start, officer.owner or candidate, True
    if not (candidate.place or candidate.honorific or candidate.role) and _is_thing(tokens, candidate):
        candidate.organisation = True


def _short_form(candidate: Candidate, inner: str) -> bool:
    """Whether what stands in brackets is a body's acronym, and not a party and state: "Ann Lee (R-TX)"."""
    if not inner.isupper() or candidate.honorific or candidate.role:
        return False
    if candidate.organisation or candidate.place:
        return True
    letters = iter("".join(candidate.words))
    return inner[0].lower() == candidate.words[0][0] and all(c in letters for c in inner.lower() if c.isalnum())


def _predicate(tokens: list[Token], candidate: Candidate) -> None:
    """Set aside what is only said of somebody: "is a former teacher", "as a suspect"."""
    if candidate.kind != NOMINAL or candidate.start == 0 or candidate.determiner not in ("a", "an"):
        return
    if tokens[candidate.start - 1].lower in (
        "as",
        "be",
        "is",
        "was",
        "became",
        "become",
        "becoming",
        "remains",
        "been",
        "being",
    ):
        candidate.inside = True


def _within_preposition(tokens: list[Token], name: Candidate) -> bool:
    """Whether a preposition stands before a name, or before the words that say what it is: "in the journal Sky"."""
    for index in range(name.start - 1, max(name.start - 5, -1), -1):
        token = tokens[index]
        if token.lower in _PREPOSITIONS:
            return True
        if token.type != WORD or token.sentence != tokens[name.start].sentence or token.lower in forms():
            return False
    return False


def after_preposition(tokens: list[Token], candidate: Candidate) -> bool:
    """Whether a preposition stands right before a candidate."""
    return candidate.start > 0 and tokens[candidate.start - 1].lower in _PREPOSITIONS
