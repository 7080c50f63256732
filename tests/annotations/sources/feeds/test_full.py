"""The pages behind the entries of a feed."""

from dataclasses import replace

from annotations.model import Article
from annotations.sources import Address, Options, read
from annotations.sources.network.opening import fetching
from tests.site import Site

PAGE = "Twelve people were killed when the quay gave way.\n\nDivers went on until night."
ITEM = """<item><title>{0}</title><guid>urn:{0}</guid><link>/{0}</link>
<description>{1}</description></item>"""


def feed_of(site: Site, **bodies: str) -> Address:
    items = "".join(ITEM.format(name, body) for name, body in bodies.items())
    feed = f"<rss><channel><title>Wire</title><link>{site.address}</link>{items}</channel></rss>"
    return Address(site.add("/feed", feed))


def found(feed: Address, options: Options) -> list[Article]:
    return [item for item in read(feed, options) if isinstance(item, Article)]


def full() -> tuple[Options, list[str]]:
    told: list[str] = []
    return Options(full=True, fetch=fetching(allow_private=True), tell=told.append), told


def test_the_text_is_that_of_the_page_and_all_else_the_feeds(site: Site) -> None:
    site.add("/quay", PAGE)
    options, told = full()
    [article] = found(feed_of(site, quay="Twelve people were killed …"), options)
    assert article.text == PAGE
    assert (article.id, article.title, article.source) == ("urn:quay", "quay", "Wire")
    assert article.url == f"{site.address}/quay"
    assert told == []


def test_without_being_asked_no_page_is_fetched(site: Site) -> None:
    options, _ = full()
    [article] = found(feed_of(site, quay="Twelve …"), replace(options, full=False))
    assert article.text == "Twelve …"
    assert site.paths == ["/feed"]


def test_pages_that_cannot_be_had_leave_the_entry(site: Site) -> None:
    site.add("/wall", "Pay.")
    options, told = full()
    articles = found(feed_of(site, gone="It was gone …", wall="It was behind a wall …"), options)
    assert [article.text for article in articles] == ["It was gone …", "It was behind a wall …"]
    assert told == [
        f"{site.address}/feed: the pages of 2 of 2 entries could not be had, and what the feed has "
        f"of them was taken. {site.address}/gone was not opened: 404 Not Found."
    ]


def test_a_teaser_never_takes_the_place_of_what_is_known(site: Site) -> None:
    options, _ = full()
    texts = {"urn:gone": PAGE, "urn:short": "It was …"}
    feed = feed_of(site, gone="It was gone …", short="It was short …", whole="Whole. " * 90)
    for asked in (options, replace(options, full=False)):
        articles = found(feed, replace(asked, known_text=texts.get))
        assert [article.text for article in articles] == [
            PAGE,
            "It was short …",
            ("Whole. " * 90).strip(),
        ]


def test_pages_that_were_read_are_not_read_again_until_the_entry_changes(site: Site) -> None:
    site.add("/quay", PAGE)
    options, _ = full()
    options = replace(options, taken=set())
    assert len(found(feed_of(site, quay="Twelve …"), options)) == 1
    assert len(found(feed_of(site, quay="Twelve …"), options)) == 0
    assert len(found(feed_of(site, quay="Thirteen …"), options)) == 1
    assert site.paths == ["/feed", "/quay", "/feed", "/feed", "/quay"]


def test_links_of_a_page_are_not_followed(site: Site) -> None:
    site.add("/list", f"{site.address}/a\n{site.address}/b\n")
    options, told = full()
    found(feed_of(site, list="A list …"), options)
    assert site.paths == ["/feed", "/list"]
    assert "lists 2 links, not opened" in told[0]
