"""How far a library is, and how fast it goes, in lines. Pure.

- `days` tells from edits who decided how much on which day, and how fast;
- `lines` lays out all that the screen shows.
"""
