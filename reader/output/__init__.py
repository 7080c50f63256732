"""What is written to the terminal: only what it does not show already, in as few bytes as can be.

People read over slow lines. Textual writes whole widgets, and after a change of layout the whole
screen, each stretch with all of its colours; here stands what makes a tenth of that do.
"""
