"""Every shipped theme can be read, and its speakers told apart, by people who see colours differently."""

from itertools import combinations

import pytest
from colour_science import contrast, difference, distance

from reader.themes import HIGHLIGHTS, find
from reader.ui.palette import textual_theme

THEMES, PROBLEMS = find(None)
TEXT = 4.5  # WCAG 2.2, 1.4.3, level AA
SIGN = 3.0  # WCAG 2.2, 1.4.11, level AA
FIRST = 5  # most articles quote no more people than this
FIRST_APART = 15.0  # CIEDE2000; about 1 is just seen side by side
ALL_APART = 9.0
MARKS_APART = 4.0  # grounds lie side by side and are large, and a note says its colour's name
EACH = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def on_every_ground(theme, colour):
    return min(contrast(colour, ground) for ground in (theme.background, theme.surface, theme.panel))


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [  # from the test data of Sharma, Wu and Dalal
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_measure_agrees_with_its_published_data(one, other, wanted):
    assert difference(one, other) == pytest.approx(wanted, abs=5e-5)


def test_there_is_a_theme_for_every_room():
    assert not PROBLEMS
    assert {"night", "day", "contrast", "paper", "ember"} <= set(THEMES)
    assert {theme.dark for theme in THEMES.values()} == {True, False}


@EACH
def test_text_is_readable_on_every_ground(theme):
    for key in ("foreground", "muted", "accent", "link", "warning", "error", "success"):
        assert on_every_ground(theme, getattr(theme, key)) >= TEXT, key
    for colour in theme.speakers:
        assert on_every_ground(theme, colour) >= TEXT, colour


@EACH
def test_text_is_readable_on_what_is_marked(theme):
    marks = {**theme.highlights, "selection": theme.selection, "search": theme.search}
    assert tuple(theme.highlights) == HIGHLIGHTS
    for name, ground in marks.items():
        assert contrast(theme.foreground, ground) >= TEXT, name
        assert distance(ground, theme.background) >= 7, name
    for one, other in combinations(marks, 2):
        assert distance(marks[one], marks[other]) >= MARKS_APART, (one, other)


@EACH
def test_speakers_are_told_apart_whatever_eyes_one_has(theme):
    for one, other in combinations(theme.speakers, 2):
        assert distance(one, other) >= ALL_APART, (one, other)
    for one, other in combinations(theme.speakers[:FIRST], 2):
        assert distance(one, other) >= FIRST_APART, (one, other)


@EACH
def test_speakers_stand_out_from_the_words_around_them(theme):
    for colour in theme.speakers:
        assert distance(colour, theme.foreground) >= ALL_APART, colour


@EACH
def test_signs_are_seen_on_every_ground(theme):
    for key in ("border", "accent"):  # the lines between panes and the scrollbar; frames and what has the focus
        assert on_every_ground(theme, getattr(theme, key)) >= SIGN, key
    drawn = textual_theme(theme).variables
    for name in ("line", "scrollbar", "scrollbar-hover", "scrollbar-active", "border-blurred"):
        assert contrast(drawn[name], theme.background) >= SIGN, name


def test_the_contrast_theme_keeps_its_word():
    theme = THEMES["contrast"]
    colours = (theme.foreground, theme.muted, theme.accent, theme.link, theme.warning, theme.error, theme.success)
    assert all(on_every_ground(theme, colour) >= 7 for colour in (*colours, *theme.speakers))
