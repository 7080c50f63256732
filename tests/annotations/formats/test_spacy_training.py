"""spaCy's own command line takes a corpus: it finds nothing wrong with it, and learns from it."""

import subprocess
import sys
from pathlib import Path

from annotations.formats import AnnotatedArticle, Writing, docbin
from annotations.model import Annotation, Article, Entity, Quote, Status
from reader.exports.delivery import deliver

SPACY = """
from spacy.cli import app
paths = ["--paths.train", "corpus/train", "--paths.dev", "corpus/dev"]
app(["init", "fill-config", "base.cfg", "config.cfg"], standalone_mode=False)
app(["debug", "data", "config.cfg", *paths], standalone_mode=False)
app(["train", "config.cfg", "--output", "model", *paths], standalone_mode=False)
"""
"""All commands in one process, for spaCy takes seconds to load."""

CONFIG = """
[paths]
train = null
dev = null

[nlp]
lang = "en"
pipeline = ["ner", "spancat"]

[components]

[components.ner]
factory = "ner"
incorrect_spans_key = "entities_rejected"

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 8
maxout_pieces = 1
use_upper = false

[components.ner.model.tok2vec]
@architectures = "spacy.HashEmbedCNN.v2"
width = 8
depth = 1
embed_size = 50
window_size = 1
maxout_pieces = 1
subword_features = false
pretrained_vectors = null

[components.spancat]
factory = "spancat"
spans_key = "sc"

[corpora]

[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${paths.train}

[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${paths.dev}

[training]
max_steps = 2
eval_frequency = 2
train_corpus = "corpora.train"
dev_corpus = "corpora.dev"
"""

PEOPLE = ("Mara Dell", "Ihor Vale", "Ana Rook", "Jo Quill", "Ed Sorn")
PLACES = ("Lindow", "Calder", "Port Ashe", "Ossel")


def article(number: int) -> AnnotatedArticle:
    """One of many that differ."""
    person, place = PEOPLE[number % 5], PLACES[number % 4]
    text = f"{person} left {place} on day {number}.\n\n“We wait,” she said in {place}’s Pause."

    def at(words: str) -> dict[str, object]:
        start = text.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    annotations: tuple[Annotation, ...] = (
        Entity(label="PERSON", **at(person)),  # type: ignore[arg-type]
        Entity(label="GPE", **at(place)),  # type: ignore[arg-type]
        Entity(label="ORG", status=Status.REJECTED, **at("Pause")),  # type: ignore[arg-type]
        Entity(label="PERSON", status=Status.REJECTED, **at(person)),  # type: ignore[arg-type]
        Quote(type="direct", **at("“We wait,”")),  # type: ignore[arg-type]
    )
    return AnnotatedArticle(article=Article(id=f"a{number}", text=text), annotations=annotations)


def test_spacy_finds_nothing_wrong_and_trains(tmp_path: Path) -> None:
    written = docbin.write_corpus(map(article, range(160)), Writing(settings={"split": "0.8"}))
    deliver(docbin.CORPUS, written, tmp_path / "corpus")
    (tmp_path / "base.cfg").write_text(CONFIG, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", SPACY], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    said = run.stdout + run.stderr
    assert run.returncode == 0, said
    assert "Corpus is loadable" in said
    assert "No overlap between training and evaluation data" in said
    assert "No entities consisting of or starting/ending with whitespace" in said
    assert "FIGURE" not in said
    assert "QUOTE_DIRECT" in said
    assert (tmp_path / "model" / "model-last" / "ner" / "model").is_file()
