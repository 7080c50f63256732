"""Markdown to read as it is or rendered: a file an article, with its metadata at the head.

Names are bold, numbers of people in italics; footnotes say who said a quote and what a figure
counts, and a table has all names. Front matter is YAML; footnotes are those of GitHub, Pandoc and
Obsidian.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.file_names import FileNames
from annotations.formats.format import Format, Piece, Writing
from annotations.formats.losses import Losses
from annotations.formats.marking import label_of
from annotations.formats.readable.facts import (
    CARRIES,
    article_facts,
    facts,
    heading,
    in_quotes,
    of_layer,
    one_line,
    provenance,
    shown,
    speaker,
)
from annotations.formats.readable.markdown_text import (
    BOLD,
    ITALICS,
    Emphasis,
    escaped,
    fitting,
    paragraphs_of,
)
from annotations.model import Annotation, Article, Layer, Quote
from annotations.model.entities import NUMBER_LABELS

_RULE = "* * *"


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[Piece]:
    """A file an article, named after its day and title."""
    names = FileNames()
    for annotated in articles:
        parts = _parts(annotated, shown(annotated, writing.losses), writing.losses)
        head = front_matter(annotated.article)
        yield Piece(
            f"{names.name_of(annotated.article)}.md", f"{head}\n" + "\n\n".join(parts) + "\n"
        )


def front_matter(article: Article) -> str:
    """What is known of an article, in YAML between two lines of `---`."""
    import yaml  # 40 ms

    known = yaml.safe_dump(
        dict(article_facts(article)), allow_unicode=True, sort_keys=False, width=1_000_000
    )
    return f"---\n{known}---\n"


def _parts(
    annotated: AnnotatedArticle, annotations: tuple[Annotation, ...], losses: Losses
) -> Iterator[str]:
    """Heading, text between two rules, names, footnotes."""
    article = annotated.article
    noted = [each for each in annotations if each.layer is not Layer.ENTITIES]
    noted.sort(key=lambda each: _behind(article.text, each))
    notes: dict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(noted, start=1):
        notes[_behind(article.text, each)].append(number)
    yield f"# {escaped(heading(article))}"
    if provenance(article):
        yield escaped(provenance(article))
    yield _RULE
    yield from paragraphs_of(article.text, _emphasised(article.text, annotations, losses), notes)
    yield _RULE
    names = of_layer(annotations, Layer.ENTITIES)
    if names:
        yield _table(annotated, names)
    for number, each in enumerate(noted, start=1):
        yield f"[^{number}]: {_note(annotated, each)}"


def _behind(text: str, annotation: Annotation) -> int:
    """Where a footnote stands: behind the last character that is not blank."""
    return annotation.start + len(text[annotation.start : annotation.end].rstrip())


def _emphasised(text: str, annotations: Sequence[Annotation], losses: Losses) -> Sequence[Emphasis]:
    figures = {(each.start, each.end) for each in annotations if each.layer is Layer.CASUALTIES}
    names = {
        (each.start, each.end)
        for each in annotations
        if each.layer is Layer.ENTITIES and each.kind not in NUMBER_LABELS
    }
    wanted = [
        *(Emphasis(*place, ITALICS) for place in sorted(figures)),
        *(Emphasis(*place, BOLD) for place in sorted(names - figures, key=_longest_first)),
    ]
    taken = fitting(text, wanted)
    losses.add("the emphasis on {} names and figures, which are listed", len(wanted) - len(taken))
    return taken


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] - place[1], place[0]


def _note(annotated: AnnotatedArticle, annotation: Annotation) -> str:
    """What a footnote says of a quote or a figure, in one line."""
    said = dict(facts(annotated, annotation))
    if not isinstance(annotation, Quote):
        return escaped(f"{annotation.kind}: {one_line(annotation.text)} ({_said(said)})")
    who = speaker(annotation)
    for name in ("speaker", "speaker name"):
        if said.get(name) == who:
            del said[name]
    cited = f"{in_quotes(annotation)}{f' — {who}' if who else ''}"
    return escaped(f"{annotation.kind} quote: {cited} ({_said(said)})")


def _said(said: Mapping[str, str]) -> str:
    return "; ".join(f"{name}: {one_line(value)}" for name, value in said.items())


def _table(annotated: AnnotatedArticle, names: Sequence[Annotation]) -> str:
    """What is said of names: a row for all of the same words of which the same is said."""
    rows: dict[tuple[str, str, str], int] = defaultdict(int)
    for each in names:
        rows[one_line(each.text), label_of(each), _said(facts(annotated, each))] += 1
    lines = (
        f"| {escaped(words)} | {escaped(label)} | {times} | {escaped(said)} |"
        for (words, label, said), times in rows.items()
    )
    return "\n".join(
        ("| Words | Label | Times | What is said of them |", "|---|---|--:|---|", *lines)
    )


FORMAT = Format(
    name="markdown",
    title="a folder of Markdown to read, a file an article, with footnotes",
    suffix="",
    carries=CARRIES,
    cannot="what was rejected, and emphasis within emphasis",
    write=write,
)
