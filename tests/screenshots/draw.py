"""Draw the pictures of the README: the sample corpus in the real reader.

    python tests/screenshots/draw.py [FOLDER]

writes `library.svg`, `article.svg` and `names.svg`, 120 by 40 cells each, and `story.svg`, which is
animated, beside this file or into FOLDER.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from animation import FONTS, Frame, Line, animated
from rich.segment import Segment
from story import STORY
from textual._compositor import LayoutUpdate
from textual.pilot import Pilot

from annotations import review, sources
from annotations.detect.client import DetectorProcess
from annotations.model import Article
from annotations.review import Change, Marks
from annotations.store import Store
from reader.app import ReaderApp
from reader.sample import sample_corpus
from reader.services.session import Session
from reader.settings.preferences import Settings
from reader.settings.reading import NO_CONFIGURATION

SIZE, STORY_SIZE = (120, 40), (100, 30)
TITLE = "closeread: filtering the library, reading and checking an article, and who says what"
FRONT = "Kremlin turns down generals’ request to bomb Aleppo again"
_REST = 0.5
"""Seconds after which all that a key asks of the store has begun."""
REVIEWED = 9
"""Annotations at the head of the front article that are shown as checked."""


def main(folder: Path) -> None:
    """Draw every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "store.db"
        front = fill(path)
        asyncio.run(draw(path, folder / "library.svg", keys=("j",)))
        asyncio.run(draw(path, folder / "article.svg", article=front, keys=("tab",) * 14))
        asyncio.run(draw(path, folder / "names.svg", keys=("w", "s", "g", "g")))
        asyncio.run(tell(path, folder / "story.svg"))


def fill(path: Path) -> Article:
    """Put the sample corpus into a store, run it, and check some of it; the front article."""
    corpus = sample_corpus()
    if corpus is None:
        raise SystemExit("The sample corpus is missing.")
    articles = [item for item in sources.read(corpus) if isinstance(item, Article)]
    front = next(article for article in articles if article.title == FRONT)
    with Store.open(path, annotator="you") as store, DetectorProcess() as detector:
        for article in articles:
            store.articles.add_one(article)
            found = detector.detect(article)
            store.runs.record(article.id, detector.start(), found)
        check(store, front)
    return front


def check(store: Store, article: Article) -> None:
    """Leave the traces of a person's work."""
    tags = Marks(tags=("airstrike", "aleppo"))
    store.edits.marks(article.id, "tag", before=Marks(), after=tags)
    for annotation in store.annotations.of(article.id)[:REVIEWED]:
        after = review.accept(annotation)
        store.edits.annotations(article.id, "accept", [Change(before=annotation, after=after)])


async def draw(
    path: Path, picture: Path, *, article: Article | None = None, keys: Sequence[str] = ()
) -> None:
    """Open the reader, press some keys and draw what it shows."""
    async with reading(path, size=SIZE, article=article) as (app, pilot):
        await press(app, pilot, keys)
        await rest(app, pilot)
        picture.write_text(self_contained(app.export_screenshot(title="closeread")))


async def tell(path: Path, picture: Path) -> None:
    """Go through the story, and draw what the reader shows after each act of it."""
    frames = []
    async with reading(path, size=STORY_SIZE) as (app, pilot):
        for act in STORY:
            await press(app, pilot, act.keys)
            await rest(app, pilot)
            frames.append(
                Frame(
                    keys=act.shown,
                    said=act.said,
                    seconds=act.seconds,
                    lines=seen(app),
                    is_still=act.is_still,
                )
            )
    picture.write_text(animated(frames, title=TITLE))


@asynccontextmanager
async def reading(
    path: Path, *, size: tuple[int, int], article: Article | None = None
) -> AsyncIterator[tuple[ReaderApp, Pilot[None]]]:
    """The reader in the dark theme, open at an article or at the library."""
    dark = replace(NO_CONFIGURATION, settings=Settings(theme="dark"))
    app = ReaderApp(Session(path, model="none"), article=article, configuration=dark)
    async with app.run_test(size=size) as pilot:
        await rest(app, pilot)
        yield app, pilot


async def press(app: ReaderApp, pilot: Pilot[None], keys: Sequence[str]) -> None:
    """Press keys one after the other, each when what the one before asked for is there."""
    for key in keys:
        await pilot.press(key)
        await settle(app)
        await pilot.pause()


async def rest(app: ReaderApp, pilot: Pilot[None]) -> None:
    """Wait for what is looked up a little later."""
    await pilot.pause(_REST)
    await settle(app)
    await pilot.pause()


def seen(app: ReaderApp) -> list[Line]:
    """The lines that the screen in front shows."""
    update = app.screen._compositor.render_update(full=True, simplify=True)
    assert isinstance(update, LayoutUpdate)
    return [
        list(Segment.simplify(each for strip in line for each in strip)) for line in update.strips
    ]


async def settle(app: ReaderApp) -> None:
    """Wait until a list has what it asked the store for."""
    while not getattr(app.screen, "is_settled", True):
        await asyncio.sleep(0.01)


def self_contained(svg: str) -> str:
    """A picture that loads no font from elsewhere."""
    without_font_faces = re.sub(r"@font-face \{.*?\}\n?", "", svg, flags=re.DOTALL)
    return re.sub(r"Fira Code(, monospace)?", FONTS, without_font_faces)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
