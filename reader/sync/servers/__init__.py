"""Subscriptions and what was read, kept the same with a server: Google Reader API, Miniflux, Fever.

One file a protocol, ``greader``, ``miniflux`` and ``fever``, all of which speak ``protocol.Server``.
"""
