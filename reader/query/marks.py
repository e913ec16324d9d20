"""Where in a text the words stand that a query looks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.query.fields import ANYWHERE
from reader.query.tree import Query, Term
from reader.query.words import placed

__all__ = ["places"]

Places = list[tuple[int, int]]


def places(query: Query, field: str, text: str, most: int = 1_000) -> Places:
    """The passages (start, end) of a field's text that a query's words stand in: in order, none over another.

    At most ``most`` are looked for.
    """
    terms = [term for term in query.terms() if term.field == field or (not term.field and field in ANYWHERE)]
    if not terms:
        return []
    tokens = list(placed(text))
    by_word: dict[str, list[int]] = {}
    for number, (word, _, _) in enumerate(tokens):
        by_word.setdefault(word, []).append(number)
    found = {span for term in terms for span in _of_term(term, tokens, by_word, most)}
    return _apart(sorted(found))[:most]


def _of_term(
    term: Term, tokens: Sequence[tuple[str, int, int]], by_word: dict[str, list[int]], most: int
) -> Iterable[tuple[int, int]]:
    *before, last = term.words.split(" ")
    length = len(before) + 1
    if not before:
        heads = [number for word, all_ in by_word.items() if _is(word, last, term.prefix) for number in all_]
    else:
        heads = by_word.get(before[0], [])
    count = 0
    for head in sorted(heads):
        run = tokens[head : head + length]
        if len(run) < length or count == most:
            continue
        if [word for word, _, _ in run[:-1]] == before and _is(run[-1][0], last, term.prefix):
            count += 1
            yield run[0][1], run[-1][2]


def _is(word: str, sought: str, prefix: bool) -> bool:
    return word.startswith(sought) if prefix else word == sought


def _apart(spans: Iterable[tuple[int, int]]) -> Places:
    """Spans that overlap made one."""
    joined: Places = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
