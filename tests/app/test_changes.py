"""What a newer engine says otherwise, and what nobody is sure of: as values, at the desk and on the command line."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reader.app import Desk
from reader.app.changes import changes_between
from reader.app.corrections import Correction
from reader.app.engine import engine_version
from reader.app.unsure import UNSURE, unsure_in
from reader.library import Library
from reader.model import Attribution, Quotation, QuotationKind, Speaker
from reader.paths import find_paths

TEXT = "“We sail at noon,” she said. “Bring a coat,” he said.\n\nThey said it would rain."
ANA, TOM = Speaker("a", "Ana Bell"), Speaker("t", "Tom Orr")
NOON, COAT, RAIN = (1, 16), (30, 42), (55, 78)


def found(*said, speakers=(ANA, TOM)):
    quotations = tuple(
        Quotation(*span, speaker=speaker, kind=kind, confidence=sure) for span, speaker, kind, sure in said
    )
    return Attribution(speakers, quotations)


def direct(span, speaker, sure=1.0):
    return span, speaker, QuotationKind.DIRECT, sure


def told(before, after):
    return [str(change) for change in changes_between(before, after, TEXT)]


def test_the_same_is_no_change_whatever_the_speakers_ids():
    one = found(direct(NOON, "a"))
    other = found(direct(NOON, "x", 0.3), speakers=(replace(ANA, id="x", role="the skipper"),))
    assert told(one, one) == []
    assert told(one, other) == []


def test_another_speaker_something_new_and_something_gone_in_the_order_of_the_text():
    before = found(direct(COAT, "t"), direct(NOON, "a"))
    assert told(before, found(direct(NOON, "t"), direct(COAT, None))) == [
        "“We sail at noon”: Ana Bell → Tom Orr",
        "“Bring a coat”: Tom Orr → nobody named",
    ]
    assert told(before, found(direct(COAT, "t"))) == ["“We sail at noon”: no longer a quotation, was Ana Bell"]
    assert told(found(), found(direct(NOON, "a"))) == ["“We sail at noon”: new, Ana Bell"]


def test_indirect_quotations_do_not_count():
    indirect = (RAIN, "a", QuotationKind.INDIRECT, 0.1)
    assert told(found(), found(indirect)) == []
    assert unsure_in(found(indirect), TEXT, source="s", address="a", title="t") == []


def test_unsure_ones_come_the_least_sure_first():
    queue = unsure_in(
        found(direct(NOON, "a", 0.6), direct(COAT, None, 0.2), direct(RAIN, "t", UNSURE)),
        TEXT,
        source="here.md",
        address="file:here.md",
        title="Noon",
    )
    assert [(one.words, one.speaker, one.confidence) for one in queue] == [
        ("Bring a coat", "", 0.2),
        ("We sail at noon", "Ana Bell", 0.6),
    ]
    assert {(one.source, one.address, one.title) for one in queue} == {("here.md", "file:here.md", "Noon")}


STORY = """# The ferry runs again

Skerrow has its ferry back after a winter without one, and nobody on the island was late for it.

“We sail at noon,” said Ida Marsh, the harbour master.

“Bring a coat for the crossing,” said Orm Tait, who mends the nets.
"""


def store(paths, reading, attribution, engine):
    library = Library(paths.library)
    library.set_attribution(reading.address, reading.text_sha256, attribution, engine)
    library.close()


@pytest.fixture
def stored(home, tmp_path):
    """An article stored as an earlier engine had it: the first quotation said by Tom Orr, the second unknown."""
    path = tmp_path / "ferry.md"
    path.write_text(STORY, encoding="utf-8")
    paths = find_paths(home)
    desk = Desk(paths)
    reading = desk.attribute(desk.open(str(path)))
    first = reading.attribution.quotations[0]
    before = Attribution((TOM,), (replace(first, speaker="t", confidence=0.3),))
    store(paths, reading, before, "an earlier engine")
    desk.close()
    return path


def test_attributing_anew_says_what_changed_once(home, stored):
    desk = Desk(find_paths(home))
    ((recent, changes),) = desk.reattribute()
    assert recent.title == "The ferry runs again"
    assert [(change.before, change.after) for change in changes] == [("Tom Orr", "Ida Marsh"), ("", "Orm Tait")]
    assert list(desk.reattribute()) == []
    desk.close()


def test_the_command_prints_what_changed_and_has_nothing_to_do_then(stored, capsys):
    from reader.__main__ import main

    assert main(["reattribute"]) == 0
    title, first, second, total = capsys.readouterr().out.splitlines()
    assert title == "The ferry runs again"
    assert first.endswith("Tom Orr → Ida Marsh")
    assert second.endswith("new, Orm Tait")
    assert total == "1 article attributed anew, 1 of them changed"
    assert main(["reattribute"]) == 0
    assert capsys.readouterr().out == "nothing to do\n"


def test_in_an_empty_library_there_is_nothing_to_do(home, capsys):
    from reader.__main__ import main

    assert main(["reattribute"]) == 0
    assert capsys.readouterr().out == "nothing to do\n"


def test_quotes_of_such_an_article_tell_that_they_changed(stored, capsys):
    from reader.__main__ import main

    assert main(["quotes", str(stored)]) == 0
    assert "2 quotations not as an earlier version" in capsys.readouterr().err
    assert main(["quotes", str(stored)]) == 0
    assert capsys.readouterr().err == ""


def test_corrections_outlive_a_new_engine(home, stored):
    desk = Desk(find_paths(home))
    reading = desk.attribute(desk.open(str(stored)))
    first = reading.attribution.quotations[0]
    desk.correct(reading, (first.start, first.end), Correction.SPEAKER, "Piers Oduya")
    store(find_paths(home), reading, reading.attribution, "another")
    list(desk.reattribute())
    done = desk.corrected(desk.open(str(stored))).attribution
    assert done.speaker(done.quotations[0].speaker).name == "Piers Oduya"
    desk.close()


def set_sureness(home, source, sure):
    """Store who said what in an article as this engine had it, but with another confidence."""
    paths = find_paths(home)
    desk = Desk(paths)
    reading = desk.attribute(desk.open(str(source)))
    quotations = tuple(replace(one, confidence=sure) for one in reading.attribution.quotations)
    changed = replace(reading.attribution, quotations=quotations)
    store(paths, reading, changed, engine_version())
    desk.close()


def test_the_queue_is_of_all_articles_and_without_what_was_corrected(home, stored):
    set_sureness(home, stored, 0.5)
    desk = Desk(find_paths(home))
    first, second = desk.unsure()
    assert (first.speaker, second.speaker) == ("Ida Marsh", "Orm Tait")
    reading = desk.open(first.source)
    desk.correct(reading, first.span, Correction.CONFIRM, first.speaker)
    assert [one.speaker for one in desk.unsure()] == ["Orm Tait"]
    desk.close()
