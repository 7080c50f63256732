"""Formats for people: articles to read, print and cite."""
