"""How often the language of a text is told, and how often wrongly.

The sentences of `tests/annotations/language/sentences.tsv`, each by itself and those of a language
together; and the articles of the sample corpus, whole and only their titles.

    python tests/quality/languages.py
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from annotations import sources
from annotations.language import guessed
from annotations.language.english import is_surely_english
from annotations.model import Article

ROOT = Path(__file__).parents[2]
SENTENCES = ROOT / "tests/annotations/language/sentences.tsv"
HEADLINE_WORDS = 9


def sentences() -> list[tuple[str, str]]:
    """The sentences with the codes of their languages."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    return [(code, text) for code, _, text in (line.partition("\t") for line in lines)]


def told(what: str, texts: Iterable[tuple[str, str]]) -> str:
    """A line that says how many are told rightly, wrongly and not at all."""
    counts: Counter[str] = Counter()
    wrong = []
    for code, text in texts:
        found = guessed(text)
        counts["right" if found == code else "unsure" if found is None else "wrong"] += 1
        if found not in (code, None):
            wrong.append(f"{code} as {found}: {text[:50]}")
    languages = f"{sum(counts.values()):5} texts: {dict(counts)}"
    return "\n".join((f"{what:28} {languages}", *(f"    {each}" for each in wrong)))


def main() -> None:
    """Print the counts."""
    each = sentences()
    by_language: dict[str, list[str]] = defaultdict(list)
    for code, text in each:
        by_language[code].append(text)
    read = sources.read(ROOT / "sample_corpus")
    articles = [item for item in read if isinstance(item, Article)]
    corpus = [article.text for article in articles]
    short = [pair for pair in each if len(pair[1].split()) < HEADLINE_WORDS]
    print(f"{len(by_language)} languages")
    print(told("sentences", each))
    print(told("of them headlines", [pair for pair in short if pair[0] not in ("ja", "th", "zh")]))
    print(told("sentences together", ((c, " ".join(t)) for c, t in by_language.items())))
    print(told("sample corpus", (("en", text) for text in corpus)))
    print(told("its titles", (("en", article.title) for article in articles)))
    print(f"sure without a model: {sum(map(is_surely_english, corpus))} of {len(corpus)} articles")


if __name__ == "__main__":
    main()
