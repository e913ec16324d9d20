"""E-mail: messages, newsletters and digests as articles."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime, timedelta, timezone

import pytest

from reader.extract import extract, extract_text
from reader.model import Page

HEAD = """From: Edda Quill <quill@courier.example>
To: readers@courier.example
Subject: Morning digest: the bridge reopens
Date: Fri, 8 Mar 2024 06:30:00 +0100
"""
DIGEST = """
View this e-mail in your browser: https://courier.example/mail/81

THE MORNING IN OSTMARK

1. Bridge reopens after two years
---------------------------------
The harbour bridge of Ostmark opened to traffic on Friday, two years
after a barge struck its pillar. "It is a good day for the port," said
harbour master Otto Lenk.

Read more: https://courier.example/bridge?utm_source=mail

2. A siren falls silent
-----------------------
The siren of the glassworks will not sound again [1], its owners said,
whatever the town may think of it.
    The town thinks a great deal of it, as its council said
on Thursday.

    One for the furnace,
    two for the sand,
    three for the silence
    that falls on the land.

[1] https://valley.example/siren

--\x20
Ostmark Courier, 1 Quay.
"""


def told(article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in article.blocks]


def test_a_newsletter_in_plain_text():
    article = extract_text(HEAD + DIGEST)
    assert (article.title, article.byline) == ("Morning digest: the bridge reopens", ("Edda Quill",))
    assert article.published == datetime(2024, 3, 8, 6, 30, tzinfo=timezone(timedelta(hours=1)))
    assert told(article) == [
        ("heading", "THE MORNING IN OSTMARK"),
        ("heading", "Bridge reopens after two years"),
        (
            "paragraph",
            "The harbour bridge of Ostmark opened to traffic on Friday, two years after a barge struck its pillar."
            ' "It is a good day for the port," said harbour master Otto Lenk.',
        ),
        ("heading", "A siren falls silent"),
        (
            "paragraph",
            "The siren of the glassworks will not sound again [1], its owners said, whatever the town may think of it.",
        ),
        ("paragraph", "The town thinks a great deal of it, as its council said on Thursday."),
        ("paragraph", "One for the furnace,\ntwo for the sand,\nthree for the silence\nthat falls on the land."),
    ]
    assert [(link.kind.value, link.href, link.block) for link in article.links] == [
        ("read-more", "https://courier.example/bridge", 2),
        ("in-text", "https://valley.example/siren", 6),
    ]


def test_a_digest_of_messages_has_a_section_for_each():
    entry = """
From: Mira Tolland
Date: Thu, 7 Mar 2024 10:00:00 +0000
Subject: The late clock

Nine minutes, and nobody knows why.
"""
    article = extract_text(f"{HEAD}\nToday's topics:\n\n1. The late clock\n\n{'-' * 70}\n{entry}\n{'-' * 30}\n{entry}")
    assert told(article)[:2] == [("paragraph", "Today's topics:"), ("list_item", "The late clock")]
    section = [
        ("rule", ""),
        ("heading", "The late clock"),
        ("paragraph", "Mira Tolland, Thu, 7 Mar 2024 10:00:00 +0000"),
        ("paragraph", "Nine minutes, and nobody knows why."),
    ]
    assert told(article)[2:] == section * 2


LATIN = "Grüße vom Kai: „Wir fahren“, sagt die Fährfrau."


def of_parts(kind: str, *parts: str) -> str:
    inner = "".join(f"--b\n{part}\n" for part in parts)
    return f'{HEAD}MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="b"\n\n{inner}--b--\n'


TEXT_PART = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + LATIN
ENCODED_PART = (
    "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: base64\n\n"
    + b64encode(LATIN.encode("cp1252")).decode()
)
HTML_PART = (
    "Content-Type: text/html; charset=utf-8\n\n"
    f"<style>p {{}}</style><table><tr><td><div><p>{LATIN}</p></div></td></tr></table>"
)
FILE_PART = "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nNot this."


@pytest.mark.parametrize(
    "message",
    [
        of_parts("alternative", TEXT_PART, HTML_PART),
        of_parts("mixed", ENCODED_PART, FILE_PART),
        of_parts("related", HTML_PART),
    ],
    ids=["alternatives", "attachment", "markup alone"],
)
def test_the_text_of_a_message_in_parts(message):
    page = Page(url="file:///a/story.eml", data=message.encode(), content_type="")
    article = extract(page)
    assert told(article) == [("paragraph", LATIN)]
    assert article.title == "Morning digest: the bridge reopens"


def test_a_declared_charset_holds_for_encoded_parts_alone_as_the_rest_is_decoded_by_then():
    assert told(extract_text(f"{HEAD}Content-Type: text/plain; charset=iso-8859-1\n\n{LATIN}")) == [
        ("paragraph", LATIN)
    ]


def test_messages_within_a_message_are_sections():
    fields = "From: Mira Tolland <m@a.example>\nSubject: =?utf-8?q?The_clock=E2=80=A6?="
    inner = f"Content-Type: message/rfc822\n\n{fields}\n\n{LATIN}"
    assert told(extract_text(of_parts("digest", inner)))[0] == ("heading", "The clock…")


@pytest.mark.parametrize(
    "text",
    [
        "Subject: a thing of its own\n\nIt is a story, and no message.",
        "From: here to there\nA story about a road, its bends and its end.",
        "Date: 8 March\nPlace: the quay\n\nWe met there.",
    ],
)
def test_what_only_begins_like_a_message_is_text(text):
    article = extract_text(text)
    assert text.split()[-1] in article.text
    assert text.split()[0] in article.title + article.text


def test_parts_within_parts_without_end_are_text():
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    assert extract_text(HEAD + nested + "\nThe end.").text.endswith("The end.")


def test_a_broken_encoded_word_is_shown_as_it_stands():
    broken = HEAD.replace("Morning", "=?no-such?b?////?= Morning")
    assert extract_text(f"{broken}\nText of it.").title.endswith("Morning digest: the bridge reopens")


def test_a_text_of_addresses_alone_keeps_them():
    text = "1. https://a.example/x\n\nhttps://b.example/y\n"
    assert [words for _kind, words in told(extract_text(text))] == ["https://a.example/x", "https://b.example/y"]
