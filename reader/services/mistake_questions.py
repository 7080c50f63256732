"""What was wrong with suggestions: looked for in a thread, some articles at a time."""

import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.message import Message

from annotations.measure.decisions import DecidedArticle
from annotations.measure.mistakes import Mistake
from annotations.model import Article
from annotations.store import Store
from annotations.store.decisions import DecidedKeys
from reader.mistake_columns import FoundMistake
from reader.progress.lines import Wrong
from reader.services.lookup import Answer

_AT_ONCE = 0.3
"""Seconds after which what is found so far is shown."""
_AROUND = 120
"""Characters of context on either side."""


@dataclass
class MistakesFound(Message):
    """Some of what was wrong."""

    found: Sequence[FoundMistake]
    behind: int
    """The key of the article in which the search began; behind it nothing new was looked at."""
    to_go_on: int | None
    """The key of the article behind which to go on; null if there is nothing left."""


def mistakes(wrong: Wrong, *, behind: int = 0) -> Answer:
    """What was wrong with suggestions of a kind, in the order in which articles were added.

    Args:
        wrong: Which suggestions.
        behind: The key of the article behind which to begin.
    """

    def answer(store: Store) -> MistakesFound:
        keys = store.decisions.keys()
        left = DecidedKeys(keys.every[bisect_right(keys.every, behind) :], keys.complete)
        found: list[FoundMistake] = []
        until = time.monotonic() + _AT_ONCE
        for each in store.decisions.articles(left):
            found += _in_article(store, each, wrong)
            if time.monotonic() > until:
                return MistakesFound(found, behind, each.key)
        return MistakesFound(found, behind, None)

    return answer


def _in_article(store: Store, decided: DecidedArticle, wrong: Wrong) -> Iterator[FoundMistake]:
    mistakes = (each.mistake() for each in decided.decided)
    about = [each for each in mistakes if each is not None and _is_about(each, wrong)]
    if about:
        article = store.articles.by_key(decided.key)
        yield from (_in_context(article, each) for each in sorted(about, key=lambda it: it.at))


def _is_about(mistake: Mistake, wrong: Wrong) -> bool:
    one = mistake.found or mistake.expected
    return one is not None and one.layer is wrong.layer and wrong.kind in (None, one.kind)


def _in_context(article: Article, mistake: Mistake) -> FoundMistake:
    start, end = mistake.at
    return FoundMistake(
        article_id=article.id,
        title=article.title or article.id,
        mistake=mistake,
        before=article.text[max(0, start - _AROUND) : start],
        text=article.text[start:end],
        behind=article.text[end : end + _AROUND],
    )
