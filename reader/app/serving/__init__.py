"""The program in a browser: its screen carried by textual-serve, behind an address that only its owner knows.

``serve`` is the door. What comes from whom is decided in ``gate``; ``page`` is the one page that there is.
"""

from reader.app.serving.server import serve

__all__ = ["serve"]
