"""The page: a terminal, and what it says when the program has ended. Everything in it comes from this server."""

from __future__ import annotations

from html import escape

__all__ = ["HEADERS", "POLICY", "START", "page"]

# textual-serve's own page fetches a font from elsewhere, which would tell of every visit. Its script looks for the
# elements and classes here; it sets styles on its own, hence 'unsafe-inline' for them, and for them alone.
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="static/css/xterm.css">
<style>
@font-face {{ font-family: "Roboto Mono"; src: url("static/fonts/RobotoMono-VariableFont_wght.ttf"); }}
@font-face {{ font-family: "Roboto Mono"; font-style: italic;
  src: url("static/fonts/RobotoMono-Italic-VariableFont_wght.ttf"); }}
html, body {{ height: 100%; margin: 0; overflow: hidden; background: #111318; color: #d8d8d8;
  font-family: "Roboto Mono", monospace; }}
#terminal {{ height: 100%; }}
#ended {{ display: none; position: absolute; inset: 0; z-index: 9; place-content: center; background: #111318; }}
body.-closed #ended {{ display: grid; }}
#ended a {{ color: inherit; }}
#fonts {{ position: absolute; visibility: hidden; }}
</style>
<script src="static/js/textual.js"></script>
<script src="start.js"></script>
</head>
<body>
<span id="fonts">reader <b>reader</b> <i>reader</i></span>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{socket}" data-font-size="{size}"></div>
<div id="ended"><p>reader has ended. <a href="">Open it again</a></p></div>
</body>
</html>
"""
START = 'addEventListener("load", () => document.querySelector(".xterm-helper-textarea")?.focus());\n'
"""A script that gives the terminal the keys, without a click first."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; "
    "connect-src 'self' {socket}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of the page: nothing is loaded from elsewhere."""
HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
"""What every answer says: no other page may read it or learn the address of this one."""


def page(title: str, socket: str, size: int) -> str:
    """The page, with the address of its WebSocket and the size of its letters in pixels."""
    return _PAGE.format(title=escape(title), socket=escape(socket), size=size)
