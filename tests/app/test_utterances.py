"""Parts of one utterance: joined, parted and told of together, one step each; and pointing."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.model import Article, Entity, Quote, Span
from annotations.review import Change
from annotations.store import Store
from reader.painting import Look
from tests.app.driver import DETECTOR, Driver, Open

SMALL = (80, 24)
TEXT = (
    "Ana Brook met the harbour master. “The sea is high,” she said, “and the wind is up.”\n"
    "\n"
    "“Stay ashore,” the harbour master warned. “Please.”"
)
ARTICLE = Article(id="gale", text=TEXT, title="Gale")
HIGH, WIND = "“The sea is high,”", "“and the wind is up.”"
STAY, PLEASE = "“Stay ashore,”", "“Please.”"


def cut(words: str, *, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after))
    return Span.cut(TEXT, start, start + len(words))


WHOLE = Span.cut(TEXT, cut(HIGH).start, cut(WIND).end)


def quoted(words: str, **known: object) -> Quote:
    span = cut(words)
    return Quote(
        start=span.start,
        end=span.end,
        text=words,
        **{"type": "direct", **known},  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def gale(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gale") / "store.db"
    she = {"speaker": cut("she"), "cue": cut("said"), "speaker_name": "Ana Brook"}
    master = cut("the harbour master", after="ashore")
    brook = cut("Ana Brook")
    with Store.open(path) as store:
        store.articles.add_one(ARTICLE)
        found = [
            Entity(start=brook.start, end=brook.end, text="Ana Brook", label="PERSON"),
            quoted(HIGH, utterance=WHOLE, **she),
            quoted(WIND, utterance=WHOLE, **she),
            quoted(STAY, speaker=master, speaker_name="Bo Lind", cue=cut("warned")),
            quoted(PLEASE),
        ]
        store.runs.record("gale", DETECTOR, found)
    return path


@pytest.fixture
def store_path(gale: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(gale, tmp_path / "store.db"))


def quotes(store: Store) -> dict[str, Quote]:
    found = (each for each in store.annotations.of("gale") if isinstance(each, Quote))
    return {each.text: each for each in found}


def go(reader: Driver, words: str) -> None:
    reader.view.perform(lambda reading: reading.go(cut(words).start))


async def test_join_and_part_with_one_key(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        before = quotes(store)
        go(reader, PLEASE)
        await reader.press("Q", "p")
        joined = Span.cut(TEXT, cut(STAY).start, cut(PLEASE).end)
        now = quotes(store)
        assert (now[STAY].utterance, now[PLEASE].utterance) == (joined, joined)
        assert (now[PLEASE].speaker, now[PLEASE].cue) == (now[STAY].speaker, cut("warned"))
        assert now[PLEASE].speaker_name == "Bo Lind"
        assert "“Please.”: said by Bo Lind; Qp again parts them" in reader.shown()
        await reader.press("Q", "p")
        now = quotes(store)
        assert (now[STAY].utterance, now[PLEASE].utterance) == (None, None)
        assert now[PLEASE].speaker_name == "Bo Lind"
        assert "“Please.”: said apart from “Stay ashore,”; Qp joins them" in reader.shown()
        await reader.press("Q", "p")
        assert quotes(store)[STAY].utterance == joined
        await reader.press("U", "U", "U")
        assert quotes(store) == before


async def test_what_cannot_be_one_utterance_only_has_the_speaker(
    opened: Open, store: Store
) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        go(reader, STAY)
        await reader.press("Q", "p")
        now = quotes(store)
        assert (now[STAY].speaker_name, now[STAY].utterance) == ("Ana Brook", None)
        assert now[STAY].cue == cut("warned")
        assert "parts them" not in reader.shown()
        await reader.press("Q", "p")
        assert "It says so already." in reader.shown()


async def test_who_says_one_half_says_the_other(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        before = quotes(store)
        go(reader, WIND)
        await reader.press("Q", "n")
        await reader.type("Una Vik\r")
        now = quotes(store)
        assert [now[each].speaker_name for each in (HIGH, WIND)] == ["Una Vik"] * 2
        assert "2 quotes: said by Una Vik" in reader.shown()
        await reader.press("U")
        assert quotes(store) == before
        await reader.press("Q", "s")
        go(reader, "Ana")
        await reader.press("enter")
        now = quotes(store)
        assert [now[each].speaker for each in (HIGH, WIND)] == [cut("Ana Brook")] * 2
        assert now[HIGH].utterance == WHOLE


async def test_the_likeliest_speaker_and_the_cue_are_of_both_halves(
    opened: Open, store: Store
) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        go(reader, WIND)
        await reader.press("Q", "n", "backspace", "enter", "Q", "Q", "Q", "c")
        go(reader, "met")
        await reader.press("enter")
        now = quotes(store)
        assert [now[each].speaker_name for each in (HIGH, WIND)] == ["Ana Brook"] * 2
        assert [now[each].cue for each in (HIGH, WIND)] == [cut("met")] * 2


async def test_words_that_name_nobody_leave_the_name(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        go(reader, STAY)
        await reader.press("Q", "s")
        go(reader, "she said")
        await reader.press("enter")
        now = quotes(store)[STAY]
        assert (now.speaker, now.speaker_name) == (cut("she"), "Bo Lind")


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_a_half_that_is_left_stands_in_one_piece(
    opened: Open, store: Store, key: str
) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        before = quotes(store)
        go(reader, HIGH)
        await reader.press(key)
        assert quotes(store)[WIND].utterance is None
        assert quotes(store)[WIND].status == before[WIND].status
        await reader.press("U")
        assert quotes(store) == before
        assert reader.focused == HIGH
        assert "“The sea is high,” (direct)" in reader.shown()


async def test_a_merged_utterance_stands_in_one_piece(opened: Open, store: Store) -> None:
    with_cue = quotes(store)
    bare = [Change(before=each, after=_bare(each)) for each in (with_cue[HIGH], with_cue[WIND])]
    store.edits.annotations("gale", "correct", bare)
    async with opened(article=ARTICLE, size=SMALL) as reader:
        go(reader, HIGH)
        await reader.press("ampersand")
        assert quotes(store)[WHOLE.text].utterance is None


def _bare(quote: Quote) -> Quote:
    return replace(quote, speaker=None, cue=None)


# Pointing


def lit(reader: Driver) -> list[str]:
    """The words that are marked as selected ones are."""
    marks = [mark for mark in reader.view._marks if mark.look is Look.SELECTION]
    return [TEXT[mark.start : mark.end] for mark in marks]


@pytest.mark.parametrize(
    ("at", "keys", "taken"),
    [
        ("met", (), "met"),
        ("met", ("w",), "the harbour master"),
        ("Brook", (), "Ana Brook"),
        ("met", ("v", "2", "w"), "met the"),
    ],
)
async def test_what_enter_would_take_is_seen(
    opened: Open, store: Store, at: str, keys: Sequence[str], taken: str
) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        go(reader, PLEASE)
        await reader.press("Q", "s")
        assert "The speaker? Enter takes it" in reader.shown()
        go(reader, at)
        await reader.press(*keys)
        await reader.pilot.pause()
        assert lit(reader) == [taken]
        assert f"The speaker? Enter takes “{taken}” · Delete none" in reader.shown()
        await reader.press("enter")
        speaker = quotes(store)[PLEASE].speaker
        assert speaker is not None and speaker.text == taken
        assert lit(reader) == []


async def test_a_cue_is_a_word(opened: Open, store: Store) -> None:
    async with opened(article=ARTICLE, size=SMALL) as reader:
        go(reader, PLEASE)
        await reader.press("Q", "c")
        go(reader, "the harbour")
        await reader.pilot.pause()
        assert lit(reader) == ["the"]
        await reader.press("escape")
        assert lit(reader) == []
        assert store.edits.history() == []


async def test_what_is_taken_gives_way_to_the_keys(opened: Open) -> None:
    async with opened(article=ARTICLE, size=(64, 24)) as reader:
        go(reader, PLEASE)
        await reader.press("Q", "s")
        go(reader, "Brook")
        await reader.pilot.pause()
        assert "The speaker? Enter takes “An … ok” · Delete none · Esc back" in reader.shown()
