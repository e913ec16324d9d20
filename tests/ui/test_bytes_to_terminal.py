"""Every byte that the program writes to a terminal is its own: nothing from outside steers it, in no place at all.

Each class of what could steer a terminal, and markup, stands in each kind of outside text; the program runs on a real
terminal (a pty), screen after screen and command after command. Controls show that the measure sees what it is for.
"""

from __future__ import annotations

import json
import re

import pytest
from terminal import Terminal

from reader.app import Desk
from reader.notes.export import FORMATS
from reader.paths import find_paths
from reader.themes import shipped_folder

STEERING = {
    "C0": "\x07\x08\x0e\x00",
    "C1": "\x9b97;77H\x9d0;HOSTILE\x9c\x85",
    "ESC": "\x1b[97;77H\x1bc",
    "OSC": "\x1b]0;HOSTILE\x07\x1b]52;c;SE9TVElMRQ==\x07\x1b]8;;http://hostile.example\x1b\\",
    "DCS": "\x1bP77q\x1b\\\x1b_77\x1b\\\x1b^77\x1b\\\x1bX77\x1b\\",
    "bidi": "\u202e\u2066\u200f\u061c",
    "invisible": "\u200b\u2060\ufeff",
    "tags": "\U000e0041\U000e007f",
    "surrogate": "\ud800",
}
MARKUP = "[@click=app.quit]q[/b][bold]b"
SIZE = (50, 150)
ESCAPE = "\x1b"
PASTED = STEERING["C1"] + STEERING["bidi"] + STEERING["tags"] + MARKUP
EVIL = MARKUP + "".join(STEERING.values())
IN_FILES = EVIL.replace("\ud800", "")  # no UTF-8 file can hold one; pages, notes and JSON name it by its number
PAGE = f"""<!doctype html><meta charset=utf-8><title>Tide {IN_FILES}&#xd800; tables</title>
<meta name=author content="Zed {IN_FILES}&#xd800; Quill"><article><h1>Tide {IN_FILES}&#xd800; tables</h1>
<p class=byline>By Zed {IN_FILES}&#xd800; Quill</p>
<p>The harbour {IN_FILES}&#x9b;&#27;[97;77H&#xd800; office printed the wrong year in its tables, and nobody saw it.</p>
<h2>Ebb {IN_FILES}&#xd800; first</h2>
<p>“We print {IN_FILES}&#xd800; what we are sent,” said Orla Finn, the {IN_FILES}&#xd800; harbour master.</p>
<p>More is
<a href="https://office.example/{MARKUP}">at the {IN_FILES}&#xd800; office</a>, which opens at nine o'clock.</p>
</article>"""

# What Textual's driver and rich send of their own accord: colours, the cursor's place, modes and questions about them,
# the mouse pointer's shape.
OWN = re.compile(
    rb"\x1b\[[\d;:]*m|\x1b\[\d+;\d+H|\x1b\[H|\x1b\[[02]?[JK]|\x1b\[\?\d+[hl]|\x1b\[\?\d+\$p|\x1b\[[<>=?]\d*u|\x1b\]22;[a-z-]*\x07"
)
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)


def not_its_own(written):
    """What stands in these bytes that the program does not write of its own accord."""
    rest = OWN.sub(b"", written)
    try:
        text = rest.decode()
    except UnicodeDecodeError as error:
        return [str(error)]
    return [
        f"{match[0]!r} in {text[max(0, match.start() - 30) : match.end() + 30]!r}" for match in FORBIDDEN.finditer(text)
    ]


def toml(text):
    """A string of TOML that holds any character, by its number."""
    return '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'


@pytest.fixture
def page(tmp_path, home):
    """A page, notes on it, a theme and settings, all as hostile as can be."""
    path = tmp_path / "tide.html"
    path.write_text(PAGE, encoding="utf-8")
    desk = Desk(find_paths(home))
    reading = desk.open(str(path))
    desk.add_note_on(reading, "printed the wrong year", body=f"Note {EVIL}\n{EVIL}", tags=[f"tag{EVIL}"])
    desk.add_note_on(reading, "nobody saw it", tags=["tagged"])
    desk.add_notes_from(json.dumps({"title": f"Saved {EVIL}", "quote": f"Words {EVIL}", "note": f"Mine {EVIL}"}), "x")
    desk.close()
    theme = (shipped_folder() / "night.toml").read_text("utf-8")
    dusk = re.sub('(?m)^(name|description) = ".*"$', lambda match: f"{match[1]} = {toml('Dusk ' + IN_FILES)}", theme)
    (home / "themes").mkdir()
    (home / "themes" / "dusk\x1b[97;77H\x9b77m.toml").write_text(dusk, "utf-8")
    (home / "themes" / "bad.toml").write_text(f"{toml(IN_FILES)} = {toml(IN_FILES)}", "utf-8")
    (home / "config.toml").write_text(f"{toml(IN_FILES)} = 1\n[keymap]\ndown = [{toml(IN_FILES)}]\n", "utf-8")
    return path


