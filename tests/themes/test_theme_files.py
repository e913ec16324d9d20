"""Theme files: what is read, what is refused and in which words, and where they are looked for."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest

from reader import themes
from reader.errors import BadInput

ROOT = Path(__file__).parents[2]
NIGHT = (ROOT / "themes" / "night.toml").read_text("utf-8")


def write(folder, text, name="mine.toml"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refusal(path):
    with pytest.raises(BadInput) as caught:
        themes.load(path)
    line = str(caught.value)
    assert line.startswith(f"{path}: ")
    assert "\n" not in line
    return line.removeprefix(f"{path}: ")


def test_a_theme_is_read_whole(tmp_path):
    text = NIGHT.replace('"Night"', '"  My \u202e own\\tnight "').replace("#14171f", "#14171F")
    theme = themes.load(write(tmp_path, "\ufeff" + text.replace("\n", "\r\n")))
    assert (theme.id, theme.name, theme.dark, theme.background) == ("mine", "My own night", True, "#14171f")
    assert len(theme.speakers) == 10
    assert tuple(theme.highlights) == themes.HIGHLIGHTS
    assert len({theme}) == 1  # hashable, so that what is drawn can be cached by theme


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('link = "#7dc4e4"\n', "", "colors.link is missing"),
        ("dark = true\n", "", "dark is missing"),
        ("dark = true", 'dark = "yes"', "dark is to be true or false"),
        ('name = "Night"', "name = 3", "name is to be text in quotation marks"),
        ('name = "Night"', 'name = "\\u200b "', "name is empty"),
        ("[colors]", "[colours]", "unknown key colours: did you mean colors?"),
        ("foreground =", "foregruond =", "unknown key colors.foregruond: did you mean foreground?"),
        ("pink =", "rose =", "unknown key highlights.rose: the keys here are yellow, green, "),
        ("dark = true", "dark = true\nzzz = 1", "unknown key zzz: the keys here are name, dark, "),
        ('accent = "#7fb0f5"', 'accent = "blue"', 'colors.accent is blue: a colour is written "#rrggbb"'),
        ('accent = "#7fb0f5"', 'accent = "#7fb0f5ff"', "colors.accent is #7fb0f5ff: "),
        ('accent = "#7fb0f5"', "accent = 7", "colors.accent is 7: "),
        ('accent = "#7fb0f5"', 'accent = "\\u001b[31m"', "colors.accent is [31m: "),
        ('"#fbd157"', '"gold"', "speakers 5 is gold: "),
        ('"#fbd157"', '"#bd8130"', "speakers 5 is #bd8130 again"),
        ('blue = "#1b4170"', "blue = []", "highlights.blue is []: "),
        ("dark = true", "dark = yes", "is not valid TOML: "),
    ],
)
def test_a_mistake_is_one_line_that_says_where(tmp_path, old, new, words):
    assert old in NIGHT
    assert words in refusal(write(tmp_path, NIGHT.replace(old, new)))


def test_broken_toml_names_its_line(tmp_path):
    assert "line 2" in refusal(write(tmp_path, 'name = "x"\ndark = = true\n'))


def test_seven_speakers_are_too_few(tmp_path):
    text = NIGHT.splitlines()
    del text[4:7]
    assert "speakers has 7 colours: at least 8 are needed" in refusal(write(tmp_path, "\n".join(text)))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"# " + b"x" * themes.LARGEST, "over 64 KB"),
        (b'name = "x"\n\xff', "is not UTF-8 text (at line 2)"),
        (b"x = " + b"[" * 30_000, "nested too deep"),
        (b"x = " + b"9" * 30_000, "is not valid TOML"),
        (b'"' + b"k" * 30_000 + b'" = 1', "unknown key kkk"),
        (b"", "name is missing"),
    ],
)
def test_hostile_files_are_refused_shortly(tmp_path, data, words):
    line = refusal(write(tmp_path, data))
    assert words in line
    assert len(line) < 250


def test_what_is_no_file_is_refused(tmp_path):
    assert refusal(tmp_path / "none.toml") == "no such file"
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    assert refusal(tmp_path / "folder.toml") == refusal(tmp_path / "pipe.toml") == "is not a file"


def test_a_users_theme_takes_the_place_of_a_shipped_one(tmp_path):
    write(tmp_path, NIGHT.replace('"Night"', '"My night"'), "night.toml")
    write(tmp_path, NIGHT.replace('"Night"', '"Dusk"'), "dusk.toml")
    write(tmp_path, "dark = 1", "day.toml")
    write(tmp_path, "not a theme", "notes.txt")
    found, problems = themes.find(tmp_path)
    assert (found["night"].name, found["dusk"].name, found["day"].name) == ("My night", "Dusk", "Day")
    assert problems == [f"{tmp_path / 'day.toml'}: name is missing"]


def test_a_folder_that_is_not_there_has_no_themes_and_no_problems(tmp_path):
    found, problems = themes.find(tmp_path / "themes")
    assert (set(found), problems) == (set(themes.find(None)[0]), [])
    assert len(found) >= 5


def test_a_folder_that_is_a_file_is_told(tmp_path):
    _found, problems = themes.find(write(tmp_path, ""))
    assert len(problems) == 1
    assert "cannot list the themes" in problems[0]


def found_by(package_parent, tmp_path):
    """The shipped themes that a fresh interpreter finds when the package is imported from this folder."""
    code = "import reader.themes as t; print(t.__file__); print(*t.find(None)[0])"
    run = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(package_parent)}
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=tmp_path, env=environment)
    file, names = done.stdout.splitlines()
    assert Path(file).is_relative_to(package_parent), "another installation was measured"
    return set(names.split())


def test_a_checkout_finds_the_themes_beside_its_package(tmp_path):
    checkout = tmp_path / "checkout"
    shutil.copytree(ROOT / "reader", checkout / "reader", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "themes", checkout / "themes")
    assert found_by(checkout, tmp_path) >= {"night", "day"}


def test_an_editable_install_finds_the_themes_of_its_checkout(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "_editable_reader.pth").write_text(f"{ROOT}\n")  # what hatchling's editable wheel installs
    others = str(Path(msgspec.__file__).parents[1])  # what the program needs besides itself
    code = (
        f"import site, sys; site.addsitedir({str(site)!r}); sys.path.append({others!r});"
        "import reader.themes as t; print(t.__file__, *t.find(None)[0])"
    )
    run = [sys.executable, "-S", "-E", "-c", code]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=tmp_path)
    file, *names = done.stdout.split()
    assert Path(file) == ROOT / "reader" / "themes.py"
    assert set(names) >= {"night", "day"}


def test_a_wheel_carries_its_themes(tmp_path):
    from hatchling.builders.wheel import WheelBuilder

    wheel = next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path / "dist"), versions=["standard"]))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    assert found_by(tmp_path / "site", tmp_path) == {path.stem for path in (ROOT / "themes").glob("*.toml")}
