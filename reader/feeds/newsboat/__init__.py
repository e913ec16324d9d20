"""What newsboat (2.x) keeps of its user: the feeds of ``urls``, the rules of ``config``, the states in ``cache.db``.

Each of ``read_urls``, ``read_config`` and ``cached_feeds`` gives values, and a line for what has no like here.
"""

from __future__ import annotations
