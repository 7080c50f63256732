"""Lists of links: what bookmarks services, browsers and reference managers export.

The articles are behind the links. They are fetched if the list was named by a person, which makes
each link an address that they gave; a list that was only found, in a folder, an archive or behind
another link, is told of with its count.
"""
