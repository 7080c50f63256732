"""Who is counted: `phrases` finds the noun phrase of a number, `nouns` tells what kind of people a
noun names, with `likeness` for nouns that no list holds, and `groups` whose people they are.
`wordings` reads the kind off the words of a figure alone.
"""
