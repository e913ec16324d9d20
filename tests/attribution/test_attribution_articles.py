"""Whole articles: ours in corpus/, each with its gold, and the seed when the shared folder is there.

The text files are exactly what ``attribute`` gets. Every quotation in marks is compared as (start, end, speaker, kind,
mention); what is said without marks is not in the golds.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.app.marked import only_marked

attribution = pytest.importorskip("reader.attribution", reason="the engine is not built yet")

CORPUS = Path(__file__).parent / "corpus"
ARTICLES = sorted(path.stem for path in CORPUS.glob("*.json"))


def load(name):
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
    return text, json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))


def wanted(gold):
    return [
        (
            quote["start"],
            quote["start"] + len(quote["text"]),
            quote["speaker"],
            quote["kind"],
            (quote["mention_start"], quote["mention_start"] + len(quote["mention"])),
        )
        for quote in gold["quotes"]
    ]


def found(result):
    names = {speaker.id: speaker.name for speaker in result.speakers}
    quotations = only_marked(result).quotations
    return [(q.start, q.end, names.get(q.speaker), str(q.kind), q.mention) for q in quotations]


@pytest.mark.parametrize("name", ARTICLES)
def test_gold_offsets_are_true(name):
    text, gold = load(name)
    for quote in gold["quotes"]:
        start, mention = quote["start"], quote["mention_start"]
        assert text[start : start + len(quote["text"])] == quote["text"]
        assert text[mention : mention + len(quote["mention"])] == quote["mention"]


@pytest.mark.parametrize("name", ARTICLES)
def test_quotations_of_an_article(name):
    text, gold = load(name)
    assert found(attribution.attribute(text)) == wanted(gold)


@pytest.mark.parametrize("name", ARTICLES)
def test_speakers_of_an_article(name):
    text, gold = load(name)
    result = only_marked(attribution.attribute(text))
    speakers = {speaker.name: speaker.role for speaker in result.speakers}
    assert speakers == gold["speakers"]
    assert not set(speakers) & set(gold["not_speakers"])
    assert not {text[q.start : q.end] for q in result.quotations} & set(gold["not_quotes"])


SEED = Path(__file__).parents[3] / "shared" / "seed"


def seed():
    """The text and gold of the seed article, by the project's own extraction."""
    if not SEED.is_dir():
        pytest.skip("the shared folder is not beside the project")
    extract = pytest.importorskip("reader.extract", reason="extraction is not built yet")
    article = extract.extract_markdown((SEED / "article.md").read_text(encoding="utf-8"))
    return article.text, json.loads((SEED / "gold.json").read_text(encoding="utf-8"))


def test_quotations_of_the_seed():
    text, gold = seed()
    result = only_marked(attribution.attribute(text))
    names = {speaker.id: speaker.name for speaker in result.speakers}
    quotations = [
        (text[q.start : q.end], names.get(q.speaker), text[slice(*q.mention)], str(q.kind)) for q in result.quotations
    ]
    assert quotations == [(q["text"], q["speaker"], q["mention"], q["kind"]) for q in gold["quotes"]]
    assert not {quoted for quoted, *_rest in quotations} & set(gold["not_quotes"])


def test_speakers_of_the_seed():
    text, gold = seed()
    speakers = {speaker.name: speaker.role for speaker in only_marked(attribution.attribute(text)).speakers}
    assert speakers == gold["speakers"]
    assert not set(speakers) & set(gold["not_speakers"])
