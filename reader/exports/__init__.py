"""Exports: which articles and annotations, in which format, to where."""
