"""Finding the feed that a person means by an address.

It may be at the address itself, named by its page, what its service has for it, or where feeds usually are. The door
is ``discover``, which asks through a function of its caller's.
"""

from __future__ import annotations

from reader.feeds.discovery.candidate import Answer, Candidate, Found
from reader.feeds.discovery.discover import discover

__all__ = ["Answer", "Candidate", "Found", "discover"]
