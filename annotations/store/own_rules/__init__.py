"""Rules of a person's own, in the store.

- `index` keeps, switches and lists them, each change an edit group;
- `offers` tells which rule the last correction suggests;
- `following` changes what is suggested already, `rows` reads and writes them.
"""
