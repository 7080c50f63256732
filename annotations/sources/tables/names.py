"""What other programs call the fields of an article, the likeliest name first.

Names are folded: lower case, without blanks and punctuation. They come from the exports of news
interfaces (NewsAPI, Guardian, New York Times, ReliefWeb, GDELT, Media Cloud), of crawlers
(news-please, newspaper3k, Common Crawl news), of feed readers (newsboat, FreshRSS, NetNewsWire), of
sites (WordPress, Drupal), of data sets on Hugging Face and Kaggle, of ACLED, Telegram and Mastodon,
and from ninjs.
"""

FIELDS = (
    *("id", "title", "text", "url", "published", "updated", "section", "byline", "language"),
    *("source", "tags", "note"),
)
"""The fields that a column can be mapped to."""

TEXT = (
    *("text", "articletext", "fulltext", "bodytext", "maintext", "plaintext", "contenttext"),
    *("cleantext", "cleanedtext", "textcontent", "rawtext", "articlebody", "articlecontent"),
    *("newstext", "newsbody", "bodyxhtml", "bodyhtml", "body", "content", "article"),
    *("contenthtml", "contentencoded", "htmlcontent", "contents", "story", "paragraphs", "message"),
    *("html", "document", "transcript"),
    *("texto", "contenido", "cuerpo", "texte", "contenu", "corps", "inhalt", "volltext", "testo"),
    *("текст", "текстстатьи"),
)
"""Columns with the text of an article."""

SHORT_TEXT = (
    *("leadparagraph", "lead", "abstract", "shortdescription", "summary", "description"),
    *("trailtext", "snippet", "excerpt", "notes"),
)
"""Columns with a part of it, or a summary, taken where records have no other text at all."""

NAMES = {
    "id": (
        *("id", "uuid", "guid", "urn", "uri", "articleid", "newsid", "uid", "docid", "documentid"),
        *("storyid", "storiesid", "itemid", "postid", "uniqueid", "eventidcnty", "key"),
    ),
    "title": (
        *("title", "headline", "webtitle", "articletitle", "newstitle", "titletext", "heading"),
        *(
            "maintitle",
            "posttitle",
            "pagetitle",
            "headlines",
            "titulo",
            "titular",
            "titre",
            "titel",
        ),
        *("titolo", "uberschrift", "schlagzeile", "заголовок", "subject"),
    ),
    "url": (
        *("url", "link", "weburl", "articleurl", "canonicalurl", "permalink", "sourceurl", "href"),
        *("newsurl", "originalurl", "externalurl", "finalurl", "urlalias", "storyurl", "mainurl"),
    ),
    "published": (
        *("published", "publishedat", "publisheddate", "publisheddateutc", "datepublished"),
        *("datepublish", "pubdate", "publicationdate", "publishdate", "publishedtime"),
        *("publicationtime", "publishtime", "webpublicationdate", "dategmt", "date", "datetime"),
        *("firstcreated", "contentcreated", "datecreated", "createdat", "created", "posteddate"),
        *("postdate", "eventdate", "seendate", "dateutc", "articledate", "newsdate", "dateadded"),
        *(
            "time",
            "timestamp",
            "day",
            "versioncreated",
            "indexeddate",
            "fecha",
            "datum",
            "data",
            "дата",
        ),
    ),
    "updated": (
        *("updated", "modified", "updatedat", "modifiedgmt", "datemodified", "datemodify"),
        *("lastmodified", "modifieddate", "dateupdated", "updatedate", "lastupdated"),
        *("versioncreated", "changed", "editedunixtime", "edited"),
    ),
    "section": (
        *("section", "sectionname", "category", "categoryname", "topic", "desk", "newsdesk"),
        *("articlesection", "rubric"),
    ),
    "byline": (
        *("byline", "authors", "author", "authorname", "authornames", "by", "creator", "writer"),
        *("journalist", "reporter"),
    ),
    "language": ("language", "lang", "languagecode", "langcode", "iso639", "locale"),
    "source": (
        *("source", "publisher", "outlet", "publication", "publicationname", "sourcename"),
        *("medianame", "newspaper", "site", "sitename", "website", "domain", "sourcedomain"),
        *("hostname", "feedtitle", "provider", "infosources", "infosource", "copyrightholder"),
        *("medium", "newsagency", "agency"),
    ),
    "tags": ("tags", "keywords", "subjects", "topics", "labels", "tag"),
    "note": ("note",),
}
"""What each of the other fields may be called."""

BEFORE_NAMES = ("article", "news", "story", "post", "doc", "document", "item", "entry")
"""What may stand before any of the names, as in "story_headline"."""

LISTS = frozenset(
    (
        *(
            "articles",
            "results",
            "docs",
            "documents",
            "items",
            "data",
            "rows",
            "records",
            "entries",
        ),
        *("hits", "news", "stories", "posts", "messages", "features", "ordereditems", "value"),
        *("list", "result", "content", "objects", "response", "hydramember"),
    )
)
"""Keys of a JSON document under which its records stand in a list."""

CONTAINERS = frozenset(
    ("response", "data", "result", "results", "hits", "body", "feed", "articles")
)
"""Keys of objects in which such a list may stand."""

WRAPPERS = ("_source", "fields", "attributes", "properties", "object", "article", "doc", "node")
"""Keys of a record under which the record proper stands."""

INNER = (
    *("rendered", "processed", "main", "value", "name", "original", "created", "$date", "$oid"),
    *("$numberLong", "#text", "$t", "text", "title", "webTitle", "shortname"),
)
"""Keys of an object that stands where a plain value would do, the one that says it first."""
