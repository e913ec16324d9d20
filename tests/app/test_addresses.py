"""Which names lead to a stored article, and which must not."""

import pytest

from reader.app.addresses import file_address, is_local, lasting_source, other_names, tidy

STORY = "https://www.tide.example/2025/ferry.html"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("HTTPS://Tide.Example/Ferry#top", "https://tide.example/Ferry"),
        ("http://tide.example", "http://tide.example/"),
        ("https://tide.example:443/a?b=1", "https://tide.example/a?b=1"),
        ("http://tide.example:8080/a", "http://tide.example:8080/a"),
        ("reader:demo", "reader:demo"),
        ("https://[", "https://["),
    ],
)
def test_addresses_are_compared_tidily(given, kept):
    assert tidy(given) == kept
    assert tidy(kept) == kept


@pytest.mark.parametrize(
    "canonical",
    [
        STORY,
        "https://tide.example/2025/ferry",
        "https://amp.tide.example/amp/ferry.amp",
        "https://m.tide.example/ferry/amp",
    ],
)
def test_a_canonical_address_of_the_same_story_is_a_name_of_it(canonical):
    assert other_names(STORY, canonical) == [tidy(canonical)]


@pytest.mark.parametrize(
    "canonical",
    [
        "",
        "https://other.example/2025/ferry.html",
        "https://www.tide.example/",
        "https://www.tide.example/2025/storm.html",
        "file:///etc/passwd",
        "https://[",
    ],
)
def test_a_canonical_address_that_may_be_wrong_is_none(canonical):
    assert other_names(STORY, canonical) == []


def test_a_site_whose_every_page_claims_the_front_page_mixes_nothing_up():
    assert other_names("https://tide.example/", "https://tide.example/") == []


def test_files_and_standard_input_are_read_again_and_addresses_are_not(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text("# Ferry")
    assert is_local("-")
    assert is_local("story.md")
    assert not is_local("gone.md")
    assert not is_local(STORY)
    assert not is_local("x" * 5000)
    assert file_address("story.md") == (tmp_path / "story.md").as_uri()


def test_what_opens_it_again_from_another_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text("# Ferry")
    assert lasting_source("story.md", "file:///x") == str(tmp_path / "story.md")
    assert lasting_source(STORY, STORY) == STORY
    assert lasting_source("-", "stdin:abc") == "stdin:abc"
