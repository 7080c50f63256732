"""Settling the disagreements of two annotators, in the running reader."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.measure.differences import differences
from annotations.measure.disagreements import Verdict
from annotations.model import Annotation, CasualtyFigure, Entity, Quote, Status
from annotations.review import accept
from annotations.store import Store
from reader.docket import Case, Docket
from reader.screens.adjudication.screen import AdjudicationScreen
from reader.screens.article.screen import ArticleScreen
from reader.widgets.context_view import ContextView
from tests.app.driver import ARTICLE, DETECTOR, Driver, Open, suggestions

FIRST = [accept(each) for each in suggestions()]
"""What A has: two names, a quote, two figures, a third name."""


def seen_by_b(annotation: Annotation) -> Annotation | None:
    match annotation:
        case Entity(text="Marrow Bridge"):
            return replace(annotation, label="FAC", name="Marrow Bridge")
        case Quote():
            return replace(annotation, start=annotation.start + 1, text=annotation.text[1:])
        case CasualtyFigure(text="Thirty others"):
            return None
    return annotation


SECOND = [*filter(None, map(seen_by_b, FIRST))]
SECOND.append(Entity(start=66, end=68, text="We", label="ORG", status=Status.ADDED))
FOUND = differences(FIRST, SECOND, mutual=True)
BRIDGE, QUOTE, WE, THIRTY = range(4)
Judge = Callable[..., AbstractAsyncContextManager[Driver]]


def docket(*, in_place: bool = False) -> Docket:
    return Docket(
        [Case.of(ARTICLE.id, each) for each in FOUND],
        names=("ana.db", "ben.db"),
        in_place=in_place,
    )


@pytest.fixture
def path(blank: Path, tmp_path: Path) -> Path:
    """A store that holds the article with what both agree on."""
    made = tmp_path / "gold.db"
    made.write_bytes(blank.read_bytes())
    disputed = {id(each.first) for each in FOUND}
    with Store.open(made) as store:
        same = [each for each in FIRST if id(each) not in disputed]
        store.imports.merge(ARTICLE, same)
        store.runs.record(ARTICLE.id, DETECTOR, [])
    return made


@pytest.fixture
def judge(opened: Open, path: Path) -> Judge:
    @asynccontextmanager
    async def run(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
        async with opened(path=path, docket=docket(), size=size) as reader:
            yield reader

    return run


def screen(reader: Driver) -> AdjudicationScreen:
    assert isinstance(reader.app.screen, AdjudicationScreen)
    return reader.app.screen


def kinds(path: Path) -> dict[str, str]:
    """What is committed, by its words."""
    with Store.open(path) as store:
        return {each.text: each.kind for each in store.annotations.of(ARTICLE.id)}


def verdicts(path: Path) -> list[Verdict]:
    with Store.open(path) as store:
        return [verdict for verdict, _ in store.adjudication.verdicts().values()]


def test_the_disagreements_of_the_story() -> None:
    assert [each.there[0].text[:4] for each in FOUND] == ["Marr", "“We ", "We", "Thir"]


async def test_both_sides_in_context(judge: Judge) -> None:
    async with judge() as reader:
        shown = reader.shown()
        assert "1 of 4 · name: label" in shown
        assert "River takes bridge" in shown
        assert "the river took Marrow Bridge on Tuesday" in shown
        assert "A  ana.db" in shown and "B  ben.db" in shown
        (line,) = [each for each in shown.splitlines() if each.strip().startswith("label")]
        assert line.split() == ["label", "ORG", "label", "FAC"]
        assert "settled 0 of 4 · 0 of 4 here" in shown


async def test_a_key_takes_a_side_and_leads_on(judge: Judge, path: Path) -> None:
    async with judge() as reader:
        await reader.press("b")
        assert kinds(path)["Marrow Bridge"] == "FAC"
        assert screen(reader).docket.at == QUOTE
        assert "settled for B: FAC “Marrow Bridge”" in reader.shown()
        assert "settled 1 of 4" in reader.shown()
        await reader.press("a", "a", "b")
        assert "All 4 are settled." in reader.shown()
    assert "We" not in kinds(path)
    assert "Thirty others" not in kinds(path)
    assert "“We lost at least 12 people,”" in kinds(path)
    assert len(verdicts(path)) == 4


async def test_both_and_neither(judge: Judge, path: Path) -> None:
    async with judge() as reader:
        await reader.press("x")
        await reader.press("t")
    there = kinds(path)
    assert "Marrow Bridge" not in there
    assert {"“We lost at least 12 people,”", "We lost at least 12 people,”"} <= there.keys()


async def test_where_only_one_has_it_there_is_no_both(judge: Judge, path: Path) -> None:
    async with judge() as reader:
        await reader.press("j", "j", "t")
        assert "only B has it: b keeps it, a leaves it out" in reader.shown()
        await reader.press("j", "x")
        assert "only A has it: a keeps it, b leaves it out" in reader.shown()
        assert verdicts(path) == []
        await reader.press("E")
        assert "B has nothing here" in reader.shown()


async def test_undo_and_redo_go_to_what_they_change(judge: Judge, path: Path) -> None:
    async with judge() as reader:
        await reader.press("b", "G", "U")
        assert screen(reader).docket.at == BRIDGE
        assert "undone: settle B" in reader.shown()
        assert "Marrow Bridge" not in kinds(path)
        await reader.press("U")
        assert "Nothing is settled that could be undone." in reader.shown()
        await reader.press("G", "ctrl+y")
        assert screen(reader).docket.at == BRIDGE
        assert kinds(path)["Marrow Bridge"] == "FAC"


async def test_thinking_again(judge: Judge, path: Path) -> None:
    async with judge() as reader:
        await reader.press("b", "k")
        assert "✓ B  ben.db" in reader.shown()
        await reader.press("a")
        assert kinds(path)["Marrow Bridge"] == "ORG"
        await reader.press("k", "a", "k", "U")  # the same again is no edit
        assert kinds(path)["Marrow Bridge"] == "FAC"


async def test_writing_ones_own(judge: Judge, path: Path) -> None:
    async with judge() as reader:
        await reader.press("e")
        await reader.until(lambda: isinstance(reader.app.screen, ArticleScreen))
        await reader.settle()
        assert reader.focused == "Marrow Bridge"
        await reader.press("e", "L")
        await reader.press("q")
        assert "settled by your own: LOC “Marrow Bridge”" in reader.shown()
        await reader.press("e")
        await reader.until(lambda: isinstance(reader.app.screen, ArticleScreen))
        assert kinds(path)["Marrow Bridge"] == "LOC"  # it begins with what stands
    assert verdicts(path) == [Verdict.OWN]


async def test_ones_own_may_begin_with_bs(judge: Judge, path: Path) -> None:
    async with judge() as reader:
        await reader.press("E")
        await reader.until(lambda: isinstance(reader.app.screen, ArticleScreen))
        assert kinds(path)["Marrow Bridge"] == "FAC"


async def test_the_article_opens_at_it(judge: Judge) -> None:
    async with judge() as reader:
        await reader.press("G", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, ArticleScreen))
        await reader.settle()
        assert reader.view.reading.cursor == THIRTY_AT
        await reader.press("q")
        assert screen(reader).docket.at == THIRTY


THIRTY_AT = FOUND[THIRTY].at[0]


async def test_where_one_left_off(judge: Judge) -> None:
    async with judge() as reader:
        await reader.press("b", "j", "a")
    async with judge() as reader:
        assert screen(reader).docket.at == QUOTE
        assert "settled 2 of 4" in reader.shown()
        await reader.press("n")
        assert screen(reader).docket.at == THIRTY
        await reader.press("N")
        assert screen(reader).docket.at == QUOTE


async def test_moving(judge: Judge) -> None:
    async with judge() as reader:
        await reader.press("3", "j")
        assert screen(reader).docket.at == THIRTY
        await reader.press("j")
        assert "this is the last disagreement" in reader.shown()
        await reader.press("g", "g")
        assert screen(reader).docket.at == 0
        await reader.press("k")
        assert "this is the first disagreement" in reader.shown()
        await reader.press("9", "G")
        assert screen(reader).docket.at == THIRTY
        await reader.press("right_square_bracket")
        assert "this is the last article" in reader.shown()


async def test_what_another_settles_is_seen(judge: Judge, path: Path) -> None:
    async with judge() as reader, judge() as other:
        await other.press("b")
        await reader.until(lambda: "settled 1 of 4" in reader.shown())
        assert "✓ B  ben.db" in reader.shown()


async def test_editing_a_itself(opened: Open, store_path: Path) -> None:
    with Store.open(store_path, annotator="ana") as store:
        key = store.articles.key(ARTICLE.id)
        store.bulk.decide([key], "accept", accept)
        first = store.annotations.of(ARTICLE.id)
    found = differences(first, SECOND, mutual=True)
    cases = [Case.of(ARTICLE.id, each) for each in found]
    in_place = Docket(cases, names=("ana.db", "ben.db"), in_place=True)
    ids = {each.text: each.id for each in first}
    async with opened(docket=in_place) as reader:
        await reader.press("b", "a", "b", "b")
        assert "All 4 are settled." in reader.shown()
        with Store.open(store_path) as store:
            now = {each.text: each for each in store.annotations.of(ARTICLE.id)}
        assert now["Marrow Bridge"].kind == "FAC"
        assert now["Marrow Bridge"].id == ids["Marrow Bridge"]
        assert now["We"].kind == "ORG"
        assert now["Thirty others"].status is Status.REJECTED
        await reader.press(*"UUUU")
        assert "settled 0 of 4" in reader.shown()
        await reader.press("U")  # what A had decided before stays
        assert "Nothing is settled" in reader.shown()
    with Store.open(store_path) as store:
        assert store.annotations.of(ARTICLE.id) == first


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20), (40, 12)])
async def test_the_disputed_words_are_in_view(judge: Judge, size: tuple[int, int]) -> None:
    async with judge(size) as reader:
        for each in FOUND:
            assert each.there[0].text.split()[0] in reader.shown()
            assert reader.app.screen.query_one(ContextView).size.height >= 3
            await reader.press("j")


async def test_the_sides_are_stacked_where_it_is_narrow(judge: Judge) -> None:
    async with judge((60, 24)) as reader:
        lines = reader.shown().splitlines()
        a, b = (
            next(at for at, line in enumerate(lines) if name in line)
            for name in ("A  ana.db", "B  ben.db")
        )
        assert a < b
        assert not any("name" in line for line in lines[a:b])


async def test_help_and_leaving(judge: Judge) -> None:
    async with judge((120, 40)) as reader:
        await reader.press("question_mark")
        assert "Settling the disagreements of two annotators" in reader.shown()
        await reader.press("escape")
        await reader.press("q")
        assert not reader.app.is_running or reader.app.return_code in (0, None)


async def test_a_store_that_can_only_be_read(
    judge: Judge, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with judge() as reader:
        monkeypatch.setattr(reader.app.session.store._connection, "read_only", True)
        await reader.press("b")
        assert screen(reader).docket.at == BRIDGE
        assert "settled 0 of 4" in reader.shown()
    assert verdicts(path) == []
