"""What changed between two versions of an article: blocks, words, quotations, and which of the user's notes it touches.

All pure; ``reader.app.versions`` fetches and keeps the versions.
"""
