"""The entity layer: candidates, one verdict for each string, and the name it goes by."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from annotations.detect.entities.acronyms import acronyms
from annotations.detect.entities.candidates import candidates, known_within
from annotations.detect.entities.groups import groups
from annotations.detect.entities.mentions import NUMBERS, Mention, Source
from annotations.detect.entities.names import People, bare
from annotations.detect.entities.verdicts import verdict
from annotations.model import Entity


def find_entities(doc: Doc) -> list[Entity]:
    """Find the names, numbers and dates of an article, in the order of the text."""
    source = Source(doc)
    mentions = list(_settled(source))
    people = People(each.text for each in mentions if each.label == "PERSON")
    explained = acronyms(source.text)
    return [
        Entity(
            start=each.start,
            end=each.end,
            text=each.text,
            label=each.label,
            name=_name(each, people, explained),
        )
        for each in mentions
    ]


def _settled(source: Source) -> Iterator[Mention]:
    """The mentions with the labels of their strings, in the order of the text."""
    found = candidates(source)
    labels = {group.key: verdict(group) for group in groups(source, found)}
    for each in found:
        label = labels[each.key] if each.is_name else each.label
        if label is not None:
            yield replace(each, label=label)
        else:
            yield from known_within(source, each)


def _name(each: Mention, people: People, explained: Mapping[str, str]) -> str | None:
    if each.label in NUMBERS or each.label == "LANGUAGE":
        return None
    if each.label == "PERSON":
        return people.canonical(each.text)
    name = bare(each.text)
    return explained.get(name, name)
