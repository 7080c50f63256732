"""Saying who speaks a quote: by pointing at words, by name, as the quote before."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from annotations.model import Article, Entity, Quote, Span, Status
from annotations.review import Change
from annotations.store import Store
from tests.app.driver import DETECTOR, Driver, Open

SMALL = (80, 24)
TEXT = (
    "Ana Brook met the harbour master. “The sea is high,” she said.\n"
    "\n"
    "“Stay ashore,” the harbour master warned. “Please.”\n"
    "\n"
    "Brook said the storm would pass."
)
ARTICLE = Article(id="storm", text=TEXT, title="Storm")


def cut(words: str, *, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after))
    return Span.cut(TEXT, start, start + len(words))


def place(words: str) -> dict[str, object]:
    span = cut(words)
    return {"start": span.start, "end": span.end, "text": span.text}


def quoted(words: str, **known: object) -> Quote:
    return Quote(**place(words), **{"type": "direct", **known})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def storm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("storm") / "store.db"
    other = Article(id="other", text="Anabel Crane left.")
    crane = Entity(start=0, end=12, text="Anabel Crane", label="PERSON", name="Anabel Crane")
    with Store.open(path) as store:
        store.articles.add_one(other)
        store.runs.record("other", DETECTOR, [crane])
        store.articles.add_one(ARTICLE)
        found = [
            Entity(**place("Ana Brook"), label="PERSON", name="Ana Brook"),  # type: ignore[arg-type]
            quoted(
                "“The sea is high,”",
                speaker=cut("she"),
                cue=cut("said"),
                speaker_name="Ana Brook",
                speaker_rule="pronoun",
            ),
            quoted("“Stay ashore,”"),
            quoted("“Please.”"),
            quoted("the storm would pass", type="indirect", speaker_name="Ana Brook"),
        ]
        store.runs.record("storm", DETECTOR, found)
    return path


@pytest.fixture
def store_path(storm: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(storm, tmp_path / "store.db"))


def quotes(store: Store) -> list[Quote]:
    return [each for each in store.annotations.of("storm") if isinstance(each, Quote)]


def go(reader: Driver, words: str) -> None:
    reader.view.perform(lambda reading: reading.go(cut(words).start))


NEXT = ("right_square_bracket", "q")


async def test_point_at_the_words_for_the_speaker(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press("2", *NEXT, "Q", "s")
        assert "The speaker? Enter takes it · Delete none · Esc back" in reader.shown()
        go(reader, "the harbour master warned")
        await reader.press("v", "3", "w", "enter")
        stay = quotes(store)[1]
        assert stay.speaker == cut("the harbour master", after="ashore")
        assert (stay.speaker_name, stay.status) == (None, Status.CORRECTED)
        assert "“Stay ashore,”: said by the harbour master; Qn names them" in reader.shown()
        assert reader.focused == "“Stay ashore,”"
        assert reader.selected is None
        await reader.press("U")
        assert quotes(store)[1].speaker is None


async def test_point_at_the_name_of_the_speaker(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press("2", *NEXT, "Q", "s", "left_square_bracket", "e", "enter")
        stay = quotes(store)[1]
        assert (stay.speaker, stay.speaker_name) == (cut("Ana Brook"), "Ana Brook")
        assert "said by Ana Brook" in reader.shown()


async def test_labels_lead_to_the_speaker(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press("2", *NEXT, "Q", "s", "semicolon", "escape")
        assert "The speaker?" in reader.shown()
        await reader.press("semicolon", "f")
        assert reader.focused == "Ana Brook"
        assert "The speaker?" in reader.shown()
        await reader.press("enter")
        assert quotes(store)[1].speaker_name == "Ana Brook"


async def test_a_speaker_is_taken_away_and_comes_back(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        before = quotes(store)[0]
        await reader.press(*NEXT, "Q", "s", "delete")
        after = quotes(store)[0]
        assert (after.speaker, after.speaker_name, after.speaker_rule) == (None, None, None)
        await reader.press("U")
        assert quotes(store)[0] == before


async def test_point_at_the_cue_under_the_cursor(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press("2", *NEXT, "Q", "c")
        go(reader, "warned")
        await reader.press("enter")
        assert quotes(store)[1].cue == cut("warned")
        assert "“Stay ashore,”: cue “warned”" in reader.shown()
        await reader.press("Q", "c", "delete")
        assert quotes(store)[1].cue is None


@pytest.mark.parametrize("keys", [("escape",), ("v", "w", "escape", "escape"), ("q",)])
async def test_pointing_is_left(opened: Open, store: Store, keys: Sequence[str]) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press(*NEXT, "Q", "s", "w", *keys)
        assert "The speaker?" not in reader.shown()
        assert "the speaker is as it was" in reader.shown()
        assert reader.focused == "“The sea is high,”"
        assert store.edits.history() == []


async def test_name_the_speaker_with_names_of_all_articles(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press("2", *NEXT, "Q", "n")
        await reader.type("Ana")
        await reader.press("tab")
        assert "Ana Brook" in reader.shown()
        await reader.press("tab", "enter")
        assert quotes(store)[1].speaker_name == "Anabel Crane"
        await reader.press("Q", "n")
        await reader.type("\x1b")
        assert len(store.edits.history()) == 1


async def test_no_name_takes_it_away(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press(*NEXT, "Q", "n", "backspace", "enter")
        assert quotes(store)[0].speaker_name is None
        assert quotes(store)[0].speaker == cut("she")


async def test_continue_the_quote_before(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press("2", *NEXT, "Q", "p")
        stay = quotes(store)[1]
        assert (stay.speaker, stay.speaker_name) == (cut("she"), "Ana Brook")
        await reader.press("left_square_bracket", "q", "Q", "p")
        assert "There is no quote before this one." in reader.shown()


async def test_there_is_nothing_to_continue(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press("3", *NEXT, "Q", "p")
        assert "The quote before has no speaker either." in reader.shown()
        assert store.edits.history() == []


@pytest.mark.parametrize("few", [1, 20])
async def test_several_quotes_at_once_are_one_step(
    opened: Open, store: Store, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.screens.article.attributing._FEW", few)
    async with opened(article=ARTICLE, size=SMALL) as reader:
        before = quotes(store)
        go(reader, "ashore")
        await reader.press("v")
        go(reader, "Please")
        await reader.press("Q", "s")
        go(reader, "Ana")
        await reader.press("enter")
        after = quotes(store)
        assert [each.speaker_name for each in after] == ["Ana Brook"] * 4
        assert after[0] == before[0]
        assert "2 quotes: said by Ana Brook" in reader.shown()
        assert [*reader.view.reading.index.names].count("Ana Brook") == 5
        await reader.press("U")
        assert quotes(store) == before


async def test_several_quotes_continue_and_are_named(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        go(reader, "ashore")
        await reader.press("v")
        go(reader, "Please")
        await reader.press("Q", "p")
        assert [each.speaker for each in quotes(store)[1:3]] == [cut("she")] * 2
        go(reader, "ashore")
        await reader.press("v")
        go(reader, "Please")
        await reader.press("Q", "n")
        assert "Who says 2 quotes?" in reader.shown()
        await reader.type("Bo Lind\r")
        assert [each.speaker_name for each in quotes(store)[1:3]] == ["Bo Lind"] * 2


@pytest.mark.parametrize(("key", "kind"), [("i", "indirect"), ("m", "mixed")])
async def test_types_have_keys(opened: Open, store: Store, key: str, kind: str) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press(*NEXT, "Q", key)
        assert quotes(store)[0].type == kind
        await reader.press("Q", "d")
        assert quotes(store)[0].type == "direct"


async def test_around_a_name_in_a_quote_the_quote_is_meant(opened: Open, store: Store) -> None:
    with_name = Entity(**place("sea"), label="LOC", status=Status.ADDED)  # type: ignore[arg-type]
    store.edits.annotations("storm", "add", [Change(before=None, after=with_name)])
    async with opened(article=ARTICLE, size=SMALL) as reader:
        go(reader, "sea")
        assert reader.focused == "sea"
        await reader.press("Q", "i")
        assert quotes(store)[0].type == "indirect"


async def test_where_there_is_no_quote_it_says_so(opened: Open) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        for key in "scnpd":
            await reader.press("Q", key)
            assert "There is no quote under the cursor: ]q goes to the next one." in reader.shown()


async def test_the_next_speaker_goes_round(opened: Open, store: Store) -> None:
    harbour = Entity(**place("harbour"), label="ORG", name="Harbour")  # type: ignore[arg-type]
    store.edits.annotations("storm", "add", [Change(before=None, after=harbour)])
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press("2", *NEXT)
        speakers = []
        for _ in range(3):
            await reader.press("Q", "Q")
            speakers.append(quotes(store)[1].speaker_name)
        assert speakers == ["Harbour", "Ana Brook", "Harbour"]
        assert quotes(store)[1].speaker == cut("harbour")
        assert "said by Harbour" in reader.shown()
        await reader.press("U", "U", "U")
        assert quotes(store)[1].speaker_name is None


async def test_nobody_else_can_be_the_speaker(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        await reader.press(*NEXT, "Q", "Q")
        assert "The article names nobody else who could say it." in reader.shown()
        assert store.edits.history() == []
