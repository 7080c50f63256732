"""Stated numbers of people harmed, moved or held.

How a figure comes about, each stage in a folder or module of its own:

1. `numbers` finds the numbers of a text: exact, in ranges, in vague words, or none at all.
2. `rejects` drops `ages`, dates, measures and other numbers that count nobody.
3. `people` finds the noun phrase that a number counts, and what the noun says of the people.
4. `harm` reads off the sentence what happened to them.
5. `implicit` adds those who are named without a number.
6. `circumstances` adds place, date and source, and whether the figure is denied, possible, a part,
   an addition or history; `describing` puts it all into an annotation.

`layer` puts the stages together; `rules` says what each way of finding a figure is called.
"""
