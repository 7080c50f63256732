"""The terminal: what it is asked, what is written to it, and what to do when it is gone.

People read over slow lines. Textual writes whole widgets, and after a change of layout the whole
screen, each stretch with all of its colours; here stands what makes a tenth of that do.
"""
