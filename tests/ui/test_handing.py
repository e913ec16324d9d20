"""The article for other programs: piped to a command, and read aloud."""

from __future__ import annotations

import shlex
import sys

import stories
from sitting import _event, sit_down

TO_FILE = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"


def python(code, *words):
    return shlex.join([sys.executable, "-c", code, *map(str, words)])


async def piped(reader, command):
    await reader.press("|")
    await reader.fill(command)


async def test_the_article_goes_to_the_command_and_its_first_line_is_told(home, story, tmp_path):
    async with sit_down(home, story) as reader:
        await reader.press("|")
        assert reader.shows("pipe the article to:")
        await reader.fill(python(TO_FILE, tmp_path / "out; $(touch x)"))
        assert reader.message.endswith(": done")
        await piped(reader, python("print('one'); print(); print('two')"))
        assert reader.message.endswith(": one (and 1 more line)")
    text = (tmp_path / "out; $(touch x)").read_text(encoding="utf-8")
    assert text.startswith("The gate at Fennick Moor stays shut\n")
    assert stories.SAID[5] in text


async def test_the_selection_goes_alone_and_the_last_command_is_offered_again(home, story, tmp_path):
    command = python(TO_FILE, tmp_path / "out")
    async with sit_down(home, story) as reader:
        await piped(reader, command)
        await reader.press("w", "v", "3l", "|")
        assert reader.shows("pipe the selection to:")
        await reader.press("enter")
        assert (tmp_path / "out").read_text(encoding="utf-8") == f"{stories.SAID[0][:4]}\n"


async def test_a_command_that_fails_or_is_none_is_one_line_and_reading_goes_on(home, story):
    async with sit_down(home, story) as reader:
        await piped(reader, python("import sys; print('\\x1b[2J\\x1b]0;x no', file=sys.stderr); sys.exit(3)"))
        assert reader.message.startswith("✗")
        assert "ended with 3: [2J" in reader.message
        await piped(reader, "/no/such-command")
        assert "/no/such-command: cannot be run" in reader.message
        await piped(reader, "wc 'open")
        assert "is no command" in reader.message
        await piped(reader, python("print('\\x1b[31mred\\x07')"))
        assert reader.message.endswith(": [31mred")
        await reader.press("w")
        assert reader.at_caret(8) == stories.SAID[0][:8]


async def test_a_command_that_hangs_is_ended_on_a_key(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("|")
        await reader.paste(python("import time; time.sleep(60)"))
        reader.app.post_message(_event("enter"))
        while "ends it" not in reader.message:
            await reader.pilot.pause(0)
        await reader.press("ctrl+c")
        assert reader.message.startswith("✗")
        assert reader.message.endswith("was stopped")


async def test_a_command_that_hangs_does_not_hold_up_leaving(home, story):
    async with sit_down(home, story) as reader:
        await reader.press("|")
        await reader.paste(python("import time; time.sleep(60)"))
        reader.app.post_message(_event("enter"))
        while "ends it" not in reader.message:
            await reader.pilot.pause(0)
        await reader.press("q")
        assert reader.screen != "ReadingScreen"


async def test_it_is_read_aloud_from_the_caret_on(home, story, tmp_path):
    home.mkdir()
    command = python(TO_FILE, tmp_path / "spoken")
    (home / "config.toml").write_text(f"speak_command = '''{command}'''\n", encoding="utf-8")
    async with sit_down(home, story) as reader:
        await reader.press("3w", "gS")
        assert (tmp_path / "spoken").read_text(encoding="utf-8").startswith(stories.SAID[2])
        assert reader.message == ""


async def test_a_voice_is_ended_by_the_same_key(home, story):
    home.mkdir()
    command = python("import time; time.sleep(60)")
    (home / "config.toml").write_text(f"speak_command = '''{command}'''\n", encoding="utf-8")
    async with sit_down(home, story) as reader:
        for key in ("g", "S"):
            reader.app.post_message(_event(key))
        while "reading aloud" not in reader.message:
            await reader.pilot.pause(0)
        await reader.press_fast("gS")
        assert reader.message == ""


async def test_where_nothing_reads_aloud_it_says_what_to_do(home, story, monkeypatch):
    monkeypatch.setenv("PATH", str(home))
    async with sit_down(home, story) as reader:
        await reader.press("gS")
        assert "install espeak-ng, or set speak_command in config.toml" in reader.message


async def test_a_hook_that_fails_is_told_on_the_screen(home):
    home.mkdir()
    (home / "config.toml").write_text('[hooks]\non_open = ["false"]\n', encoding="utf-8")
    async with sit_down(home, "reader:demo") as reader:
        reader.desk.hooks.close()
        await reader.settle()
        assert "hook false: ended with 1" in reader.message
