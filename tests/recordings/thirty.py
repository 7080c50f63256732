"""Thirty corrections of one article: the keys of each, from where the one before left the cursor,
and what the store holds when all are made.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotations.model import Annotation, Article, Count, Span, Status

Wanted = Callable[[Article, Sequence[Annotation]], bool]
"""Whether a correction is to be found in an article and its annotations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One of them."""

    said: str
    keys: str
    """With the way there; `\\r` is Enter, `\\x1b` is Esc."""
    wanted: Wanted


def holds(words: str, *, times: int | None = None, **fields: object) -> Wanted:
    """Whether an annotation of these words is so; or so many of them are."""

    def check(article: Article, found: Sequence[Annotation]) -> bool:
        """Compare all fields."""
        fitting = [
            each
            for each in found
            if each.text == words
            and all(_value(each, name) == value for name, value in fields.items())
        ]
        number = article.text.count(words) if times == 0 else times or 1
        return len(fitting) == number

    return check


def _value(annotation: Annotation, field: str) -> object:
    value = getattr(annotation, field, None)
    return value.text if isinstance(value, Span) else value


def tagged(*tags: str) -> Wanted:
    """Whether the article has these tags."""
    return lambda article, _: set(article.tags) == set(tags)


_NOTE = "part of the one before"
_HEARD = "“We heard the first rocket at breakfast and then nobody counted any more,”"

CORRECTIONS = (
    Correction(said="a wrong label", keys="eG", wanted=holds("MOSCOW", label="GPE", name="Moscow")),
    Correction(
        said="a name that ends a word too early",
        keys=".>",
        wanted=holds("Specimen News Agency", label="ORG", name="Specimen News Agency"),
    ),
    Correction(
        said="a right one on the way, then all equal mentions at once",
        keys=".aAeG\r",
        wanted=holds("Aleppo", times=0, label="GPE", status=Status.CORRECTED),
    ),
    Correction(said="a wrong label", keys=".eN", wanted=holds("Syrian", label="NORP")),
    Correction(
        said="a name that begins a word too early",
        keys=".F",
        wanted=holds("Sergei Rudskoy", label="PERSON", status=Status.CORRECTED),
    ),
    Correction(
        said="a name that ends a word too early",
        keys=".>",
        wanted=holds("Vladimir Putin", label="PERSON", status=Status.CORRECTED),
    ),
    Correction(
        said="a name that was missed",
        keys="./krem\reO",
        wanted=holds("Kremlin", label="ORG", status=Status.ADDED),
    ),
    Correction(
        said="a right one on the way, then a wrong label",
        keys="\x1b,aeP",
        wanted=holds("Peskov", label="PERSON"),
    ),
    Correction(
        said="tanks are no people", keys=".x", wanted=holds("20 tanks", status=Status.REJECTED)
    ),
    Correction(
        said="nor are vehicles",
        keys="x",
        wanted=holds("15 armoured vehicles", status=Status.REJECTED),
    ),
    Correction(
        said="a name that was missed",
        keys="/abu\reP",
        wanted=holds("Abu Omar", label="PERSON", status=Status.ADDED),
    ),
    Correction(
        said="a wrong speaker",
        keys="\x1b[qQQ",
        wanted=holds(
            "“The first line is ours and we are not giving it back,”",
            speaker="Abu Omar",
            speaker_name="Abu Omar",
        ),
    ),
    Correction(
        said="a wrong count",
        keys=".15f",
        wanted=holds("More than 15 civilians", count=Count(low=15, best=15)),
    ),
    Correction(
        said="a wrong category", keys=".eI", wanted=holds("about 100 wounded", category="injured")
    ),
    Correction(
        said="a right one on the way, then who claims a figure",
        keys=".af9j\rSyrian state media\rs",
        wanted=holds("five", claimed_by="Syrian state media", status=Status.CORRECTED),
    ),
    Correction(
        said="a name in two parts",
        keys="]e&",
        wanted=holds("Hanan Sabouni", label="PERSON", status=Status.CORRECTED),
    ),
    Correction(
        said="a quote without a speaker",
        keys="[qQQ",
        wanted=holds(_HEARD, speaker="Hanan Sabouni"),
    ),
    Correction(
        said="a wrong count",
        keys=".3f",
        wanted=holds("three injured students", count=Count(low=3, high=3, best=3)),
    ),
    Correction(
        said="the speaker of the quote before",
        keys=".Qp",
        wanted=holds("“No ambulance could get through,”", speaker="Hanan Sabouni"),
    ),
    Correction(
        said="a note",
        keys=f".c{_NOTE}\r",
        wanted=holds("“so we used a door as a stretcher.”", note=_NOTE),
    ),
    Correction(
        said="a wrong category",
        keys=".eT",
        wanted=holds("some 275,000 people", category="trapped"),
    ),
    Correction(
        said="a name that ends two words too late",
        keys=".2<",
        wanted=holds("Rima Darwish", label="PERSON", status=Status.CORRECTED),
    ),
    Correction(
        said="a quote of another type",
        keys=".Qd",
        wanted=holds("“When I hear an engine I still push them under the table,”", type="direct"),
    ),
    Correction(
        said="a tag",
        keys=".tto cite\r",
        wanted=holds("“Ten days without planes is not peace.”", tags=("to cite",)),
    ),
    Correction(
        said="corridors are no people",
        keys=".x",
        wanted=holds("eight corridors", status=Status.REJECTED),
    ),
    Correction(said="a wrong label", keys="eO", wanted=holds("United Nations", label="ORG")),
    Correction(
        said="a speaker to point at",
        keys=".Qs(V2w\r",
        wanted=holds("“a pause with a trigger”", speaker="One of them", speaker_name=None),
    ),
    Correction(
        said="a figure to fill in",
        keys=".fj\r280,000\t\r280,000\rs",
        wanted=holds("more than 280,000 people", count=Count(low=280_000, best=280_000)),
    ),
    Correction(
        said="a slip, undone",
        keys=".xUa",
        wanted=holds("Mahmoud Qabbani", status=Status.ACCEPTED),
    ),
    Correction(
        said="tags of the article",
        keys="Taleppo, airstrike\r",
        wanted=tagged("aleppo", "airstrike"),
    ),
)


def missing(article: Article, found: Sequence[Annotation]) -> list[str]:
    """The corrections that are not to be found."""
    return [
        f"{number}. {each.said}"
        for number, each in enumerate(CORRECTIONS, start=1)
        if not each.wanted(article, found)
    ]
