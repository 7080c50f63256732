"""Reported speech: what was said, by whom, in which words.

How a quote comes about, each stage in a module of its own:

1. `marks` pairs the quotation marks; `layout` knows where paragraphs, quoted regions and reporting
   verbs stand.
2. `clauses` reads reported clauses off the parse.
3. `quotations` finds the verb and the speaker of every quoted region, with the help of
   `neighbours` where the parse crosses the marks.
4. `layer` chooses among these `candidates` where they overlap, and tells direct, indirect and
   mixed quotes apart.
5. `speakers` gives each speaker a name.
"""
