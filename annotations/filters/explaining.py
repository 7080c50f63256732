"""The language of filters in a few lines, for help."""

EXPLAINED: tuple[tuple[str, str], ...] = (
    ('word "some words"', "in title or text; the last word may be unfinished"),
    ("source: tag:", "from a source, with a tag or one below it"),
    ("place: person: org:", "that name it; name: whatever it is"),
    ("after: before: on:", "published then: 2016, 2016-05, 2016-05-31"),
    ("lang:de lang:unknown", "in a language, by code or name"),
    ("is:unrun is:foreign", "not run yet; no detector for it"),
    ("is:new is:begun", "undecided; decided in part"),
    ("is:unreviewed", "with something left to decide"),
    ("is:reviewed", "with nothing left, or called so"),
    ("is:later is:excluded", "put off; not wanted"),
    ("is:unplaced", "with something to place in a new text"),
    ("is:copy has:copies", "copies of a report; all that have any"),
    ("is:deleted", "deleted ones, which nothing else finds"),
    ("has:names has:quotes", "with at least one"),
    ("has:figures has:tags", "with at least one"),
    ("has:note", "with a note"),
    ("tag:aid,food", "a comma means “or”"),
    ("-tag:done", "a minus means “not”"),
)
"""What can be typed, and which articles it finds."""
