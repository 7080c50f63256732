"""Exports of news databases: many documents in one file, in layouts that nobody has written down.

What is known of them was learned from files. A layout that varies costs metadata, not documents.
"""
