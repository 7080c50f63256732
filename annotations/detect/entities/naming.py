"""The canonical names of an article's mentions. Free of spaCy."""

from collections.abc import Iterable, Mapping

from annotations.detect.entities.bodies import Bodies, people_name, place_name
from annotations.detect.entities.names import bare
from annotations.detect.entities.people import People
from annotations.model import NAMELESS_LABELS, PLACE_LABELS


class Naming:
    """Gives each mention of an article the fullest name it goes by there."""

    def __init__(
        self,
        mentions: Iterable[tuple[str, str]],
        *,
        acronyms: Mapping[str, str],
        nicknames: Mapping[str, str],
    ) -> None:
        """Args:
        mentions: What the article names, each with its label.
        acronyms: The full names of the acronyms that it explains.
        nicknames: The full names of people by the nicknames that it gives them.
        """
        named = list(mentions)
        self._people = People((text for text, label in named if label == "PERSON"), nicknames)
        self._bodies = Bodies((text for text, label in named if label == "ORG"), acronyms)

    def name_of(self, mention: str, label: str, *, pronoun: str | None = None) -> str | None:
        """The name of a mention; null for numbers, dates and languages, which have none.

        Args:
            mention: Its words.
            label: What they name.
            pronoun: "he" or "she", if a title before a person calls for it: "Mrs Lind".
        """
        if label in NAMELESS_LABELS:
            return None
        if label == "PERSON":
            return self._people.canonical(mention, pronoun=pronoun)
        if label == "ORG":
            return self._bodies.canonical(mention)
        if label in PLACE_LABELS:
            return place_name(mention)
        return people_name(mention) if label == "NORP" else bare(mention)
