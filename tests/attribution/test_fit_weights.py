"""The fit of the weights learns what the gold shows, keeps what it says nothing of, and gives the same file again."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "benchmarks" / "attribution"
if not ROOM.is_dir():
    pytest.skip("the benchmarks are not beside the tests", allow_module_level=True)
sys.path.insert(0, str(ROOM))

import fit  # noqa: E402  # stands beside the scripts that it is run with, not in a package
import prior  # noqa: E402
from gold import read  # noqa: E402
from learn import choose, judge  # noqa: E402
from scoring import same_name  # noqa: E402

from reader.attribution.marks import scan  # noqa: E402
from reader.attribution.weights import confidence, load  # noqa: E402

SHARED = ROOT.parent / "shared" / "bench" / "quotes"


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    """The invented stories as gold: a stretch in double marks and its speaker each."""
    path = tmp_path_factory.mktemp("gold") / "stories.jsonl"
    stories = Path(__file__).with_name("newsroom.jsonl").read_text("utf-8").splitlines()
    with path.open("w", encoding="utf-8") as file:
        for story in map(json.loads, stories):
            stretches = scan(story["text"])
            if len(stretches) == len(story["speakers"]):
                quotes = [
                    {"start": stretch.start, "end": stretch.end, "speaker": speaker}
                    for stretch, speaker in zip(stretches, story["speakers"], strict=True)
                ]
                file.write(json.dumps({"id": story["name"], "text": story["text"], "quotes": quotes}) + "\n")
    return path


def test_a_choice_is_learned_and_the_rest_is_kept():
    choices = [([{"near": 1.0}, {"far": 1.0}], frozenset({0}))] * 20
    weights = choose(choices, {"near": 0.0, "far": 0.0, "unseen": 3.0}, strength=0.1)
    assert weights["near"] > 1 > -1 > weights["far"]
    assert weights["unseen"] == 3.0


def test_a_strong_prior_holds():
    choices = [([{"near": 1.0}, {"far": 1.0}], frozenset({0}))] * 20
    assert choose(choices, {"near": 0.0, "far": 0.0}, strength=1e6) == {"near": 0.0, "far": 0.0}


def test_a_judgement_is_learned():
    weights = judge([({"yes": 1.0}, True), ({"no": 1.0}, False)] * 20, {"yes": 0.0, "no": 0.0}, strength=0.1)
    assert weights["yes"] > 1 > -1 > weights["no"]


def named(seen):
    return sum(one.named for one in seen)


def test_the_fit_unlearns_what_the_gold_is_against(gold, monkeypatch):
    articles = read([gold])
    monkeypatch.setattr(prior, "SPEAKER", prior.SPEAKER | {"same:other": 10.0})
    poor = fit.see(articles, fit.by_hand())
    fitted = fit.fit(articles, strength=0.3)
    assert fitted.speaker["same:other"] < 9
    assert named(fit.see(articles, fitted)) > named(poor) + 5


def test_held_out_means_held_out(gold):
    articles = read([gold])
    parts = fit.folds_of(articles, 4, seed=3)
    assert sorted(article.id for part in parts for article in part) == sorted(article.id for article in articles)
    assert parts == fit.folds_of(list(reversed(articles)), 4, seed=3)
    found = fit.cross_validate(articles, 4, 3, None)
    assert [{one.article for one in fold} for fold in found] == [{article.id for article in part} for part in parts]


def test_the_file_is_written_once_and_the_same_again(gold, tmp_path, monkeypatch, capsys):
    path = tmp_path / "weights.json"
    monkeypatch.setattr(fit, "WEIGHTS", path)
    command = [str(gold), "--folds", "2"]
    assert fit.main([*command, "--write"]) == 0
    written = json.loads(path.read_text("utf-8"))
    assert set(written) == {"about", "speech", "speaker", "sure"}
    assert written["about"]["data_sha256"] == hashlib.sha256(gold.read_bytes()).hexdigest()
    assert fit.main([*command, "--check"]) == 0
    assert "confidence" in capsys.readouterr().out
    path.write_text(path.read_text("utf-8").replace("1", "2"), "utf-8")
    assert fit.main([*command, "--check"]) == 1
    assert "run it again" in capsys.readouterr().err


def test_confidence_rises_with_the_odds_and_is_high_only_where_certain():
    sure = {"bias": 0.0, "share": 1.0, "certain": 3.0}
    steps = [confidence(sure, {"bias": 1.0, "share": share}) for share in (-3.0, 0.0, 1.0, 2.0, 3.0, 5.0)]
    assert steps == sorted(steps)
    assert steps[1] == 0.5
    assert steps[4] == 0.9


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mr. Lee", "Ann Lee", True),
        ("Bo Lee", "Ann Lee", False),
        ("José Núñez", "Jose Nunez", True),
        ("Lee", "Lee aide Bo Chen", False),
        ("she", "Ann Lee", False),
        ("the Ministry of Truth", "Ministry of Truth", True),
    ],
)
def test_when_names_are_the_same(one, other, same):
    assert same_name(one, other) is same


def test_the_weights_that_ship_are_those_of_this_prior_and_gold():
    about = json.loads(fit.WEIGHTS.read_text("utf-8"))["about"]
    assert fit.WEIGHTS.stat().st_size <= 200_000
    assert "CC BY" in about["licence"]
    if about["speech_and_speaker"].startswith("set by hand"):
        assert (load().speaker, load().speech) == (prior.SPEAKER, prior.SPEECH)
    if not SHARED.is_dir():
        pytest.skip("the shared folder is not beside the project")
    data = b"".join((SHARED / name).read_bytes() for name in about["data"])
    assert about["data_sha256"] == hashlib.sha256(data).hexdigest()
