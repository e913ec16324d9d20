"""Which candidate a speech verb belongs to: "Lee, who chairs the board, said", "said Lee", "according to Lee"."""

from __future__ import annotations

from reader.attribution.cues import CALL, SAY, WEAK, first_words, forms, lemmas, with_particle
from reader.attribution.inverted import after_verb
from reader.attribution.lexicon import words
from reader.attribution.nouns import DETERMINERS, FUNCTION_WORDS, POSSESSIVES
from reader.attribution.phrases import is_adverb
from reader.attribution.said_nouns import SAYING_NOUNS, by_noun
from reader.attribution.subjects import (
    Places,
    before_verb,
    document_before,
    places,
    starting_near,
)
from reader.attribution.tokens import BREAK, QUOTED, WORD, Token
from reader.attribution.understood import quoted_as_saying, understood
from reader.attribution.values import Candidate, Link

__all__ = ["find_links"]

_AUXILIARIES = words("was were is are been being be gets got")


_STANDS_ALONE = words("that this those these both another one some many")
_SINGLE = words("one another this that each")
_NOUN_BEFORE = words("of in for on with by from at no any such")


def find_links(tokens: list[Token], candidates: list[Candidate]) -> list[Link]:
    """All speech verbs outside quotations with their subjects, in order."""
    index = places(tokens, candidates)
    owners = {candidate.start: candidate for candidate in reversed(candidates)}
    possessors = {candidate.end: candidate for candidate in candidates}
    speech, telling = forms(), first_words() | _OTHER_CUES
    links: list[Link] = []
    for position, token in enumerate(tokens):
        if token.lower not in telling or token.type != WORD:
            continue
        if (
            (token.lower in ("according", "per") and (found := _according(index, position)))
            or (token.lower in _VIEWS and (found := _in_words_of(tokens, position, owners, possessors)))
            or (token.lower in SAYING_NOUNS and (found := by_noun(index, position, owners, possessors)) is not None)
        ):
            links.append(found)
        elif position + 1 < len(tokens) and with_particle(token.lower, tokens[position + 1].lower):
            links.append(_resolve(index, position, SAY, links))
            links[-1].end += tokens[position + 1].lower != "it"
        elif token.lower in speech and not token.text.isupper() and _is_verb(tokens, position):
            kind = WEAK if _answers(tokens, position) else speech[token.lower]
            links.append(_resolve(index, position, kind, links))
    return links


_VIEWS = words("words view opinion telling estimation")
_OTHER_CUES = words("according per") | _VIEWS | SAYING_NOUNS
_OBJECTS = words("a an the his her its their my our any some")  # "maintain a lead" says nothing


def _is_verb(tokens: list[Token], position: int) -> bool:
    """Whether this form is a verb here: "the report", "of claims" and "Note" in a name are not."""
    token = tokens[position]
    before = tokens[position - 1] if position else None
    if before is None or before.sentence != token.sentence:
        return not token.capital or token.lower.endswith(("ing", "ed"))
    if token.capital:
        return False
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if token.lower == "blame" and before.lower == "to":
        return False  # "who is to blame", "has himself to blame"
    if token.lower.startswith("maintain") and after is not None and after.lower in _OBJECTS:
        return False
    if token.lower in lemmas() and (before.lower in _SINGLE or _ends_compound(tokens, position)):
        return False  # "one post", "this report": who is one alone would take "posts"
    if token.lower.endswith("ing"):
        return before.lower != "'s" and (before.lower not in DETERMINERS or before.lower in _STANDS_ALONE)
    if before.type == WORD and before.lower in DETERMINERS and before.lower not in _STANDS_ALONE:
        return False
    return not (
        (before.lower in POSSESSIVES and before.lower != "her") or before.lower == "'s" or before.lower in _NOUN_BEFORE
    )


def _ends_compound(tokens: list[Token], position: int) -> bool:
    """Whether a noun in the singular stands before a word, with "a" before it: "on a conference call"."""
    noun = tokens[position - 1]
    if noun.type != WORD or noun.capital or noun.lower in FUNCTION_WORDS or noun.lower.endswith("s"):
        return False
    for token in (tokens[position - 2], tokens[position - 3]) if position > 2 else ():
        if token.lower in ("a", "an"):
            return True
        if token.type != WORD or token.lower in FUNCTION_WORDS:
            return False
    return False


def _answers(tokens: list[Token], position: int) -> bool:
    """Whether a verb says what somebody answers to, and not what was said: "respond to “any crisis”"."""
    after = tokens[position + 1 : position + 3]
    return len(after) == 2 and after[0].lower == "to" and after[1].type == QUOTED


def _in_words_of(
    tokens: list[Token], position: int, owners: dict[int, Candidate], possessors: dict[int, Candidate]
) -> Link | None:
    """Of "in her words,", "in Ann Lee's words," and "in the words of Ann Lee": whose words they are."""
    before = [token.lower for token in tokens[max(position - 3, 0) : position]]
    named = possessors.get(position - 1) if before[-1:] == ["'s"] else None
    if named is not None and named.start and tokens[named.start - 1].lower == "in":
        return Link(position, position + 1, SAY, named, "direct")
    if before[-2:] == ["in", "the"] and tokens[position + 1 : position + 2] and tokens[position + 1].lower == "of":
        owner, end = position + 2, position + 2
    elif before[-2:-1] == ["in"] or (before[:1] == ["in"] and before[-1:] == ["own"]):
        owner, end = position - (2 if before[-1] == "own" else 1), position + 1
    else:
        return None
    found = owners.get(owner)
    return Link(position, end, SAY, found, "direct") if found is not None else None


