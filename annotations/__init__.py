"""Annotated news articles: the text, the annotations on it, the store and the detectors.

Everything in this package is true without a screen: nothing here imports Textual or Rich.
"""

__version__ = "0.1.0"
