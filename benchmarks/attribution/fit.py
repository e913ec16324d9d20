"""Fits the engine's weights to gold articles and writes reader/attribution/weights.json.

    python benchmarks/attribution/fit.py GOLD.jsonl ... [--folds 10] [--seed 1] [--strength 10] [--write | --check]

The weights set by hand (prior.py) are where the fit begins and what it is held to: with a hundred articles most of what
is known about news stands there. Cross-validated by article: every figure that is printed comes from articles that the
weights in question were not fitted to. Fitted weights are taken only when they beat those set by
hand there; confidence is always fitted. ``--write`` writes weights.json, ``--check`` exits with 1 when it is not what
the fit gives. Standard library only; under a minute.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import prior
from examples import Seen, see
from gold import Article, read
from learn import choose, judge
from scoring import f1, tally

from reader.attribution.weights import Weights, confidence, total

__all__ = ["by_hand", "cross_validate", "fit", "fit_sureness", "main"]

WEIGHTS = Path(__file__).parents[2] / "reader" / "attribution" / "weights.json"
SUREST = 0.45  # the share of answers that are given a confidence of 0.9 and more; from 0.35 to 0.55 as many are right
SETTLING = 2  # rounds: what was found of one stretch is a feature of the next, so the examples shift with the weights


def by_hand() -> Weights:
    """The weights that a person set."""
    return Weights(prior.SPEECH, prior.SPEAKER, prior.SURE)


def fit(articles: Sequence[Article], strength: float) -> Weights:
    """The weights of speech and speaker that fit these articles; ``strength`` holds them to those set by hand."""
    weights = by_hand()
    for _round in range(SETTLING):
        seen = see(articles, weights)
        speaker = choose([one.choice for one in seen if one.choice], prior.SPEAKER, strength)
        speech = judge([(one.speech, one.said is not None) for one in seen if one.speech], prior.SPEECH, strength)
        weights = Weights(speech, speaker, prior.SURE)
    return weights


def fit_sureness(seen: Sequence[Seen]) -> dict[str, float]:
    """The weights of confidence, from stretches that were read with weights not fitted to them.

    Log odds; and ``certain``, the log odds that the ``SUREST`` reach: there confidence is 0.9.
    """
    judged = [(one.sure, one.right) for one in seen if one.sure]
    weights = judge(judged, prior.SURE, 1.0)
    scores = sorted((total(weights, features) for features, _ in judged), reverse=True)
    return weights | {"certain": round(scores[int(SUREST * len(scores))], 3)}


def folds_of(articles: Sequence[Article], folds: int, seed: int) -> list[list[Article]]:
    """The articles dealt out in random order."""
    shuffled = sorted(articles, key=lambda article: article.id)
    random.Random(seed).shuffle(shuffled)
    return [shuffled[start::folds] for start in range(folds)]


def cross_validate(articles: Sequence[Article], folds: int, seed: int, strength: float | None) -> list[list[Seen]]:
    """What is found in each fold with weights fitted to the others; by hand-set weights when ``strength`` is None."""
    parts = folds_of(articles, folds, seed)
    found = []
    for held_out in range(folds):
        others = [article for index, part in enumerate(parts) if index != held_out for article in part]
        found.append(see(parts[held_out], by_hand() if strength is None else fit(others, strength)))
    return found


def report(folds: list[list[Seen]], title: str, every_fold: bool) -> None:
    """Print det, e2e and e2eR (found to be a quotation; and by the right mention; and person), F1 in percent."""
    print(f"{title:34}{'quotes':>8}{'det':>7}{'e2e':>7}{'e2eR':>7}")
    for number, fold in enumerate(folds if every_fold else [], 1):
        _row(f"  fold {number}", fold)
    _row("  all, held out", [one for fold in folds for one in fold])


def _row(title: str, seen: Sequence[Seen]) -> None:
    count = counted(seen)
    values = "".join(f"{f1(count[key], count['found'], count['gold']):7.1f}" for key in ("both", "pointed", "named"))
    print(f"{title:34}{count['gold']:8}{values}")


def counted(seen: Sequence[Seen]) -> Counter[str]:
    """How many are in the gold, were found, both, and with the right mention and person."""
    count: Counter[str] = Counter()
    for one in seen:
        tally(count, one.said, one.found, one.named, one.pointed)
    return count


def _better(fitted: list[list[Seen]], hand: list[list[Seen]]) -> bool:
    """Whether fitted weights find the right person more often, on articles held out, than those set by hand."""
    one, other = (counted([seen for fold in folds for seen in fold]) for folds in (fitted, hand))
    return f1(one["named"], one["found"], one["gold"]) > f1(other["named"], other["found"], other["gold"])


def reliability(folds: list[list[Seen]]) -> None:
    """Print how often an answer of so much confidence is right, the confidence fitted to the other folds.

    By name as everywhere here; and when another spelling of the name counts as right, which is what was fitted.
    """
    print(f"{'confidence':34}{'quotes':>8}{'by name':>9}{'right':>7}")
    judged = []
    for held_out, fold in enumerate(folds):
        weights = fit_sureness([one for index, part in enumerate(folds) if index != held_out for one in part])
        judged += [(confidence(weights, one.sure), one.named, one.right) for one in fold if one.sure]
    edges = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
    for low, high in [*pairwise(edges), (0.9, 1.01)]:
        inside = [answer for answer in judged if low <= answer[0] < high]
        named, right = (100 * sum(answer[place] for answer in inside) / max(len(inside), 1) for place in (1, 2))
        print(f"  {f'{low:.2f} to {min(high, 1):.2f}':32}{len(inside):8}{named:8.1f}%{right:6.1f}%")


def document(paths: Sequence[Path], weights: Weights, fitted: bool, arguments: argparse.Namespace) -> str:
    """The file of the weights: readable, sorted, with what they were fitted to."""
    data = b"".join(path.read_bytes() for path in paths)
    about = {
        "written_by": "benchmarks/attribution/fit.py",
        "speech_and_speaker": "fitted" if fitted else "set by hand (prior.py): on held-out articles the better ones",
        "sure": "fitted to articles read with weights not fitted to them",
        "data": [path.name for path in paths],
        "data_sha256": hashlib.sha256(data).hexdigest(),
        "licence": "text of Wikinews, CC BY 2.5; annotation of gum.dev.jsonl by the GUM corpus, CC BY 4.0",
        "folds": arguments.folds,
        "seed": arguments.seed,
        "strength": arguments.strength,
    }
    sets = {"speech": weights.speech, "speaker": weights.speaker, "sure": weights.sure}
    return json.dumps({"about": about, **sets}, indent=1, sort_keys=True) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; gives its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--strength", type=float, default=10.0)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args(arguments)
    paths = sorted(given.gold)
    articles = read(paths)
    by_fit = cross_validate(articles, given.folds, given.seed, given.strength)
    hand = cross_validate(articles, given.folds, given.seed, None)
    report(hand, "weights set by hand", every_fold=False)
    report(by_fit, "weights fitted", every_fold=True)
    better = _better(by_fit, hand)
    print(f"those {'fitted' if better else 'set by hand'} are better; their confidence, fitted to the other folds:")
    folds = by_fit if better else hand
    reliability(folds)
    chosen = fit(articles, given.strength) if better else by_hand()
    sure = fit_sureness([one for fold in folds for one in fold])
    text = document(paths, Weights(chosen.speech, chosen.speaker, sure), better, given)
    if given.write:
        WEIGHTS.write_text(text, "utf-8")
    if given.check and WEIGHTS.read_text("utf-8") != text:
        print(f"{WEIGHTS.name}: not what the fit gives: run it again with --write", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
