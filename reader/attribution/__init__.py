"""Who said what: finds quotations, who said them, and everywhere those people are mentioned.

Pure standard library, no I/O; the door is ``attribute``.
"""

from reader.attribution.engine import attribute

__all__ = ["attribute"]
