"""Documents as programs write them: one text, made into a document by several of them."""

from pathlib import Path

import pytest

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import read

FILES = Path(__file__).parent.parent / "files" / "documents"
PARAGRAPHS = (FILES / "paragraphs.txt").read_text(encoding="utf-8").strip().split("\n\n")
NOTE = "Interview with a nurse at the district hospital, Karsun, 3 March 2026."
ROWS = ["Town | Killed | Injured", "Karsun | 12 | 30", "Velm | 3 | 4", "Dorne | 0 | 11"]


def only(name: str) -> Article:
    (item,) = read(FILES / name)
    assert isinstance(item, Article)
    return item


def paragraphs(name: str) -> list[str]:
    return only(name).text.strip().split("\n\n")


@pytest.mark.parametrize("name", ["libreoffice.docx", "libreoffice.odt", "libreoffice.rtf"])
def test_word_processing(name: str) -> None:
    assert paragraphs(name) == [*PARAGRAPHS, *ROWS, NOTE]
    found = only(name)
    assert (found.title, found.byline) == (PARAGRAPHS[0], ("Mara Dell",))
    assert (found.published or "").startswith("2026-03-04T09:30")


@pytest.mark.parametrize("name", ["libreoffice.pdf", "libreoffice-columns.pdf"])
def test_pdf_with_running_heads_a_table_and_a_note(name: str) -> None:
    assert paragraphs(name) == [*PARAGRAPHS, *ROWS, f"1 {NOTE}"]


@pytest.mark.parametrize("name", ["chromium-columns.pdf", "wkhtmltopdf.pdf"])
def test_pdf_printed_by_a_browser(name: str) -> None:
    found = paragraphs(name)
    assert [each for each in PARAGRAPHS if each not in found] == []


def test_pdf_with_parted_words() -> None:
    found = paragraphs("weasyprint.pdf")
    assert found[: len(PARAGRAPHS)] == PARAGRAPHS
    assert found[-1] == f"1. {NOTE}"
    assert "Situation Report" not in "".join(found)


def test_pdf_of_a_newspaper_with_a_watermark() -> None:
    found = paragraphs("reportlab-newspaper.pdf")
    assert found[0] == "THE LINDOW COURIER Wednesday, March 4, 2026"
    assert found[1:] == PARAGRAPHS


def test_arabic_pdf() -> None:
    assert paragraphs("weasyprint-arabic.pdf") == [
        "القصف يعود إلى كرسون",
        "عاد القصف المدفعي إلى التلال المطلة على كرسون يوم الثلاثاء بعد أحد عشر يوما من الهدوء، "
        "وقتل ما لا يقل عن 14 شخصا وأصيب 32 آخرون، بحسب مسؤولين محليين ومنظمتين للإغاثة.",
        "وقال إيلان مور، وهو صاحب مخبز بجانب الجسر الشرقي: سمعنا أربعين انفجارا قبل الفجر ثم لم "
        "نعد نحصي.",
    ]
    assert only("weasyprint-arabic.pdf").language == "ar"


@pytest.mark.parametrize("name", ["pandoc.docx", "pandoc.odt", "pandoc.rtf"])
def test_pandoc(name: str) -> None:
    found = paragraphs(name)
    assert found[3:8] == [
        "Shelling resumes near Karsun",
        "The guns fell silent on Monday, and opened again on Tuesday. “We counted forty,” said "
        "Ilan Mor.",
        "What happened",
        "1. First, the bridge fell.",
        "2. Then the mill burned.",
    ]
    assert found[9:] == [
        "• item one",
        "• item two",
        "Town | Killed | Injured",
        "Karsun | 12 | 30",
        "Velm | 3 | 4",
        "Last words – naïve café, co-operation, Привет.",
        "Interview with a nurse, 3 March.",
    ]


def test_pandoc_book() -> None:
    found = only("pandoc.epub")
    assert (found.title, found.source) == ("Shelling resumes near Karsun",) * 2
    assert (found.byline, found.published) == (("Mara Dell",), "2026-03-04")
    assert "“We counted forty,” said Ilan Mor." in found.text


def test_an_old_document_is_refused_with_what_to_do() -> None:
    (item,) = read(FILES / "libreoffice.doc")
    assert isinstance(item, SourceError)
    assert str(item) == (
        f"{FILES / 'libreoffice.doc'} is a file of Office before 2007. Open it in Word or "
        "LibreOffice and save it as .docx, then add that."
    )
