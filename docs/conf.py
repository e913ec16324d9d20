"""How Sphinx builds the pages of this folder: ``python -m sphinx -W docs docs/_build``."""

from sphinx.application import Sphinx

from reader import __version__

project = "reader"
author = "the authors of reader"
version = release = __version__
extensions = ["myst_parser"]
exclude_patterns = ["_build", "make", "examples", "README.md"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "reader"
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False

OUTSIDE = {"](../SECURITY.md)": "](reference/promises.md)"}
"""Links to files above this folder, which lead there on a code host, and the pages that show these files."""


def lead_inside(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Turn links out of the folder into links to its own pages."""
    for outside, inside in OUTSIDE.items():
        source[0] = source[0].replace(outside, inside)


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("source-read", lead_inside)
