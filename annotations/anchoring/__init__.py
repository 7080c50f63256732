"""Finding again in a new text what was annotated in an old one. Pure.

A place is only taken where the text says so: by what both texts have in common around it. Between
two places that are equally good nothing is chosen.
"""
