"""Which tag stands below which."""

SEPARATOR = "/"
"""What parts the levels of a tag."""


def above(tag: str) -> tuple[str, ...]:
    """The tags that a tag stands below, the highest first.

    >>> above("method/strike/drone")
    ('method', 'method/strike')
    """
    levels = tag.split(SEPARATOR)
    return tuple(SEPARATOR.join(levels[:count]) for count in range(1, len(levels)))


def depth(tag: str) -> int:
    """How many tags a tag stands below."""
    return tag.count(SEPARATOR)


def last_level(tag: str) -> str:
    """What a tag is called below the one above it."""
    return tag.rpartition(SEPARATOR)[2]


def is_within(tag: str, other: str) -> bool:
    """Whether a tag is another, or stands below it."""
    return tag == other or tag.startswith(other + SEPARATOR)


def moved(tag: str, old: str, new: str) -> str:
    """What a tag is called once another has a new name, which those below it take over.

    >>> moved("method/strike", "method", "means"), moved("methods", "method", "means")
    ('means/strike', 'methods')
    """
    return new + tag[len(old) :] if is_within(tag, old) else tag
