"""What is drawn again when something changes, and that nothing stays as it was by mistake."""

from pathlib import Path

import pytest
from textual.strip import Strip

from annotations.model import Article
from annotations.store import Store
from reader.terminal.rows import RowCompositor
from tests.app.driver import Driver, Open

LONG = Article(
    id="long",
    title="Long",
    text="\n\n".join(f"Paragraph {number} says nothing." for number in range(200)),
)


def drawn(reader: Driver) -> list[str]:
    """What the screen shows, each line drawn from nothing."""
    for widget in reader.app.screen.walk_children(with_self=True):
        widget.refresh()
    return reader.shown().splitlines()


@pytest.mark.parametrize(
    "keys",
    [
        ("tab", "tab", "a", "x", "U"),
        ("p", "j", "j", "k", "escape"),
        ("space", "b", "G", "g", "g"),
        ("4", "1", "s", "5"),
        ("slash", *"river", "enter", "escape"),
        ("v", "w", "w", "escape", "semicolon", "escape"),
    ],
    ids=["deciding", "list", "pages", "switches", "finding", "selecting"],
)
async def test_what_stands_is_what_would_be_drawn_from_nothing(
    opened: Open, keys: tuple[str, ...]
) -> None:
    async with opened() as reader:
        for key in keys:
            await reader.press(key)
            assert reader.shown().splitlines() == drawn(reader)


async def test_rows_of_the_library_too(opened: Open, store: Store, store_path: Path) -> None:
    for number in range(60):
        store.articles.add_one(Article(id=str(number), title=f"Report {number}", text="It rained."))
    async with opened(article=None, path=store_path) as reader:
        for key in ("j", "space", "G", "v", "k", "v", "t", "u", "p", "enter", "s", "g", "g"):
            await reader.press(key)
            assert reader.shown().splitlines() == drawn(reader)


async def test_only_rows_that_change_are_drawn(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(article=LONG, size=(80, 24)) as reader:
        assert isinstance(reader.screen._compositor, RowCompositor)
        lines: list[int] = []
        draw = reader.view.render_line

        def noted(y: int) -> Strip:
            lines.append(y)
            return draw(y)

        monkeypatch.setattr(reader.view, "render_line", noted)
        await reader.press("j")
        assert set(lines) == {0, 1}


async def test_the_scrollbar_is_drawn_again_only_when_it_looks_different(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(article=LONG, size=(80, 24)) as reader:
        bar = reader.view.vertical_scrollbar
        drawn: list[object] = []
        monkeypatch.setattr(bar, "refresh", lambda: drawn.append(bar.position))
        reader.view.scroll_to(y=1, animate=False, immediate=True)
        assert bar.position == 1
        few = len(drawn)
        reader.view.scroll_to(y=200, animate=False, immediate=True)
        assert few == 0 and len(drawn) == 1
