"""Reported speech: what was said, by whom, in which words."""
