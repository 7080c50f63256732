"""spaCy's DocBins, one file or a folder of them, to train pipelines on.

Names are in `doc.ents`, those that overlap a longer one left out; all annotations of a layer are in
the span group `entities`, `quotes` or `casualties`, what was rejected in `entities_rejected` and so
on, speakers, cues and numbers in `parts`, and all layers once more in `sc`. Tags of articles are
in `doc.cats`. What stands on no token bounds is widened to whole tokens; where it exactly stands,
and all else that is known, is in the attributes of the groups and in `doc.user_data`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from annotations.errors import UsageError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.carrying import EVERYTHING
from annotations.formats.docbin_layout import LAYERS, PARTS, rejected
from annotations.formats.docbin_reading import read, read_folder
from annotations.formats.format import Format, Piece, Writing
from annotations.formats.losses import Losses
from annotations.formats.marking import Mark, marking_of
from annotations.formats.training_sets import DEV, SPLIT, TRAIN, set_of, share
from annotations.model import Entity, Status
from annotations.records import Record, article_record

CATS, UNMARKED = "cats", "unmarked"

SHARD = 250_000
"""Tokens after which a folder gets another file: some 400 articles."""
MOST = 5_000_000
"""Tokens of one file, at the most. spaCy holds a file in memory as a whole."""

_OUTSIDE, _MISSING = "outside", "missing"

_TOLD = {
    "widened": "the bounds of {} spans, which are widened to whole tokens",
    "overlapping": "{} names that overlap a longer one in doc.ents",
    "blank": "{} names of blank space in doc.ents",
    "refused": "{} articles altogether, which spaCy cannot take",
}

_SETTINGS = {
    CATS: "tags, with commas between, that doc.cats says yes or no to in every article",
    UNMARKED: f"whether tokens without a name count as {_OUTSIDE} (the default) or as {_MISSING},"
    " so that nothing is learnt from them",
}

Request = Callable[[AnnotatedArticle], dict[str, Any]]
"""How an article is put to the process that makes its document."""


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[bytes]:
    """Yield one DocBin.

    Raises:
        UsageError: If there are too many articles for one, or a setting makes no sense.
        DetectorDied: If spaCy's process has ended.
    """
    from annotations.detect.docbins import DocBinWriter

    request = requests(writing.settings)
    with DocBinWriter() as bins:
        for each in articles:
            answer = bins.add(request(each) | {"set": TRAIN})
            if _tokens(answer, writing.losses) > MOST:
                raise UsageError(
                    f"One file cannot hold more than {MOST:,} tokens.",
                    hint=f"Write a folder of files: --format {CORPUS.name}.",
                )
        yield from bins.finish(TRAIN)


def write_corpus(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[Piece]:
    """Yield DocBins of a bounded size: `0001.spacy` and so on, in `train/` and `dev/` if split.

    Raises:
        UsageError: If a setting makes no sense.
        DetectorDied: If spaCy's process has ended.
    """
    from annotations.detect.docbins import DocBinWriter

    request, learnt = requests(writing.settings), share(writing.settings)
    files = dict.fromkeys(("",) if learnt is None else (TRAIN, DEV), 0)
    tokens = dict.fromkeys(files, 0)
    with DocBinWriter() as bins:

        def finished(name: str) -> Iterator[Piece]:
            files[name], tokens[name] = files[name] + 1, 0
            path = f"{name}/{files[name]:04}.spacy".lstrip("/")
            return (Piece(path, data) for data in bins.finish(name))

        for each in articles:
            name = "" if learnt is None else set_of(each.article.id, learnt)
            answer = bins.add(request(each) | {"set": name})
            tokens[name] = _tokens(answer, writing.losses)
            if tokens[name] >= SHARD:
                yield from finished(name)
        for name in files:
            if tokens[name] or not files[name]:
                yield from finished(name)


def _tokens(answer: Mapping[str, Any], losses: Losses) -> int:
    """How many tokens a DocBin has with an article, after counting what the article loses."""
    for what, phrase in _TOLD.items():
        losses.add(phrase, answer["told"].get(what, 0))
    return int(answer["tokens"])


def requests(settings: Mapping[str, str]) -> Request:
    """Puts articles as settings ask for it; see `annotations.detect.docbin_docs.doc_of`.

    Raises:
        UsageError: If a setting makes no sense.
    """
    missing = _is_missing(settings)
    categories = [each.strip() for each in settings.get(CATS, "").split(",") if each.strip()]

    def request(annotated: AnnotatedArticle) -> dict[str, Any]:
        article = annotated.article
        about = article_record(article)
        del about["text"]
        return {
            "text": article.text,
            "article_id": article.id,
            "article": about,
            "cats": dict.fromkeys(categories or article.tags, 0.0)
            | {tag: 1.0 for tag in article.tags if tag in categories or not categories},
            "missing": missing,
            "groups": _groups(annotated),
        }

    return request


def _is_missing(settings: Mapping[str, str]) -> bool:
    asked = settings.get(UNMARKED, _OUTSIDE)
    if asked not in (_OUTSIDE, _MISSING):
        raise UsageError(
            f"--set {UNMARKED}={asked} is not known.", hint=f"Choose {_OUTSIDE} or {_MISSING}."
        )
    return asked == _MISSING


def _groups(annotated: AnnotatedArticle) -> dict[str, list[Record]]:
    """The marks of an article by the span groups that they go into."""
    groups: dict[str, list[Record]] = {
        name: [] for name in (*LAYERS, *map(rejected, LAYERS), PARTS)
    }
    for mark in marking_of(annotated.annotations).marks:
        name = PARTS
        if mark.annotation is not None:
            name = mark.annotation.layer.value
            if mark.annotation.status is Status.REJECTED:
                name = rejected(name)
        groups[name].append(_mark(annotated, mark))
    return groups


def _mark(annotated: AnnotatedArticle, mark: Mark) -> Record:
    annotation = mark.annotation
    name = annotation.name if isinstance(annotation, Entity) else None
    return {
        "start": mark.start,
        "end": mark.end,
        "label": mark.label,
        "id": name or "",
        "record": None if annotation is None else annotated.record_of(annotation),
    }


FORMAT = Format(
    name="spacy",
    title="a spaCy DocBin, to train and to measure pipelines",
    suffix=".spacy",
    carries=EVERYTHING,
    cannot="of doc.ents what overlaps; the span groups have it all",
    write=write,
    read=read,
    settings=_SETTINGS,
    is_binary=True,
)

CORPUS = Format(
    name="spacy-corpus",
    title="a folder of spaCy DocBins, of any number of articles, parted for training if asked",
    suffix="",
    carries=EVERYTHING,
    cannot=FORMAT.cannot,
    write=write_corpus,
    read_folder=read_folder,
    settings={SPLIT: "the share of articles in train/, such as 0.8; the others are in dev/"}
    | _SETTINGS,
    is_binary=True,
)
