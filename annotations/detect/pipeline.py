"""A spaCy pipeline and the layers on top of it: the text of an article in, suggestions out."""

import base64
import hashlib
import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from annotations import __version__, offsets
from annotations.detect.casualties.layer import find_figures
from annotations.detect.chunks import chunks, word_runs
from annotations.detect.entities.layer import find_entities
from annotations.detect.models import DEFAULT_MODEL, DEFAULT_MODEL_NER_DIGEST, require_installed
from annotations.detect.own_names import NOTHING_OWN, OwnNames
from annotations.detect.places.locating import located
from annotations.detect.quotes.layer import find_quotes
from annotations.errors import DetectorError
from annotations.model import Annotation, Detector, VagueRule


class Pipeline:
    """A loaded spaCy pipeline that proposes annotations."""

    def __init__(
        self,
        nlp: Language,
        *,
        vague_rule: VagueRule = VagueRule.DEFAULT,
        own: OwnNames = NOTHING_OWN,
    ) -> None:
        """Args:
        nlp: Any spaCy pipeline; what it lacks is missing from the suggestions.
        vague_rule: Which number "dozens" stands for.
        own: Names that a person has listed, and how the labels of the pipeline are read.
        """
        self._nlp = nlp
        self._vague_rule = vague_rule
        self._own = own
        meta = nlp.meta
        counted = "" if vague_rule is VagueRule.DEFAULT else f"+{vague_rule}"
        self.detector = Detector(
            name=f"{meta['lang']}_{meta['name']}",
            version=f"{meta['version']}+closeread.{__version__}{counted}{own.mark}",
        )

    def detect(
        self,
        text: str,
        *,
        published: date | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> list[Annotation]:
        """Propose annotations of all layers for one article.

        Args:
            text: The whole article; any length, any characters.
            published: The day of the article, by which "on Tuesday" is understood.
            progress: Told the share of the text that has been parsed, after each chunk.

        Raises:
            OffsetError: If a layer proposed an annotation that does not fit the text.
        """
        with self._nlp.memory_zone():
            doc = self.parse(text, progress=progress)
            found = [
                replace(annotation, detector=str(self.detector))
                for annotation in self._layers(doc, published)
            ]
        for annotation in found:
            offsets.check(annotation, text)
        return found

    def parse(self, text: str, *, progress: Callable[[float], None] | None = None) -> Doc:
        """Parse a text chunk by chunk and put it together again as one document.

        Args:
            text: The whole article.
            progress: Told the share of the text that has been parsed, after each chunk.

        Raises:
            DetectorError: If the pipeline does not keep the text as it is.
        """
        docs: list[Doc] = []
        for start, end in chunks(text):
            docs.append(self._parse_chunk(text[start:end]))
            if progress is not None:
                progress(end / len(text))
        doc = _joined(docs, self._nlp)
        if doc.text != text:
            raise DetectorError("The parsed document differs from the text of the article.")
        return doc

    def describe(self) -> dict[str, Any]:
        """What `closeread doctor` tells about the pipeline, as a JSON object.

        `official` says whether the weights of the default pipeline are the original ones; for
        any other pipeline it is null, like the digest.
        """
        digest = _ner_digest(self._nlp)
        is_default = self._nlp.meta["name"] == "core_web_md"
        return {
            "name": self.detector.name,
            "version": self._nlp.meta["version"],
            "components": list(self._nlp.pipe_names),
            "ner_digest": digest if is_default else None,
            "official": digest == DEFAULT_MODEL_NER_DIGEST if is_default else None,
        }

    def _layers(self, doc: Doc, published: date | None) -> list[Annotation]:
        """What each layer finds; the speakers of the quotes state the figures in them."""
        entities = find_entities(doc, own=self._own)
        quotes = find_quotes(doc, entities)
        figures = find_figures(
            doc,
            entities=entities,
            quotes=quotes,
            published=published,
            vague_rule=self._vague_rule,
        )
        return [*entities, *quotes, *located(figures, entities)]

    def _parse_chunk(self, text: str) -> Doc:
        doc = _tokenized(text, self._nlp)
        for token in doc[:-1]:
            if token.is_space and "\n" in token.text:
                # Headlines have no full stop; without this the parser glues them to the lead.
                token.nbor().is_sent_start = True
        doc = self._nlp(doc)
        doc.tensor = doc.tensor[:0]  # 400 bytes a token that no layer reads
        return doc


def load(
    model: str = DEFAULT_MODEL,
    *,
    vague_rule: VagueRule = VagueRule.DEFAULT,
    own: OwnNames = NOTHING_OWN,
) -> Pipeline:
    """Load a spaCy pipeline.

    Args:
        model: Name of an installed pipeline package, the path of a pipeline folder, or
            `blank:LANGUAGE` for a tokenizer alone.
        vague_rule: Which number "dozens" stands for.
        own: Names that a person has listed.

    Raises:
        ModelMissing: If there is no such package and no such folder.
        DetectorError: If the package or folder is no pipeline that spaCy can load.
    """
    require_installed(model)
    with warnings.catch_warnings():
        if model == DEFAULT_MODEL:
            # Trained with 3.7; checked to give the same output with 3.8.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            return Pipeline(spacy.load(model), vague_rule=vague_rule, own=own)
        except Exception as error:  # a package's own loader may raise anything
            raise DetectorError(
                f"{model!r} could not be loaded as a spaCy pipeline: {error}",
                hint="Name an installed pipeline or a pipeline's folder with --model.",
            ) from error


def _tokenized(text: str, nlp: Language) -> Doc:
    """Tokenize a text, taking the pieces of overlong words as tokens."""
    docs = [
        nlp.make_doc(text[start:end])
        if plain
        else Doc(nlp.vocab, words=[text[start:end]], spaces=[False])
        for start, end, plain in word_runs(text)
    ]
    return _joined(docs, nlp)


def _joined(docs: list[Doc], nlp: Language) -> Doc:
    if len(docs) == 1:
        return docs[0]
    if not docs:
        return nlp.make_doc("")
    return Doc.from_docs(docs, ensure_whitespace=False)


def _ner_digest(nlp: Language) -> str | None:
    """SHA-256 of the entity recogniser's weights, if they are a file beside the pipeline."""
    weights = Path(nlp.path or "") / "ner" / "model"
    if not weights.is_file():
        return None
    digest = hashlib.sha256(weights.read_bytes()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
