"""Everything in a text that may be said to speak: names with their roles, pronouns, descriptions.

Built from the tokens in three passes: names from the capitalised runs, descriptions around role nouns, then
what joins them ("the club's chairman, Ann Lee", "Ann Lee, a biologist at the university").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.attribution.cues import CALL, SAY, forms
from reader.attribution.names import Run, bare, find_runs, looks_like_organisation, looks_like_place
from reader.attribution.nouns import (
    DEMONYMS,
    DETERMINERS,
    DOCUMENTS,
    FUNCTION_WORDS,
    GROUPS,
    HONORIFICS,
    ORGANISATION_HEADS,
    POSSESSIVES,
    is_person_noun,
)
from reader.attribution.tokens import NUMBER, PUNCTUATION, QUOTED, WORD, Token

__all__ = ["NAME", "NOMINAL", "PRONOUN", "Candidate", "find_candidates"]

_LOWER_WORD = re.compile(r"\b[a-zà-öø-ÿ]+\b")
NAME, PRONOUN, NOMINAL = "name", "pronoun", "nominal"

_PRONOUNS = frozenset("he she they it him her them his their its i we".split())
_PREPOSITIONS = frozenset("of for at from in with on to".split())
_APOSTROPHES = ("'s", "'", "’")


@dataclass(slots=True)
class Candidate:
    """One mention. ``start`` to ``end`` are tokens, exclusive; role and determiner included.

    ``name_start`` to ``name_end`` are the tokens of the name alone (of the head noun for a description).
    ``inside`` is set when it only modifies another candidate; ``owner`` is the candidate that possesses it.
    """

    kind: str
    start: int
    end: int
    name_start: int
    name_end: int
    head: str
    words: tuple[str, ...]
    role: str = ""
    determiner: str = ""
    honorific: str = ""
    nickname: str = ""
    plural: bool = False
    document: bool = False
    organisation: bool = False
    place: bool = False
    inside: bool = False
    owner: Candidate | None = None
    acronym: str = ""
    modifiers: tuple[str, ...] = ()
    person: int = -1
    roles: list[str] = field(default_factory=list)


def find_candidates(text: str, tokens: list[Token]) -> list[Candidate]:
    """All candidates outside quotation marks, in order of their start."""
    lower_words = frozenset(_LOWER_WORD.findall(text))
    found: list[Candidate] = []
    taken = bytearray(len(tokens) + 1)
    for run in find_runs(tokens, lower_words):
        _from_run(text, tokens, run, found, taken)
    for index, token in enumerate(tokens):
        if taken[index] & 1 or token.type != WORD and token.type != NUMBER:
            continue
        if token.lower in _PRONOUNS and not (len(token.text) > 1 and token.text.isupper()):
            found.append(_pronoun(tokens, index))
        elif (noun := _noun_kind(token)) and not _modifies_next(tokens, index, noun):
            found.append(_nominal(text, tokens, index, noun))
    found.sort(key=lambda candidate: (candidate.start, -candidate.end))
    _nest(tokens, found)
    _attach(text, tokens, found)
    _give_authors(tokens, found)
    return found


def _pronoun(tokens: list[Token], index: int) -> Candidate:
    lower = tokens[index].lower
    possessive = lower in ("his", "their", "its") or (lower == "her" and _noun_follows(tokens, index))
    return Candidate(PRONOUN, index, index + 1, index, index + 1, lower, (lower,), inside=possessive)


def _noun_follows(tokens: list[Token], index: int) -> bool:
    if index + 1 >= len(tokens) or tokens[index + 1].type not in (WORD, QUOTED):
        return False
    return tokens[index + 1].lower not in FUNCTION_WORDS


def _noun_kind(token: Token) -> str:
    lower = token.lower
    if is_person_noun(lower):
        return "person"
    if lower in ("website", "account", "blog", "page"):
        return "document"
    if lower in GROUPS or lower.endswith("-year-olds"):
        return "group"
    if lower in DOCUMENTS:
        return "document"
    return ""


# names


def _from_run(text: str, tokens: list[Token], run: Run, found: list[Candidate], taken: bytearray) -> None:
    words = [token.lower for token in tokens[run.name : run.end] if token.type == WORD]
    if not words:
        return
    for index in range(run.name, run.end):
        taken[index] = 1
    if all(word in DEMONYMS for word in words) and _noun_after(tokens, run.end):
        return
    organisation = looks_like_organisation(words) or (len(words) == 1 and _acronym(tokens[run.name].text))
    candidate = Candidate(
        NAME,
        run.start,
        run.end,
        run.name,
        run.end,
        bare(words[-1]),
        tuple(words),
        honorific=run.honorific,
        organisation=organisation and not run.honorific and run.name == run.start,
        place=looks_like_place(words),
    )
    if run.nickname >= 0:
        quoted = tokens[run.nickname]
        candidate.nickname = text[quoted.start : quoted.end].strip("“”„\"'‘’«»")
    for index in range(run.start, run.name):
        taken[index] = 1
    _widen_left(text, tokens, candidate)
    for index in range(candidate.start, run.name):
        if _noun_kind(tokens[index]):
            taken[index] |= 1
    found.append(candidate)


def _noun_after(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].type == WORD and tokens[index].lower not in FUNCTION_WORDS


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.replace("-", "").replace(".", "").isupper()


def _widen_left(text: str, tokens: list[Token], candidate: Candidate) -> None:
    """Take in the role before a name ("Kremlin aide", "the club's new manager") and the "the" of a body."""
    start = candidate.start
    if (head := _office_of_body(tokens, candidate)) >= 0:
        start = _left_edge(tokens, head)
    elif start > candidate.name_start - 1 and start > 0:
        before = tokens[start - 1]
        if _noun_kind(before) == "person" and not candidate.organisation:
            start = _left_edge(tokens, start - 1)
    elif start < candidate.name_start:
        start = _left_edge(tokens, start)
    if start < candidate.name_start:
        candidate.start = start
        role_start = start
        while role_start < candidate.name_start and tokens[role_start].lower in DETERMINERS | POSSESSIVES:
            role_start += 1
        role = (
            text[tokens[role_start].start : tokens[candidate.name_start - 1].end]
            if role_start < candidate.name_start
            else ""
        )
        candidate.determiner = tokens[start].lower if role_start > start else ""
        if bare(role.lower()) not in HONORIFICS and not role[:1].isdigit():
            candidate.role = role
            candidate.organisation = False
    elif start > 0 and tokens[start - 1].lower == "the":
        candidate.start = start - 1
        candidate.determiner = "the"


def _office_of_body(tokens: list[Token], candidate: Candidate) -> int:
    """In "director of Amnesty International Ann Lee" the index of "director", the name set apart; else -1."""
    start = candidate.start
    if start < 2 or candidate.start != candidate.name_start:
        return -1
    head = start - 2 - (tokens[start - 1].lower == "the")
    if tokens[head + 1].lower not in ("of", "for", "at") or not is_person_noun(tokens[head].lower):
        return -1
    heads = [index for index in range(start, candidate.name_end) if tokens[index].lower in ORGANISATION_HEADS]
    if not heads or not 2 <= candidate.name_end - heads[-1] - 1 <= 4:
        return -1
    if not all(token.capital for token in tokens[heads[-1] + 1 : candidate.name_end]):
        return -1
    candidate.name_start = heads[-1] + 1
    candidate.words = tuple(token.lower for token in tokens[candidate.name_start : candidate.name_end])
    candidate.organisation = False
    return head


def _known_modifier(token: Token) -> bool:
    lower = token.lower
    return (
        token.capital
        or lower in _MODIFIERS
        or lower in ORGANISATION_HEADS
        or bool(_noun_kind(token))
        or (lower.endswith(("ist", "al", "ian", "ior")) and lower not in FUNCTION_WORDS)
    )


_MODIFIERS = frozenset(
    """former then late deputy vice special senior chief lead acting interim assistant associate executive current new
    longtime long-time veteran fellow retired outgoing incoming ex- co- junior head top opposition defense defence press
    finance foreign prime home interior justice health education environment transport shadow campaign council club team
    party state city county police army navy air force court district family club's studio company government ministry
    human rights art music film food science tech technology sports football soccer cricket rugby baseball basketball
    hockey news investigative political legal financial medical public managing founding general national regional
    international economic scientific technical research marketing communications security intelligence cabinet climate
    policy labor labour union community youth women's men's women’s men’s world record three-time two-time lawyer award-winning
    republican democratic conservative liberal independent progressive right-wing left-wing centre-right far-right elected
    self-described renowned prominent leading distinguished famed noted legendary british- twin older younger elder eldest
    youngest only pop culture hip hop property estate real mass media social wildlife animal football transgender gay
    """.split()
)


def _left_edge(tokens: list[Token], index: int) -> int:
    """The first token of the noun phrase whose words end at ``index``: modifiers, possessor, determiner."""
    speech = forms()
    edge, cut, unknown, owned = index, -1, False, False
    position = index - 1
    while position >= 0 and index - position <= 9:
        token = tokens[position]
        if token.sentence != tokens[index].sentence:
            break
        if token.lower == "that":
            break
        if token.lower in DETERMINERS or token.lower in POSSESSIVES:
            return position
        if token.type == PUNCTUATION and token.lower in _APOSTROPHES and position > 0:
            edge = _possessor(tokens, position - 1)
            if tokens[position - 1].capital:
                return edge
            position, owned = edge - 1, True
            continue
        if token.lower in _PAST and token.lower != "left":
            break
        if token.type == NUMBER and token.text.endswith("old"):
            pass
        elif token.type != WORD or token.lower in FUNCTION_WORDS:
            if not (token.lower in ("and", "of") and _joins_role(tokens, position)):
                break
        elif not token.capital and speech.get(token.lower) in (SAY, CALL) and not _known_modifier(token):
            break
        elif not _known_modifier(token):
            if owned:
                break
            cut = position + 1 if cut < 0 else cut
        elif token.capital and cut >= 0 and not owned:
            unknown = True  # "Smith met president Jones": the first capital is no part of the role
        edge = position
        position -= 1
    if cut < 0 or owned or (not unknown and _fresh(tokens, position, index)):
        return edge
    return cut


def _possessor(tokens: list[Token], index: int) -> int:
    """The first token of the possessor that ends at ``index``: "the Calder Bay" in "the Calder Bay's"."""
    if not tokens[index].capital:
        return index
    while index > 0 and tokens[index - 1].capital and tokens[index - 1].sentence == tokens[index].sentence:
        index -= 1
    return index - 1 if index > 0 and tokens[index - 1].lower == "the" else index


def _fresh(tokens: list[Token], position: int, index: int) -> bool:
    """Whether a noun phrase may begin right after ``position``: a sentence, a quotation, a verb of speech or a comma."""
    if position < 0 or tokens[position].sentence != tokens[index].sentence:
        return False
    token = tokens[position]
    return token.type == QUOTED or token.lower in forms() or token.lower == "by"


def _joins_role(tokens: list[Token], position: int) -> bool:
    """ "and" within a role: "chairman and chief executive", "Trade and Industry Secretary"."""
    before, after = tokens[position - 1], tokens[position + 1]
    if tokens[position].lower == "of":
        return after.capital and before.capital and (is_person_noun(before.lower) or before.lower in ORGANISATION_HEADS)
    return (is_person_noun(before.lower) and not before.capital and is_person_noun(after.lower)) and position > 1


# descriptions


def _modifies_next(tokens: list[Token], index: int, noun: str) -> bool:
    """Whether a noun only modifies the next: "press briefing", "company policy"; a verb may follow a true head."""
    if index + 1 >= len(tokens) or noun == "person" or tokens[index].lower.endswith("s"):
        return False
    following = tokens[index + 1]
    if following.type == WORD and _noun_kind(following) and not following.capital:
        return True
    if following.type != WORD or following.capital or following.lower in FUNCTION_WORDS or following.lower in forms():
        return False
    return not following.lower.endswith(("ed", "s", "ing", "ly")) and following.lower not in _PAST


_PAST = frozenset(
    "took gave came went made won held lost got let put set met left led ran sat stood began sent told built kept".split()
)


def _nominal(text: str, tokens: list[Token], index: int, noun: str) -> Candidate:
    start = _left_edge(tokens, index)
    end = index + 1
    token = tokens[index]
    if start > 0 and token.type == WORD and is_person_noun(token.lower):
        end = _portfolio(tokens, end)
    determiner = tokens[start].lower if tokens[start].lower in DETERMINERS | POSSESSIVES else ""
    modifiers = tuple(item.lower for item in tokens[start:index] if item.type in (WORD, NUMBER))
    plural = (
        noun == "group" and token.lower.endswith(("s", "people", "police", "media", "press")) and token.lower != "press"
    )
    candidate = Candidate(
        NOMINAL,
        start,
        end,
        index,
        index + 1,
        token.lower,
        (token.lower,),
        determiner=determiner,
        plural=plural or (noun == "document" and token.lower.endswith("s")),
        document=noun == "document",
        organisation=noun == "group",
        modifiers=modifiers,
    )
    candidate.end = _right_edge(tokens, end, noun)
    role_start = start + 1 if determiner in ("the", "a", "an", "one", *POSSESSIVES) else start
    candidate.role = (
        text[tokens[role_start].start : tokens[candidate.end - 1].end] if role_start < candidate.end else ""
    )
    return candidate


def _portfolio(tokens: list[Token], end: int) -> int:
    """ "of state", "of staff": written as part of an office even in lower case."""
    if (
        end + 1 < len(tokens)
        and tokens[end].lower == "of"
        and tokens[end + 1].lower in ("state", "staff", "defense", "defence")
    ):
        return end + 2
    return end


def _right_edge(tokens: list[Token], end: int, noun: str) -> int:
    """Where a description ends with its prepositional phrases: "a spokesman for the ministry"."""
    if noun != "person" and end < len(tokens) and tokens[end].lower in ("with", "to"):
        return end
    for _round in range(4):
        if end + 1 < len(tokens) and tokens[end].lower in _FAMILIAR and tokens[end + 1].lower in _PREPOSITIONS:
            end += 1
        stop = _phrase(tokens, end)
        if stop == end:
            break
        end = stop
    return end


_FAMILIAR = frozenset("familiar close briefed".split())


def _phrase(tokens: list[Token], start: int) -> int:
    """The end of a prepositional phrase that begins at ``start``, or ``start`` when none can belong here."""
    if start >= len(tokens) or tokens[start].lower not in _PREPOSITIONS:
        return start
    speech = forms()
    index = start + 1
    words = 0
    while index < len(tokens) and words < 9:
        token = tokens[index]
        if token.sentence != tokens[start].sentence or token.type == QUOTED:
            break
        if token.type == PUNCTUATION and token.lower not in _APOSTROPHES:
            break
        if token.type == WORD and not token.capital:
            if words and (token.lower in _PAST or (tokens[index - 1].capital and not _known_modifier(token))):
                return index
            if token.lower in speech and words and not _known_modifier(token):
                return index
            if token.lower in _ENDS_PHRASE or (token.lower in _PREPOSITIONS and words):
                return index if words else start
        elif token.type == WORD and token.lower in _ENDS_PHRASE:
            return index if words else start
        if token.lower not in DETERMINERS and token.lower not in POSSESSIVES:
            words += 1
        index += 1
    return index if words and words < 9 else start


_ENDS_PHRASE = frozenset(
    """who which that whose where when while and but or was were is are has have had will would could can may might did does
    do also later then he she it they as by after before during since because if whether not said on in""".split()
)


# joining


def _nest(tokens: list[Token], found: list[Candidate]) -> None:
    """Mark candidates that stand within a larger one, and who possesses whom."""
    outer: Candidate | None = None
    for candidate in found:
        if outer is not None and candidate.start < outer.end and candidate.end <= outer.end and candidate is not outer:
            candidate.inside = True
            if candidate.end < outer.name_start + 1 and tokens[candidate.end].lower in _APOSTROPHES:
                outer.owner = candidate
            elif candidate.kind == PRONOUN and candidate.start == outer.start:
                outer.owner = candidate
        else:
            if candidate.end < len(tokens) and tokens[candidate.end].lower in _APOSTROPHES:
                candidate.inside = candidate.kind == NAME
            outer = candidate


def _attach(text: str, tokens: list[Token], found: list[Candidate]) -> None:
    """Give names the roles that stand beside them between commas, and bodies the letters in brackets."""
    top = [candidate for candidate in found if not candidate.inside]
    by_start = {candidate.start: candidate for candidate in top}
    for candidate in top:
        _predicate(tokens, candidate)
        if candidate.kind == NAME:
            _bracketed(tokens, candidate)
    for candidate in top:
        if candidate.kind != NAME:
            continue
        following = by_start.get(_after_comma(tokens, candidate.end))
        if following is not None and _apposition(tokens, candidate, following):
            candidate.roles.append(following.role)
            following.inside = True
    for candidate in top:
        name = by_start.get(_after_comma(tokens, candidate.end)) if candidate.kind == NOMINAL else None
        if name is None and candidate.kind == NOMINAL:
            name = by_start.get(_after_naming(tokens, candidate.name_end))
        if name is not None and name.kind == NAME and _introduces(tokens, candidate, name):
            name.start = candidate.start
            name.role = candidate.role
            name.determiner = candidate.determiner
            name.organisation = False
            candidate.inside = True
            candidate.kind = NOMINAL


def _give_authors(tokens: list[Token], found: list[Candidate]) -> None:
    """Give documents whoever wrote them: "a tweet by Lee", "a letter from Lee", "Lee released a statement which"."""
    starting: dict[int, Candidate] = {}
    for candidate in found:
        if not candidate.document and not candidate.place:
            starting.setdefault(
                candidate.name_start if candidate.inside and candidate.kind == NAME else candidate.start, candidate
            )
    subject: Candidate | None = None
    for candidate in found:
        if subject is None or tokens[subject.start].sentence != tokens[candidate.start].sentence:
            subject = (
                None if candidate.inside or candidate.document or _after_preposition(tokens, candidate) else candidate
            )
        if not candidate.document or candidate.owner is not None:
            continue
        reach = max(candidate.end, candidate.name_end + 3)
        for index in range(candidate.name_end, min(reach + 1, len(tokens) - 1)):
            if tokens[index].sentence != tokens[candidate.start].sentence:
                break
            if tokens[index].lower == "," and tokens[index + 1].lower == "by":
                continue
            if tokens[index].lower == "," or (index >= candidate.end and tokens[index].lower not in _SENT):
                break
            if tokens[index].lower in ("by", "from") or (tokens[index].lower == "for" and candidate.head == "account"):
                candidate.owner = candidate.owner or starting.get(index + 1)
        inner = starting.get(candidate.name_start - 1) or starting.get(candidate.name_start - 2)
        if candidate.owner is None and inner is not None and inner.inside and inner.organisation and inner.kind == NAME:
            candidate.owner = inner
        if candidate.owner is None and candidate.start > 0 and tokens[candidate.start - 1].lower in _PUBLISHED:
            candidate.owner = subject


_PUBLISHED = frozenset(
    """release released releases issue issued issues issuing publish published publishes publishing post posted posts posting
    make made makes send sent sends sending write wrote written writes gave give read reading sign signed tweeted shared
    releasing put""".split()
)


_SENT = frozenset(
    "by from for released issued published posted written sent signed shared put out made given online".split()
)


def _after_preposition(tokens: list[Token], candidate: Candidate) -> bool:
    return candidate.start > 0 and tokens[candidate.start - 1].lower in _PREPOSITIONS


def _after_naming(tokens: list[Token], index: int) -> int:
    """The token after "named", "identified as", "using the pseudonym"; -1 when nothing of the kind stands here."""
    here = index = index + (index < len(tokens) and tokens[index].lower == ",")
    while here < min(index + 8, len(tokens)) and tokens[here].lower in _NAMING:
        here += 1
    return here if here > index and tokens[here - 1].lower not in ("the", "using", "who", "gave") else -1


_NAMING = frozenset(
    "named called identified as using the pseudonym name who gave her his their only himself herself themselves themself".split()
)


def _after_comma(tokens: list[Token], index: int) -> int:
    """The token after a comma at ``index``, an age between commas skipped; -1 when there is no comma."""
    if index >= len(tokens) or tokens[index].lower != ",":
        return -1
    if index + 2 < len(tokens) and tokens[index + 1].type == NUMBER and tokens[index + 2].lower == ",":
        return index + 3
    return index + 1


def _apposition(tokens: list[Token], name: Candidate, nominal: Candidate) -> bool:
    if nominal.kind != NOMINAL or nominal.document or nominal.plural:
        return False
    if nominal.organisation and not name.organisation and not is_person_noun(nominal.head):
        return False
    if nominal.end >= len(tokens):
        return True
    after = tokens[nominal.end]
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
    return closes and after.lower not in _APOSTROPHES


def _introduces(tokens: list[Token], nominal: Candidate, name: Candidate) -> bool:
    """ "the board's chairwoman, Ann Lee," and not "the minister, Ann Lee and Bo Li"."""
    if nominal.document or nominal.plural or not is_person_noun(nominal.head) or name.role or name.organisation:
        return False
    if name.end < len(tokens) and tokens[name.end].lower in ("and", "or", "'s"):
        return False
    return name.kind == NAME and not name.place


def _bracketed(tokens: list[Token], candidate: Candidate) -> None:
    index = candidate.end
    if index + 2 < len(tokens) and tokens[index].lower == "(" and tokens[index + 2].lower == ")":
        inner = tokens[index + 1]
        if inner.type == WORD and (inner.text.isupper() or inner.text.lower() in candidate.words):
            candidate.acronym = inner.text
            candidate.end = index + 3


def _predicate(tokens: list[Token], candidate: Candidate) -> None:
    """Set aside what is only said of somebody: "is a former teacher", "as a suspect"."""
    if candidate.kind != NOMINAL or candidate.start == 0 or candidate.determiner not in ("a", "an"):
        return
    if tokens[candidate.start - 1].lower in (
        "as",
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
