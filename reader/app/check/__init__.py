"""Checking a draft against what was read: every quotation in it is exact, altered, misattributed or unknown.

Pure but for its callers: ``draft`` finds the draft's quotations, ``words``, ``compare`` and ``context`` hold one
against an article, ``verdict`` decides.
"""
