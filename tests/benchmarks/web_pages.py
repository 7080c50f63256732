"""How well articles are found in web pages, against trafilatura's own settings.

    python tests/benchmarks/web_pages.py [--misses]

The pages imitate the layouts of programs and sites in wide use; their words are invented. Beside
each stands what a person would copy out of it. A paragraph counts only if it is the same to the
letter; words count wherever they stand.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotations.sources.front_matter import split
from annotations.sources.web.extraction import extracted

PAGES = Path(__file__).parents[1] / "annotations" / "sources" / "files" / "web" / "pages"
ROUNDS = 5


@dataclass(frozen=True, kw_only=True)
class Read:
    """What something makes of a page, or what is in it."""

    text: str
    title: str
    published: str
    either: frozenset[str] = frozenset()
    """Paragraphs that count neither way: standfirsts, and captions of the picture above."""


@dataclass(frozen=True, kw_only=True)
class Score:
    """How well pages were read, all together; each figure from 0 to 1."""

    paragraphs: float
    """F1 of paragraphs that are the same to the letter."""
    words: float
    """F1 of words."""
    titles: float
    days: float
    """Of pages of which the day is right, or rightly unknown."""
    moments: float
    """The same of day, time and zone, as far as the page gives them."""


Reader = Callable[[bytes], Read]


def expected(page: Path) -> Read:
    """What a person would copy out of a page."""
    metadata, text = split(page.with_suffix(".txt").read_text(encoding="utf-8"))
    title, published = (str(metadata.get(field, "")) for field in ("title", "published"))
    lines = metadata.get("either", [])
    either = frozenset(map(str, lines)) if isinstance(lines, list) else frozenset()
    return Read(text=text, title=title, published=published, either=either)


def pages() -> list[Path]:
    """All pages."""
    return sorted(PAGES.glob("*.html"))


def closeread(html: bytes) -> Read:
    """A page as closeread reads it."""
    found = extracted(html)
    said = found.metadata if found is not None else {}
    return Read(
        text=found.text if found is not None else "",
        title=str(said.get("title") or ""),
        published=str(said.get("published") or ""),
    )


def trafilatura(**settings: bool) -> Reader:
    """Pages as trafilatura reads them by itself."""
    from trafilatura import bare_extraction

    everything: dict[str, Any] = {"with_metadata": True, "include_comments": False, **settings}

    def read(html: bytes) -> Read:
        found = bare_extraction(html, **everything)
        values = {name: getattr(found, name, None) or "" for name in ("text", "title", "date")}
        return Read(text=values["text"], title=values["title"], published=values["date"])

    return read


def score(reader: Reader, found: Iterable[Path]) -> Score:
    """Read pages and compare them with what is in them."""
    pairs = [(reader(page.read_bytes()), expected(page)) for page in found]
    count = len(pairs)
    return Score(
        paragraphs=_f1([both_paragraphs(one, other) for one, other in pairs]),
        words=_f1([_words_of(*both_paragraphs(one, other)) for one, other in pairs]),
        titles=sum(one.title == other.title for one, other in pairs) / count,
        days=sum(one.published[:10] == other.published[:10] for one, other in pairs) / count,
        moments=sum(_moment(one) == _moment(other) for one, other in pairs) / count,
    )


def both_paragraphs(got: Read, wanted: Read) -> tuple[Counter[str], Counter[str]]:
    """The paragraphs that were found and those that should be."""
    return paragraphs(got.text, wanted.either), paragraphs(wanted.text)


def paragraphs(text: str, without: Container[str] = ()) -> Counter[str]:
    """The paragraphs of a text, without the dash that trafilatura sets before items of lists."""
    lines = (" ".join(line.removeprefix("- ").split()).strip("| ") for line in text.split("\n"))
    return Counter(line for line in lines if line and line not in without)


def _words_of(got: Counter[str], wanted: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    return _words(got), _words(wanted)


def _words(lines: Counter[str]) -> Counter[str]:
    return Counter(word for line in lines.elements() for word in line.split())


def _moment(read: Read) -> str:
    return read.published.replace("Z", "+00:00")


def _f1(pairs: list[tuple[Counter[str], Counter[str]]]) -> float:
    shared = sum((one & other).total() for one, other in pairs)
    both = sum(one.total() + other.total() for one, other in pairs)
    return 2 * shared / both if both else 0.0


def _milliseconds(reader: Reader, found: list[Path]) -> float:
    """The least of a few rounds, for one page."""
    read = [page.read_bytes() for page in found]
    rounds = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        for html in read:
            reader(html)
        rounds.append(time.process_time() - begin)
    return min(rounds) * 1000 / len(read)


def _print_misses(found: list[Path]) -> None:
    for page in found:
        got, wanted = closeread(page.read_bytes()), expected(page)
        one, other = both_paragraphs(got, wanted)
        lines = [f"  + {each}" for each in one - other] + [f"  - {each}" for each in other - one]
        for field in ("title", "published"):
            if getattr(got, field) != getattr(wanted, field):
                lines.append(f"  {field}: {getattr(got, field)!r}, not {getattr(wanted, field)!r}")
        if lines:
            print(page.stem, *lines, sep="\n")


def main() -> None:
    """Print a line for closeread and for each of trafilatura's settings."""
    found = pages()
    if "--misses" in sys.argv:
        _print_misses(found)
        return
    readers: dict[str, Reader] = {
        "closeread": closeread,
        "trafilatura": trafilatura(),
        "  fast": trafilatura(fast=True),
        "  favor_precision": trafilatura(favor_precision=True),
        "  favor_recall": trafilatura(favor_recall=True),
    }
    print(f"{len(found)} pages{'':10}paragraphs  words  title    day  moment  ms/page")
    for name, reader in readers.items():
        got = score(reader, found)
        print(
            f"{name:20}{got.paragraphs:10.3f}{got.words:7.3f}{got.titles:7.2f}{got.days:7.2f}"
            f"{got.moments:8.2f}{_milliseconds(reader, found):9.1f}"
        )


if __name__ == "__main__":
    main()
