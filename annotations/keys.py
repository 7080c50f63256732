"""What annotations are called in tables that leave closeread."""

from annotations.model import Annotation


def key_of(article_id: str, annotation: Annotation) -> str:
    """What an annotation is called: the same in every store that has it.

    >>> from annotations.model import Entity
    >>> key_of("a-1", Entity(start=0, end=6, text="Lindow", label="GPE"))
    'a-1:0-6:GPE'
    """
    return f"{article_id}:{annotation.start}-{annotation.end}:{annotation.kind}"
