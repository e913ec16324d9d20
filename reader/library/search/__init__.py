"""Finding entries and articles by the search language: an FTS5 index, and queries compiled to SQL over it.

``index`` keeps it up to date in batches, ``compile`` turns a query into SQL, ``lookup`` asks it.
"""
