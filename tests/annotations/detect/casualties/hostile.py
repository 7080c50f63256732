"""Input that no newspaper prints, but that reaches a detector all the same."""

HOSTILE = {
    "numbers in one sentence": "killed 12, ",
    "no sentence end": "12 people were killed and 30 wounded in the blast ",
    "a row of ages": "12, 13, ",
    "many sources": "12 killed according to police, ",
    "a table of numbers": "12\t1,300\t40-50\t7\n",
    "all capitals": "POLICE SAID 12 PEOPLE WERE KILLED AND 30 WOUNDED IN THE BLAST. ",
    "OCR noise": "l2 pe0ple w ere ki11ed ,,and 3O wounclecl i n t he b1ast ~| 7. ",
    "parts of parts": "12 of them, ",
    "people without a number": "a man and his two children and ",
    "dates": "killed 12 in 2004 and on Tuesday and ",
    "places": "in Idlib 12 killed in Hama and ",
    "quotes": "“12 people died,” he said. ",
    "brackets": "(12 killed [30 wounded {",
}
"""Texts to be repeated, each with what makes it hard."""
