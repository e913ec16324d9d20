"""Who said what in languages other than English: one small table a language, read by one small reader.

The doors are ``choose``, which table reads a text, and ``read``. ``table.py`` says how to add a language.
"""

from reader.attribution.languages.choice import choose

__all__ = ["choose"]
