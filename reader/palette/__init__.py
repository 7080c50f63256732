"""What can be chosen in the command palette: commands, articles of the store, names.

Textual's own fuzzy search tries every way in which letters can fit, which takes seconds for a
title, and its highlighting takes brackets in a title for markup; `fuzzy` and `searching` stand in
their place.
"""
