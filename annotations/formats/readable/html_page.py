"""An article as a page: what is known of it, its marked text, and all that is said of the marks."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.marking import label_of
from annotations.formats.readable.facts import article_facts, facts, heading, of_layer, one_line
from annotations.formats.readable.html_style import STYLE
from annotations.formats.readable.html_text import CLASSES, escaped, marked_text
from annotations.model import ENTITY_LABELS, Annotation, Layer

_TITLES: Mapping[Layer, str] = {
    Layer.ENTITIES: "Names",
    Layer.QUOTES: "Quotes",
    Layer.CASUALTIES: "Figures",
}
_LEGEND = """\
<p class="legend">Signs: <mark class="name">names</mark> are underlined,
<q class="quote">quotes</q> have a dotted line, <mark class="figure">figures</mark> a box.
The small label in front says what it is; “?” after it: nobody has checked it.</p>
"""


def page_head(title: str) -> str:
    """The beginning of a page, which asks nothing of any server and runs nothing."""
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    )


PAGE_FOOT = "</body>\n</html>\n"


def article_element(annotated: AnnotatedArticle, annotations: tuple[Annotation, ...]) -> str:
    """An article as an element.

    Args:
        annotated: The article.
        annotations: Those of its annotations to show, by start, outer ones first.
    """
    article = annotated.article
    titles = [_title(annotated, each) for each in annotations]
    language = f' lang="{escaped(article.language)}"' if article.language else ""
    return "".join(
        (
            f'<article>\n<h1 dir="auto"{language}>{escaped(heading(article))}</h1>\n',
            _known(article_facts(article)),
            _LEGEND if annotations else "",
            f'<div class="text" dir="auto"{language}>',
            marked_text(article.text, annotations, titles),
            "</div>\n",
            *_tables(annotated, annotations),
            "</article>\n",
        )
    )


def linked(address: str) -> str:
    """An address as a link, if it is one of the web; else its text."""
    try:
        is_web = urlsplit(address).scheme.lower() in ("http", "https")
    except ValueError:
        is_web = False
    shown = escaped(address)
    return f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>' if is_web else shown


def _known(known: Mapping[str, object]) -> str:
    rows = (
        f'<dt>{name.replace("_", " ")}</dt><dd dir="auto">{_value(name, value)}</dd>\n'
        for name, value in known.items()
    )
    return f"<details open><summary>About</summary>\n<dl>\n{''.join(rows)}</dl>\n</details>\n"


def _value(name: str, value: object) -> str:
    if name == "url":
        return linked(str(value))
    return escaped("; ".join(value) if isinstance(value, list) else str(value))


def _title(annotated: AnnotatedArticle, annotation: Annotation) -> str:
    said = (f"{name}: {value}" for name, value in facts(annotated, annotation).items())
    return "\n".join((label_of(annotation), *said))


def _tables(annotated: AnnotatedArticle, annotations: tuple[Annotation, ...]) -> Iterator[str]:
    for layer, title in _TITLES.items():
        rows = "".join(_row(annotated, each) for each in of_layer(annotations, layer))
        if rows:
            yield (
                f'<h2>{title}</h2>\n<table class="{CLASSES[layer]}s">\n<tr><th>Words</th>'
                f"<th>Label</th><th>What is said of them</th></tr>\n{rows}</table>\n"
            )


def _row(annotated: AnnotatedArticle, annotation: Annotation) -> str:
    label = label_of(annotation)
    gloss = ENTITY_LABELS.get(label, "")
    shown = f'<abbr title="{escaped(gloss)}">{escaped(label)}</abbr>' if gloss else escaped(label)
    said = "<br>".join(
        f"<b>{escaped(name)}</b> <bdi>{escaped(value)}</bdi>"
        for name, value in facts(annotated, annotation).items()
    )
    words = escaped(one_line(annotation.text))
    return f'<tr><td dir="auto">{words}</td><td>{shown}</td><td>{said}</td></tr>\n'
