"""The pictures of an article, for who asks to see one: found in it, fetched, kept in the cache, decoded.

``pictures_of`` finds them; ``getting.Pictures``, the desk's, gets one as ``Pixels``. Pillow, an extra, is loaded only
by a process of its own.
"""

from reader.app.pictures.found import Picture, Pixels, pictures_of

__all__ = ["Picture", "Pixels", "pictures_of"]
