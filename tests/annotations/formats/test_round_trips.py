"""What comes back from every format that can be read is what it says that it carries."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotations.detect.tokenising import Tokeniser
from annotations.formats import FORMATS, AnnotatedArticle, Format, Losses, Writing, stripped
from annotations.sources import Input
from reader.exports.delivery import deliver
from tests.annotations.formats.hard_articles import hard_articles

LIBRARIES = {"xmi": "cassis", "cas-json": "cassis"}
"""What formats need that is an extra of closeread's."""

READABLE = [each for each in FORMATS.values() if each.read or each.read_folder]


def brought_back(
    format_: Format, articles: Sequence[AnnotatedArticle], folder: Path
) -> tuple[list[object], Losses]:
    """What is read of what was written, and what the writer says is lost."""
    target = folder / f"export{format_.suffix}"
    losses = Losses()
    with Tokeniser() as tokenise:
        deliver(format_, format_.write(articles, Writing(losses=losses, tokenise=tokenise)), target)
    if format_.read_folder is not None:
        return list(format_.read_folder(target)), losses
    assert format_.read is not None
    with target.open("rb") as file:
        return list(format_.read(Input(name="x", stream=file, origin=str(target)))), losses


def _needs(format_: Format) -> None:
    if format_.name in LIBRARIES:
        pytest.importorskip(LIBRARIES[format_.name])


@pytest.mark.parametrize("format_", READABLE, ids=lambda each: each.name)
def test_what_is_carried_comes_back(format_: Format, tmp_path: Path) -> None:
    _needs(format_)
    written = hard_articles()
    found, losses = brought_back(format_, written, tmp_path)
    if not losses:
        assert found == [stripped(each, format_.carries) for each in written]
    else:
        assert format_.cannot
        assert all(isinstance(each, AnnotatedArticle) for each in found)


@pytest.mark.parametrize("format_", FORMATS.values(), ids=lambda each: each.name)
def test_the_same_articles_give_the_same_bytes(format_: Format, tmp_path: Path) -> None:
    _needs(format_)
    made = []
    for name in ("a", "b"):
        target = tmp_path / f"{name}{format_.suffix}"
        with Tokeniser() as tokenise:
            deliver(format_, format_.write(hard_articles(), Writing(tokenise=tokenise)), target)
        files = sorted(target.rglob("*")) if target.is_dir() else [target]
        made.append([each.read_bytes() for each in files if each.is_file()])
    assert made[0] == made[1]
