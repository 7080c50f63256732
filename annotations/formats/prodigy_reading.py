"""What comes out of Prodigy's `db-out`: tasks that somebody has answered, read back into articles.

An accepted span is a person's; a task of one span that was rejected says that there is no such
span; what was ignored, and tasks that were rejected as a whole, are left out and told. Tasks that
closeread has written bring back all that is known of their articles.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from annotations.errors import CloseReadError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.cleaning import cleaned
from annotations.formats.marking import annotations_from
from annotations.formats.prodigy_spans import VALUES, Spans
from annotations.model import Annotation, Article, ArticleState, Layer, Status
from annotations.offsets import check
from annotations.records import Record
from annotations.sources.content_id import content_id
from annotations.sources.inputs import Input
from annotations.sources.json_lines import article_of, read_records
from annotations.text import clean_line

ACCEPT, REJECT, IGNORE = "accept", "reject", "ignore"

OWN = "closeread"
"""The key under which a task has what is known of its article."""

_LEFT_OUT = {
    IGNORE: "answered with “ignore”",
    REJECT: "rejected as a whole",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What a task says of its article."""

    article: Article
    annotations: tuple[Annotation, ...] = ()
    problems: tuple[CloseReadError, ...] = ()
    left_out: str | None = None
    """The answer, if it is one for which the task is left out."""


@dataclass(slots=True)
class _Gathered:
    """Articles that are being put together from tasks that follow each other."""

    texts: dict[str, str] = field(default_factory=dict)
    """The hash of the text of each article, by its id."""
    left_out: dict[str, int] = field(default_factory=dict)
    article: Article | None = None
    annotations: list[Annotation] = field(default_factory=list)

    def add(self, task: _Task) -> Iterator[AnnotatedArticle]:
        """Take a task in; the article before it, if it is of another."""
        if task.left_out:
            self.left_out[task.left_out] = self.left_out.get(task.left_out, 0) + 1
            return
        article = self._told_apart(task.article)
        if self.article is not None and article.id != self.article.id:
            yield from self.rest()
        self.article = self.article or article
        known = {_sameness(each): each.annotator for each in self.annotations}
        self.annotations += [
            each
            for each in task.annotations
            if known.get(_sameness(each), each.annotator) == each.annotator
        ]

    def rest(self) -> Iterator[AnnotatedArticle]:
        """The last article."""
        if self.article is not None:
            found = sorted(self.annotations, key=_order)
            yield AnnotatedArticle(article=self.article, annotations=tuple(found))
        self.article, self.annotations = None, []

    def _told_apart(self, article: Article) -> Article:
        """The article; under an id of its own if its id is one of a file that was cut in pieces."""
        digest = content_id(article.text)
        if self.texts.setdefault(article.id, digest) == digest:
            return article
        return replace(article, id=digest)


def _sameness(annotation: Annotation) -> tuple[object, ...]:
    """The same for what two people have marked alike in a text; the first of them counts."""
    is_rejected = annotation.status is Status.REJECTED
    return (*_order(annotation), annotation.kind, is_rejected)


def _order(annotation: Annotation) -> tuple[int, int, int]:
    """As a store has them."""
    return list(Layer).index(annotation.layer), annotation.start, annotation.end


def read(given: Input) -> Iterator[AnnotatedArticle | CloseReadError]:
    """Read tasks; those of one article that follow each other are put together.

    What cannot be read is told in its place, and last how many tasks were left out.
    """
    gathered = _Gathered()
    for found in read_records(given.lines(), given.name, make=_task):
        if isinstance(found, CloseReadError):
            yield found
            continue
        where = f"{given.name}, article {clean_line(found.article.id)}"
        for problem in found.problems:
            yield SourceError(f"{where}: {problem.message.removesuffix('.')}.")
        yield from gathered.add(found)
    yield from gathered.rest()
    for answer, count in gathered.left_out.items():
        yield SourceError(f"{given.name}: tasks left out, {_LEFT_OUT[answer]}: {count:,}.")


def _task(record: Record) -> _Task:
    """Make something of a task.

    Raises:
        SourceError: If it has no text.
    """
    article = article_of(_about(record) | {"text": record.get("text")})
    spans = Spans(record, article.text)
    answer = record.get("answer")
    if answer == IGNORE and article.state is not ArticleState.EXCLUDED:
        return _Task(article=article, left_out=IGNORE)
    if answer == REJECT and not _is_binary(record, spans):
        return _Task(article=article, left_out=REJECT)
    marking, problems = spans.marking(_decision(record))
    kept: list[Annotation] = []
    for each in annotations_from(article.text, marking):
        try:
            kept.append(_fitting(each, article.text))
        except CloseReadError as error:
            problems.append(error)
    return _Task(article=article, annotations=tuple(kept), problems=tuple(problems))


def _fitting(found: Annotation | CloseReadError, text: str) -> Annotation:
    """An annotation, clean, if it is one and fits the text.

    Raises:
        CloseReadError: If it does not.
    """
    if isinstance(found, CloseReadError):
        raise found
    check(found, text)
    return cleaned(found, text)


def _about(record: Mapping[str, object]) -> Record:
    """What a task knows of its article."""
    own, meta = record.get(OWN), record.get("meta")
    known = own if isinstance(own, dict) else meta if isinstance(meta, dict) else {}
    return {**known, "tags": _tags(record)}


def _tags(record: Mapping[str, object]) -> list[str]:
    """What was chosen of a task's options, or its label if it was accepted."""
    chosen, options, label = record.get("accept"), record.get("options"), record.get("label")
    texts = {
        str(each.get("id")): str(each.get("text", each.get("id")))
        for each in (options if isinstance(options, list) else ())
        if isinstance(each, dict)
    }
    found = [str(each) for each in chosen] if isinstance(chosen, list) else []
    if isinstance(label, str) and record.get("answer") == ACCEPT:
        found.append(label)
    return [texts.get(each, each) for each in found]


def _is_binary(record: Mapping[str, object], spans: Spans) -> bool:
    """Whether it was asked about one span, not about all that a person has marked."""
    view = str(record.get("_view_id", ""))
    is_manual = view.endswith("_manual") or view == "relations" or record.get("_is_binary") is False
    return len(spans) == 1 and not is_manual


def _decision(record: Mapping[str, object]) -> Callable[[Mapping[str, object]], Record]:
    """What the answer to a task makes of each of its spans."""
    answer = record.get("answer")
    who = next(
        (
            clean_line(value)
            for name in ("_annotator_id", "_session_id")
            if isinstance(value := record.get(name), str) and clean_line(value)
        ),
        None,
    )

    def decision(span: Mapping[str, object]) -> Record:
        values = span.get(VALUES)
        known: Record = dict(values) if isinstance(values, dict) else {}
        is_open = known.get("status", Status.SUGGESTED) == Status.SUGGESTED
        if not is_open or (known and who is None) or answer not in (ACCEPT, REJECT):
            return known
        if answer == REJECT:
            status = Status.REJECTED
        else:
            status = Status.ACCEPTED if known or "source" in span else Status.ADDED
        return known | {"status": status} | ({} if who is None else {"annotator": who})

    return decision
