"""Articles written before the engine saw them, with their speakers written in: how many it gets right.

What it does not get right stays in them: see ``benchmarks/attribution/README.md``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "benchmarks" / "attribution"
if not ROOM.is_dir():
    pytest.skip("the benchmarks are not beside the tests", allow_module_level=True)
sys.path.insert(0, str(ROOM))

from examples import see  # noqa: E402  # stands beside the scripts that it is run with, not in a package
from fit import counted  # noqa: E402
from gold import read  # noqa: E402
from scoring import f1  # noqa: E402

from reader.attribution.weights import load  # noqa: E402

FRESH = Path(__file__).with_name("fresh")


@pytest.fixture(
    scope="module",
    params=[
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
        *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    ],
)
def seen(request):
    return see(read([FRESH / f"{request.param}.txt"]), load())


def test_right_person_by_full_name(seen):
    count = counted(seen)
    assert f1(count["named"], count["found"], count["gold"]) >= 92.5


def test_called_a_quotation(seen):
    count = counted(seen)
    assert f1(count["both"], count["found"], count["gold"]) >= 98


def test_sure_answers_are_right(seen):
    sure = [one.named for one in seen if one.found and one.confidence >= 0.9]
    assert sum(sure) >= 0.97 * len(sure) > 0.97 * len(seen) / 5
