"""Who said what: finds quotations, who said them, and everywhere those people are mentioned.

No model, no I/O; the doors are ``attribute``, and ``named_people`` for those who are not quoted as well.
"""

from reader.attribution.engine import attribute
from reader.attribution.named import named_people

__all__ = ["attribute", "named_people"]
