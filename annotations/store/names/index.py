"""The names in all articles of a store, and a person's decisions on which are the same."""

from annotations.store.connection import Connection
from annotations.store.names import deciding, decisions
from annotations.store.names.beginning import names_beginning
from annotations.store.names.families import Families
from annotations.store.names.spelling import plain, spelling
from annotations.store.names.suggesting import Pair, alike
from annotations.store.names.values import CountedName, Merge, Name, NameGroup, Split, Suggestion
from annotations.store.names.written import names_begun

_Articles = dict[str, set[str]]
"""The ids of the articles in which each name stands."""

KnownAs = dict[tuple[str, str], str]
"""What entities of one article count as, by their label and name."""

_FIRST = """
    SELECT v.published IS NULL, v.published, a.key, n.start, a.id, n.id
    FROM name_articles AS v JOIN articles AS a ON a.id = v.article_id
        JOIN annotations AS n ON n.article = a.key AND n.name = v.written AND n.label = v.label
    WHERE v.written = ? AND v.name = ? AND v.grouping = ?
        AND n.layer = 'entities' AND n.status <> 'rejected'
    ORDER BY v.published IS NULL, v.published, a.key, n.start LIMIT 1
"""
"""The first mention in one form; asked so, the view looks at no other name."""


class Names:
    """The index of names.

    Mentions of the same name in several articles are one entry unless somebody has said otherwise.
    Decisions stand beside the annotations, so that they outlive runs of the detector and hold for
    articles added later. Each is taken back by another, `merge` by `split` and the other way round;
    undo is about what articles hold.
    """

    def __init__(self, connection: Connection, *, annotator: str) -> None:
        """Args:
        connection: An open store.
        annotator: Who the decisions are by.
        """
        self._connection = connection
        self._annotator = annotator

    def find(self, words: str = "", *, group: NameGroup | None = None) -> list[Name]:
        """The names, those in most articles first.

        Args:
            words: Leave out names that lack one of these words, or parts of words, themselves and
                in what was merged into them; case and accents do not count.
            group: Leave out the names of other groups.
        """
        wanted = plain(words).split()
        with self._connection.reading():
            merges = decisions.standing_merges(self._connection)
            rows = self._connection.rows(
                """
                SELECT name, grouping, articles, mentions, first_published, last_published
                FROM names WHERE grouping = coalesce(?, grouping)
                ORDER BY articles DESC, mentions DESC, name, grouping
                """,
                (group,),
            )
        families = {each: Families(parents) for each, parents in merges.items()}
        names = (_name(*row, families=families) for row in rows)
        return [each for each in names if _holds(each, wanted)]

    def beginning(
        self, words: str, *, group: NameGroup | None = None, limit: int = 20
    ) -> list[CountedName]:
        """The names that somebody may be typing, those in most articles first; at once.

        Where a merge was not forced, an article in which both names stand counts all the same.

        Args:
            words: Beginnings of words, all of which a name has, itself or in what was merged into
                it. Without any, no name is found.
            group: Leave out the names of other groups.
            limit: At most so many.
        """
        return names_beginning(self._connection, words, group=group, limit=limit)

    def begun(self, words: str, *, limit: int = 200) -> list[str]:
        """Some of the names that `beginning` finds, as written and uncounted, while a key is down.

        Those that begin as it was typed come first.

        Args:
            words: Beginnings of words, all of which a name has.
            limit: How many to look at.
        """
        return names_begun(self._connection, words, limit=limit)

    def has(self, name: str) -> bool:
        """Whether any mention has, or once had, just this name; quickly."""
        sql = "SELECT 1 FROM written_names WHERE name = ?"
        return self._connection.row(sql, (name,)) is not None

    def first_mention(self, name: str, group: NameGroup) -> tuple[str, int] | None:
        """Where a name, or one that was merged into it, stands first in the earliest article.

        Returns:
            The ids of the article and of the annotation; null if the name is not in the index.
        """
        with self._connection.reading():
            families = Families(decisions.standing_merges(self._connection)[group])
            forms = {name, *families.merged_into(name)}
            forms |= decisions.written_for(self._connection, group, forms)
            firsts = (self._connection.row(_FIRST, (each, name, group)) for each in forms)
            found = min(filter(None, firsts), default=None)
        return None if found is None else (found[-2], found[-1])

    def merged_into(self, name: str, group: NameGroup) -> tuple[str, ...]:
        """The names that count as a name, without itself, in alphabetical order."""
        merges = decisions.standing_merges(self._connection)
        return Families(merges[group]).merged_into(name)

    def suggestions(self, *, group: NameGroup | None = None) -> list[Suggestion]:
        """Names that may well be the same, those in most articles first.

        Never two that stand in one article, nor two that somebody has merged and split again.

        Args:
            group: Leave out the names of other groups.
        """
        with self._connection.reading():
            articles = self._articles(group)
            told_apart = decisions.undone_merges(self._connection)
        found = [
            suggestion
            for each, of_names in articles.items()
            for suggestion in _suggestions(each, of_names, told_apart[each])
        ]
        return sorted(found, key=lambda each: (-each.into_articles, -each.articles, each.name))

    def known_as(self) -> dict[str, KnownAs]:
        """What names count as where a person has decided that it is another, by article.

        Articles in which all names count as themselves are left out.
        """
        found: dict[str, KnownAs] = {}
        with self._connection.reading():
            if decisions.are_any(self._connection):
                for article_id, label, written, name in self._connection.rows(
                    """
                    SELECT article_id, label, written, name FROM name_articles
                    WHERE name <> written
                    """
                ):
                    found.setdefault(article_id, {})[label, written] = name
        return found

    def merge(
        self, name: str, into: str, *, group: NameGroup | None = None, force: bool = False
    ) -> Merge:
        """Decide that a name, with all that was merged into it, is the same as another.

        Args:
            name: The name that no longer counts for itself.
            into: What it counts as from now on; if that was merged itself, what it counts as.
            group: The group of both; null if only one has them.
            force: Whether they are the same also in articles in which both stand, apart from each
                other. Without it the merge does not hold in such an article that is added later.

        Raises:
            NoSuchName: If one of them is not in the index.
            AmbiguousName: If several groups have both.
            NamesStandApart: If both stand in one article, and `force` is false.
            NamesError: If no group has both, or they are the same already.
        """
        with self._connection.writing():
            return deciding.merge(
                self._connection, name, into, group, force=force, annotator=self._annotator
            )

    def split(self, name: str, *, group: NameGroup | None = None) -> Merge:
        """Take back the merge of a name, which counts for itself again.

        What was merged into it before stays with it.

        Args:
            name: The name that was merged into another.
            group: Its group; null if it was merged in one only.

        Returns:
            The merge that holds no longer.

        Raises:
            NoSuchName: If it is not in the index.
            AmbiguousName: If it was merged in several groups.
            NamesError: If it was not merged.
        """
        with self._connection.writing():
            return deciding.split(self._connection, name, group, annotator=self._annotator)

    def split_in(self, name: str, article_id: str, *, group: NameGroup | None = None) -> Split:
        """Decide that in one article a name is somebody else than elsewhere.

        There it counts as a name of its own, made of the name and the article's id. Merging that
        into the name takes the decision back.

        Args:
            name: A name as the article has it, or what it counts as.
            article_id: The article.
            group: Its group; null if the article has it in one only.

        Raises:
            NoSuchArticle: If there is no such article.
            AmbiguousName: If the article has it in several groups.
            NamesError: If the article does not have it, or somebody has said so already.
        """
        with self._connection.writing():
            return deciding.split_in(
                self._connection, name, article_id, group, annotator=self._annotator
            )

    def _articles(self, group: NameGroup | None) -> dict[NameGroup, _Articles]:
        found: dict[NameGroup, _Articles] = {each: {} for each in NameGroup}
        for name, grouping, article_id in self._connection.rows(
            """
            SELECT name, grouping, article_id FROM name_articles
            WHERE grouping = coalesce(?, grouping)
            """,
            (group,),
        ):
            found[NameGroup(grouping)].setdefault(name, set()).add(article_id)
        return found


def _name(
    name: str,
    grouping: str,
    articles: int,
    mentions: int,
    first_published: str | None,
    last_published: str | None,
    *,
    families: dict[NameGroup, Families],
) -> Name:
    group = NameGroup(grouping)
    return Name(
        name=name,
        group=group,
        articles=articles,
        mentions=mentions,
        first_published=first_published,
        last_published=last_published,
        also=families[group].merged_into(name),
    )


def _holds(name: Name, wanted: list[str]) -> bool:
    if not wanted:
        return True
    text = plain(" ".join((name.name, *name.also)))
    return all(word in text for word in wanted)


def _suggestions(group: NameGroup, articles: _Articles, told_apart: set[Pair]) -> list[Suggestion]:
    spellings = {name: spelling(name, group) for name in articles}
    return [
        Suggestion(
            name=each.name,
            into=each.into,
            group=group,
            why=each.why,
            articles=len(articles[each.name]),
            into_articles=len(articles[each.into]),
        )
        for each in alike(spellings, articles, told_apart=told_apart)
    ]
