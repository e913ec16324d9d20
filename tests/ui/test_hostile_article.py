"""Outside text stays text: no markup, no action, no control or bidirectional character reaches the screen."""

from __future__ import annotations

import unicodedata

import pytest
from sitting import NARROW, WIDE, sit_down

EVIL = "[@click=app.quit]out[/] [/b] [bold red]red[/bold red] [link=x"
UNSEEN = "\x1b[2J\x07\x9b31m\u202egnp.\u2066\u200f\u061c\ufeff\u200b\U000e0041\x00"
HOSTILE = f"""# Title {EVIL}{UNSEEN} end

By Zed [bold]Quill[/bold] {UNSEEN}

First {EVIL}{UNSEEN} words of the piece, with a [label {UNSEEN}\\[b\\]here\\[/b\\]](https://example.org/[x]) in it.

“We say [/b] and {EVIL}{UNSEEN} aloud,” said Orla [red]Finn[/red], who is here. It went on like that.

“Nothing at all [@click=app.bell]was said,” said Bram Teller. It went on [/like] that.

## Heading {EVIL}{UNSEEN}

- item [/] {UNSEEN}

**Related article:** [Related {EVIL}{UNSEEN}](https://example.org/[bold]related)

Closing words of the piece, which say no more than that.
"""


def assert_plain(text):
    """No control, format or private character but the line's own."""
    bad = {character for character in text if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co")} - {"\n"}
    assert bad == set()


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_hostile_article_is_plain_text_everywhere(home, write, size):
    async with sit_down(home, write(HOSTILE), size) as reader:
        shown = reader.flat()
        assert_plain(reader.text())
        assert "[@click=app.quit]out[/] [/b] [bold red]red[/bold red]" in shown
        for keys in ("w", "gq", "j", "enter", "gs", "enter", "escape", "gl", "j", "go", "j", "escape"):
            await reader.press(keys)
            assert_plain(reader.text())
            assert not reader.left
        await reader.press("gg", "w", "i")
        assert_plain(reader.text())
        await reader.press("gl", "gg", "o")
        assert_plain(reader.text())
        await reader.press("escape", "escape", "gg", "w", "a")
        assert "[/b] and [@click=app.quit]out[/]" in reader.flat()
        await reader.paste(f"body {EVIL}{UNSEEN}\n[/b]")
        await reader.press("ctrl+s", "t")
        await reader.fill("[/b] [@click=app.quit]tag[/]")
        await reader.press("gn")
        assert "body [@click=app.quit]out[/]" in reader.flat()
        assert "#[/b]" in reader.flat()
        assert_plain(reader.text())
        await reader.press("ga")
        assert "body [@click=app.quit]out[/]" in reader.flat()
        assert_plain(reader.text())
        await reader.press("/")
        await reader.fill("[/b] [bold")
        await reader.press("?", "escape", "ctrl+p", "escape", "q")
        assert not reader.left


async def test_hostile_words_in_prompts_and_messages_are_plain(home, write):
    article = write(HOSTILE)
    async with sit_down(home) as reader:
        await reader.press("gf")
        await reader.fill(f"[bold]{EVIL}.md")
        assert "[bold][@click=app.quit]out[/]" in reader.message
        await reader.press("gf")
        await reader.fill(str(article))
        await reader.press("/")
        await reader.fill(f"zebra{EVIL}")
        assert "zebra[@click=app.quit]out[/]" in reader.message
        await reader.press("q")
        assert "Title [@click=app.quit]out[/] [/b]" in reader.flat("#library-rows")
        assert_plain(reader.text())
        await reader.press("/")
        await reader.fill("[/b]")
        assert "Title [@click" in reader.flat("#library-rows")
        assert not reader.left


async def test_a_note_with_control_codes_is_changed_without_sending_them_to_the_terminal(home, story):
    async with sit_down(home, story) as reader:
        note = reader.desk.add_note_on(reader.desk.open(str(story)), "hinge", body=f"b{UNSEEN}", tags=[f"t{UNSEEN}"])
        assert note.body == f"b{UNSEEN}"
        await reader.press("ga", "e")
        assert reader.screen == "NoteEditor"
        assert_plain(reader.text())
        await reader.press("escape", "t")
        assert_plain(reader.text())
