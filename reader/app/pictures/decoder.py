"""Decodes one picture, in a process of its own: what is made to break a decoder breaks nothing but this.

Started as ``python -P decoder.py WIDTH HEIGHT GROUND`` with the file on standard input, it prints
the width and the height on a line and then the pixels, three bytes each; or ``!`` and why there are none.
"""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from io import BytesIO

MEMORY = 300_000_000
"""Bytes of address space that decoding may take."""
SECONDS = 5
"""Seconds of CPU that it may take."""
MOST_PIXELS = 24_000_000
"""Pixels of a picture that is decoded at all: a news photograph has one or two million, a camera's own 24."""
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF", "BMP")
_ORIENTATION = 0x0112  # Exif
_TURNED = (5, 6, 7, 8)  # values of it that swap width and height


class Unshown(Exception):
    """Why a picture is not shown, for a person."""


def main(words: list[str]) -> None:
    """Decode what is on standard input."""
    width, height, ground = int(words[0]), int(words[1]), words[2]
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # a system that has no such limit, or a lower one already
            resource.setrlimit(what, (most, most))
    try:
        made = decoded(sys.stdin.buffer.read(), width, height, ground)
    except Unshown as why:
        made = f"!{why}".encode()
    except MemoryError:
        made = b"!this takes too much memory to show here: open it in a browser"
    sys.stdout.buffer.write(made)


def decoded(data: bytes, width: int, height: int, ground: str) -> bytes:
    """The picture within ``width`` by ``height`` pixels, in the form that is printed."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.init()
    known = [name for name in FORMATS if name in Image.OPEN]
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        picture: Image.Image = Image.open(BytesIO(data), formats=known)  # reads no more than the head
        across, down = picture.size
        if across * down > MOST_PIXELS:
            raise Unshown(f"{across} × {down} pixels are too many to show here: open it in a browser")
        if picture.getexif().get(_ORIENTATION) in _TURNED:
            width, height = height, width
        if picture.mode in ("P", "1"):  # by numbers of colours nothing can be made smaller
            picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
        picture.thumbnail((width, height))  # a JPEG is decoded small from the start
        picture = ImageOps.exif_transpose(picture).convert("RGBA")
    except UnidentifiedImageError as error:
        raise Unshown("this is no picture in a format that is shown here: open it in a browser") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unshown("this has too many pixels to show here: open it in a browser") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:  # what Pillow raises for a broken file
        raise Unshown("this picture is damaged: it cannot be shown") from error
    whole = Image.new("RGBA", picture.size, ground)
    whole.alpha_composite(picture)
    pixels: bytes = whole.convert("RGB").tobytes()
    return b"%d %d\n" % whole.size + pixels


if __name__ == "__main__":
    main(sys.argv[1:])