def _according(index: Places, position: int) -> Link | None:
    tokens = index.tokens
    after = position + 1
    if tokens[position].lower == "according":
        if after >= len(tokens) or tokens[after].lower != "to":
            return None
        after += 1
    subject = starting_near(index, after, 3) if after > position + 1 else index.starting.get(after)
    return Link(position, after, SAY, subject, "according") if subject else None


def _resolve(index: Places, position: int, kind: str, links: list[Link]) -> Link:
    tokens = index.tokens
    lower = tokens[position].lower
    auxiliary = _auxiliary_before(tokens, position)
    reduced = kind == CALL and lower.endswith("ed") and index.tokens[position + 1 : position + 2]
    by = reduced and reduced[0].lower == "by" and position + 2 in index.starting  # "the bill, described by Lee as"
    if (auxiliary or by) and not lower.endswith("ing"):
        return _passive(index, position, kind, links)
    if lower == "saying" and position and tokens[position - 1].lower == "as":
        return Link(position, position + 1, SAY, quoted_as_saying(index, position, links), "direct")
    if (subject := before_verb(index, position)) is not None:
        if tokens[position - 1].lower == "to" and links and links[-1].end == subject.start:
            before = tokens[links[-1].start].lower
            subject = links[-1].subject or subject if before in _WRITING else subject  # "wrote the league to complain"
        kind = WEAK if _denied(tokens, position) or _goes_on_doing(tokens, position) else kind
        if links and links[-1].end == subject.start and tokens[links[-1].start].lower in _RECALLING:
            teller = links.pop()  # “…,” Lee recalled her saying: it is her who is heard
            teller.how = "relayed"
            links.append(Link(teller.start, position + 1, SAY, subject, "direct"))
            return teller
        return Link(position, position + 1, kind, subject, "relayed" if _aside_as(tokens, subject) else "direct")
    if (subject := after_verb(index, position)) is not None:
        return Link(position, position + 1, kind, subject, "inverted")
    subject = understood(index, position, links)
    return Link(position, position + 1, kind, subject, "elided" if subject else "none")


_WRITING = words("wrote written writes called emailed texted")
_RECALLING = words("recall recalls recalled remember remembers remembered")


def _denied(tokens: list[Token], position: int) -> bool:
    """Whether a verb says that nothing was said: "does not comment", "did not say"."""
    for token in tokens[position - 2 : position]:
        if token.lower in ("not", "never") or token.lower.endswith("n't"):
            return True
    return False


def _goes_on_doing(tokens: list[Token], position: int) -> bool:
    """Whether a verb says what somebody went on doing, and not saying: "continued to deny", "continue “as before”"."""
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if after is None or not tokens[position].lower.startswith("continu"):
        return False
    return after.lower in ("to", "with") or (after.type == QUOTED and not after.text[:1].isupper())


def _aside_as(tokens: list[Token], subject: Candidate) -> bool:
    """Whether the clause is an aside of who relayed it: ", as Bloomberg had reported,"."""
    before = subject.start - 1
    if tokens[subject.end].lower == "put" if subject.end < len(tokens) else False:
        return False
    return (
        before > 0 and tokens[before].lower == "as" and tokens[before - 1].lower in (",", "–", "—", "(", "and", "but")
    )


def _auxiliary_before(tokens: list[Token], position: int) -> bool:
    here = position - 1
    while here >= 0 and (is_adverb(tokens[here]) or tokens[here].lower in ("also", "not", "then", "once", "later")):
        here -= 1
    return here >= 0 and tokens[here].lower in _AUXILIARIES


def _passive(index: Places, position: int, kind: str, links: list[Link]) -> Link:
    """Of "was described by the league as": the one after "by"."""
    tokens = index.tokens
    for here in range(position + 1, min(position + 8, len(tokens))):
        if tokens[here].sentence != tokens[position].sentence or tokens[here].type == BREAK:
            break
        if tokens[here].lower == "by":
            if tokens[position].lower == "read" and (written := document_before(index, position)) is not None:
                return Link(position, position + 1, SAY, written, "direct")  # "her letter was read aloud by a clerk"
            subject = starting_near(index, here + 1, 2)
            return Link(position, position + 1, kind, subject, "passive" if subject else "none")
    if tokens[position].lower == "told" and (asked := _turned_to(index, position)) is not None:
        return Link(position, position + 1, SAY, asked, "passive")
    return Link(position, position + 1, kind, None, "none")


_TURNING = words("phoned called emailed e-mailed asked contacted texted rang telephoned approached")


def _turned_to(index: Places, position: int) -> Candidate | None:
    """Who told somebody who had turned to them: "She phoned the manager twice and was told"."""
    tokens = index.tokens
    for here in range(position - 2, max(position - 20, 0), -1):
        if tokens[here].sentence != tokens[position].sentence:
            break
        if tokens[here].lower in _TURNING:
            return index.starting.get(here + 1)
    return None
