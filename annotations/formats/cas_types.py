"""The type system of exported CASes, made with dkpro-cassis."""

from importlib import import_module
from typing import Any

from annotations.errors import UsageError
from annotations.formats.cas_layers import (
    ABOUT,
    ABOUT_FEATURES,
    FEATURE_NAMES,
    FEATURES,
    KIND_FEATURES,
    LABEL,
    LINK_TYPES,
    METADATA,
    PART,
    PARTS_FEATURE,
    ROLE,
    STRING,
    TARGET,
)

_SPAN, _DOCUMENT, _BASE = (
    "uima.tcas.Annotation",
    "uima.tcas.DocumentAnnotation",
    "uima.cas.AnnotationBase",
)
_METADATA_FEATURES = ("documentTitle", "documentId", "documentUri", "collectionId")


def cassis() -> Any:
    """The library that reads and writes CASes; it takes 0.1 s to import.

    Raises:
        UsageError: If it is not installed.
    """
    try:
        return import_module("cassis")
    except ModuleNotFoundError as error:
        raise UsageError(
            "Files of UIMA need a part of closeread that is not installed.",
            hint="Install it with `pip install 'closeread[cas]'`.",
        ) from error


def type_system() -> Any:
    """A type system with the types of names, quotes and figures and of what is known of articles.

    Raises:
        UsageError: If the library is not installed.
    """
    types = cassis().TypeSystem()
    metadata = types.create_type(METADATA, _DOCUMENT)
    for name in _METADATA_FEATURES:
        types.create_feature(metadata, name, STRING)
    about = types.create_type(ABOUT, _BASE, description="What is known of the article.")
    for name, range_ in ABOUT_FEATURES.items():
        types.create_feature(about, FEATURE_NAMES.get(name, name), range_)
    part = types.create_type(PART, _SPAN, description="A speaker, a cue, a number.")
    types.create_feature(part, LABEL, STRING)
    for name in FEATURES:
        _create_layer(types, name)
    return types


def _create_layer(types: Any, name: str) -> None:
    layer = types.create_type(name, _SPAN)
    types.create_feature(layer, KIND_FEATURES[name], STRING)
    for field, range_ in FEATURES[name].items():
        types.create_feature(layer, FEATURE_NAMES.get(field, field), range_)
    if name in LINK_TYPES:
        link = types.create_type(LINK_TYPES[name], "uima.cas.TOP")
        types.create_feature(link, ROLE, STRING)
        types.create_feature(link, TARGET, _SPAN)
        types.create_feature(layer, PARTS_FEATURE, "uima.cas.FSArray", elementType=link)
