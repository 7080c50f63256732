"""Detectors: articles in, suggestions out.

`pipeline` parses an article and runs the layers on it: `entities`, `quotes` and `casualties`,
each a folder whose `layer` module holds the one function that goes from a parsed article to
annotations. `tree`, `sentences` and `reporting` are what they share, `lexicon` the words they
know. `worker` runs a pipeline in a process of its own, and `client` talks to it.

This is the only room that imports spaCy. `models`, `launching`, `client`, `tokenising`, `docbins`,
`description`, `own_names`, `rules`, `casualties.numbers` and, in `entities`, `acronyms`, `bodies`,
`names`, `naming`, `people` and `same_person` are free of it, because the reader imports them.
"""
