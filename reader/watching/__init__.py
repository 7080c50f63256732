"""Watching folders and feeds: each is looked at when it is due, and what is new in it is read."""
