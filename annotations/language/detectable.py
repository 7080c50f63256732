"""Which languages the detector reads."""

from annotations.language.names import name_of

DETECTABLE = "en"
"""The one language that the pipeline was trained on and the rules were written for. On others they
find names where there are none."""


def has_detector(language: str | None) -> bool:
    """Whether the detector may be run on an article; one whose language is not known counts as
    English.

    Args:
        language: Its ISO 639 code.
    """
    return language is None or language == DETECTABLE


def no_detector(language: str | None) -> str:
    """Why an article is not run, in a few words; empty if it may be.

    >>> no_detector("de"), no_detector(None)
    ('no detector for German', '')
    """
    if language is None or has_detector(language):
        return ""
    return f"no detector for {name_of(language)}"
