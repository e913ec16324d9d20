"""Pictures: found in an article, fetched only when asked for, decoded within bounds, kept within bounds."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from site_server import serving

from reader.app import Desk
from reader.app.pictures import Picture, getting, pictures_of
from reader.app.pictures.cache import PictureCache
from reader.config import Config
from reader.errors import BadInput, FetchFailed
from reader.extract import extract_html
from reader.paths import find_paths

Image = pytest.importorskip("PIL.Image", reason="Pillow is not installed: pip install 'reader-tui[pictures]'")

PAGE = """<html><head><title>The gate opens</title><meta property="og:image" content="{lead}"></head><body><article>
<h1>The gate opens</h1><p>{words}</p>
<figure><img src="/gate.jpg"><figcaption>The gate at noon. <span class="credit">Ann Lee</span></figcaption></figure>
<p>{words}</p><figure><img src="/plan.png"><figcaption>A plan of the gate</figcaption></figure><p>{words}</p>
</article></body></html>"""
WORDS = "The gate of the old mill was opened on Monday, as the town had asked for many years. " * 4


def article(lead):
    return extract_html(PAGE.format(lead=lead, words=WORDS).encode(), "http://example.org/story")


def encoded(image, form="PNG", **options):
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def two_halves(size=(40, 20), mode="RGB"):
    image = Image.new(mode, size, (255, 0, 0) if mode == "RGB" else (255, 0, 0, 0))
    image.paste((0, 0, 255), (size[0] // 2, 0, *size))
    return image


@pytest.fixture
def site():
    with serving() as served:
        yield served


@pytest.fixture
def seen(home, site):
    """Get the picture with these bytes from the site."""
    desk = Desk(find_paths(home), Config(), allow=[f"127.0.0.1:{site.port}"])

    def get(data, width=20, height=20, kind="image/png", path="/picture"):
        address = site.page(path, data, content_type=kind)
        return desk.pictures.get(Picture(address), width, height, "#00ff00")

    yield get
    desk.close()


def test_the_pictures_of_an_article_and_their_words():
    lead, gate, plan = pictures_of(article("/lead.jpg"))
    assert (lead.address, lead.caption, lead.place) == ("http://example.org/lead.jpg", "", 0)
    assert (gate.address, gate.caption, gate.credit) == ("http://example.org/gate.jpg", "The gate at noon.", "Ann Lee")
    assert (plan.caption, plan.credit) == ("A plan of the gate", "")
    assert article("/lead.jpg").text[plan.place :].startswith("A plan of the gate")


def test_a_lead_image_that_is_a_figure_is_named_once():
    assert [one.caption for one in pictures_of(article("/gate.jpg"))] == ["The gate at noon.", "A plan of the gate"]


def test_opening_an_article_fetches_no_picture(home, site):
    story = site.page("/story", PAGE.format(lead="/lead.jpg", words=WORDS).encode())
    desk = Desk(find_paths(home), Config(), allow=[f"127.0.0.1:{site.port}"])
    assert len(pictures_of(desk.open(story).article)) == 3
    desk.close()
    assert [path for path, _ in site.requests] == ["/story"]


def test_a_picture_is_made_small_and_stays_as_it_lay(seen):
    pixels = seen(encoded(two_halves()))
    assert (pixels.width, pixels.height, len(pixels.data)) == (20, 10, 600)
    assert pixels.data[:3] == b"\xff\x00\x00"
    assert pixels.data[-3:] == b"\x00\x00\xff"


def test_a_small_picture_is_not_blown_up(seen):
    assert seen(encoded(two_halves((6, 4)))).width == 6


def test_what_is_transparent_shows_the_ground(seen):
    assert seen(encoded(two_halves(mode="RGBA"))).data[:3] == b"\x00\xff\x00"


def test_a_moving_picture_shows_its_first_frame(seen):
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("#ff0000", "#0000ff")]
    moving = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert seen(moving, kind="image/gif").data[:3] == b"\xff\x00\x00"


def test_a_photograph_taken_sideways_is_turned(seen):
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned to the left
    pixels = seen(encoded(two_halves((400, 200)), "JPEG", exif=exif), kind="image/jpeg")
    assert (pixels.width, pixels.height) == (10, 20)


def test_one_that_was_seen_is_not_asked_for_again(seen, site):
    seen(encoded(two_halves()))
    seen(encoded(two_halves()), width=10)
    assert [path for path, _ in site.requests] == ["/picture"]


def test_a_picture_is_no_way_to_a_private_address(home, site):
    address = site.page("/picture", encoded(two_halves()), content_type="image/png")
    desk = Desk(find_paths(home), Config())
    with pytest.raises(FetchFailed, match="no public address"):
        desk.pictures.get(Picture(address), 20, 20)
    desk.close()
    assert not site.requests


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(width, height):
    """A PNG that says it is so large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (bomb(5000, 5000), "image/png", "too many"),
        (bomb(60_000, 60_000), "image/png", "too many pixels"),
        (encoded(Image.effect_mandelbrot((400, 400), (-2, -1, 1, 1), 20))[:900], "image/png", "is damaged"),
        (b"no picture at all", "image/png", "no picture in a format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png", "no picture in a format"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "image/png", "no picture in a format"),
    ],
)
def test_what_cannot_be_shown_is_told_in_a_line(seen, data, kind, words):
    with pytest.raises(BadInput, match=words) as caught:
        seen(data, kind=kind)
    assert "/picture: " in str(caught.value)


@pytest.mark.parametrize(("kind", "words"), [("image/svg+xml", "a drawing"), ("text/html", "no picture but text/html")])
def test_what_says_that_it_is_no_picture_is_refused(seen, kind, words):
    with pytest.raises(FetchFailed, match=words):
        seen(b"<svg/>", kind=kind)


def test_without_pillow_nothing_is_fetched(seen, site, monkeypatch):
    monkeypatch.setattr(getting, "find_spec", lambda _name: None)
    with pytest.raises(BadInput, match=r"pip install 'reader-tui\[pictures\]'"):
        seen(encoded(two_halves()))
    assert not site.requests


def test_a_decoder_that_takes_too_long_is_ended(seen, monkeypatch):
    monkeypatch.setattr(getting, "SECONDS", 0.0)
    with pytest.raises(BadInput, match="cannot be shown within 0 s and 300 MB"):
        seen(encoded(two_halves()))


def test_the_cache_is_bounded_and_keeps_what_was_seen_last(tmp_path):
    import os

    cache = PictureCache(tmp_path, largest=250)
    for number in range(3):
        cache.put(f"http://example.org/{number}", bytes([number]) * 100)
        for place, file in enumerate(sorted(tmp_path.iterdir(), key=lambda file: file.stat().st_mtime_ns)):
            os.utime(file, (place, place))
    assert cache.get("http://example.org/0") is None
    assert cache.get("http://example.org/2") == b"\x02" * 100
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 250
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in tmp_path.iterdir())
