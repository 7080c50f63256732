"""What happened to the people that a number counts.

`constructions` tries the rules on the dependency tree: `verbs` and their `frames`, `tolls`, nouns
and states beside the number. Where the tree does not tell, `sharing` looks at the figure before and
`nearby` at the nearest word, by its `inflection`. An `outcome` is what comes of it.
"""
