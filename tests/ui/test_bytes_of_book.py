"""The screens and commands of the quote book and of search are as clean as those of articles, whatever was read."""

from __future__ import annotations

import pytest
from site_server import serving
from terminal import Terminal
from test_bytes_to_terminal import EVIL, IN_FILES, MARKUP, PASTED, SIZE, not_its_own

from reader.app import Desk
from reader.paths import find_paths

ESCAPE = "\x1b"
WORDS = f"Every weld of the bridge {IN_FILES}&#xd800; was looked at twice and signed for"


def page(title, more=""):
    """A page whose every kind of text is hostile, with one quotation that all such pages have."""
    return f"""<!doctype html><meta charset=utf-8><title>{title} {IN_FILES}&#xd800;</title>
<meta property=og:site_name content="Site {IN_FILES}&#xd800;"><meta name=author content="Zed {IN_FILES}&#xd800; Quill">
<article><h1>{title} {IN_FILES}&#xd800; of the bridge</h1>
<p>The harbour office printed the wrong year in its tables, and nobody saw it for a month {IN_FILES}&#xd800; or two.</p>
<p>“{WORDS},” said Orla Finn, the {IN_FILES}&#xd800; engineer of the port, in a letter to the town's council.</p>
<p>“The tables were wrong,” said Orla {IN_FILES}&#xd800; Finn. {more}</p></article>"""


@pytest.fixture
def read(home):
    """Two articles with one quotation, the first in two versions; a speaker who was given a hostile name."""
    desk = Desk(find_paths(home))
    with serving() as site:
        tide, ebb = (site.page(f"/{title}", page(title).encode()) for title in ("Tide", "Ebb"))
        desk.corrected(desk.open(ebb))
        reading = desk.corrected(desk.open(tide))
        desk.add_note_on(reading, "printed the wrong year", body=f"Mine {EVIL}", tags=[f"tag{EVIL}"])
        site.page("/Tide", page("Tide", f"Nobody {IN_FILES}&#xd800; objected to it.").encode())
        desk.versions.refetch(tide)
    desk.close()
    return tide


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft[bold].md"
    words = WORDS.replace("&#xd800;", "").replace("twice", "once")
    said = f"“{words},” said Orla {IN_FILES} Finn.\n\n“No {IN_FILES} word of it was ever true,” said Zed."
    path.write_text(f"# Draft {IN_FILES}\n\n{said}\n", "utf-8")
    return path


def test_no_screen_of_the_book_lets_an_article_steer_the_terminal(read, draft, home):
    terminal = Terminal(home, read, size=SIZE)
    terminal.until(lambda: b"printed the wrong" in terminal.output and b"Finn" in terminal.output)
    for keys, shown in (
        ("w", "quotation 1"),
        ("gh", "Ebb"),
        ("q", "quotation 1"),
        ("e", "type a new name"),
        (f"Orla {PASTED}\r", "quotation 1"),
        ("gv", "What changed"),
        ("q", "quotation 1"),
        ("gb", "Named"),
        ("\r", "Tide"),
        ("q", "Finn"),
        ("gu", "unsure"),
        ("q", "Finn"),
        ("gc", "draft"),
        (f"{draft}\r", "altered"),
        ("q", "Finn"),
        ("gj", "judge how many:"),
        ("\r", "of 4 judged"),
        ("\r", "council"),
        ("q", "of 4 judged"),
        ("y", "1 of 4 judged"),
        ("q", "Finn"),
        ("g/", "search"),
        (f"bridge {MARKUP}", "newest first"),
    ):
        terminal.type(keys, shown)
    assert not_its_own(terminal.written()) == []
    terminal.close()


COMMANDS = """
import sys
from reader.__main__ import main
draft, page, words = sys.argv[1:]
for words in (
    ["speakers"], ["speakers", "show", "Orla Finn"], ["speakers", "show", words], ["speakers", "export"],
    ["check", draft], ["check", draft, "--format", "markdown"], ["check", draft, "--format", "json"],
    ["stats"], ["stats", "--format", "csv"], ["sample", "3"], ["search", "bridge"], ["search", "said:weld " + words],
    ["search", "bridge", "--json"], ["search", "site:" + words], ["quotes", "--library", "bridge"],
    ["quotes", "--library", "bridge", "--format", "json"], ["diff", page], ["verify", words],
):
    main(words)
print("that was all")
"""


def test_no_command_of_the_book_prints_what_could_steer_the_terminal(read, draft, home):
    terminal = Terminal(home, "-c", COMMANDS, draft, read, PASTED, program=())
    terminal.until(lambda: b"that was all" in terminal.output)
    for shown in (b"altered", b"Orla Finn", b"Every weld"):
        assert shown in terminal.everything
    written = terminal.written().replace(b"\x1b[1A", b"")  # a bar of progress goes up a line to be drawn anew
    assert not_its_own(written) == []
    terminal.close()
