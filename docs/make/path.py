"""The page of a new user's path: the README's command in a real terminal (tmux), on an empty home; ``docs/path.md``.

``python docs/make/path.py`` copies the source into an empty folder, types, waits for what must come, and writes down
the screens as they were. It needs tmux, and a package index for the installation.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZE = (100, 30)
PATIENCE = 600.0
"""Seconds that the installation may take."""
BEGINNING = """\
<!-- Made by `python docs/make/path.py`: change that, not this. -->
# A new user's path

What somebody sees who has nothing but the README, from an empty home on: typed into a real terminal, and written down
as it was on the screen.
"""


@dataclass(frozen=True)
class Step:
    """What is done, said in a sentence; the keys for it, as tmux names them; what must then be on the screen."""

    said: str
    keys: tuple[str, ...]
    seen: str


STEPS = (
    Step("`w` goes to the first quotation.", ("w",), "quotation 1 of"),
    Step("`i` says why this speaker.", ("i",), "carpenter"),
    Step(
        "`a` writes a note on it, `ctrl+s` saves.",
        ("a", "W", "h", "o", " ", "p", "a", "i", "d", "?", "C-s"),
        "1 note",
    ),
    Step("`gq` goes to the list of all quotations.", ("g", "q"), "Quotes"),
    Step("`?` shows the keys. Esc closes it.", ("?",), "Esc closes"),
    Step("`Q` leaves. From now on `reader` is the command.", ("Escape", "Q"), "$"),
    Step("The note is there.", ("clear; reader notes list", "Enter"), "Who paid?"),
    Step(
        "It leaves as Markdown, or in a dozen other forms.", ("clear; reader export notes", "Enter"), "In the article"
    ),
    Step(
        "`reader` alone opens the library. There are no feeds yet, and it says what to do.",
        ("clear; reader", "Enter"),
        "help",
    ),
    Step("`g+` offers feeds to begin with.", ("g", "+"), "Science"),
    Step("Esc goes back, `?` helps wherever you are.", ("Escape", "?"), "Esc closes"),
)


class Terminal:
    """A shell in a terminal of its own, in an empty home."""

    def __init__(self, home: Path) -> None:
        self.socket = home / "tmux"
        environment = ["env", "-i", f"HOME={home}", "PATH=.venv/bin:/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"]
        environment += ["TERM=tmux-256color", "PS1=$ "]
        size = ["-x", str(SIZE[0]), "-y", str(SIZE[1]), "-c", str(home / "reader")]
        self._tmux("-f", "/dev/null", "new-session", "-d", *size, *environment, "sh")

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self._tmux("send-keys", *(("-l",) if len(key) == 1 or " " in key else ()), key)
            time.sleep(0.3)

    def screen(self) -> str:
        """What is on it."""
        lines = self._tmux("capture-pane", "-p").splitlines()
        return "\n".join(line.rstrip() for line in lines).rstrip()

    def wait(self, holds: Callable[[str], bool], what: str, seconds: float = 30.0) -> str:
        """The screen once this holds for it and it stands still; SystemExit when that does not come."""
        end, before = time.monotonic() + seconds, ""
        while time.monotonic() < end:
            now = self.screen()
            if holds(now) and now == before:
                return now
            before = now
            time.sleep(0.7)
        raise SystemExit(f"{what}: did not come to this screen:\n{before}")

    def close(self) -> None:
        """End it."""
        self._tmux("kill-server")

    def _tmux(self, *words: str) -> str:
        command = ["tmux", "-S", str(self.socket), *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words


def main() -> int:
    """Walk the path, and write the page."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        copy_source(home / "reader")
        command = readme_command()
        terminal = Terminal(home)
        try:
            terminal.press(command, "Enter")
            screen = terminal.wait(lambda now: "help" in now and "Carpenters" in now, "the demo", PATIENCE)
            parts = [BEGINNING, f"The README's first command:\n\n```sh\n{command}\n```", shown(screen, folder)]
            for step in STEPS:
                terminal.press(*step.keys)
                parts += [step.said, shown(terminal.wait(lambda now, of=step: of.seen in now, step.said), folder)]
        finally:
            terminal.close()
    page = ROOT / "docs" / "path.md"
    page.write_text("\n\n".join(part.strip() for part in parts) + "\n", encoding="utf-8")
    print(page.relative_to(ROOT))
    return 0


def readme_command() -> str:
    """The command that sets up and runs, from the README's first screen."""
    found = re.search(r"^python3 -m venv .*reader demo$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise SystemExit("README.md: no command that sets up and runs the demo")
    return found[0]


def copy_source(target: Path) -> None:
    """What is checked out, as somebody gets it."""
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S607
    for name in filter(None, files.split("\0")):
        if (ROOT / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def shown(screen: str, home: str) -> str:
    """A screen as a block."""
    return f"```text\n{screen.replace(home, '~')}\n```"


if __name__ == "__main__":
    raise SystemExit(main())
