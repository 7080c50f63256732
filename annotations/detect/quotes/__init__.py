"""Reported speech: what was said, by whom, in which words.

How a quote comes about, each stage in a module or folder of its own:

1. `marks` pairs the quotation marks; `layout` knows where paragraphs, sentences and quoted regions
   stand, `reporters` the verbs of saying and their subjects.
2. `clauses` reads what is reported off the parse.
3. `quotations` finds the verb and the speaker of every quoted region; `turns` and `headlines` read
   conversations and title lines.
4. `choosing` decides where these `candidates` overlap; `types` tells direct, indirect and mixed;
   `utterances` joins the parts of what is said in one go.
5. `speakers` gives each speaker a name.

The rules are named in the lexicons `quote_rules` and `speaker_rules`.
"""
