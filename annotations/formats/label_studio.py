"""Tasks of Label Studio: a JSON array in `tasks.json`, with `config.xml` for its labels beside it.

What machines propose are predictions, one a detector; what people decided are annotations, one a
person; what they rejected are predictions of a model version of its own, to be shown to nobody
again. Offsets are UTF-16 units, as JavaScript counts them. `id` and `to_name` and so on are as in
https://labelstud.io/guide/task_format.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotations.errors import UsageError
from annotations.formats.annotated import KNOWN_AS, AnnotatedArticle
from annotations.formats.carrying import everything_but
from annotations.formats.format import Format, Piece, Writing
from annotations.formats.label_studio_controls import (
    CHOICES,
    LABELS,
    OWN,
    REJECTED,
    TAGS,
    TEXT,
    InUse,
    provenance,
    values_of_region,
)
from annotations.formats.label_studio_reading import read, read_folder
from annotations.formats.marking import Link, Mark, marking_of
from annotations.formats.utf16 import Units
from annotations.model import Annotation, Confidence, Status
from annotations.records import Record, article_record

TASKS_FILE, CONFIGURATION_FILE = "tasks.json", "config.xml"

USERS = "users"
_BY_MAIL = "email"

_SCORES = {Confidence.HIGH: 0.9, Confidence.MEDIUM: 0.6, Confidence.LOW: 0.3}


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[Piece]:
    """Yield the tasks, then the configuration for what is in them.

    Raises:
        UsageError: If a setting is unknown.
    """
    users = writing.settings.get(USERS, "")
    if users not in ("", _BY_MAIL):
        raise UsageError(f"--set {USERS}={users} is nothing.", hint=f"It takes: {_BY_MAIL}.")
    used = InUse()
    between = "[\n"
    for number, each in enumerate(articles, start=1):
        task = _Task(number=number, annotated=each, used=used, by_mail=bool(users)).record()
        yield Piece(TASKS_FILE, between + json.dumps(task, ensure_ascii=False))
        between = ",\n"
    yield Piece(TASKS_FILE, "[]\n" if between == "[\n" else "\n]\n")
    yield Piece(CONFIGURATION_FILE, used.configuration())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """One article's task."""

    number: int
    annotated: AnnotatedArticle
    used: InUse
    by_mail: bool

    def record(self) -> Record:
        article = self.annotated.article
        about = article_record(article)
        self.used.tags.update(dict.fromkeys(article.tags))
        text = about.pop("text")
        known = {"article_id": about.pop("id")} | about
        said = {name: value for name, value in known.items() if value not in (None, [])}
        people, machines, rejected = self._groups()
        predictions = [self._prediction(*each) for each in machines.items()]
        predictions += [
            self._prediction(f"{detector}{REJECTED}", each) for detector, each in rejected.items()
        ]
        return {
            "id": self.number,
            "data": {"text": text, **said},
            "annotations": [self._annotation(*each) for each in enumerate(people.items())],
            "predictions": predictions,
        }

    def _groups(self) -> tuple[dict[str, list[Annotation]], ...]:
        """What each person decided, and what of each machine is open and was rejected."""
        people: dict[str, list[Annotation]] = {}
        machines: dict[str, list[Annotation]] = {}
        rejected: dict[str, list[Annotation]] = {}
        for each in self.annotated.annotations:
            if each.status is Status.SUGGESTED:
                machines.setdefault(each.detector or "", []).append(each)
            elif each.status is Status.REJECTED:
                rejected.setdefault(each.detector or "", []).append(each)
            else:
                people.setdefault(each.annotator or "", []).append(each)
        return people, machines, rejected

    def _annotation(self, number: int, group: tuple[str, Sequence[Annotation]]) -> Record:
        """Whoever imports it is its annotator: Label Studio takes no names of strangers."""
        person, annotations = group
        is_user = self.by_mail and "@" in person
        return {
            "id": number + 1,
            **({"completed_by": {"email": person}} if is_user else {}),
            "was_cancelled": False,
            "ground_truth": False,
            "result": self._results(f"a{number}", annotations) + self._tags(),
        }

    def _prediction(self, version: str, annotations: Sequence[Annotation]) -> Record:
        known = [_SCORES[each.confidence] for each in annotations if each.confidence is not None]
        return {
            "model_version": version,
            **({"score": round(sum(known) / len(known), 4)} if known else {}),
            "result": self._results(version, annotations),
        }

    def _tags(self) -> list[Record]:
        tags = self.annotated.article.tags
        value = {"choices": list(tags)}
        return [_result("tags", TAGS, CHOICES, value)] if tags else []

    def _results(self, group: str, annotations: Sequence[Annotation]) -> list[Record]:
        """The regions of a group of annotations, their values and the relations between them."""
        marking = marking_of(annotations)
        units = Units(self.annotated.article.text)
        ids = [f"{group}-{number}" for number in range(len(marking.marks))]
        results: list[Record] = []
        for region, mark in zip(ids, marking.marks, strict=True):
            results += self._region(region, mark, units)
        return results + [self._relation(ids, link) for link in marking.links]

    def _region(self, region: str, mark: Mark, units: Units) -> list[Record]:
        self.used.note(mark.label, mark.values)
        place = {
            "start": units.of(mark.start),
            "end": units.of(mark.end),
            "text": self.annotated.article.text[mark.start : mark.end],
        }
        marked = _result(region, LABELS, "labels", place | {"labels": [mark.label]})
        marked |= self._about(mark)
        values = values_of_region(mark.values)
        return [marked, *(_result(region, name, kind, place | said) for name, kind, said in values)]

    def _about(self, mark: Mark) -> Record:
        annotation = mark.annotation
        if annotation is None:
            return {}
        known_as = self.annotated.record_of(annotation).get(KNOWN_AS)
        own = provenance(mark.values) | ({} if known_as is None else {KNOWN_AS: known_as})
        score = {} if annotation.confidence is None else {"score": _SCORES[annotation.confidence]}
        return {"meta": {OWN: own}, **score}

    def _relation(self, ids: Sequence[str], link: Link) -> Record:
        self.used.relations[link.label] = None
        return {
            "type": "relation",
            "from_id": ids[link.source],
            "to_id": ids[link.target],
            "direction": "right",
            "labels": [link.label],
        }


def _result(region: str, control: str, kind: str, value: dict[str, Any]) -> Record:
    return {"id": region, "from_name": control, "to_name": TEXT, "type": kind, "value": value}


FORMAT = Format(
    name="label-studio",
    title="tasks for Label Studio, with their labelling configuration",
    suffix="",
    carries=everything_but(),
    write=write,
    read=read,
    read_folder=read_folder,
    settings={
        USERS: "email, for annotators whose names are e-mail addresses to be users of Label Studio,"
        " which has to know them"
    },
)
