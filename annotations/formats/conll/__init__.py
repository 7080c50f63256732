"""The formats of the Conferences on Natural Language Learning: a word a line, with its tag.

A word has one tag, so there is a file a layer, and of annotations that overlap the longest stays.
"""
