"""Articles that no detector reads."""

from annotations.language import has_detector, language_of, no_detector
from annotations.model import Article
from annotations.store import Store


def why_not_run(store: Store, article: Article) -> str:
    """Why an article is not run, in a few words; empty if it can be.

    A language that is not known is told from its text, and noted.

    Args:
        store: Where the article is.
        article: As it is there.
    """
    language = article.language
    if language is None and not has_detector(language := language_of(article.text)):
        assert language is not None
        store.articles.fill_language(article.id, language)
    return no_detector(language)
