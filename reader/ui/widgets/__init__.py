"""Widgets of our own, on Textual's line API: the article, rows, the side panel, bars and prompts.

Each takes values and posts messages; none reaches into another.
"""
