"""Tasks for Prodigy, as JSON lines: one an article, and one for each annotation found wrong.

A task has an answer once nothing in it is merely suggested: until then it is one for Prodigy to
ask, with the suggestions marked; afterwards it is one to train on. What was rejected is a task with
that span alone and the answer "reject", which Prodigy trains on as a span that is none.
Fields are as in Prodigy's documentation of its annotation interfaces
(https://prodi.gy/docs/api-interfaces); hashes are left to Prodigy.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotations.errors import UsageError
from annotations.formats.annotated import KNOWN_AS, AnnotatedArticle
from annotations.formats.carrying import EVERYTHING
from annotations.formats.format import Format, Token, Writing
from annotations.formats.losses import Losses
from annotations.formats.marking import Link, Mark, Marking, marking_of
from annotations.formats.prodigy_reading import ACCEPT, IGNORE, OWN, REJECT, read
from annotations.formats.prodigy_spans import EXACT, MARK, VALUES
from annotations.formats.prodigy_views import of_marks, without_overlaps
from annotations.formats.whole_tokens import WholeTokens, spacy_tokens
from annotations.model import Annotation, Article, ArticleState, Entity, Layer, Status
from annotations.records import Record, article_record

VIEW = "view"
_VIEWS = {"ner": "ner_manual", "spans": "spans_manual", "relations": "relations"}
_DEFAULT_VIEW = "spans"

_SHOWN = ("id", "title", "source", "url", "published")
"""What Prodigy shows of an article beside its text."""


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[str]:
    """Yield a line a task.

    Raises:
        UsageError: If there is no such view.
    """
    view = writing.settings.get(VIEW, _DEFAULT_VIEW)
    if view not in _VIEWS:
        raise UsageError(
            f"--set {VIEW}={view} is no view.", hint=f"Choose one of: {', '.join(_VIEWS)}."
        )
    assert writing.tokenise is not None
    for each in articles:
        article = each.article
        tokens = WholeTokens(spacy_tokens(article.text, writing.tokenise(article.text)))
        tasks = _Tasks(annotated=each, tokens=tokens, view=view, losses=writing.losses)
        for task in tasks:
            yield json.dumps(task, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tasks:
    """The tasks of one article."""

    annotated: AnnotatedArticle
    tokens: WholeTokens
    view: str
    losses: Losses

    def __iter__(self) -> Iterator[Record]:
        article = self.annotated.article
        shown = [each for each in self.annotated.annotations if self._is_shown(each)]
        tokens = [_token(article.text, *each) for each in enumerate(self.tokens.tokens)]
        answer = _answer(article, shown)
        yield (
            self._begun(tokens=tokens)
            | self._marked(self._visible([each for each in shown if not _is_rejected(each)]))
            | ({} if answer is None else {"answer": answer})
            | {"_view_id": _VIEWS[self.view]}
        )
        for each in filter(_is_rejected, shown):
            view = "ner" if isinstance(each, Entity) else "spans"
            alone = of_marks(marking_of([each]), [0], article.text)
            yield self._begun() | self._marked(alone) | {"answer": REJECT, "_view_id": view}

    def _is_shown(self, annotation: Annotation) -> bool:
        """Whether the view has such annotations; those that it has not are counted."""
        if self.view != "ner" or annotation.layer is Layer.ENTITIES:
            return True
        words = "quotes" if annotation.layer is Layer.QUOTES else "figures"
        self.losses.add(f"{{}} {words}")
        return False

    def _visible(self, annotations: Sequence[Annotation]) -> Marking:
        """The marks that the view can show at once; annotations without one are counted."""
        marking = marking_of(annotations)
        if self.view == "spans":
            return marking
        text = self.annotated.article.text
        marking, lost = without_overlaps(marking, self.tokens, text)
        self.losses.add("{} annotations that overlap a longer one", lost)
        return marking

    def _begun(self, *, tokens: Sequence[Record] = ()) -> Record:
        """What all tasks of the article have."""
        article = self.annotated.article
        about = article_record(article)
        tags = about.pop("tags")
        del about["text"]
        return {
            "text": article.text,
            "meta": {name: about[name] for name in _SHOWN if about[name]},
            **({"tokens": list(tokens)} if tokens else {}),
            **({"accept": tags} if tags else {}),
            OWN: {name: value for name, value in about.items() if value not in (None, [], "")},
        }

    def _marked(self, marking: Marking) -> Record:
        """The marks of a task and the relations between them."""
        spans = [self._span(number, mark) for number, mark in enumerate(marking.marks)]
        values = map(self._values, marking.marks)
        return {
            "spans": [span | more for span, more in zip(spans, values, strict=True)],
            "relations": [_relation(spans, link) for link in marking.links],
        }

    def _span(self, number: int, mark: Mark) -> Record:
        first, after = self.tokens.around(mark.start, mark.end)
        start, end = self.tokens.tokens[first].start, self.tokens.tokens[after - 1].end
        exact = {} if (start, end) == (mark.start, mark.end) else {EXACT: [mark.start, mark.end]}
        self.losses.add("the bounds of {} spans, which are widened to whole tokens", len(exact))
        return {
            "start": start,
            "end": end,
            "token_start": first,
            "token_end": after - 1,
            "label": mark.label,
            "text": self.annotated.article.text[start:end],
            MARK: number,
            **exact,
        }

    def _values(self, mark: Mark) -> Record:
        if mark.annotation is None:
            return {}
        known_as = self.annotated.record_of(mark.annotation).get(KNOWN_AS)
        return {VALUES: {**mark.values, **({KNOWN_AS: known_as} if known_as else {})}}


def _is_rejected(annotation: Annotation) -> bool:
    return annotation.status is Status.REJECTED


def _answer(article: Article, annotations: Sequence[Annotation]) -> str | None:
    """What a person has answered; null if something waits, or nobody has looked."""
    if article.state is ArticleState.EXCLUDED:
        return IGNORE
    if any(each.status is Status.SUGGESTED for each in annotations):
        return None
    return ACCEPT if annotations or article.state is ArticleState.REVIEWED else None


def _token(text: str, number: int, token: Token) -> Record:
    return {
        "text": text[token.start : token.end],
        "start": token.start,
        "end": token.end,
        "id": number,
        "ws": token.space,
    }


def _relation(spans: Sequence[Mapping[str, object]], link: Link) -> Record:
    """Of the quote or figure, the head, to what it has; both by the last of their tokens."""
    head, child = dict(spans[link.source]), dict(spans[link.target])
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "head_span": head,
        "child_span": child,
        "label": link.label,
    }


FORMAT = Format(
    name="prodigy",
    title="tasks for Prodigy, as JSON lines",
    suffix=".jsonl",
    carries=EVERYTHING,
    cannot="in the views ner and relations what these do not show",
    write=write,
    read=read,
    settings={
        VIEW: "the interface that shows the tasks: spans (the default), ner (names alone) or"
        " relations"
    },
    needs_tokens=True,
)
