"""Nothing that an article says is ever obeyed by the terminal that the reader draws on."""

import json
from pathlib import Path

import pytest

from annotations.model import Article, Detector, Entity
from annotations.sources import read
from annotations.store import Store
from tests.app.driver import Open
from tests.fuzz.hostile import ESCAPES, MARKUP, TRICKS, WORDS, obeyed, record

HOSTILE = " ".join((*ESCAPES, *TRICKS, *MARKUP))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a hostile article in which a name was found, beside two harmless ones."""
    (tmp_path / "hostile.jsonl").write_text(json.dumps(record()))
    (article,) = read(tmp_path / "hostile.jsonl")
    assert isinstance(article, Article)
    start = article.text.index("Ada Bell")
    found = Entity(start=start, end=start + 8, text="Ada Bell", label="PERSON", name="Ada Bell")
    with Store.open(tmp_path / "hostile.db") as store:
        store.articles.add_one(article)
        store.runs.record(article.id, Detector(name="x", version="1"), [found])
    return tmp_path / "hostile.db"


async def test_screens_and_their_parts(opened: Open, path: Path) -> None:
    async with opened(article=None, path=path) as reader:
        shown = [reader.shown()]
        for keys in ("enter", "tab", "i", "escape", "p", "escape", "q", "f", "escape", "g l"):
            await reader.press(*keys.split())
            shown.append(reader.shown())
        assert any("Rain fell" in each for each in shown)
        assert any("[red]" in each for each in shown)
        assert [obeyed(each.replace("\n", "")) for each in shown] == [[]] * len(shown)


async def test_article_that_is_not_in_the_store_yet(opened: Open, tmp_path: Path) -> None:
    article = Article(id="x", title=HOSTILE, text=f"{WORDS} {HOSTILE}", byline=(HOSTILE,))
    async with opened(article=article, path=tmp_path / "none.db") as reader:
        assert "Rain fell" in reader.shown()
        assert obeyed(reader.shown().replace("\n", "")) == []


async def test_what_is_told_of_inputs_that_cannot_be_read(opened: Open, tmp_path: Path) -> None:
    names = [tmp_path / f"{number}\x1b[2J[red]\u202e.txt" for number in range(5)]
    for name in names:
        name.write_text("")
    async with opened(article=None, path=tmp_path / "none.db", paths=names) as reader:
        await reader.until(lambda: "5 failed" in reader.shown())
        assert "[red]" in reader.shown()
        assert obeyed(reader.shown().replace("\n", "")) == []
