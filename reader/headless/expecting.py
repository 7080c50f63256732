"""What would become of articles that were added: `closeread add --dry-run`."""

from collections.abc import Iterable
from pathlib import Path

from annotations.errors import ArticleConflict
from annotations.language import language_of
from annotations.model import Article
from annotations.sources.inputs import digest
from annotations.store import Addition, Store
from annotations.text import clean_line
from reader.additions.sums import Sums
from reader.headless.counting_progress import counting
from reader.headless.failures import Failures
from reader.headless.output import data_output


def dry_run(path: Path, articles: Iterable[Article], failures: Failures, sums: Sums) -> None:
    """Write a line an article to standard output, and nothing to the store.

    Args:
        path: The store; it need not be there.
        articles: What would be added.
        failures: Counts conflicts.
        sums: Counts what would become of each.
    """
    output = data_output()
    expected = _Expecting(path)
    with counting("reading") as show:
        for done, article in enumerate(articles, 1):
            addition = expected.of(article)
            sums.expect(addition, language=language_of(article.text, article.language))
            if addition is Addition.CONFLICT:
                failures.add(ArticleConflict(article.id))
            cells = (addition.value, article.id, article.title, article.read_from or "")
            output.write("\t".join(map(clean_line, cells)) + "\n")
            show(done, sums.failed)
    expected.close()


class _Expecting:
    """Remembers what would have been added before."""

    def __init__(self, path: Path) -> None:
        self._store = Store.open(path, create=False) if path.exists() else None
        self._before: dict[str, str] = {}
        """By ids, what tells the texts."""

    def of(self, article: Article) -> Addition:
        """What would become of an article."""
        text = digest(article.text.encode("utf-8", "surrogatepass"))
        found = Addition.ADDED if self._store is None else self._store.articles.expected(article)
        before = self._before.get(article.id)
        self._before[article.id] = text
        if found is not Addition.ADDED or before is None:
            return found
        return Addition.UNCHANGED if before == text else Addition.NEW_VERSION

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
