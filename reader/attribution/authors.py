"""Who wrote or published a document: "a tweet by Lee", "the FSA report", "Lee released a statement"."""

from __future__ import annotations

from reader.attribution.joins import after_preposition
from reader.attribution.lexicon import words
from reader.attribution.nouns import NOT_NAMES
from reader.attribution.tokens import Token
from reader.attribution.values import NAME, Candidate

__all__ = ["give_authors"]

_PUBLISHED = words("""
    release released releases issue issued issues issuing publish published publishes publishing post posted posts
    posting make made makes send sent sends sending write wrote written writes gave give read reading sign signed
    tweeted shared releasing put leave left leaves leaving texted posted scrawled scribbled""")


_SENT = words("""
    by from for released issued published posted written sent signed shared put out made given online filed penned
    authored drafted brought""")


_OF_BODIES = words("opinion decision ruling judgment judgement verdict order statement")
_RECEIVED = words("he she they it we i that got received had has saw read obtained")
_PLACED = {"for": "account", "in": "editorial"}  # after these prepositions stands whose account or editorial it is


def give_authors(tokens: list[Token], found: list[Candidate]) -> None:
    """Give documents whoever wrote them: "a tweet by Lee", "a letter from Lee", "Lee released a statement which"."""
    starting: dict[int, Candidate] = {}
    for candidate in found:
        if not candidate.document and not candidate.place:
            own = candidate.inside and candidate.kind == NAME
            starting.setdefault(candidate.name_start if own else candidate.start, candidate)
    ending = {one.end: one for one in found if not one.document and not one.place and not one.inside}
    bodies = {one.end: one for one in found if one.inside and one.organisation and one.kind == NAME}
    subject: Candidate | None = None
    for candidate in found:
        if subject is None or tokens[subject.start].sentence != tokens[candidate.start].sentence:
            other = candidate.inside or candidate.document or after_preposition(tokens, candidate)
            subject = None if other else candidate
        if candidate.document and candidate.owner is None:
            published = candidate.start > 0 and tokens[candidate.start - 1].lower in _PUBLISHED
            author = _written_by(tokens, candidate, starting) or _issuer(candidate, bodies)
            author = author or _writer_within(tokens, candidate, starting)
            stated = published or _in_a_statement(tokens, candidate)
            nearest = ending.get(candidate.start - 1) if published else None  # "Bo said Ann left a note"
            stater = nearest or subject or _subject_next(tokens, candidate, starting)
            candidate.owner = author or (stater if stated else None)


def _in_a_statement(tokens: list[Token], document: Candidate) -> bool:
    """Whether a document is the one that its sentence's subject speaks in: "Lee said in a statement"."""
    before = tokens[document.start - 1].lower if document.start else ""
    return before in ("in", "on") and document.determiner in ("a", "an") and document.head in _STATEMENTS


def _subject_next(tokens: list[Token], document: Candidate, starting: dict[int, Candidate]) -> Candidate | None:
    """The subject of a sentence that opens with its document: "In a statement on Friday, the club said"."""
    for index in range(document.end, min(document.end + 8, len(tokens) - 1)):
        if tokens[index].sentence != tokens[document.start].sentence:
            return None
        if tokens[index].lower == ",":
            return starting.get(index + 1)
    return None


_STATEMENTS = words("""
    statement letter email e-mail post tweet message memo note speech interview blog report release communique
    communiqué announcement op-ed decision ruling judgment judgement opinion dissent order affidavit column article""")


def _written_by(tokens: list[Token], document: Candidate, starting: dict[int, Candidate]) -> Candidate | None:
    """The author named after a document: "by Lee", "posted by Lee", "from Lee"."""
    reach = max(document.end, document.name_end + 3)
    if document.end + 1 < len(tokens) and tokens[document.end].lower == "on":
        reach += 2  # "a tweet on Monday by Lee"
    for index in range(document.name_end, min(reach + 1, len(tokens) - 1)):
        lower = tokens[index].lower
        if lower in NOT_NAMES or (lower == "on" and tokens[index + 1].lower in NOT_NAMES):
            continue
        if tokens[index].sentence != tokens[document.start].sentence:
            break
        if lower in ("by", "from") or _PLACED.get(lower) == document.head:
            named = starting.get(index + 1) or (starting.get(index + 2) if tokens[index + 1].lower == "the" else None)
            if named is not None:
                return named
        elif lower == "of" and document.head in _OF_BODIES:
            body = starting.get(index + 1)
            return body if body is not None and (body.organisation or body.role) else None
        elif (lower == "," and tokens[index + 1].lower not in _SENT) or (
            lower != "," and index >= document.end and lower not in _SENT and lower not in _RECEIVED
        ):
            break
    return None


def _writer_within(tokens: list[Token], document: Candidate, starting: dict[int, Candidate]) -> Candidate | None:
    """Who writes in a document: "an email in which Lee called them"."""
    for index in (document.end, document.name_end):
        if [token.lower for token in tokens[index : index + 2]] in (["in", "which"], [",", "where"]):
            return starting.get(index + 2)
    return None


def _issuer(document: Candidate, bodies: dict[int, Candidate]) -> Candidate | None:
    """The body whose name stands right before a document's noun: "the FSA report", "an FSA press release"."""
    return bodies.get(document.name_start) or bodies.get(document.name_start - 1)
