"""Pieces of hand-written pages that are made: tables of keys, and what the examples print.

A table stands below a comment that names actions, ``<!-- keys: next_quotation note -->``. A block of commands below
``<!-- run -->`` is run, one block after another of a page in one empty home and one copy of ``docs/examples``; a block
of text below ``<!-- prints -->`` is what the commands above it print, complaints too.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from marked import code, table

from reader.actions import by_name

__all__ = ["filled"]

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
_TABLE = re.compile(r"(<!-- keys: ([a-z_ ]+) -->\n)(?:\|.*\n)*")
_RUN = re.compile(
    r"<!-- run -->\n```sh\n(?P<commands>.*?)```\n(?:\n<!-- prints -->\n```text\n(?P<printed>.*?)```\n)?", re.DOTALL
)
_MARK = "--8<--"
# A finding (exit code 1) is an answer; anything worse ends the page's examples.
_SHELL = "set -uE -o pipefail; shopt -s inherit_errexit; trap 'code=$?; [ $code -lt 2 ] || exit $code' ERR\n"


def filled(page: str, examples: bool = True) -> str:
    """The page with its tables of keys as they are now, and what its ``examples`` print."""
    page = _TABLE.sub(lambda found: found[1] + _keys(found[2].split()) + "\n", page)
    blocks = [found["commands"] for found in _RUN.finditer(page)]
    if not blocks or not examples:
        return page
    outputs = iter(_outputs(blocks))

    def with_output(found: re.Match[str]) -> str:
        printed = next(outputs)
        if found["printed"] is None:
            return found[0]
        start, end = found.start("printed") - found.start(), found.end("printed") - found.start()
        return found[0][:start] + printed + found[0][end:]

    return _RUN.sub(with_output, page)


def _keys(names: list[str]) -> str:
    actions = by_name()
    rows = [(" ".join(map(code, actions[name].keys)), actions[name].text) for name in names]
    return table(("key", "what it does"), rows)


def _outputs(blocks: list[str]) -> list[str]:
    """What each block of commands prints; SystemExit, with what was said, when one fails."""
    script = _SHELL + "".join(f"{block}echo '{_MARK}'\n" for block in blocks)
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        shutil.copytree(EXAMPLES, here / "work")
        (here / "bin").mkdir()
        (here / "home").mkdir()
        program = here / "bin" / "reader"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        done = subprocess.run(  # noqa: S603 - our own pages
            ["/bin/bash", "-c", script],
            cwd=here / "work",
            env={
                "PATH": f"{here / 'bin'}:{os.environ['PATH']}",
                "HOME": folder,
                "READER_HOME": f"{folder}/home",
                "LC_ALL": "C.UTF-8",
                "TZ": "UTC",
                "NO_COLOR": "1",
                "COLUMNS": "100",
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        said = done.stdout.replace(folder, "/home/me")
    if done.returncode or "/bin/bash: line" in said:
        raise SystemExit(f"an example fails:\n{said}")
    return said.split(f"{_MARK}\n")[:-1]
