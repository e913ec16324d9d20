from __future__ import annotations

import codecs

import pytest

from reader.extract import extract_html

WORDS = "Žluťoučký kůň úpěl ďábelské ódy, řekl mluvčí, a nikdo se nedivil."


def shown(data: bytes, charset: str | None = None) -> str:
    return extract_html(data, charset=charset).text


def page(encoding: str, meta: str = "", words: str = WORDS) -> bytes:
    return f"<html><head>{meta}<title>x</title></head><body><p>{words}</p></body></html>".encode(encoding)


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_wins_over_all_declarations(mark):
    encoding = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}[mark]
    assert shown(mark + page(encoding, '<meta charset="iso-8859-2">'), "windows-1250") == WORDS


def test_http_wins_over_meta():
    assert shown(page("iso-8859-2", '<meta charset="koi8-r">'), "ISO-8859-2") == WORDS


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="windows-1250">',
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1250'>",
    ],
)
def test_meta_is_believed(meta):
    assert shown(page("windows-1250", meta)) == WORDS


def test_without_a_declaration_utf8_is_seen():
    assert shown(page("utf-8")) == WORDS


def test_without_a_declaration_the_bytes_are_looked_at():
    words = "Быстрая рыжая лиса прыгает через ленивую собаку, и никто этому не удивляется, сказал сторож. " * 5
    assert shown(page("windows-1251", words=words)).startswith("Быстрая рыжая лиса")


def test_latin_on_the_web_is_windows_1252():
    words = "“Quoted”, she said – and that cost 5 €, which nobody believed."
    assert shown(page("windows-1252", words=words), "iso-8859-1") == words


def test_a_few_accents_are_read_as_the_web_means_them():
    words = "naïve £5, “quoted”, and more, words, here."
    assert shown(page("windows-1252", words=words), "utf-8") == words
    assert shown(page("windows-1250"), "utf-8") == WORDS


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_the_two_common_lies_are_overruled(charset):
    words = "Ça coûte 5 € à l’été, a-t-elle dit, et personne n’y croyait."
    encoding = "utf-8" if charset == "iso-8859-1" else "windows-1252"
    assert shown(page(encoding, words=words), charset) == words


@pytest.mark.parametrize(
    "charset",
    ["x-nonsense", "", "zlib", "unicode_escape", "idna", "punycode", "undefined", "utf-7", "a\x00b", "x" * 999],
)
def test_what_is_no_charset_of_the_web_counts_as_none(charset):
    assert shown(page("utf-8"), charset) == WORDS


def test_damaged_bytes_are_replaced_and_no_error():
    assert "Žluťoučký" in shown(page("utf-8").replace("ódy".encode(), b"\xff\xfe"), "utf-8")
