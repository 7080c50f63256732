"""Parts of zipped documents are read within bounds."""

import io
import zipfile

import pytest

from annotations.errors import SourceError
from annotations.sources.documents.zipped import first_names, media_type, opened
from annotations.sources.head import Head


def zipped(**members: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return file.getvalue()


def test_a_part_that_unpacks_to_too_much() -> None:
    with (
        opened(io.BytesIO(zipped(a="x" * 1_000_000)), "a.docx") as parts,
        pytest.raises(SourceError, match=r"a.docx has a part of more than 0 MB \(a\)"),
    ):
        parts.data("a", most=999_999)


def test_a_part_that_is_missing_is_empty() -> None:
    with opened(io.BytesIO(zipped(a="x")), "a.docx") as parts:
        assert (parts.data("b"), "a" in parts, "b" in parts) == (b"", True, False)


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotations.sources.documents.limits.PARTS", 2)
    data = zipped(a="", b="", c="")
    with (
        pytest.raises(SourceError, match=r"a.docx has more than 2 parts\."),
        opened(io.BytesIO(data), "a.docx"),
    ):
        pass


def test_a_part_whose_bytes_are_broken() -> None:
    data = bytearray(zipped(a="The guns fell silent on Monday. " * 20))
    data[40:50] = b"\xff" * 10
    with (
        opened(io.BytesIO(bytes(data)), "a.docx") as parts,
        pytest.raises(SourceError, match=r"a.docx is damaged: "),
    ):
        parts.data("a")


def test_names_and_type_by_the_first_bytes() -> None:
    head = Head(data=zipped(mimetype="a/b", c="x"), name="x")
    assert first_names(head)[:2] == ["mimetype", "c"]
    assert media_type(Head(data=b"PK\x03\x04", name="x")) == ""
    assert first_names(Head(data=b"%PDF", name="x")) == []
    assert media_type(Head(data=zipped(c="x"), name="x")) == ""
