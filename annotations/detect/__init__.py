"""Detectors: articles in, suggestions out.

This is the only room that imports spaCy, and it does so in modules of its own (`pipeline`,
`worker`, the stages of the layers). The package itself, `models`, `client` and
`casualties.numbers` are free of it, because the reader imports them.
"""
