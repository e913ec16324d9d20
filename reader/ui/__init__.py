"""The terminal face: screens and widgets on Textual, over the use cases of ``reader.app``.

The door is ``reader.ui.app.run``; nothing is imported here, so that the command line stays quick.
"""
