"""Articles made up for measuring: text and its annotations, the same for the same seed.

The sentences mean little, but they are as long as news sentences are, and what is annotated in
them is what a detector would find: about one annotation for every eight words.
"""

from random import Random

from annotations.model import (
    Annotation,
    CasualtyFigure,
    Category,
    Count,
    Detector,
    Entity,
    Quote,
    QuoteType,
    Span,
)

DETECTOR = Detector(name="made up", version="1")

_FIRST = ("Amina", "Boris", "Clara", "Dawit", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jonas")
_LAST = ("Abbott", "Brandt", "Castro", "Demir", "Eriksen", "Farouk", "Greene", "Horvat", "Ivanov")
_PLACES = ("Arden", "Brackwell", "Corvale", "Dunmere", "Eastlow", "Farrowby", "Kestrel Bay")
_ORGANISATIONS = ("River Board", "Harbour Council", "Relief Fund", "Survey Office", "Rail Union")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PEOPLE = (("civilian", "civilians"), ("soldier", "soldiers"), ("child", "children"))
_HARM = ((Category.KILLED, "killed"), (Category.INJURED, "hurt"), (Category.DISPLACED, "displaced"))
_SAYINGS = (
    "We counted every house twice and wrote the numbers down",
    "The road will stay closed until the bridge has been checked",
    "Nobody should have to wait this long for clean water",
    "The figures in the first report were too low",
)
_FILLERS = (
    " where work on the embankment had stopped in the spring for want of money",
    " after a night in which the lower part of the town stood under water",
    " and the tents that came later were not enough for everyone who asked",
)


class Draft:
    """A text in the making, with annotations of what has been put into it."""

    def __init__(self, random: Random) -> None:
        """Args:
        random: Where all choices come from.
        """
        self.annotations: list[Annotation] = []
        self.words = 0
        self._random = random
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """What has been written so far."""
        return "".join(self._parts)

    def write(self, text: str) -> Span:
        """Put a text at the end. A word must not be split between two calls."""
        span = Span(start=self._length, end=self._length + len(text), text=text)
        self._parts.append(text)
        self._length = span.end
        self.words += len(text.split())
        return span

    def sentence(self) -> None:
        """Write one sentence of fifteen to thirty words."""
        self._random.choice((self._report, self._quote, self._toll))()

    def _report(self) -> None:
        self._person()
        self.write(" of the ")
        self._entity(self._random.choice(_ORGANISATIONS), "ORG")
        self.write(" said on ")
        self._entity(self._random.choice(_DAYS), "DATE")
        self.write(" that the repairs would begin in ")
        self._place()
        self._filler()

    def _quote(self) -> None:
        said = self.write(f"“{self._random.choice(_SAYINGS)},”")
        self.write(" ")
        cue = self.write("said")
        self.write(" ")
        speaker = self._person()
        self.annotations.append(
            Quote(
                start=said.start,
                end=said.end,
                text=said.text,
                type=QuoteType.DIRECT,
                cue=cue,
                speaker=speaker,
                speaker_name=speaker.text,
            )
        )
        self.write(" in ")
        self._place()
        self._filler()

    def _toll(self) -> None:
        number = self._random.randrange(2, 60)
        victim, victims = self._random.choice(_PEOPLE)
        category, harmed = self._random.choice(_HARM)
        phrase = self.write(f"At least {number} {victims}")
        self.write(f" were {harmed} near ")
        place = self._place()
        self.annotations.append(
            CasualtyFigure(
                start=phrase.start,
                end=phrase.end,
                text=phrase.text,
                num_start=phrase.start + len("At least "),
                num_end=phrase.start + len(f"At least {number}"),
                category=category,
                count=Count(low=number, best=number),
                qualifier="at_least",
                victim_type=victim,
                place=place.text,
            )
        )
        self.write(" on ")
        self._entity(self._random.choice(_DAYS), "DATE")
        self._filler()

    def _filler(self) -> None:
        self.write(f"{self._random.choice(_FILLERS)}.")

    def _person(self) -> Span:
        return self._entity(f"{self._random.choice(_FIRST)} {self._random.choice(_LAST)}", "PERSON")

    def _place(self) -> Span:
        return self._entity(self._random.choice(_PLACES), "GPE")

    def _entity(self, text: str, label: str) -> Span:
        span = self.write(text)
        self.annotations.append(
            Entity(start=span.start, end=span.end, text=text, label=label, name=text)
        )
        return span


def draft(*, seed: int, title: str, opening: str, words: int) -> Draft:
    """Write an article: its title, its opening words, then paragraphs of sentences.

    Args:
        seed: The same seed gives the same article.
        title: The first line.
        opening: What the first paragraph begins with.
        words: How many words at least; it ends with the sentence that reaches them.
    """
    random = Random(seed)
    article = Draft(random)
    article.write(f"{title}\n\n{opening}")
    while article.words < words:
        article.write(" ")
        article.sentence()
        if random.random() < 0.25:
            article.write("\n\n")
            article.sentence()
    article.write("\n")
    return article


def scattered(text: str, count: int, *, seed: int) -> list[Annotation]:
    """Entities anywhere in a text, each a word to some lines long, overlapping freely.

    Args:
        text: More than 300 characters.
        count: How many; no two are the same.
        seed: The same seed gives the same entities.
    """
    random = Random(seed)
    spans: dict[tuple[int, int, str], Entity] = {}
    while len(spans) < count:
        start = random.randrange(len(text) - 300)
        end = start + random.choice((6, 9, 14, 14, 20, 30, 80, 250))
        label = random.choice(("PERSON", "ORG", "GPE", "EVENT"))
        spans[start, end, label] = Entity(start=start, end=end, text=text[start:end], label=label)
    return list(spans.values())
