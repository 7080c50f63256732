"""What a correction costs: keys from the cursor on it until the store holds it, and elsewhere."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from costs import OURS, others, table

from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Count,
    Entity,
    Quote,
    Span,
    Status,
)
from annotations.store import Store
from tests.app.driver import DETECTOR, Open

TEXT = (
    "Ines Calder said the river took Marrow Bridge on May Day. Bo Lind saw it from Oldport, and "
    "Oldport is dry. So is the rest of Oldport.\n"
    "\n"
    "“We lost 30 people,” Ana Brook said, before the count was put right."
)
ARTICLE = Article(id="flood", text=TEXT, title="River takes bridge")
README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")

KEYS = {
    "accept": 1,
    "reject": 1,
    "wrong label": 2,
    "boundary one word off": 1,
    "missed name": 2,
    "wrong speaker": 2,
    "wrong figure": 3,
    "all equal mentions": 4,
}


def entity(words: str, label: str, *, at: int = 0) -> Entity:
    start = TEXT.index(words, at)
    return Entity(start=start, end=start + len(words), text=words, label=label, name=words)


def found() -> list[Annotation]:
    """What a detector may have found: much of it wrong, and one name missed."""
    quote, people = TEXT.index("“We"), TEXT.index("30 people")
    calder = entity("Ines Calder", "PERSON")
    oldports = [entity("Oldport", "PERSON")]
    while (at := TEXT.find("Oldport", oldports[-1].end)) > 0:
        oldports.append(entity("Oldport", "PERSON", at=at))
    return [
        calder,
        entity("Marrow", "FAC"),
        entity("May Day", "GPE"),
        *oldports,
        Quote(
            start=quote,
            end=quote + 20,
            text=TEXT[quote : quote + 20],
            type="direct",
            speaker=Span.cut(TEXT, calder.start, calder.end),
            speaker_name="Ines Calder",
        ),
        CasualtyFigure(
            start=people,
            end=people + 9,
            text="30 people",
            num_start=people,
            num_end=people + 2,
            category="killed",
            count=Count(low=30, high=30, best=30),
        ),
        entity("Ana Brook", "PERSON"),
    ]


@pytest.fixture(scope="module")
def flooded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("flooded") / "store.db"
    with Store.open(path) as store:
        store.articles.add_one(ARTICLE)
        store.runs.record(ARTICLE.id, DETECTOR, found())
    return path


@pytest.fixture
def store_path(flooded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(flooded, tmp_path / "store.db"))


Wanted = Callable[[list[Annotation]], bool]
"""Whether annotations are as a correction leaves them."""


def status_of(words: str, status: Status) -> Wanted:
    return lambda all_: [each.status for each in all_ if each.text == words] == [status]


def labelled(words: str, label: str, *, times: int = 1, of: int = 1) -> Wanted:
    """Whether so many of a text's mentions have a label."""

    def check(all_: list[Annotation]) -> bool:
        """Count them."""
        kinds = [each.kind for each in all_ if each.text == words]
        return len(kinds) == of and kinds.count(label) == times

    return check


def spoken_by(name: str) -> Wanted:
    def check(all_: list[Annotation]) -> bool:
        """Look at the words, too."""
        (quote,) = (each for each in all_ if isinstance(each, Quote))
        return (
            quote.speaker_name == name
            and quote.speaker is not None
            and (quote.speaker.text == name)
        )

    return check


def counts(number: int) -> Wanted:
    count = Count(low=number, high=number, best=number)
    return lambda all_: [each.count for each in all_ if isinstance(each, CasualtyFigure)] == [count]


CASES: dict[str, tuple[str, Wanted]] = {
    "accept": ("Ines Calder", status_of("Ines Calder", Status.ACCEPTED)),
    "reject": ("May Day", status_of("May Day", Status.REJECTED)),
    "wrong label": ("Oldport", labelled("Oldport", "GPE", of=3)),
    "boundary one word off": ("Marrow", labelled("Marrow Bridge", "FAC")),
    "missed name": ("Bo Lind", labelled("Bo Lind", "PERSON")),
    "wrong speaker": ("“We lost", spoken_by("Ana Brook")),
    "wrong figure": ("30 people", counts(20)),
    "all equal mentions": ("Oldport", labelled("Oldport", "GPE", times=3, of=3)),
}
"""Where the cursor stands, and what is wanted."""


@pytest.mark.parametrize("what", CASES)
async def test_so_many_keys(what: str, opened: Open, store: Store) -> None:
    words, is_wanted = CASES[what]

    def is_done() -> bool:
        """Whether what is committed is what is wanted."""
        return is_wanted(store.annotations.of(ARTICLE.id))

    async with opened(article=ARTICLE) as reader:
        reader.view.perform(lambda reading: reading.go(TEXT.index(words)))
        pressed = 0
        for key in OURS[what]:
            assert not is_done(), f"{what} was done after {pressed} keys"
            await reader.press(key)
            pressed += 1
        assert is_done()
        assert pressed == KEYS[what]
        assert len(store.edits.history()) == 1
        await reader.press("U")
        assert not is_done()


@pytest.mark.parametrize("tool", others())
def test_never_more_than_elsewhere(tool: str) -> None:
    for what, cost in others()[tool].items():
        assert cost.cannot or cost.source
        assert cost.cannot or KEYS[what] <= cost.acts, f"{what} is cheaper in {tool}"
    assert list(others()[tool]) == list(KEYS)


def test_the_readme_has_the_table() -> None:
    assert "\n".join(table()) in README
    assert {what: len(keys) for what, keys in OURS.items()} == KEYS
