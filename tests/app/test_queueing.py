"""The queue: what waits in many articles, one thing after the other."""

from pathlib import Path

import pytest

from annotations.model import Article, Confidence, Detector, Entity
from annotations.review import Change, accept
from annotations.store import Store
from reader.screens.article.screen import ArticleScreen
from reader.screens.library.screen import LibraryScreen
from tests.app.driver import Driver, Open

DETECTOR = Detector(name="test", version="1")
LOW, HIGH = Confidence.LOW, Confidence.HIGH


def article(number: int, *names: tuple[str, Confidence]) -> tuple[Article, list[Entity]]:
    text = " met ".join(name for name, _ in names) + "."
    found = [
        Entity(
            start=text.index(name),
            end=text.index(name) + len(name),
            text=name,
            label="PERSON",
            name=name,
            confidence=confidence,
        )
        for name, confidence in names
    ]
    year = f"20{90 - number}"
    made = Article(id=f"a{number}", title=f"Report {number}", text=text, published=year)
    return made, found


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Three articles, the first listed with the surest names."""
    path = tmp_path / "three.db"
    with Store.open(path) as store:
        for made, found in (
            article(1, ("Ana", HIGH), ("Bela", HIGH)),
            article(2, ("Cem", HIGH), ("Dora", LOW)),
            article(3, ("Emil", LOW), ("Fay", LOW)),
        ):
            store.articles.add_one(made)
            store.runs.record(made.id, DETECTOR, found)
    return path


def statuses(path: Path) -> dict[str, str]:
    with Store.open(path) as store:
        return {
            each.text: str(each.status)
            for article_id in ("a1", "a2", "a3")
            for each in store.annotations.of(article_id)
        }


async def begin(reader: Driver) -> None:
    await reader.press("g", "n")
    await reader.settle()


async def brought(reader: Driver, *keys: str) -> str | None:
    await reader.press(*keys)
    await reader.settle()
    return reader.focused


async def test_brings_the_least_sure_first_from_article_to_article(
    opened: Open, three: Path
) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        assert (reader.screen.article.id, reader.focused) == ("a2", "Dora")
        assert "0 of 6" in reader.shown()
        assert await brought(reader, "a") == "Emil"
        assert await brought(reader, "x") == "Fay"
        assert "2 of 6" in reader.shown()
        assert await brought(reader, "a") == "Ana"
        assert reader.screen.article.id == "a1"
    assert statuses(three) == {
        **{"Dora": "accepted", "Emil": "rejected", "Fay": "accepted"},
        **{"Ana": "suggested", "Bela": "suggested", "Cem": "suggested"},
    }


async def test_in_reading_order(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        assert await brought(reader, "g", "o") == "Dora"
        assert "in reading order" in reader.shown()
        assert await brought(reader, "a") == "Emil"
        assert await brought(reader, "a", "a") == "Ana"
        assert await brought(reader, "a", "a") == "Cem"


async def test_begins_with_the_article_that_it_is_opened_from(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await reader.press("j", "j", "enter")
        assert await brought(reader, "g", "n") == "Emil"
        assert await brought(reader, "a", "a") == "Dora"
        assert await brought(reader, "a") == "Ana"


async def test_only_what_is_selected(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await reader.press("v", "v")
        await begin(reader)
        assert reader.focused == "Dora"
        assert "0 of 4" in reader.shown()
        assert await brought(reader, "a", "a", "a", "a") == "Cem"
        assert "nothing waits in these 2 articles any more; 4 decided" in reader.shown()
        assert reader.screen.queue is None


async def test_keys_typed_ahead_wait_for_what_is_brought(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await reader.type("gnaxaxax")
        await reader.settle()
    assert statuses(three) == {
        **{"Dora": "accepted", "Emil": "rejected", "Fay": "accepted"},
        **{"Ana": "rejected", "Bela": "accepted", "Cem": "rejected"},
    }


async def test_what_is_skipped_comes_again_at_the_end(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        assert await brought(reader, "backslash") == "Emil"
        assert "0 of 6" in reader.shown()
        assert await brought(reader, *"aaaaa") == "Dora"
        assert "what you skipped comes again" in reader.shown()
        await brought(reader, "a")
        assert "nothing waits" in reader.shown()


async def test_leaving_and_coming_back(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        assert await brought(reader, "backslash") == "Emil"
        assert await brought(reader, "a") == "Fay"
        await reader.press("escape")
        assert "left the queue at 1 of 6" in reader.shown()
        await reader.press("q")
        assert isinstance(reader.app.screen, LibraryScreen)
        await begin(reader)
        assert reader.focused == "Fay"
        assert "1 of 6" in reader.shown()
        assert await brought(reader, *"aaaa") == "Dora"


async def test_without_a_queue_its_keys_say_so(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("backslash")
        assert "no queue is open: gn opens one" in reader.shown()


async def test_nothing_waits(opened: Open, store: Store) -> None:
    async with opened(article=None) as reader:
        for each in store.annotations.of("flood"):
            change = Change(before=each, after=accept(each))
            store.edits.annotations("flood", "accept", [change])
        await begin(reader)
        assert isinstance(reader.app.screen, LibraryScreen)
        assert "nothing waits in this article any more" in reader.shown()


async def test_relabelling_moves_on_and_moving_an_end_does_not(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        assert await brought(reader, "less_than_sign") == "Dora"
        assert await brought(reader, "g", "less_than_sign") == "Dor"
        assert "1 of 6" in reader.shown()
        assert await brought(reader, "a") == "Emil"
        assert "1 of 6" in reader.shown()
        await reader.press("e")
        await reader.type("org\r")
        await reader.settle()
        assert reader.focused == "Fay"
        assert "2 of 6" in reader.shown()


async def test_undo_reaches_into_the_article_before(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        assert await brought(reader, "a") == "Emil"
        assert await brought(reader, "U") == "Dora"
        assert reader.screen.article.id == "a2"
        assert "0 of 6" in reader.shown()
        assert statuses(three)["Dora"] == "suggested"
        assert await brought(reader, "x") == "Emil"
        assert statuses(three)["Dora"] == "rejected"


async def test_undo_in_the_same_article(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        assert await brought(reader, "a", "x") == "Fay"
        assert await brought(reader, "U") == "Emil"
        assert "1 of 6" in reader.shown()
        assert await brought(reader, "a") == "Fay"


async def test_what_another_reader_decides_is_not_brought(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        with Store.open(three, annotator="ben") as other:
            for article_id, name in (("a3", "Emil"), ("a2", "Dora")):
                (before,) = (e for e in other.annotations.of(article_id) if e.text == name)
                other.edits.annotations(
                    article_id, "accept", [Change(before=before, after=accept(before))]
                )
        await reader.until(lambda: reader.focused == "Fay")
        assert "ben has accepted “Dora” (PERSON) meanwhile." in reader.shown()


async def test_what_another_reader_has_just_decided_is_not_overruled(
    opened: Open, three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        monkeypatch.setattr(type(reader.app.session), "changed_elsewhere", lambda _: False)
        with Store.open(three, annotator="ben") as other:
            (before,) = (e for e in other.annotations.of("a2") if e.text == "Dora")
            other.edits.annotations("a2", "accept", [Change(before=before, after=accept(before))])
        await brought(reader, "x")
        assert reader.focused == "Emil"
    assert statuses(three)["Dora"] == "accepted"


@pytest.mark.parametrize("key", ["x", "r", "l"])
async def test_a_state_takes_the_article_out_of_the_queue(
    opened: Open, three: Path, key: str
) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        assert await brought(reader, "a") == "Emil"
        assert await brought(reader, "Z", key) == "Ana"
        if key == "l":
            assert await brought(reader, *"aaa") == "Emil"


async def test_deciding_on_all_equal_moves_on(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        await reader.press("A", "x", "enter")
        await reader.settle()
        assert isinstance(reader.app.screen, ArticleScreen)
        assert reader.focused == "Emil"
        assert "1 of 6" in reader.shown()


async def test_after_wandering_off_a_decision_leads_back(opened: Open, three: Path) -> None:
    async with opened(article=None, path=three) as reader:
        await begin(reader)
        assert await brought(reader, "shift+tab") == "Cem"
        assert await brought(reader, "a") == "Dora"
        assert "1 of 6" in reader.shown()
