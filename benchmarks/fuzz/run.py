"""Looks for input that breaks a promise: a crash, a text that steers, more than 5 s or 300 MB.

    python benchmarks/fuzz/run.py [-s SECONDS] [TARGET ...]

Seeds of ``corpus/`` are cut, doubled, spliced and sown with what is known to hurt; the choices are Hypothesis's, which
makes what fails small before it is shown. Each target runs for SECONDS (60). Exit 1 when something failed; the input
then lies in ``corpus/`` as TARGET-HASH, and every later run begins with it.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import resource
import sys
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from targets import TARGETS

from reader.errors import ReaderError

CORPUS = Path(__file__).parent / "corpus"
SECONDS, MEGABYTES = 5.0, 300
ROUND = 300
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f\ud800-\udfff]"
)
HURTS = [
    *(
        b"\x1b[97;77H",
        b"\x9b2J",
        b"\x00",
        b"&#27;",
        b"&#x202e;",
        b"\\u001b",
        "\u202e\u2066\u200b".encode(),
        b"\xed\xa0\x80",
    ),
    *(
        b"\xff\xfe",
        b"[/b]",
        b"[@click=app.quit]",
        b"<script>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"</",
        b"<div>" * 300,
    ),
    *(
        b"[" * 500,
        b"{" * 200,
        b"(" * 200,
        b">" * 300,
        b"*_" * 300,
        b"- " * 200,
        b"=" * 300,
        b'"""',
        b"a." * 90,
        b"&" * 200,
    ),
    *(b"\n", b"\r", b"\t", b"&q;" * 40, b"javascript:", b"//", b"\\", b"@", b"=cmd|' /C calc'!A0", b"../" * 5, b"%00"),
    *(b"9" * 400, b"-1", b"null", b"1e999", b"0000-99-99"),
]


class TooMuch(BaseException):
    """Too slow or too large: told at once, for making such an input small takes hours."""


@st.composite
def hostile(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A seed after a few changes, or bytes of no seed."""
    data = bytearray(draw(st.sampled_from(seeds)))
    for _change in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 200)))
        match draw(st.integers(0, 4)):
            case 0:
                del data[start:end]
            case 1:
                data[start:start] = data[start:end] * draw(st.sampled_from([1, 2, 30, 400]))
            case 2:
                data[start:end] = draw(st.sampled_from(HURTS))
            case 3:
                data[start:end] = draw(st.binary(max_size=8))
            case _:
                other = draw(st.sampled_from(seeds))
                data[start:end] = other[draw(st.integers(0, len(other))) :]
        del data[400_000:]
    return bytes(data)


def check(name: str, data: bytes) -> None:
    """Let the target read the bytes and hold it to the promises."""
    began, read = time.process_time(), TARGETS[name][0]
    try:
        for text in read(data):
            if found := STEERING.search(text):
                raise AssertionError(f"{found[0]!r} in {text[max(0, found.start() - 40) : found.end() + 40]!r}")
    except ReaderError as error:
        if "\n" in str(error) or STEERING.search(str(error)):
            raise AssertionError(f"no plain line: {error!r}") from error
    took = time.process_time() - began
    if took > SECONDS:
        raise TooMuch(f"took {took:.1f} s")
    if megabytes() > MEGABYTES + BEFORE:
        raise TooMuch(f"{megabytes():.0f} MB")


def megabytes() -> float:
    """The most memory that this process had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


BEFORE = megabytes()


def fuzz(name: str, seconds: float) -> bool:
    """Fuzz one target for so long; whether all was well."""
    seeds = [(CORPUS / seed_name).read_bytes() for seed_name in TARGETS[name][1]]
    kept = sorted(CORPUS.glob(f"{name}-*"))
    for path in kept:
        check(name, path.read_bytes())
    last = b""
    began, inputs = time.monotonic(), 0

    def one(data: bytes) -> None:
        nonlocal last, inputs
        last, inputs = data, inputs + 1
        check(name, data)

    while time.monotonic() - began < seconds:
        quiet = settings(
            max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.target, Phase.shrink],
        )  # fmt: skip
        try:
            seed(inputs)(quiet(given(hostile([*seeds, *(path.read_bytes() for path in kept)]))(one)))()
        except (Exception, TooMuch) as error:  # noqa: BLE001 - whatever it is, it is what we look for
            place = CORPUS / f"{name}-{hashlib.sha256(last).hexdigest()[:12]}"
            place.write_bytes(last)
            print(
                f"{name}: {type(error).__name__}: {error}\n  after {inputs:,} inputs; {len(last)} bytes in {place}",
                flush=True,
            )
            return False
    print(f"{name}: {inputs:,} inputs, all well", flush=True)
    return True


def main() -> int:
    """Fuzz the targets that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-s", "--seconds", type=float, default=60.0)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    asked = parser.parse_args()
    names = asked.targets or list(TARGETS)
    if unknown := [name for name in names if name not in TARGETS]:
        parser.error(f"no such target: {', '.join(unknown)}")
    failed = [name for name in names if not fuzz(name, asked.seconds)]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
