"""Feeds: what a site has published lately, an article an entry; and lists of feeds."""
