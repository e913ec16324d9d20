from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from reader.extract.dates import find_date, is_date_line, parse_date
from reader.model import Precision

DAY, SECOND = Precision.DAY, Precision.SECOND


@pytest.mark.parametrize(
    ("text", "when", "precision"),
    [
        ("2024-03-08", datetime(2024, 3, 8), DAY),
        ("20240308", datetime(2024, 3, 8), DAY),
        ("2024-03-08T09:30", datetime(2024, 3, 8, 9, 30), SECOND),
        ("2024-03-08T09:30:15.123Z", datetime(2024, 3, 8, 9, 30, 15, tzinfo=UTC), SECOND),
        ("2024-03-08 09:30:15 +0530", datetime(2024, 3, 8, 9, 30, 15, tzinfo=timezone(timedelta(hours=5.5))), SECOND),
        ("2024-03-08T09:30:15-03", datetime(2024, 3, 8, 9, 30, 15, tzinfo=timezone(timedelta(hours=-3))), SECOND),
        ("Fri, 08 Mar 2024 09:30:00 GMT", datetime(2024, 3, 8, 9, 30, tzinfo=UTC), SECOND),
        ("1709890200", datetime(2024, 3, 8, 9, 30, tzinfo=UTC), SECOND),
        ("1709890200000", datetime(2024, 3, 8, 9, 30, tzinfo=UTC), SECOND),
        ("March 8, 2024", datetime(2024, 3, 8), DAY),
        ("Feb. 18, 2025", datetime(2025, 2, 18), DAY),
        ("8th of March 2024", datetime(2024, 3, 8), DAY),
        ("8. März 2024", datetime(2024, 3, 8), DAY),
        ("8 de marzo de 2024", datetime(2024, 3, 8), DAY),
        ("1er mars 2024", datetime(2024, 3, 1), DAY),
        ("08.03.2024", datetime(2024, 3, 8), DAY),
        ("2024/3/8", datetime(2024, 3, 8), DAY),
    ],
)
def test_a_date_is_read_with_its_precision(text, when, precision):
    date = parse_date(text)
    assert date is not None
    assert (date.when, date.precision) == (when, precision)
    assert date.when.utcoffset() == when.utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2024",
        "2024-13-01",
        "30 February 2024",
        "99999999",
        "0000-00-00",
        "1.2.3.4",
        "12:30",
        "Mon, x",
        "9" * 30,
    ],
)
def test_what_is_no_date_gives_none(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Published on Friday, 8 March 2024, 4.15 pm", datetime(2024, 3, 8, 16, 15)),
        ("Updated March 8, 2024 at 12:05 AM EST", datetime(2024, 3, 8, 0, 5, tzinfo=timezone(timedelta(hours=-5)))),
        ("8.3.2024, 16:15 Uhr", datetime(2024, 3, 8, 16, 15)),
        ("8 March 2024 in a room of 30 people", datetime(2024, 3, 8)),
    ],
)
def test_a_date_is_found_in_words(text, when):
    date = find_date(text)
    assert date is not None
    assert date.when == when


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("March 8, 2024", True),
        ("Published: Friday, 8 March 2024, 4:15 pm GMT", True),
        ("08.03.2024", True),
        ("On March 8, 2024, the bridge fell", False),
        ("May we ask", False),
        ("", False),
    ],
)
def test_a_date_line_says_nothing_else(line, answer):
    assert is_date_line(line) is answer
