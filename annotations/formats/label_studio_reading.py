"""What Label Studio exports as JSON or JSON-MIN, read back into articles.

All annotations of a task are read, the latest first: of what two people have marked alike, the
latest counts. What is in an annotation is a person's; what somebody took out of a prediction that
they started from is rejected. Skipped tasks and drafts are left out and told.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotations.errors import CloseReadError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.fitting import fitting, told
from annotations.formats.json_arrays import read_items
from annotations.formats.label_studio_controls import LABELS, REJECTED, TAGS
from annotations.formats.label_studio_regions import Maker, Regions
from annotations.formats.marking import Marking
from annotations.records import Record
from annotations.sources import folders
from annotations.sources.inputs import Input
from annotations.sources.json_lines import article_of
from annotations.text import clean_line

_OURS = "closeread-export.json"


def read_folder(folder: Path) -> Iterator[AnnotatedArticle | CloseReadError]:
    """Read the files of tasks in a folder."""
    for path in folders.files(folder, is_wanted=_is_wanted):
        if isinstance(path, CloseReadError):
            yield path
            continue
        with path.open("rb") as file:
            yield from read(Input(name=clean_line(path.name), stream=file, origin=str(path)))


def _is_wanted(name: str) -> bool:
    return name.lower().endswith(".json") and not name.endswith(_OURS)


def read(given: Input) -> Iterator[AnnotatedArticle | CloseReadError]:
    """Read tasks. What cannot be read is told in its place, and last what was left out."""
    left_out: Counter[str] = Counter()
    for number, item in enumerate(read_items(given), start=1):
        if isinstance(item, CloseReadError):
            yield item
            continue
        where = f"{given.name}, task {clean_line(str(item.get('id', number)))}"
        try:
            yield from _Task(record=_whole(item), where=where, left_out=left_out).read()
        except CloseReadError as error:
            yield told(where, error)
    for what, count in left_out.items():
        yield SourceError(f"{given.name}: {count:,} {what}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """One task."""

    record: Mapping[str, Any]
    where: str
    left_out: Counter[str]

    def read(self) -> Iterator[AnnotatedArticle | CloseReadError]:
        """The article of the task, and what of it could not be read.

        Raises:
            SourceError: If there is no text in it.
        """
        data = self.record["data"]
        text = _text(data)
        regions = Regions(text=text, where=self.where, left_out=self.left_out)
        annotations = sorted(self._annotations(), key=_age, reverse=True)
        for each in annotations:
            regions.add(_listed(each, "result"), Maker(is_person=True, name=_person(each)))
        for each in _listed(self.record, "predictions"):
            regions.add(_listed(each, "result"), _machine(each, annotations))
        about = data | {"id": data.get("article_id") or data.get("id"), "text": text}
        article = article_of(about | ({"tags": regions.tags} if regions.tags else {}))
        marking = Marking(tuple(regions.marks), tuple(regions.links))
        annotated, errors = fitting(article, marking, where=self.where)
        yield annotated
        yield from (*regions.errors, *errors)

    def _annotations(self) -> Iterator[Record]:
        for each in _listed(self.record, "annotations"):
            if each.get("was_cancelled"):
                self.left_out["annotations were skipped by their annotators"] += 1
            else:
                yield each
        drafts = len(_listed(self.record, "drafts"))
        if drafts:
            self.left_out["drafts were left out"] += drafts


def _machine(prediction: Record, annotations: Sequence[Record]) -> Maker:
    """Who has made a prediction, and what is left of it in the annotation made from it."""
    version = prediction.get("model_version")
    name = clean_line(version.removesuffix(REJECTED)) if isinstance(version, str) else None
    number = prediction.get("id")
    for each in annotations:
        if number is not None and each.get("parent_prediction") == number:
            kept = frozenset(str(result.get("id")) for result in _listed(each, "result"))
            return Maker(is_person=False, name=name, kept=kept, refuser=_person(each))
    return Maker(is_person=False, name=name)


def _person(annotation: Mapping[str, Any]) -> str | None:
    """An annotator: an e-mail address, or a number of Label Studio's."""
    user = annotation.get("completed_by")
    if isinstance(user, dict):
        user = user.get("email") or user.get("id")
    if isinstance(user, int) and not isinstance(user, bool):
        return f"user {user}"
    return clean_line(user) or None if isinstance(user, str) else None


def _age(annotation: Mapping[str, Any]) -> tuple[str, str]:
    return str(annotation.get("updated_at", "")), str(annotation.get("created_at", ""))


def _text(data: Mapping[str, Any]) -> str:
    """The text of a task: what its data calls so, or else the longest of them.

    Raises:
        SourceError: If it has none.
    """
    if isinstance(data.get("text"), str):
        return str(data["text"])
    texts = [each for each in data.values() if isinstance(each, str)]
    if not texts:
        raise SourceError("the task has no text")
    return max(texts, key=len)


def _listed(record: Mapping[str, Any], name: str) -> list[Record]:
    listed = record.get(name)
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _whole(item: Record) -> Record:
    """A task as the JSON export has it; JSON-MIN has what was marked beside the data."""
    if isinstance(item.get("data"), dict):
        return item
    results = [
        {"id": f"{name}-{index}", "from_name": LABELS, "type": "labels", "value": value}
        for name, values in item.items()
        if isinstance(values, list)
        for index, value in enumerate(values)
        if isinstance(value, dict) and "labels" in value
    ]
    chosen = item.get(TAGS)
    if isinstance(chosen, dict):
        results.append({"id": TAGS, "from_name": TAGS, "type": "choices", "value": chosen})
    annotation = {"completed_by": item.get("annotator"), "result": results}
    data = {name: value for name, value in item.items() if name not in ("id", "annotator")}
    return {"data": data, "annotations": [annotation]}
