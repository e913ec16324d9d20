"""An article, its quotations and its links as text that leaves the program: plain, Markdown, HTML, JSON, CSV.

Pure functions of values. The doors are ``article.FORMATS``, ``quotes.FORMATS`` and ``links.FORMATS``, each a name
to a function; text for the terminal is laid out by ``lines``.
"""
