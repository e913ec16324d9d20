"""Feeds: what their files say, how they are found, and what a new fetch of one changes."""
