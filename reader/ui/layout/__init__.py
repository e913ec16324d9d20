"""From an article to lines of a given width, and from offsets to places on them.

Pure functions of values: no widget, no Textual, so that every rule here is tested without a screen.
"""