def visit(terminal):
    """Open every screen that shows outside text, and a message about it."""
    terminal.until(lambda: b"printed the wrong" in terminal.output and b"lists the settings" in terminal.output)
    for keys, shown in (
        ("w", "quotation 1"),
        ("gs", "People"),
        ("gl", "office.example"),
        ("go", "Ebb"),
        ("gn", "tagged"),
        ("a", "New note"),
        ("x\ttag", "tag[@click=app.quit]q"),
        (ESCAPE, "kept"),
        ("ga", "3 of 3"),
        ("e", "Change the note"),
        (ESCAPE, "3 of 3"),
        ("\x10Dusk", "Theme: Dusk"),
        (ESCAPE, "3 of 3"),
        ("\x14", "Esc goes back"),
        (ESCAPE, "3 of 3"),
        ("gf", "open:"),
        ("\x1b[200~none" + PASTED + ".md\x1b[201~", "none"),
        ("\r", "no such file"),
        ("?", "Moving"),
        (ESCAPE, "3 of 3"),
    ):
        terminal.type(keys, shown)


def test_no_screen_lets_outside_text_steer_the_terminal(page, home):
    terminal = Terminal(home, page, size=SIZE)
    visit(terminal)
    assert not_its_own(terminal.written()) == []
    terminal.close()


COMMANDS = """
import sys
from reader.__main__ import main
page, *formats = sys.argv[1:]
for words in (
    ["show", page], ["quotes", page], ["links", page], ["notes", "list"], ["themes", "list"], ["config", "check"],
    ["show", page + "\\x1b[97;77H\\x9b77m"], ["notes", "search", "\\x1b]0;HOSTILE\\x07"], ["--format\\x1b[97;77H"],
    ["themes", "check", "\\x1b[97;77H"], *(["export", "notes", "--format", form] for form in formats),
    *(["show", page, "--format", form] for form in ("markdown", "html", "json")),
    *(["quotes", page, "--format", form] for form in ("csv", "markdown", "json")),
):
    main(words)
print("that was all")
"""


def test_no_command_prints_what_could_steer_the_terminal(page, home):
    terminal = Terminal(home, "-c", COMMANDS, page, *FORMATS, program=())
    terminal.until(lambda: b"that was all" in terminal.output)
    assert b"printed the wrong year" in terminal.everything
    assert not_its_own(terminal.written()) == []
    terminal.close()


WITHOUT_GATES = """
import re, sys
import reader.text
{off}
from reader.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
FIRST_GATE_OFF = "reader.text._REMOVED = re.compile('(?!)')"
LAST_GATE_OFF = "reader.text._STEERING = re.compile('(?!)')"


@pytest.mark.parametrize("name", [*STEERING])
def test_the_measure_sees_each_class(name):
    assert not_its_own(f"before {STEERING[name]} after".encode("utf-8", "surrogatepass")) != []


def test_the_measure_sees_what_comes_through_when_both_gates_are_open(page, home):
    both = WITHOUT_GATES.format(off=f"{FIRST_GATE_OFF}; {LAST_GATE_OFF}")
    terminal = Terminal(home, "-c", both, page, size=SIZE, program=())
    terminal.until(lambda: b"nobody saw it" in terminal.output)
    terminal.type("gn", "tagged")
    found = " ".join(not_its_own(terminal.written()))
    assert r"\x1b" in found
    assert r"\u202e" in found
    terminal.close()


def test_the_last_gate_alone_keeps_a_screen_clean(page, home):
    terminal = Terminal(home, "-c", WITHOUT_GATES.format(off=FIRST_GATE_OFF), page, size=SIZE, program=())
    terminal.until(lambda: b"nobody saw it" in terminal.output)
    terminal.type("gn", "tagged")
    assert not_its_own(terminal.written()) == []
    terminal.close()
