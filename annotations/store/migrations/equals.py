"""Which annotations are equal."""

from sqlite_utils import Database


def index_equals(db: Database) -> None:
    """Words and speakers, so that all that is equal to an annotation is found at once.

    The indexes hold all that is read of each, so that no row of the table is looked at.
    """
    db.executescript("""
        CREATE INDEX annotations_words
            ON annotations (text, layer, article, start, status, label, category)
            WHERE layer <> 'quotes' AND status <> 'rejected';
        CREATE INDEX annotations_speaker
            ON annotations (speaker_name, article, start, status, type)
            WHERE layer = 'quotes' AND status <> 'rejected' AND speaker_name IS NOT NULL;
    """)
