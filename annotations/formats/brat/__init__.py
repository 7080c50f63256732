"""brat's standoff format: a folder with a text and a file of annotations an article.

https://brat.nlplab.org/standoff.html. Offsets are code points. Marks are `T` lines, parted where
the text has line breaks; links between them are `R` lines; what there is a choice of are
attributes, what an entity is called is a reference (`N`), notes are notes, and all other values
are notes in JSON. `annotation.conf` and `visual.conf` say how brat is to show it.
"""

from annotations.formats.brat.reading import read_folder
from annotations.formats.brat.writing import write
from annotations.formats.carrying import everything_but
from annotations.formats.format import Format

FORMAT = Format(
    name="brat",
    title="a folder for brat, a text and its annotations an article",
    suffix="",
    carries=everything_but("entities.known_as"),
    write=write,
    read_folder=read_folder,
)
