"""What `spacy convert` makes of both formats."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotations.formats import AnnotatedArticle
from annotations.formats.conll import conll2003, conllu
from annotations.formats.conll.chunks import Chunk, chunks_of
from annotations.formats.losses import Losses
from tests.annotations.formats.conll.words import files_of, tokenise
from tests.annotations.formats.hard_articles import hard_articles

_CONVERT = """
import json, pathlib, sys
import spacy
from spacy.cli.convert import convert
from spacy.tokens import DocBin

folder, vocab = pathlib.Path(sys.argv[1]), spacy.blank("en").vocab
for path in folder.glob("*.conll*"):
    kind = "ner" if path.suffix == ".conll" else "conllu"
    (folder / kind).mkdir(exist_ok=True)
    convert(path, folder / kind, converter=kind, file_type="spacy", silent=True)
print(json.dumps({
    path.parent.name + "/" + path.stem: [
        {"words": len(doc), "ents": [[e.start, e.end, e.label_] for e in doc.ents]}
        for doc in DocBin().from_disk(path).get_docs(vocab)
    ]
    for path in folder.glob("*/*.spacy")
}))
"""


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, object]]]:
    """The documents of each file: how many words, and which of them are entities."""
    folder: Path = tmp_path_factory.mktemp("convert")
    written = {
        **files_of(conll2003.FORMAT, *hard_articles()),
        **files_of(conllu.FORMAT, *hard_articles(), key="name"),
    }
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    ran = subprocess.run(
        [sys.executable, "-c", _CONVERT, str(folder)], capture_output=True, text=True, check=True
    )
    found: dict[str, list[dict[str, object]]] = json.loads(ran.stdout.splitlines()[-1])
    return found


def expected(article: AnnotatedArticle, layer: str) -> list[Chunk]:
    own = [each for each in article.annotations if each.layer == layer]
    tokens = tokenise(article.article.text)
    return chunks_of(own, tokens, words="", losses=Losses(), parted=True)


@pytest.mark.parametrize("layer", ["entities", "quotes", "casualties"])
def test_conll_2003_is_a_document_an_article(
    converted: dict[str, list[dict[str, object]]], layer: str
) -> None:
    assert converted[f"ner/{layer}"] == [
        {
            "words": len(tokenise(each.article.text).tokens),
            "ents": [[one.first, one.end, one.label] for one in expected(each, layer)],
        }
        for each in hard_articles()
    ]


def test_conll_u_is_a_document_a_sentence(converted: dict[str, list[dict[str, object]]]) -> None:
    found = converted["conllu/entities"]
    sentences = [
        (first, end, expected(each, "entities"))
        for each in hard_articles()
        for first, end in tokenise(each.article.text).sentences
    ]
    assert found == [
        {
            "words": end - first,
            "ents": [
                [one.first - first, one.end - first, one.label]
                for one in chunks
                if first <= one.first < end
            ],
        }
        for first, end, chunks in sentences
    ]
