"""Settings: a mistake is one line with file, line and key, and the program goes on with the default."""

import pytest

from reader.app.settings import problems_of
from reader.config import Config, load, save_setting
from reader.errors import BadInput
from reader.paths import find_paths


@pytest.fixture
def paths(home):
    home.mkdir()
    return find_paths()


def written(paths, text):
    paths.config_file.write_text(text, encoding="utf-8")
    return load(paths)


def test_without_a_file_everything_has_its_default(paths):
    assert load(paths) == (Config(), [])


def test_what_is_written_holds(paths):
    config, problems = written(
        paths,
        'theme = "paper"\nmouse = false\nmeasure = 66\ndeadline = 5\n[keymap]\ndown = "n"\nup = ["p", "up"]\n',
    )
    assert problems == []
    assert (config.theme, config.mouse, config.measure, config.deadline) == ("paper", False, 66, 5.0)
    assert config.keymap == {"down": "n", "up": ["p", "up"]}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('# mine\n\nthemes = "paper"\n', 3, 'themes: no such setting: did you mean "theme"?'),
        ("zzz = 1\n", 1, "zzz: no such setting: `reader config --help` lists the settings"),
        ("mouse = true\nmeasure = 100\n", 2, "measure: is to be a whole number from 60 to 80, not 100"),
        ('measure = "70"\n', 1, "measure: is to be a whole number"),
        ("mouse = 1\n", 1, "mouse: is to be true or false, not 1"),
        ("open_command = 'fire \"fox'\n", 1, "open_command: is to be a command in quotation marks"),
        ("deadline = 0\n", 1, "deadline: is to be seconds"),
        ('preset = "vi"\n', 1, 'preset: is to be one of "vim", "less", "newsboat" and "emacs"'),
        ("keymap = 3\n", 1, "keymap: is to be a table"),
        ("[keymap]\nup = 'k'\ndown = 3\n", 3, "down: is to be a key in quotation marks"),
        ("rules = 3\n", 1, "rules: each begins with a line [[rules]]"),
        ("[[rules]]\nstar = true\n", 1, "rule 1: query: is missing: give a search in quotation marks"),
        ("[[rules]]\nquery = 'osk'\n", 2, "rule 1: does nothing: give it one of star, read, hide"),
        ("[[rules]]\nquery = '&'\nstar = true\n", 2, "rule 1: query: asks for nothing"),
        ("# x\n[[rules]]\nstar = true\nquery = 'titel:x'\n", 4, "rule 1: query, column 1: titel: no such field"),
        ("[[rules]]\nquery = 'osk'\nstar = 1\n", 3, "rule 1: star: is to be true or false, not 1"),
        ("[[rules]]\nquery = 'osk'\nhook = []\n", 3, "rule 1: hook: is to be a command as a list"),
        ("[[rules]]\nquery = 'osk'\nhook = 'rm -rf x'\n", 3, "rule 1: hook: is to be a command as a list"),
        (
            "[[rules]]\nquery = 'osk'\nstar = true\n[[rules]]\nquery = 'x'\nstarr = 1\n",
            6,
            "rule 2: starr: no such key: did",
        ),
        ("mouse = true\nmouse = tru\n", 2, "is not valid TOML"),
        ("theme = [\n", 1, "is not valid TOML"),
    ],
)
def test_a_mistake_is_one_line_and_the_rest_holds(paths, text, line, said):
    config, problems = written(paths, text)
    assert len(problems) == 1
    assert problems[0].startswith(f"{paths.config_file}:{line}: {said}")
    assert "\n" not in problems[0]
    assert config.measure == Config().measure
    assert config.mouse is True


def test_a_name_with_escapes_in_it_is_shown_safely(paths):
    _, problems = written(paths, '"\\u001b]52;c;x" = 1\n')
    assert "\x1b" not in problems[0]


@pytest.mark.parametrize("data", [b"theme = '\xff'\n", b"a" * 300_000, b"[" * 10_000])
def test_a_file_that_is_no_text_or_too_much_is_one_line(paths, data):
    paths.config_file.write_bytes(data)
    config, problems = load(paths)
    assert config == Config()
    assert len(problems) == 1
    assert str(paths.config_file) in problems[0]


def test_a_setting_is_saved_among_the_comments(paths):
    paths.config_file.write_text('# mine\ntheme = "day"  # bright\n\n[keymap]\ndown = "n"\n')
    save_setting(paths, "theme", "ember")
    assert paths.config_file.read_text() == '# mine\ntheme = "ember"  # bright\n\n[keymap]\ndown = "n"\n'
    save_setting(paths, "measure", 64)
    config, problems = load(paths)
    assert (problems, config.theme, config.measure, config.keymap) == ([], "ember", 64, {"down": "n"})


def test_a_setting_is_saved_where_there_was_no_file_and_through_a_link(home):
    paths = find_paths()
    save_setting(paths, "mouse", False)
    assert load(paths)[0].mouse is False
    elsewhere = home / "dotfiles.toml"
    paths.config_file.rename(elsewhere)
    paths.config_file.symlink_to(elsewhere)
    save_setting(paths, "mouse", True)
    assert paths.config_file.is_symlink()
    assert elsewhere.read_text() == "mouse = true\n"


def test_a_file_with_a_mistake_in_its_form_is_not_written_over(paths):
    paths.config_file.write_text("theme = [\n")
    with pytest.raises(BadInput, match="is not valid TOML"):
        save_setting(paths, "theme", "day")
    assert paths.config_file.read_text() == "theme = [\n"


@pytest.mark.parametrize(("key", "value"), [("them", "day"), ("measure", 200)])
def test_a_setting_that_cannot_be_is_refused(paths, key, value):
    with pytest.raises(BadInput, match=key):
        save_setting(paths, key, value)
    assert not paths.config_file.exists()


def test_the_whole_check_knows_actions_keys_and_themes(paths):
    paths.config_file.write_text('theme = "nigth"\n[keymap]\ndonw = "n"\nup = ""\n')
    problems = problems_of(paths)
    assert [line.removeprefix(f"{paths.config_file}:")[:2] for line in problems] == ["3:", "4:", "1:"]
    assert "did you mean down?" in problems[0]
    assert 'did you mean "night"?' in problems[2]


def test_a_rule_that_is_wrong_leaves_the_others(paths):
    config, problems = written(
        paths,
        '[[rules]]\nquery = "osk"\ntag = ["rail", "rail", " osk "]\n[[rules]]\nhide = true\n'
        '[[rules]]\nquery = "tram"\nhook = ["told", "-q"]\n',
    )
    assert [rule.query for rule in config.rules] == ["osk", "tram"]
    assert config.rules[0].tags == ("rail", "osk")
    assert config.rules[1].hook == ["told", "-q"]
    assert len(problems) == 1
    assert ":4: rule 2: query: is missing" in problems[0]


def test_a_bad_file_of_site_rules_is_named(paths):
    paths.sites.mkdir()
    (paths.sites / "courier.example.toml").write_text('keep = [".story"]')
    (paths.sites / "notes.toml").write_text("")
    (paths.sites / "insel.example.toml").write_text('skip = ["p"]')
    bad, unnamed = problems_of(paths)
    assert "insel.example.toml:1: skip: no such rule" in bad
    assert "notes.toml: is to be named for its site" in unnamed
