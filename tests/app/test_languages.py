"""Articles in other languages: read, marked, selected and tagged, and never run."""

from pathlib import Path

from annotations.detect.models import DEFAULT_MODEL
from annotations.model import Article
from annotations.store import Store
from tests.app.driver import ARTICLE, DETECTOR, Open, suggestions

GERMAN = """\
Bei einem Angriff auf einen Markt im Osten der Stadt sind nach Angaben der Behörden zwölf Menschen
getötet worden. Der Sprecher des Ministeriums sagte, die Rettungskräfte suchten weiter.
"""
ARABIC = "قال المتحدث باسم الدفاع المدني إن فرق الإنقاذ ما زالت تبحث عن ناجين تحت الأنقاض.\n\n"
REPORT = "At least 12 people were killed on Tuesday, said Ines Calder, the mayor of Lisbon.\n"


def foreign(path: Path, text: str = GERMAN, language: str | None = "de") -> Article:
    article = Article(id="foreign", title="Foreign", text=text, language=language)
    with Store.open(path) as store:
        store.articles.add_one(article)
    return article


async def test_article_and_library_say_that_there_is_no_detector(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "foreign.db"
    async with opened(article=foreign(path), path=path) as reader:
        assert "no detector for German" in reader.shown()
        assert "not run: no detector for German" in reader.shown()
        await reader.press("q")
        assert "no de" in reader.shown()
        assert "not run" not in reader.shown()


async def test_the_detector_is_not_run_on_demand_either(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    async with opened(article=foreign(path), path=path) as reader:
        await reader.press("R")
        assert "There is no detector for German; :language en" in reader.shown()
        await reader.press("q", "R")
        assert "1 not run: no detector" in reader.shown()


async def test_language_is_told_before_an_old_article_is_run(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    article = foreign(path, language=None)
    async with opened(article=article, path=path, model=DEFAULT_MODEL) as reader:
        await reader.until(lambda: "no detector for German" in reader.shown(), seconds=60)
    with Store.open(path) as store:
        assert store.articles.get("foreign").language == "de"
        assert store.runs.last("foreign") is None


async def test_person_puts_the_language_right_and_the_detector_runs(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "foreign.db"
    article = foreign(path, REPORT, "nl")
    async with opened(article=article, path=path, model=DEFAULT_MODEL) as reader:
        assert "no detector for Dutch" in reader.shown()
        await reader.press("g", "L")
        await reader.type("english\r")
        await reader.until(lambda: "unreviewed" in reader.shown(), seconds=60)
        assert "Dutch" not in reader.shown()
        await reader.press("U")
        assert "no detector for Dutch" in reader.shown()
        assert "not run" in reader.shown()


async def test_other_language_takes_the_suggestions_off_the_screen(
    opened: Open, store: Store
) -> None:
    async with opened() as reader:
        await reader.type(":language ger")
        await reader.press("tab", "enter")
        assert "in German; no detector for German" in reader.shown()
        assert store.annotations.of(ARTICLE.id) == []
        await reader.type(":language German\r")
        assert "in German, as before" in reader.shown()
        await reader.type(":language Klingonisch\r")
        assert "is no language" in reader.shown()
        await reader.type(":language unknown\r")
        assert "not known" in reader.shown()
    store.runs.record(ARTICLE.id, DETECTOR, suggestions())


async def test_additions_in_other_languages_are_told(opened: Open, tmp_path: Path) -> None:
    for name, text in (("de.txt", GERMAN), ("ar.txt", ARABIC), ("en.txt", REPORT * 3)):
        (tmp_path / name).write_text(text, "utf-8")
    async with opened(
        article=None, path=tmp_path / "fresh.db", paths=[tmp_path / "de.txt", tmp_path / "ar.txt"]
    ) as reader:
        await reader.until(lambda: "2 in other languages" in reader.shown())


async def test_arabic_is_read_and_selected_in_the_order_of_its_letters(
    opened: Open, tmp_path: Path, store: Store
) -> None:
    path = tmp_path / "arabic.db"
    article = foreign(path, ARABIC * 4, "ar")
    async with opened(article=article, path=path, size=(80, 24)) as reader:
        assert "المتحدث باسم الدفاع المدني" in reader.shown()
        assert "no detector for Arabic" in reader.shown()
        await reader.press("w", "v", "w")
        selection = reader.view.reading.trimmed_selection()
        assert selection is not None
        assert reader.selected is not None and reader.selected in ARABIC
        await reader.press("escape", "t")
        await reader.type("checked\r")
        await reader.press("q")
    with Store.open(path) as stored:
        assert stored.articles.get("foreign").tags == ("checked",)
