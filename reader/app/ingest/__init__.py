"""Taking many articles in at once: folders, lists of addresses, WARC files and single pages.

``items`` says what there is to take, ``worker`` turns one into an article in a process of its own, ``run`` puts the
articles away and can be stopped anywhere: what is stored already is passed over the next time.
"""
