"""The quote book: every quotation of every article that was read in full, and the people who said them.

Pure rules (``fold``, ``roles``, ``people``, ``sketch``) decide who is who and what was said
twice; ``quotations`` keeps it.
"""
