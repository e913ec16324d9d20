"""The keymap in force: no clash as shipped, and every mistake of the user's told in one line."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from reader.actions import ACTIONS, Place, by_name, parse_keys
from reader.app.keymap import build_keymap
from reader.presets import PRESETS, PresetName


def test_names_are_unique_and_every_action_says_what_it_does():
    assert len(by_name()) == len(ACTIONS)
    for action in ACTIONS:
        assert action.text
        assert action.keys, action.name
        assert action.where, action.name


@pytest.mark.parametrize("place", Place)
def test_no_shipped_key_clashes_or_begins_another(place):
    sequences = [(parse_keys(key), action.name) for action in ACTIONS if place in action.where for key in action.keys]
    for (keys, name), (others, other) in itertools.combinations(sequences, 2):
        shorter = min(len(keys), len(others))
        assert keys[:shorter] != others[:shorter], (name, other)


@pytest.mark.parametrize("place", Place)
def test_digits_are_left_for_counts(place):
    for keys in build_keymap({})[0].places[place]:
        assert not keys[0].isdecimal() or keys == ("0",)


def test_the_shipped_keymap_is_whole_and_without_problems():
    keymap, problems = build_keymap({})
    assert problems == []
    for action in ACTIONS:
        assert keymap.written[action.name] == action.keys
        assert keymap.key_of(action.name) == action.keys[0]
        for place, key in itertools.product(action.where, action.keys):
            assert keymap.places[place][parse_keys(key)] is action


def test_a_changed_action_loses_its_own_keys():
    keymap, problems = build_keymap({"next_quotation": ["ctrl+n", "gw"]})
    assert problems == []
    reading = keymap.places[Place.READING]
    assert reading[("ctrl+n",)].name == "next_quotation"
    assert reading[("g", "w")].name == "next_quotation"
    assert ("w",) not in reading
    assert keymap.written["next_quotation"] == ("ctrl+n", "gw")
    assert keymap.places[Place.VISUAL][("w",)].name == "next_word"


def test_a_key_that_another_action_has_is_refused_until_that_one_gets_others():
    keymap, problems = build_keymap({"next_quotation": "j"})
    assert len(problems) == 1
    assert problems[0].startswith("[keymap] next_quotation: 'j' clashes with down (j, down)")
    assert keymap.places[Place.READING][("j",)].name == "down"
    assert keymap.key_of("next_quotation") == "w"
    keymap, problems = build_keymap({"next_quotation": "j", "down": ["ctrl+n", "down"]})
    assert problems == []
    assert keymap.places[Place.READING][("j",)].name == "next_quotation"
    assert keymap.places[Place.READING][("ctrl+n",)].name == "down"


def test_no_keys_at_all_frees_them():
    keymap, problems = build_keymap({"why": []})
    assert problems == []
    assert keymap.key_of("why") == ""
    assert ("i",) not in keymap.places[Place.READING]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"next_quote": "w"}, "[keymap] next_quote: no such action, did you mean next_quotation?"),
        ({"zzzzz": "w"}, "[keymap] zzzzz: no such action: `reader config keys` lists them"),
        ({"why": ""}, "[keymap] why: no key is written"),
        ({"why": [" "]}, "[keymap] why: no key is written"),
        ({"why": "B", "sort": "B"}, "[keymap] sort: 'B' clashes with why"),
        ({"why": "B", "sort": "By"}, "[keymap] sort: 'By' clashes with why"),
        ({"why": "By", "sort": "B"}, "[keymap] sort: 'B' clashes with why"),
    ],
)
def test_each_mistake_is_one_line_and_the_rest_holds(changes, said):
    keymap, problems = build_keymap(changes)
    (problem,) = problems
    assert problem.startswith(said)
    assert "\n" not in problem
    assert keymap.places[Place.READING][("w",)].name == "next_quotation"


def test_the_same_key_may_do_two_things_in_two_places():
    keymap, problems = build_keymap({"demo": "B", "sort": "B"})
    assert problems == []
    assert keymap.places[Place.LIBRARY][("B",)].name == "demo"
    assert keymap.places[Place.PANEL][("B",)].name == "sort"


def test_a_key_that_begins_shipped_sequences_is_refused():
    keymap, problems = build_keymap({"why": "g"})
    assert len(problems) == 1
    assert "'g' clashes with" in problems[0]
    assert keymap.key_of("why") == "i"
    assert keymap.places[Place.READING][("g", "q")].name == "quotes_tab"


@pytest.mark.parametrize("key", ["notakey+++", "ctrl+nokey", "abcd", "shift+"])
def test_what_is_no_key_is_told(key):
    keymap, problems = build_keymap({"why": key})
    assert len(problems) == 1
    assert "is no key" in problems[0]
    assert keymap.key_of("why") == "i"


def test_the_settings_take_every_preset():
    assert set(PRESETS) == set(get_args(PresetName))


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_has_a_clash_and_every_action_has_a_key(preset):
    keymap, problems = build_keymap({}, preset)
    assert problems == []
    assert set(PRESETS[preset].keys) <= set(by_name())
    assert set(keymap.written) == set(by_name())
    for place in Place:
        written = [
            parse_keys(key) for action in ACTIONS if place in action.where for key in keymap.written[action.name]
        ]
        for keys, others in itertools.combinations(written, 2):
            shorter = min(len(keys), len(others))
            assert keys[:shorter] != others[:shorter], (place, keys, others)
        assert not any(keys[0].isdecimal() and keys != ("0",) for keys in written)


@pytest.mark.parametrize(
    ("preset", "place", "keys", "name"),
    [
        ("vim", Place.ENTRIES, ("z", "a"), "fold"),
        ("vim", Place.READING, ("Z", "Z"), "quit"),
        ("less", Place.READING, ("g",), "top"),
        ("less", Place.READING, ("d",), "half_page_down"),
        ("less", Place.READING, (";", "q"), "quotes_tab"),
        ("newsboat", Place.ENTRIES, ("g",), "sort"),
        ("newsboat", Place.FEEDS, ("l",), "hide_read"),
        ("emacs", Place.READING, ("alt+v",), "page_up"),
        ("emacs", Place.READING, ("ctrl+x", "ctrl+c"), "quit"),
        ("emacs", Place.READING, ("ctrl+x", "q"), "quotes_tab"),
    ],
)
def test_a_preset_gives_the_keys_of_its_program(preset, place, keys, name):
    assert build_keymap({}, preset)[0].places[place][keys].name == name


def test_the_keymap_of_the_user_stands_over_the_preset():
    keymap, problems = build_keymap({"half_page_down": "U", "undo": "d"}, "less")
    assert problems == []
    assert keymap.places[Place.READING][("d",)].name == "undo"
    assert keymap.places[Place.READING][("u",)].name == "half_page_up"
    keymap, (problem,) = build_keymap({"undo": "d"}, "less")
    assert problem.startswith("[keymap] undo: 'd' clashes with half_page_down (d, ctrl+d)")
    assert keymap.key_of("undo") == "U"
