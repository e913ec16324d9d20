"""Evidence: whether the page that was kept says what a note or a quotation says it does, for oneself and for others.

``verify`` finds what is meant and checks it against the stored bytes; ``folder`` writes what a third party needs.
"""
