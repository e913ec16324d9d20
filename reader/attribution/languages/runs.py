"""Runs of capitalised words that may be names, and where in each the name begins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from reader.attribution.given import FEMALE, MALE
from reader.attribution.languages.inflection import is_body, role_gender, stem
from reader.attribution.languages.table import Table
from reader.attribution.languages.tokens import QUOTED, WORD, Token

__all__ = ["Run", "find_runs"]

_LONGEST = 8


@dataclass(slots=True)
class Run:
    """Tokens ``start`` to ``end``; the name begins at ``name``. ``known`` says that a longer run has this name."""

    start: int
    name: int
    end: int
    gender: str = ""
    known: bool = False


def find_runs(tokens: list[Token], table: Table) -> list[Run]:
    """The runs of a text that may name somebody, in order."""
    runs: list[Run] = []
    trades: list[Run] = []
    index = 0
    phrases = {word for phrase in table.according for word in phrase.split()}
    while index < len(tokens):
        if tokens[index].lower in phrases or not _starts(tokens, index, table):
            index += 1
            continue
        end = _extend(tokens, index, table)
        run = _split_role(tokens, Run(index, index, end), table)
        if run.name < run.end:
            runs.append(run)
        elif end - index == 1 and not (index and tokens[index - 1].lower in table.articles):
            trades.append(run)
        index = end
    surnames = {stem(tokens[run.end - 1].lower, table) for run in runs if run.end - run.name > 1}
    for run in trades:
        if stem(tokens[run.start].lower, table) in surnames:  # "Visser", a name and a trade
            run.name, run.gender = run.start, ""
            runs.append(run)
    runs.sort(key=lambda run: run.start)
    surnames |= {stem(tokens[run.name].lower, table) for run in runs if run.end - run.name > 1}
    lower_words = Counter(token.lower for token in tokens if token.kind == WORD and not token.capital)
    return [run for run in runs if _is_name(tokens, run, surnames, lower_words, table)]


def _starts(tokens: list[Token], index: int, table: Table) -> bool:
    token = tokens[index]
    if token.kind != WORD or not token.capital or token.lower in table.not_names:
        return False
    if token.lower not in table.common or (len(token.text) > 2 and token.text.isupper()):
        return True
    within = token.lower in table.particles or (token.lower in table.articles and not table.capital_nouns)
    return within and not _opens(tokens, index) and _capital(tokens, index + 1)


def _opens(tokens: list[Token], index: int) -> bool:
    """Whether a sentence, or what comes after a passage, begins here."""
    if index == 0 or tokens[index - 1].kind == QUOTED:
        return True
    return tokens[index - 1].sentence != tokens[index].sentence or tokens[index - 1].lower in ("—", "–", "-", ":")


def _capital(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind == WORD and tokens[index].capital


def _extend(tokens: list[Token], start: int, table: Table) -> int:
    end = start + 1
    while end < len(tokens) and end - start < _LONGEST and tokens[end].sentence == tokens[start].sentence:
        token = tokens[end]
        if _capital(tokens, end) and token.lower not in table.not_names and not _function(token, table):
            end += 1
            continue
        step = end
        while step < len(tokens) and step - end < 3 and _particle(tokens[step].lower, step > end, table):
            step += 1
        if step == end or not _capital(tokens, step) or tokens[step].sentence != tokens[start].sentence:
            break
        if role_gender(tokens[end - 1].lower, table) is not None:
            break
        end = step + 1
    return end


def _particle(lower: str, after_another: bool, table: Table) -> bool:
    """Whether a word may stand within a name; an article only after another such word: "de la Cruz"."""
    return lower in table.particles or (after_another and lower in table.articles)


def _function(token: Token, table: Table) -> bool:
    return token.lower in table.common and token.lower not in table.particles and not token.text.isupper()


def _split_role(tokens: list[Token], run: Run, table: Table) -> Run:
    """Set where the name begins: after titles and role nouns, and in German after a noun with its article."""
    for index in range(run.start, run.end):
        lower = tokens[index].lower
        gender = table.titles.get(lower, role_gender(lower, table))
        if gender is not None and (index + 1 < run.end or index == run.start):
            run.name, run.gender = index + 1, gender or run.gender
    if run.name == run.start and table.capital_nouns and run.end - run.start > 1 and run.start:
        before = tokens[run.start - 1]
        body = is_body(tokens[run.start].lower, table)
        if before.lower in table.articles and before.sentence == tokens[run.start].sentence and not body:
            run.name = run.start + 1
    if run.name == run.start and table.short_names and not is_body(tokens[run.start].lower, table):
        run.name += _has_noun(tokens, run, table)
    return run


def _has_noun(tokens: list[Token], run: Run, table: Table) -> bool:
    """Whether a noun, capitalised, stands before a given name and surname: "Mittelfeldspieler Tim Orlow"."""
    names = [token for token in tokens[run.start : run.end] if token.capital]
    may = table.capital_nouns or _opens(tokens, run.start)
    first = names[0].lower
    if (
        len(names) != 3
        or not may
        or first in FEMALE
        or first in MALE
        or first in table.given
        or names[1] is not tokens[run.start + 1]
    ):
        return False
    return not (table.patronymics and re.search(table.patronymics, names[1].lower))


def _is_name(tokens: list[Token], run: Run, surnames: set[str], lower_words: Counter[str], table: Table) -> bool:
    """Whether a run names somebody: several words, a known surname, a title before it; else some single words."""
    last = tokens[run.end - 1]
    run.known = stem(last.lower, table) in surnames
    if run.end - run.name > 1 or run.name > run.start or run.known:
        return True
    if len(last.text) > 1 and last.text.isupper():
        return True
    if table.capital_nouns or is_body(last.lower, table):
        return False
    return not (_opens(tokens, run.start) and (lower_words[last.lower] or last.lower in table.said))
