"""Names, and the numbers and dates that OntoNotes counts as entities.

The spans are the pipeline's own; `boundaries` mends where they begin and end, and `names` says
which mentions are one person or body. `layer` puts them together.
"""
